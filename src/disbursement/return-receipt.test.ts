import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, money, ONE, subtract, sum } from '../money/index.ts';
import { receiptText } from '../receipt/index.ts';
import type { Receipt } from '../receipt/index.ts';
import { exampleReceipt } from '../receipt/testing/example.ts';
import { anySale } from '../sale/testing/arbitraries.ts';
import { buildReturn, refundable, refundPlan } from './index.ts';
import type { RefundWish, ReturnParts } from './index.ts';
import { exampleRefund } from './testing/example-refund.ts';

function returned(original: Receipt, wish: RefundWish, more: Partial<ReturnParts> = {}) {
  const result = refundPlan(original, refundable(original, []), wish);
  if (!result.ok) throw new Error(result.problem);
  return buildReturn({
    facts: exampleRefund(original, result.plan).facts,
    practice: original.practice,
    number: 1043,
    issuedAt: '2026-11-24T10:00:01.000+01:00',
    business: original.business,
    ersReference: '2026112410000012301032679',
    language: original.language,
    ...more,
  });
}

describe('the return receipt', () => {
  it('says what is returned, of which receipt and why, with negative amounts', () => {
    const receipt = returned(exampleReceipt(), {
      kind: 'rows',
      rows: [
        { index: 0, quantityMilli: ONE },
        { index: 2, quantityMilli: ONE },
      ],
    });
    expect(receiptText(receipt, { columns: 42, copy: false })).toBe(`              *** RETURN ***
                Café & Co
           Org. no. 556000-0000
               Storgatan 1
             111 22 Stockholm

Return receipt 1043    2026-11-24 10:00:01
Register                            Till 1
Cashier                              7 Åsa

Returns receipt 1042
                    of 2026-11-23 18:36:07
Payment’s reference
                 2015102910184861801032678
Reason                          Wrong size
------------------------------------------
1 Brewed coffee                     -35.00
  Discount                            1.59
1 Mug                              -149.00
  Discount                           21.00
------------------------------------------
Total                          -161.41 SEK
VAT 25 % (net -102.40)              -25.60
VAT 12 % (net -29.83)                -3.58
VAT in all                          -29.18
------------------------------------------
SEQR refund                    -161.41 SEK
SEQR reference   2026112410000012301032679
Invoice reference        20151029186719114
Payment id                        KREFUND1

               [0000001043]
      Not a certified cash register
`);
  });

  it('of an amount has a row for each VAT rate, and its tender is SEQR', () => {
    const receipt = returned(exampleReceipt(), { kind: 'amount', amount: money(10_000, 'SEK') });
    expect(receipt.rows.map(({ name, unit, quantityMilli, vatRate, total }) => [name, unit, quantityMilli, vatRate, total.minor])).toEqual([
      ['Refund of receipt 1042', 'EA', ONE, 2500, -6101],
      ['Refund of receipt 1042', 'EA', ONE, 1200, -3185],
      ['Refund of receipt 1042', 'EA', ONE, 600, -714],
    ]);
    expect(receipt.tenders).toMatchObject([{ kind: 'seqr', amount: money(-10_000, 'SEK'), ersReference: '2026112410000012301032679' }]);
  });

  it('in Swedish is a returkvitto, and of practice is marked so', () => {
    const text = receiptText(returned(exampleReceipt({ language: 'sv', practice: true }), { kind: 'amount', amount: money(100, 'SEK') }), {
      columns: 42,
      copy: true,
    });
    for (const words of [
      '*** ÖVNING ***',
      '*** RETUR ***',
      '*** KOPIA ***',
      'Returkvitto 1043',
      'Avser kvitto 1042',
      'Återbetalning av kvitto 1042',
      'SEQR-återbetalning',
    ])
      expect(text).toContain(words);
  });

  it('adds up: rows, VAT and tender, all of them negative', () => {
    fc.assert(
      fc.property(anySale, fc.boolean(), (sale, byAmount) => {
        const original = exampleReceipt({ sale });
        if (original.total.minor === 0) return;
        const receipt = returned(original, byAmount ? { kind: 'amount', amount: original.total } : { kind: 'whole' });
        expect(
          sum(
            receipt.rows.map((row) => row.total),
            'SEK',
          ),
        ).toEqual(receipt.total);
        expect(
          sum(
            receipt.vat.map((group) => group.gross),
            'SEK',
          ),
        ).toEqual(receipt.total);
        expect(receipt.tenders[0]?.amount).toEqual(receipt.total);
        expect(add(receipt.total, original.total).minor).toBe(0);
        expect(add(receipt.vatTotal, original.vatTotal).minor).toBe(0);
        for (const row of receipt.rows) {
          expect(Math.max(row.gross.minor, row.discount.minor, row.total.minor)).toBeLessThanOrEqual(0);
          expect(subtract(row.gross, row.discount)).toEqual(row.total);
        }
      }),
    );
  });
});
