import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerToken } from '../protocol/index.ts';
import { cardFromScan, cardTerms, isGamingToken, needsWord, swipedToken } from './loyalty.ts';
import type { LoyaltyRules } from './loyalty.ts';
import { termsOfSale } from './terms.ts';
import { exampleTerms, LIVE as live } from './testing/example.ts';

const CARD: CustomerToken = { id: 'CLUB', value: '97521234', status: 0 };
/** What a sale of so much asks for once a customer has shown a card with that discount. */
function withCard(minor: number, discountHundredths: number) {
  const memberships = [{ tokenId: 'CLUB', name: 'Club', discountHundredths, cardPrefix: '' }];
  return cardTerms(exampleTerms(minor), [CARD], { memberships, blockedCards: [] });
}

describe("a card's discount (protocol §5)", () => {
  test('always leaves something to pay, is the whole discount or none, and the card is answered', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100_000 })),
        fc.integer({ min: 0, max: 9_900 }),
        (minor, discountHundredths) => {
          const before = exampleTerms(minor);
          const terms = withCard(minor, discountHundredths);
          expect(terms.amount.minor).toBeGreaterThan(0);
          expect(terms).toEqual(termsOfSale(terms.sale, terms.tokens));
          expect(terms.tokens).toEqual([{ ...CARD, status: 1 }]);
          const { member, ...sale } = terms.sale;
          expect(sale).toEqual(before.sale);
          if (member === undefined) expect(terms.amount).toEqual(before.amount);
          else expect(member).toEqual({ tokenId: 'CLUB', name: 'Club', discountHundredths, card: '97521234' });
        },
      ),
    );
  });

  test.each([
    [1, 9_900, 1],
    [1, 5_000, 1],
    [1, 4_900, 1],
    [100, 9_900, 1],
    [14_900, 1_000, 13_410],
  ])('of %i öre at %i hundredths of a percent leaves %i', (minor, discountHundredths, left) => {
    expect(withCard(minor, discountHundredths).amount.minor).toBe(left);
  });
});

const CLUB = { tokenId: 'CLUB', name: 'Club', discountHundredths: 1_000, cardPrefix: '9752' };
const GOLD = { tokenId: 'Gold', name: 'Gold card', discountHundredths: 2_000, cardPrefix: '' };
const RULES: LoyaltyRules = { memberships: [CLUB, GOLD], blockedCards: ['97529999', 'G-0'] };
const GAMING: CustomerToken = { id: 'I_GAMING_INTEGRATION', value: 'player', status: 0 };

