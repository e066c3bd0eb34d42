import type { MemberView, RefusedCardView } from '../../contract/payment-view.ts';
import type { Terms } from '../../payment/index.ts';
import type { Member, SaleFigures } from '../../sale/index.ts';

/** So much of a card tells it from the customer's others, and tells nobody else anything. */
function lastFour(card: string): string {
  return card.slice(-4);
}

export function memberView(member: Member, figures: SaleFigures): MemberView {
  return {
    name: member.name,
    lastFour: lastFour(member.card),
    discountHundredths: figures.byMembership === true ? member.discountHundredths : 0,
  };
}

/** What SEQR was told of cards that gave nothing (protocol §5): 90 blocked, 99 unknown here. */
const REFUSED: Readonly<Record<number, RefusedCardView['why']>> = { 90: 'blocked', 99: 'unknown' };

export function cardsRefused({ tokens }: Pick<Terms, 'tokens'>): readonly RefusedCardView[] {
  return tokens.flatMap(({ id, value = '', description, status }) => {
    const why = REFUSED[status];
    return why === undefined ? [] : [{ name: description ?? id ?? '', lastFour: lastFour(value), why }];
  });
}
