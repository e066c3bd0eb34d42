import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerToken } from '../protocol/index.ts';
import { cardTerms } from './loyalty.ts';
import { termsOfSale } from './terms.ts';
import { exampleTerms } from './testing/example.ts';

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