describe('what a card is to the shop (protocol §5)', () => {
  test.each<[string, CustomerToken, number, string | undefined]>([
    ['known by its id, without regard to letter case', { id: 'club', value: '1', status: 0 }, 1, 'Club'],
    ['known by its description', { id: '7', value: '1', description: 'GOLD', status: 0 }, 1, 'Gold card'],
    ['without a number', { id: 'CLUB', status: 0 }, 1, 'Club'],
    ['of no kind that it honours', { id: 'OTHER', value: '1', description: 'Other', status: 0 }, 99, undefined],
    ['that gets nothing', { id: 'CLUB', value: '97529999', status: 0 }, 90, undefined],
  ])('%s', (_name, token, status, name) => {
    const { sale, tokens } = cardTerms(exampleTerms(10_000), [token], RULES);
    expect(tokens).toEqual([{ ...token, status }]);
    expect(sale.member?.name).toBe(name);
    if (name !== undefined) expect(sale.member?.card).toBe(token.value ?? '');
  });

  test('the first that it honours gives its discount, and one swiped at the till counts instead', () => {
    const gold: CustomerToken = { id: 'GOLD', value: 'G-1', status: 0 };
    const shown = cardTerms(exampleTerms(10_000), [{ ...CARD, id: 'OTHER' }, gold, CARD], RULES);
    expect(shown.tokens.map(({ status }) => status)).toEqual([99, 1, 1]);
    expect([shown.sale.member?.tokenId, shown.amount.minor]).toEqual(['Gold', 8_000]);
    const member = { tokenId: 'CLUB', name: 'Club', discountHundredths: 1_000, card: '97521234' };
    const swiped = termsOfSale({ ...exampleTerms(10_000).sale, member }, [swipedToken(member)]);
    const both = cardTerms(swiped, [gold], RULES);
    expect(both.sale).toEqual(swiped.sale);
    expect(both.tokens).toEqual([
      { id: 'CLUB', value: '97521234', description: 'Club', status: 1 },
      { ...gold, status: 1 },
    ]);
  });

  test('an answer takes the place of an earlier one about the same card', () => {
    const before = termsOfSale(exampleTerms(10_000).sale, [
      { ...CARD, status: 99 },
      { ...CARD, value: '2', status: 99 },
      { ...CARD, id: 'GOLD', status: 99 },
    ]);
    const { tokens } = cardTerms(before, [CARD, { ...CARD, value: '3' }], RULES);
    expect(tokens.map(({ id, value, status }) => [id, value, status])).toEqual([
      ['CLUB', '2', 99],
      ['GOLD', '97521234', 99],
      ['CLUB', '97521234', 1],
      ['CLUB', '3', 1],
    ]);
  });

  test('what has been answered, and the account of a player, is no card', () => {
    const before = exampleTerms(10_000);
    expect(cardTerms(before, [{ ...CARD, status: 1 }, GAMING], RULES)).toEqual(before);
    expect(
      [GAMING, { id: '7', description: 'i_gaming_integration' }, CARD, {}].map((token) => isGamingToken({ status: 0, ...token })),
    ).toEqual([true, true, false, false]);
  });
});

describe('when SEQR waits for the word of the till (protocol §5)', () => {
  const held = { ...live, status: 'PENDING_ISSUER_ACKNOWLEDGE' };
  const answeredBy = (token: CustomerToken) => termsOfSale(live.terms.sale, [token]);

  test.each<[string, Partial<typeof live>, readonly CustomerToken[], boolean]>([
    ['a phone is held', held, [], true],
    ['a card is shown', {}, [CARD], true],
    ['nothing is shown', {}, [], false],
    ['only a player is shown', {}, [GAMING], false],
    ['a card has been answered', { terms: answeredBy({ ...CARD, status: 1 }) }, [CARD], false],
    ['a card has been answered, as far as is known', { doubts: [answeredBy({ ...CARD, status: 1 })] }, [CARD], false],
    ['another card of its kind has been answered', { terms: answeredBy({ ...CARD, value: '2', status: 1 }) }, [CARD], true],
    ['a card of another kind has been answered', { terms: answeredBy({ ...CARD, id: 'GOLD', status: 1 }) }, [CARD], true],
    ['one of two has been answered', { terms: answeredBy({ ...CARD, status: 1 }) }, [CARD, { ...CARD, value: '2' }], true],
    ['a card is shown in another status', { status: 'PARTIALLY_PAID' }, [CARD], false],
    ['a change is on its way', { ...held, asked: live.terms }, [CARD], false],
    ['a cancel is wished', { ...held, cancelWished: true }, [CARD], false],
    ['it is set aside', { ...held, setAside: true }, [CARD], false],
  ])('%s', (_name, difference, offered, needed) => {
    expect(needsWord({ ...live, ...difference }, offered)).toBe(needed);
  });
});

describe('a scan of a card', () => {
  const known = { tokenId: 'CLUB', name: 'Club', discountHundredths: 1_000 };
  test.each([
    ['97521234', { ...known, card: '97521234' }],
    ['97529999', 'blocked'],
    ['9752', null],
    ['19752', null],
    ['', null],
    ['G-0', null],
  ] as const)('%s', (code, card) => {
    expect(cardFromScan(code, RULES)).toEqual(card);
  });

  test('is told to SEQR as used', () => {
    expect(swipedToken({ ...known, card: '97521234' })).toEqual({ id: 'CLUB', value: '97521234', description: 'Club', status: 1 });
  });
});
