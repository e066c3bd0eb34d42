import type { CustomerToken } from '../protocol/index.ts';
import type { Live } from './attempt.ts';
import { termsOfSale } from './terms.ts';
import type { Terms } from './terms.ts';

/** One kind of card that this shop honours. */
export interface Membership {
  /** What SEQR calls this kind of card: the token's `id` or `description`, without regard to letter case. */
  readonly tokenId: string;
  readonly name: string;
  /** Hundredths of a percent off the sale, 0 to 9,900: something is left to pay. */
  readonly discountHundredths: number;
  /** Numbers of such cards begin so; a scan that does is the card. Empty: not swiped at the till. */
  readonly cardPrefix: string;
}

export interface LoyaltyRules {
  readonly memberships: readonly Membership[];
  /** Numbers of cards that get nothing: lost, stolen, ended. */
  readonly blockedCards: readonly string[];
}

/** What a merchant says of a token (protocol §5). */
const PENDING = 0;
const USED = 1;
const BLOCKED = 90;
const UNKNOWN = 99;

/** The player's account for pay-outs, not a card (protocol §2, creditUser). */
export function isGamingToken(token: CustomerToken): boolean {
  return [token.id, token.description].some((name) => name?.toUpperCase() === 'I_GAMING_INTEGRATION');
}

function sameToken(a: CustomerToken, b: CustomerToken): boolean {
  return a.id === b.id && a.value === b.value;
}

/**
 * Whether SEQR waits for the till's word: the phone is held, or it has shown a card that nobody has answered
 * (protocol §5: also in ISSUED).
 */
export function needsWord(state: Live, offered: readonly CustomerToken[]): boolean {
  if (state.asked !== null || state.cancelWished || state.setAside) return false;
  if (state.status === 'PENDING_ISSUER_ACKNOWLEDGE') return true;
  const answered = [state.terms, ...state.doubts].flatMap((terms) => terms.tokens);
  return state.status === 'ISSUED' && cards(offered).some((token) => !answered.some((known) => sameToken(known, token)));
}

function cards(offered: readonly CustomerToken[]): readonly CustomerToken[] {
  return offered.filter((token) => token.status === PENDING && !isGamingToken(token));
}

/**
 * The terms with the customer's cards answered: the first that the shop honours gives its discount, unless a card was
 * swiped at the till already, which counts instead (protocol §5). A discount that leaves nothing to pay is not given.
 */
export function cardTerms(terms: Terms, offered: readonly CustomerToken[], rules: LoyaltyRules): Terms {
  let { sale } = terms;
  const answered = cards(offered).map((token) => {
    const membership = membershipOf(token, rules);
    if (membership === 'blocked') return { ...token, status: BLOCKED };
    if (membership === null) return { ...token, status: UNKNOWN };
    sale = sale.member === undefined ? { ...sale, member: memberOf(membership, token.value ?? '') } : sale;
    return { ...token, status: USED };
  });
  const kept = terms.tokens.filter((token) => !answered.some((other) => sameToken(other, token)));
  const next = termsOfSale(sale, [...kept, ...answered]);
  return next.amount.minor > 0 ? next : { ...terms, tokens: next.tokens };
}

function membershipOf(token: CustomerToken, rules: LoyaltyRules): Membership | 'blocked' | null {
  if (token.value !== undefined && rules.blockedCards.includes(token.value)) return 'blocked';
  const names = [token.id, token.description].map((name) => name?.toUpperCase());
  return rules.memberships.find((known) => names.includes(known.tokenId.toUpperCase())) ?? null;
}

function memberOf({ tokenId, name, discountHundredths }: Membership, card: string): NonNullable<Terms['sale']['member']> {
  return { tokenId, name, discountHundredths, card };
}

/** The card that a scan is, if the shop honours its kind; `blocked` if it is one that gets nothing. */
export function cardFromScan(code: string, rules: LoyaltyRules): NonNullable<Terms['sale']['member']> | 'blocked' | null {
  const membership = rules.memberships.find(
    ({ cardPrefix }) => cardPrefix !== '' && code.startsWith(cardPrefix) && code.length > cardPrefix.length,
  );
  if (membership === undefined) return null;
  return rules.blockedCards.includes(code) ? 'blocked' : memberOf(membership, code);
}

/** The swiped card as SEQR is told of it. */
export function swipedToken(member: NonNullable<Terms['sale']['member']>): CustomerToken {
  return { id: member.tokenId, value: member.card, description: member.name, status: USED };
}
