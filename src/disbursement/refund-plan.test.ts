import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, equals, money, ONE, sum, zero } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Receipt } from '../receipt/index.ts';
import { exampleReceipt } from '../receipt/testing/example.ts';
import { anySale, exampleRow, exampleSale } from '../sale/testing/arbitraries.ts';
import { holdsMoney, refundable, refundInvoice, refundPlan, rowShares } from './index.ts';
import type { Disbursement, RefundPlan, RefundWish } from './index.ts';
import { exampleRefund } from './testing/example-refund.ts';

const sek = (minor: number) => money(minor, 'SEK');

/** Plans one refund after the others; @throws if it is refused. */
function planned(receipt: Receipt, before: readonly Disbursement[], wish: RefundWish): RefundPlan {
  const result = refundPlan(receipt, refundable(receipt, before), wish);
  if (!result.ok) throw new Error(result.problem);
  return result.plan;
}

const problemOf = (receipt: Receipt, before: readonly Disbursement[], wish: RefundWish) => {
  const result = refundPlan(receipt, refundable(receipt, before), wish);
  return result.ok ? null : result.problem;
};

describe('what a refund comes to (PF-14, till-features B11)', () => {
  // 70.00 at 12 %, 15.71 at 6 %, 149.00 - 14.90 at 25 %; 10.00 off it all: 209.81 paid.
  const receipt = exampleReceipt();

  it('whole: every row, with its discount and its share of the sale’s', () => {
    const plan = planned(receipt, [], { kind: 'whole' });
    expect(plan.amount).toEqual(sek(20_981));
    expect(plan.rows.map((part) => [part.index, part.quantityMilli, part.gross.minor, part.amount.minor])).toEqual([
      [0, 2000, 7000, 6682],
      [1, 450, 1571, 1499],
      [2, 1000, 14_900, 12_800],
    ]);
    expect(plan.vat.map((group) => [group.rate, group.gross.minor, group.vat.minor])).toEqual(
      receipt.vat.map((group) => [group.rate, group.gross.minor, group.vat.minor]),
    );
  });

  it('by row and quantity: one of two coffees, then the other', () => {
    const one: RefundWish = { kind: 'rows', rows: [{ index: 0, quantityMilli: ONE }] };
    const first = exampleRefund(receipt, planned(receipt, [], one));
    expect(first.facts.amount).toEqual(sek(3341)); // half of 70.00 less its 3.18 of the 10.00
    expect(planned(receipt, [first], one).amount).toEqual(sek(3341));
    expect(problemOf(receipt, [first], { kind: 'rows', rows: [{ index: 0, quantityMilli: 2 * ONE }] })).toBe('more-than-sold');
    expect(problemOf(receipt, [first], { kind: 'rows', rows: [{ index: 0, quantityMilli: 500 }] })).toBe('quantity-not-whole');
    for (const quantityMilli of [0, -ONE])
      expect(problemOf(receipt, [], { kind: 'rows', rows: [{ index: 0, quantityMilli }] })).toBe('nothing-chosen');
    expect(problemOf(receipt, [], { kind: 'rows', rows: [] })).toBe('nothing-chosen');
    for (const index of [-1, 3])
      expect(problemOf(receipt, [], { kind: 'rows', rows: [{ index, quantityMilli: ONE }] })).toBe('more-than-sold');
  });

  it('by rows, in the order of the receipt, and not at all if nothing of one of them is chosen', () => {
    const [last, first] = [2, 0].map((index) => ({ index, quantityMilli: ONE }));
    if (last === undefined || first === undefined) throw new Error('two rows');
    const plan = planned(receipt, [], { kind: 'rows', rows: [last, first] });
    expect(plan.rows.map(({ index }) => index)).toEqual([0, 2]);
    expect(planned(receipt, [exampleRefund(receipt, plan)], { kind: 'whole' }).rows.map(({ index }) => index)).toEqual([0, 1]);
    const all = exampleRefund(receipt, planned(receipt, [], { kind: 'rows', rows: [last] }));
    expect(planned(receipt, [all], { kind: 'whole' }).rows.map(({ index }) => index)).toEqual([0, 1]);
    for (const quantityMilli of [0, -ONE])
      expect(problemOf(receipt, [], { kind: 'rows', rows: [first, { index: 2, quantityMilli }] })).toBe('nothing-chosen');
  });

  it('by amount: split over the VAT rates by what is left of each', () => {
    const plan = planned(receipt, [], { kind: 'amount', amount: sek(10_000) });
    expect(plan.vat.map((group) => [group.rate, group.gross.minor, group.vat.minor])).toEqual([
      [2500, 6101, 1220],
      [1200, 3185, 341],
      [600, 714, 40], // 7.14 × 6/106 = 0.404
    ]);
    expect(problemOf(receipt, [], { kind: 'amount', amount: sek(20_982) })).toBe('more-than-left');
    for (const minor of [0, -1]) expect(problemOf(receipt, [], { kind: 'amount', amount: sek(minor) })).toBe('nothing-chosen');
    expect(problemOf(receipt, [], { kind: 'amount', amount: { currency: 'SEK', minor: 0.5 } })).toBe('nothing-chosen');
    expect(problemOf(receipt, [], { kind: 'amount', amount: money(1, 'EUR') })).toBe('currency-differs');
    expect(planned(receipt, [], { kind: 'amount', amount: sek(20_981) }).amount).toEqual(receipt.total);
    expect(planned(receipt, [], { kind: 'amount', amount: sek(1) }).vat).toHaveLength(1);
  });

  it.each([
    ['sending', { kind: 'sending' }, 0],
    ['unknown', { kind: 'unknown' }, 0],
    ['refused', { kind: 'refused', resultCode: 97 }, 20_981],
    ['not sent', { kind: 'notSent' }, 20_981],
    ['found not to have been done', { kind: 'notDone', resolvedBy: 'report', reference: null }, 20_981],
  ] as const)('of one that is %s the money can be given back again only if it did not go', (_what, state, left) => {
    const before = exampleRefund(receipt, planned(receipt, [], { kind: 'whole' }), state);
    expect(refundable(receipt, [before]).amount.minor).toBe(left);
    expect(problemOf(receipt, [before], { kind: 'whole' })).toBe(left === 0 ? 'nothing-left' : null);
  });

  it('whole after an amount: the rest as an amount, since no row is worth it', () => {
    const before = exampleRefund(receipt, planned(receipt, [], { kind: 'amount', amount: sek(10_000) }));
    const rest = planned(receipt, [before], { kind: 'whole' });
    expect([rest.amount.minor, rest.rows]).toEqual([10_981, []]);
    expect(problemOf(receipt, [before], { kind: 'rows', rows: [{ index: 2, quantityMilli: ONE }] })).toBe('more-than-left');
  });

  it('by row no more of a VAT rate than is left of it, though more is left of the sale', () => {
    // 30.50 of the 128.00 for the mug went back with the amount; 159.81 is left in all.
    const before = exampleRefund(receipt, planned(receipt, [], { kind: 'amount', amount: sek(5000) }));
    expect(problemOf(receipt, [before], { kind: 'rows', rows: [{ index: 2, quantityMilli: ONE }] })).toBe('more-than-left');
    expect(planned(receipt, [before], { kind: 'rows', rows: [{ index: 0, quantityMilli: ONE }] }).amount).toEqual(sek(3341));
  });

  it('by row each row once: a wish that names it twice gives back nothing', () => {
    const two = exampleReceipt({ sale: exampleSale([exampleRow('a', 10_000), exampleRow('b', 10_000)]) });
    const row = { index: 0, quantityMilli: ONE };
    expect(problemOf(two, [], { kind: 'rows', rows: [row, row] })).toBe('more-than-sold');
    expect(planned(two, [], { kind: 'rows', rows: [row] }).amount).toEqual(sek(10_000));
  });

  it('counts another receipt’s refunds for nothing', () => {
    const other = exampleReceipt({ number: 7 });
    expect(refundable(receipt, [exampleRefund(other, planned(other, [], { kind: 'whole' }))]).amount).toEqual(receipt.total);
  });
});

