import type { Product } from '../../../src/catalogue/index.ts';
import type { LoyaltyView } from '../../../src/contract/index.ts';
import type { Translate } from '../../../src/text/index.ts';

/** A kind of card as it is being typed. */
export interface MembershipDraft {
  /** Tells the forms apart while they come and go. */
  readonly key: number;
  readonly name: string;
  readonly tokenId: string;
  /** Hundredths of a percent; null: no figure. */
  readonly discountHundredths: number | null;
  readonly cardPrefix: string;
}

export interface LoyaltyDraft {
  readonly acknowledgment: LoyaltyView['acknowledgment'];
  readonly memberships: readonly MembershipDraft[];
  /** A number a line. */
  readonly blocked: string;
}

/** What is wrong with each field of one kind of card, in a sentence; null if nothing is. */
export type MembershipProblems = Readonly<Record<'name' | 'tokenId' | 'percent' | 'prefix', string | null>>;

export interface LoyaltyProblems {
  readonly memberships: readonly MembershipProblems[];
  readonly blocked: string | null;
}

export function loyaltyDraft({ acknowledgment, memberships, blockedCards }: LoyaltyView): LoyaltyDraft {
  return { acknowledgment, memberships: memberships.map((each, key) => ({ ...each, key })), blocked: blockedCards.join('\n') };
}

export function emptyMembership(others: readonly MembershipDraft[]): MembershipDraft {
  return { key: 1 + Math.max(-1, ...others.map(({ key }) => key)), name: '', tokenId: '', discountHundredths: null, cardPrefix: '' };
}

/** What the contract takes (`loyaltySchema`). */
const MAX_NAME = 40;
const MAX_TOKEN_ID = 64;
const MAX_CARD = 64;
const MAX_BLOCKED = 1_000;
const MAX_HUNDREDTHS = 9_900;
/** With fewer, the codes of ordinary goods would be taken for cards. */
const PREFIX = /^[0-9A-Za-z]{4,20}$/;

function blockedLines(draft: LoyaltyDraft): readonly string[] {
  return draft.blocked.split('\n').map((line) => line.trim());
}

/** Looks at the whole form at once, so that everything that is wrong can be mended in one go. */
export function loyaltyProblems(draft: LoyaltyDraft, products: readonly Product[], t: Translate): LoyaltyProblems {
  const memberships = draft.memberships.map((each) => {
    const others = draft.memberships.filter((other) => other !== each);
    return {
      name: nameProblem(each.name.trim(), t),
      tokenId: tokenIdProblem(each, others, t),
      percent: percentProblem(each, t),
      prefix: prefixProblem(each, others, products, t),
    };
  });
  return { memberships, blocked: blockedProblem(blockedLines(draft), t) };
}

function nameProblem(name: string, t: Translate): string | null {
  if (name === '') return t('loyalty.settings.problem.name');
  return name.length > MAX_NAME ? t('loyalty.settings.problem.nameLong') : null;
}

function tokenIdProblem(each: MembershipDraft, others: readonly MembershipDraft[], t: Translate): string | null {
  const typed = each.tokenId.trim().toUpperCase();
  if (typed === '') return t('loyalty.settings.problem.tokenId');
  if (typed.length > MAX_TOKEN_ID) return t('loyalty.settings.problem.tokenIdLong');
  return others.some(({ tokenId }) => tokenId.trim().toUpperCase() === typed) ? t('loyalty.settings.problem.tokenIdTwice') : null;
}

function percentProblem({ discountHundredths }: MembershipDraft, t: Translate): string | null {
  const good = discountHundredths !== null && discountHundredths >= 0 && discountHundredths <= MAX_HUNDREDTHS;
  return good ? null : t('loyalty.settings.problem.percent');
}

/** A scan must be one kind of card, and no product. */
function prefixProblem(
  { cardPrefix }: MembershipDraft,
  others: readonly MembershipDraft[],
  products: readonly Product[],
  t: Translate,
): string | null {
  const typed = cardPrefix.trim();
  if (typed === '') return null;
  if (!PREFIX.test(typed)) return t('loyalty.settings.problem.prefix');
  const other = others
    .map((each) => each.cardPrefix.trim())
    .find((prefix) => prefix !== '' && (prefix.startsWith(typed) || typed.startsWith(prefix)));
  if (other !== undefined) return t('loyalty.settings.problem.prefixTwice', { prefix: other });
  const product = products.find(({ ean, sku }) => ean?.startsWith(typed) === true || sku?.startsWith(typed) === true);
  return product === undefined ? null : t('loyalty.settings.problem.prefixProduct', { name: product.name });
}

function blockedProblem(lines: readonly string[], t: Translate): string | null {
  const long = lines.findIndex((line) => line.length > MAX_CARD);
  if (long >= 0) return t('loyalty.settings.problem.blockedLong', { line: long + 1 });
  return lines.filter((line) => line !== '').length > MAX_BLOCKED ? t('loyalty.settings.problem.blockedMany') : null;
}

/** The rules as the core takes them; null while something is wrong. */
export function loyaltyOf(draft: LoyaltyDraft, problems: LoyaltyProblems): LoyaltyView | null {
  const wrong = problems.blocked !== null || problems.memberships.some((each) => Object.values(each).some((problem) => problem !== null));
  if (wrong) return null;
  return {
    acknowledgment: draft.acknowledgment,
    memberships: draft.memberships.map(({ name, tokenId, discountHundredths, cardPrefix }) => ({
      name: name.trim(),
      tokenId: tokenId.trim(),
      discountHundredths: discountHundredths ?? 0,
      cardPrefix: cardPrefix.trim(),
    })),
    blockedCards: [...new Set(blockedLines(draft))].filter((line) => line !== ''),
  };
}
