/** What many ways begin or end with. */
import type { Snapshot } from '../../../src/contract/index.ts';
import { payFor } from './customer.ts';
import { PIN, WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';

export type Payment = NonNullable<Snapshot['payment']>;
export type Screen = Payment['screen']['kind'];

export const at = ({ attemptId, stateNumber }: { readonly attemptId: string; readonly stateNumber: number }) => ({
  attemptId,
  stateNumber,
});

export async function onScreen(hands: Hands, ...screens: readonly Screen[]): Promise<Payment> {
  const { payment } = await hands.until(screens.join(' or '), (seen) => screens.some((screen) => screen === seen.payment?.screen.kind));
  if (payment === null) throw new WentWrong('the payment has left the screen');
  return payment;
}

/** A button of the payment's screen, as it is shown now. */
export async function press(hands: Hands, kind: 'cancel' | 'dismiss' | 'giveUp' | 'change' | 'leaveUnchanged' | 'setAside'): Promise<void> {
  const { payment } = await hands.look();
  if (payment === null) throw new WentWrong(`nothing on the screen to ${kind}`);
  await hands.must({ kind: `payment.${kind}`, ...at(payment) });
}

export async function charge(hands: Hands): Promise<void> {
  await hands.must({ kind: 'sale.charge', revision: (await hands.look()).sale.revision });
}

export async function chargeAndWait(hands: Hands): Promise<Payment> {
  await hands.ringUp();
  await charge(hands);
  return onScreen(hands, 'waiting');
}

/** @returns the receipt's number */
export async function paid(hands: Hands): Promise<number> {
  const { screen } = await onScreen(hands, 'paid');
  if (screen.kind !== 'paid' || screen.receiptNumber === null) throw new WentWrong('paid without a receipt');
  // Confirmed, printed and submitted.
  await hands.until(
    'the receipt to be out',
    ({ printJobs, receiptsToSubmit }) =>
      receiptsToSubmit === 0 && printJobs.every(({ state }) => state !== 'queued' && state !== 'printing'),
  );
  await hands.pass(1_000);
  await press(hands, 'dismiss');
  return screen.receiptNumber;
}

export async function sell(hands: Hands): Promise<number> {
  await chargeAndWait(hands);
  await payFor(hands);
  return paid(hands);
}

export async function voidSale(hands: Hands): Promise<void> {
  const { revision, sale } = (await hands.look()).sale;
  if (sale.rows.length > 0) await hands.must({ kind: 'sale.void', revision });
}

export async function readAlarms(hands: Hands): Promise<void> {
  for (const { id, dismissable, ...item } of (await hands.look()).unresolved)
    if (dismissable) await hands.must({ kind: 'unresolved.dismiss', itemId: id, ...at(item) });
}

export async function honourCards(hands: Hands): Promise<void> {
  const club = { tokenId: 'KASSA_CLUB', name: 'Kassa Club', discountHundredths: 1_000, cardPrefix: '9752' };
  const blockedCards = [`0000${hands.next()}`];
  await hands.must({ kind: 'loyalty.change', pin: PIN, acknowledgment: 'withCard', memberships: [club], blockedCards });
}