/** Thousandths. Not a `fc.double`: of those from 0 to 1 nearly all lie next to 0, and nearly nothing would go back. */
const portion = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 1000));

/** What may come next: a wish for rows (how much of what is left of each, and perhaps one of them named again) or for a part of the money, with what becomes of it. */
const anyStep = fc.record({
  wish: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('rows' as const),
        portions: fc.array(portion, { minLength: 1, maxLength: 20 }),
        again: fc.option(fc.nat()),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('amount' as const), portion }) },
  ),
  isUnknown: fc.boolean(),
  /** Before it, SEQR's answer about the oldest unknown one: it was not done. */
  resolves: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

describe('refunds of any sale in any parts', () => {
  const anyReceipt = anySale.map((sale) => exampleReceipt({ sale })).filter((receipt) => receipt.total.minor > 0);

  function wishFrom(receipt: Receipt, before: readonly Disbursement[], { wish }: Step): RefundWish {
    const left = refundable(receipt, before);
    if (wish.kind === 'amount') return { kind: 'amount', amount: sek(Math.floor((left.amount.minor * wish.portion) / 1000)) };
    const rows = left.rows.flatMap(({ index, quantityMilli }) => {
      const unit = receipt.rows[index]?.unit === 'EA' ? ONE : 1;
      const quantity = Math.floor(((wish.portions[index % wish.portions.length] ?? 0) * quantityMilli) / 1000 / unit) * unit;
      return quantity > 0 ? [{ index, quantityMilli: quantity }] : [];
    });
    const again = wish.again === null ? undefined : rows[wish.again % rows.length];
    return { kind: 'rows', rows: again === undefined ? rows : [...rows, again] };
  }

  function resolved(done: readonly Disbursement[]): readonly Disbursement[] {
    const oldest = done.find(({ state }) => state.kind === 'unknown');
    return done.map((each): Disbursement =>
      each === oldest ? { ...each, state: { kind: 'notDone', resolvedBy: 'report', reference: null } } : each,
    );
  }

  /** Counted from what was sent alone, and not from what the till calls left. */
  function expectNoMoreThanPaid(receipt: Receipt, done: readonly Disbursement[]): void {
    const gone = done.flatMap(({ facts, state }) => (facts.kind === 'refund' && holdsMoney(state) ? [facts] : []));
    const total = (amounts: readonly Money[]): number => sum(amounts, 'SEK').minor;
    expect(total(gone.map(({ amount }) => amount))).toBeLessThanOrEqual(receipt.total.minor);
    const shares = rowShares(receipt);
    receipt.rows.forEach((row, index) => {
      const parts = gone.flatMap(({ rows }) => rows.filter((part) => part.index === index));
      expect(parts.reduce((quantity, part) => quantity + part.quantityMilli, 0)).toBeLessThanOrEqual(row.quantityMilli);
      expect(total(parts.map(({ amount }) => amount))).toBeLessThanOrEqual(shares[index]?.minor ?? 0);
      expect(total(parts.map(({ gross }) => gross))).toBeLessThanOrEqual(row.gross.minor);
    });
    for (const charged of receipt.vat) {
      const parts = gone.flatMap(({ vat }) => vat.filter(({ rate }) => rate === charged.rate));
      expect(total(parts.map(({ gross }) => gross))).toBeLessThanOrEqual(charged.gross.minor);
      expect(total(parts.map(({ vat }) => vat))).toBeLessThanOrEqual(charged.vat.minor);
    }
  }

  it('never come to more than was paid, of any row, at any VAT rate or in all, and end at just that (PF-14)', () => {
    fc.assert(
      fc.property(anyReceipt, fc.array(anyStep, { maxLength: 6 }), (receipt, steps) => {
        let done: readonly Disbursement[] = [];
        for (const step of [...steps, null]) {
          if (step?.resolves === true) done = resolved(done);
          const result = refundPlan(receipt, refundable(receipt, done), step === null ? { kind: 'whole' } : wishFrom(receipt, done, step));
          if (!result.ok) continue;
          const { plan } = result;
          expect(plan.amount.minor).toBeGreaterThan(0);
          expect(
            sum(
              plan.vat.map((group) => group.gross),
              'SEK',
            ),
          ).toEqual(plan.amount);
          for (const group of plan.vat) {
            expect(add(group.vat, group.net)).toEqual(group.gross);
            expect(group.vat.minor).toBeGreaterThanOrEqual(0);
            expect(group.net.minor).toBeGreaterThanOrEqual(0);
            if (plan.rows.length > 0)
              expect(
                sum(
                  plan.rows.filter((part) => part.vatRate === group.rate).map((part) => part.amount),
                  'SEK',
                ),
              ).toEqual(group.gross);
          }
          for (const part of plan.rows) {
            expect(part.amount.minor).toBeGreaterThanOrEqual(0);
            expect(part.gross.minor).toBeGreaterThanOrEqual(part.amount.minor);
          }
          const refund = exampleRefund(receipt, plan, ...(step?.isUnknown === true ? [{ kind: 'unknown' } as const] : []));
          const invoice = refundInvoice(refund.facts, { title: 'Shop', footer: '', language: 'en' });
          expect(
            sum(
              invoice.invoiceRows.map((row) => row.itemTotalAmount),
              'SEK',
            ),
          ).toEqual(plan.amount);
          for (const row of invoice.invoiceRows) expect(row.itemTotalAmount.minor).toBeGreaterThan(0);
          done = [...done, refund];
          expectNoMoreThanPaid(receipt, done);
        }
        const left = refundable(receipt, done);
        expect(left.amount.minor).toBe(0);
        expect(left.vat.every((group) => group.gross.minor === 0 && group.vat.minor === 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('row by row, piece by piece, end at the öre that was paid', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        const shares = rowShares(receipt);
        let done: readonly Disbursement[] = [];
        receipt.rows.forEach((row, index) => {
          const pieces = row.quantityMilli / ONE;
          // A piece that cost less than an öre may give nothing back by itself.
          const single = row.unit === 'EA' && pieces <= 20 && (shares[index]?.minor ?? 0) >= pieces;
          for (const quantityMilli of single ? Array.from({ length: pieces }, () => ONE) : [row.quantityMilli]) {
            const result = refundPlan(receipt, refundable(receipt, done), { kind: 'rows', rows: [{ index, quantityMilli }] });
            // A row that cost nothing gives nothing back.
            if (!result.ok) expect(result.problem).toMatch(/nothing/);
            else done = [...done, exampleRefund(receipt, result.plan)];
          }
        });
        expect(refundable(receipt, done).amount.minor).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('hold no more VAT than they come to, however the roundings of others met that were not done', () => {
    const receipt = exampleReceipt({ sale: exampleSale([exampleRow('a', 100)]) });
    const sent: Disbursement[] = [];
    for (const [minor, kind] of [
      [3, 'unknown'],
      [3, 'done'],
      [2, 'unknown'],
      [4, 'done'],
    ] as const) {
      const plan = planned(receipt, sent, { kind: 'amount', amount: sek(minor) });
      sent.push(exampleRefund(receipt, plan, ...(kind === 'unknown' ? [{ kind }] : [])));
    }
    const done = sent.filter(({ state }) => state.kind === 'done');
    // 0.07 has gone back, and by these roundings no VAT with it, though 0.08 hold 0.02.
    expect(planned(receipt, done, { kind: 'amount', amount: sek(1) }).vat).toEqual([
      { rate: 2500, gross: sek(1), vat: sek(1), net: sek(0) },
    ]);
  });

  it('resolve what was unknown as not done without losing an öre', () => {
    const receipt = exampleReceipt({
      sale: exampleSale([exampleRow('a', 3333, { quantityMilli: 3000, vatRate: 1200 })], { kind: 'amount', amount: sek(1) }),
    });
    const one: RefundWish = { kind: 'rows', rows: [{ index: 0, quantityMilli: ONE }] };
    const unknown = exampleRefund(receipt, planned(receipt, [], one), { kind: 'unknown' });
    const second = exampleRefund(receipt, planned(receipt, [unknown], one));
    const notDone: Disbursement = { ...unknown, state: { kind: 'notDone', resolvedBy: 'supervisor', reference: 'SEQR-17' } };
    const rest = exampleRefund(receipt, planned(receipt, [notDone, second], { kind: 'whole' }));
    expect(rest.facts.rows[0]?.quantityMilli).toBe(2 * ONE);
    const left = refundable(receipt, [notDone, second, rest]);
    expect([left.amount.minor, left.vat[0]?.vat.minor]).toEqual([0, 0]);
  });
});

it('the rows of a sale were paid with its total, to the öre', () => {
  fc.assert(
    fc.property(anySale, (sale) => {
      const receipt = exampleReceipt({ sale });
      const shares = rowShares(receipt);
      expect(equals(sum(shares, 'SEK'), receipt.rows.length === 0 ? zero('SEK') : receipt.total)).toBe(true);
      shares.forEach((share, index) => {
        expect(share.minor).toBeGreaterThanOrEqual(0);
        expect(share.minor).toBeLessThanOrEqual(receipt.rows[index]?.total.minor ?? 0);
      });
    }),
  );
});
