import type { CustomerToken } from '../wire/schema.ts';
import type { Invoice } from './invoice.ts';
import type { Customer, CustomerCard } from './records.ts';

/** The type of the token that names the customer to creditUser; no loyalty card (protocol §2). */
export const USER_ID_TOKEN = 'I_GAMING_INTEGRATION';

/** Token status (protocol §5): the till has not said what it makes of the card yet, or that it used it. */
const PENDING = 0;
const USED = 1;

/** How the till is told of a scan: not at all, by new tokens, or by being asked for an acknowledgment as well. */
export interface ScanOutcome {
  readonly customerTokens: readonly CustomerToken[];
  readonly asksTill: boolean;
  readonly tellsTill: boolean;
}

/**
 * What a scan brings to an invoice (protocol §5). At most one card: the one swiped at the till, if there is one, or the
 * phone's first, pending. REQUIRE_ACKNOWLEDGMENT, also by leaving the mode out, always asks the till; OPTIONAL_ACKNOWLEDGMENT
 * only about the phone's card. Decided here: NO_ACKNOWLEDGMENT leaves the phone's card out, as nobody could answer for it.
 */
export function scanOutcome({ data, tokens }: Invoice, customer: Customer): ScanOutcome {
  const mode = data.acknowledgmentMode ?? 'REQUIRE_ACKNOWLEDGMENT';
  const swiped = swipedCard(tokens);
  const stored = swiped || mode === 'NO_ACKNOWLEDGMENT' ? undefined : customer.cards[0];
  const shared = customer.sharesUserId ? [pending(userIdCard(customer))] : [];
  const own = [...(stored ? [pending(stored)] : []), ...shared];
  return {
    customerTokens: [...(swiped ? [swiped] : []), ...own],
    asksTill: mode === 'REQUIRE_ACKNOWLEDGMENT' || (mode === 'OPTIONAL_ACKNOWLEDGMENT' && stored !== undefined),
    tellsTill: own.length > 0,
  };
}

/**
 * The customer's tokens after the till's answer: its word on each it names, as it was for the others. A card swiped only
 * now overrides the phone's.
 */
export function answeredTokens(told: readonly CustomerToken[], sent: readonly CustomerToken[]): readonly CustomerToken[] {
  const answered = told.map((token) => {
    const answer = sent.find((each) => isSame(each, token));
    return answer ? { ...token, status: answer.status } : token;
  });
  const swiped = swipedCard(sent.filter((each) => !told.some((token) => isSame(each, token))));
  return swiped ? [swiped, ...answered.filter((token) => token.id === USER_ID_TOKEN)] : answered;
}

/** The card that the till itself has read and accepted. */
export function swipedCard(sent: readonly CustomerToken[]): CustomerToken | undefined {
  return sent.find((token) => token.status === USED && token.id !== USER_ID_TOKEN);
}

/** A card swiped at the till, and the one of its type on the phone that it would take the place of. */
export interface OfferedCard extends CustomerCard {
  readonly replaces: CustomerCard | null;
}

/** A card swiped at the till that the phone does not have: after the payment the phone offers to keep it (protocol §5). */
export function offeredCard({ tokens, stage }: Invoice, customer: Customer): OfferedCard | null {
  const swiped = stage.kind === 'paid' ? swipedCard(tokens) : undefined;
  if (!swiped?.id || !swiped.value || customer.cards.some((card) => isSame(card, swiped))) return null;
  const replaces = customer.cards.find((card) => card.id === swiped.id) ?? null;
  return { id: swiped.id, value: swiped.value, description: swiped.description ?? '', replaces };
}

function pending(card: CustomerCard): CustomerToken {
  return { ...card, status: PENDING };
}

function userIdCard({ userId, name }: Customer): CustomerCard {
  return { id: USER_ID_TOKEN, value: userId, description: name };
}

function isSame(one: Pick<CustomerToken, 'id' | 'value'>, other: Pick<CustomerToken, 'id' | 'value'>): boolean {
  return one.id === other.id && one.value === other.value;
}
