import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/catalogue/index.ts';
import { loyaltySchema } from '../../../src/contract/index.ts';
import { money } from '../../../src/money/index.ts';
import { translator } from '../../../src/text/index.ts';
import { emptyMembership, loyaltyDraft, loyaltyOf, loyaltyProblems } from './loyalty-draft.ts';
import type { LoyaltyDraft, MembershipDraft } from './loyalty-draft.ts';

const t = translator('en');
const club: MembershipDraft = { key: 0, name: 'Club', tokenId: 'CLUB', discountHundredths: 1_000, cardPrefix: '9752' };
const milk: Product = {
  id: 'p',
  name: 'Milk',
  price: money(1_500, 'SEK'),
  vatRate: 1_200,
  unit: 'EA',
  category: '',
  retired: false,
  ean: '7310865004703',
};

const draft = (memberships: readonly MembershipDraft[], blocked = ''): LoyaltyDraft => ({
  acknowledgment: 'withCard',
  memberships,
  blocked,
});
const problems = (form: LoyaltyDraft) => loyaltyProblems(form, [milk], t);
const prefix = (cardPrefix: string, others: readonly MembershipDraft[] = []) =>
  problems(draft([{ ...club, cardPrefix }, ...others])).memberships[0]?.prefix;

describe('the rules for cards, as they are typed', () => {
  it('what passes here passes the contract, and comes back as it was', () => {
    const form = draft([{ ...club, name: '  Club ' }], '97520001\n\n 97520002 \n97520001');
    const rules = loyaltyOf(form, problems(form));
    expect(loyaltySchema.parse(rules)).toEqual(rules);
    expect(rules?.blockedCards).toEqual(['97520001', '97520002']);
    expect(loyaltyDraft(rules ?? loyaltySchema.parse({})).memberships).toEqual([club]);
  });

  it('a new kind of card is wrong in all it lacks, and nothing is saved', () => {
    const form = draft([club, emptyMembership([club])]);
    expect(problems(form).memberships[1]).toMatchObject({
      name: 'Write what the shop calls it.',
      tokenId: 'Write its type at SEQR.',
      prefix: null,
    });
    expect(loyaltyOf(form, problems(form))).toBeNull();
  });

  it('a scan is one kind of card and no product', () => {
    expect(prefix('')).toBeNull();
    expect(prefix('9752')).toBeNull();
    expect(prefix('97')).toContain('4 to 20');
    expect(prefix('7310')).toContain('Milk has a code that begins so');
    expect(prefix('975', [])).not.toBeNull();
    expect(prefix('97521', [{ ...club, key: 1, tokenId: 'OTHER' }])).toContain('begins with 9752');
  });

  it('one type at SEQR is one kind of card, whatever its letters', () => {
    const [, second] = problems(draft([club, { ...club, key: 1, tokenId: 'club', cardPrefix: '' }])).memberships;
    expect(second?.tokenId).toContain('has this type already');
  });

  it('something is left to pay', () => {
    const percent = (discountHundredths: number | null) => problems(draft([{ ...club, discountHundredths }])).memberships[0]?.percent;
    expect([0, 9_900].map(percent)).toEqual([null, null]);
    expect([null, -1, 9_901].map(percent).every((problem) => problem !== null)).toBe(true);
  });

  it('names the line of a blocked card that is none', () => {
    expect(problems(draft([], `1\n${'9'.repeat(65)}`)).blocked).toContain('line 2');
  });
});
