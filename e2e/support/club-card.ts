/** A shop that honours one kind of card: what the simulator's customer Dilara has on her phone, as KASSA_CLUB 97520042. */
import { SAMPLE_ANSWERS } from './till-driver.ts';
import type { Till } from './till-driver.ts';

/** Who has the card on the phone. */
export const MEMBER = 'dilara';
/** Another card of the kind, for swiping at the till. */
export const SWIPED_CARD = '97521234';

const CLUB = { tokenId: 'KASSA_CLUB', name: 'Kassa Club', discountHundredths: 1_000, cardPrefix: '9752' };

/** 10 % off for members; SEQR asks when a phone has a card. @throws if the till refuses */
export async function honourCards({ intent }: Pick<Till, 'intent'>, blockedCards: readonly string[] = []): Promise<void> {
  const { pin } = SAMPLE_ANSWERS.owner;
  const result = await intent({
    kind: 'loyalty.change',
    pin,
    acknowledgment: 'withCard',
    memberships: [CLUB],
    blockedCards: [...blockedCards],
  });
  if (!result.ok) throw new Error(result.problem.code);
}
