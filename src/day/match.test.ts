import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import { match, verdictOf } from './match.ts';
import type { MatchInput } from './match.ts';
import type { DetailRow, Report, SummaryRow } from './report.ts';
import { entry, OTHER_TERMINAL, row, TERMINAL } from './testing/examples.ts';
import type { TillEntry } from './till-entry.ts';

const META = { resellerId: 'shop', terminalId: null, transactionPeriodId: '1', generatedAt: null };
const details = (rows: readonly DetailRow[]): Report => ({ shape: 'details', rows, root: 'TransactionDetails', meta: META });
const summary = (rows: readonly SummaryRow[]): Report => ({ shape: 'summary', rows, root: 'TerminalTransactionSummary', meta: META });

function matched(report: Report, entries: readonly TillEntry[], more: Partial<MatchInput> = {}) {
  return match({ report, terminalId: TERMINAL, scope: 'terminal', currency: 'SEK', entries, others: [], ...more });
}
function inDetail(rows: readonly DetailRow[], entries: readonly TillEntry[], more: Partial<MatchInput> = {}) {
  const comparison = matched(details(rows), entries, more);
  if (comparison.kind !== 'details') throw new Error('not in detail');
  return comparison;
}

describe('a report with a row for every transaction', () => {
  test('agrees if each reference is on both sides with the same amount', () => {
    const comparison = inDetail([row('r2', 250), row('r1', 100)], [entry('r1', 100), entry('r2', 250)]);
    expect(comparison.both.map(({ till }) => till.ersReference)).toEqual(['r1', 'r2']);
    expect(verdictOf(comparison)).toBe('agrees');
  });

  test('tells another amount from a missing one', () => {
    const comparison = inDetail([row('r1', 101), row('r3', 50)], [entry('r1', 100), entry('r2', 250)]);
    expect(comparison).toMatchObject({
      differs: [{ till: { ersReference: 'r1' }, seqr: { amount: { minor: 101 } } }],
      tillOnly: [{ ersReference: 'r2' }],
      seqrOnly: [{ ersReference: 'r3' }],
    });
    expect(verdictOf(comparison)).toBe('differs');
  });

  test('finds money that went back by its own reference and sign, never as its payment with another amount', () => {
    const comparison = inDetail([row('r1', 100), row('b1', -40), row('r1', -60)], [entry('r1', 100), entry('b1', -40)]);
    expect(comparison.both).toHaveLength(2);
    expect(comparison.differs).toEqual([]);
    expect(comparison.seqrOnly).toEqual([row('r1', -60)]);
  });

  test('a reference listed twice is found once; the second is SEQR only', () => {
    const comparison = inDetail([row('r1', 90), row('r1', 100)], [entry('r1', 100)]);
    expect(comparison.both).toHaveLength(1);
    expect(comparison.seqrOnly).toEqual([row('r1', 90)]);
  });

  test('what may lie in a lost period is never till only; if it is listed it is found (PF-17)', () => {
    const lost = entry('r1', 100, { mayBeLost: true });
    expect(inDetail([], [lost])).toMatchObject({ tillOnly: [], lost: [lost] });
    expect(verdictOf(inDetail([], [lost]))).toBe('lost');
    expect(verdictOf(inDetail([row('r1', 100)], [lost]))).toBe('agrees');
  });

  test('rows of the shop’s other terminals are left out, and said', () => {
    const others = [row('x1', 700, OTHER_TERMINAL), row('x2', -100, OTHER_TERMINAL)];
    const comparison = inDetail([row('r1', 100), ...others], [entry('r1', 100)], { scope: 'shop' });
    expect(verdictOf(comparison)).toBe('agrees');
    expect(comparison.elsewhere).toEqual({ count: 2, total: money(600, 'SEK') });
  });

  test('what the till has in another close is found there, and not missed if it is not', () => {
    const others = [entry('r8', 100), entry('r9', 100)];
    const comparison = inDetail([row('r9', 100)], [], { others });
    expect(comparison.both).toMatchObject([{ till: { ersReference: 'r9' }, otherClose: true }]);
    expect(comparison.tillOnly).toEqual([]);
  });

  test('every row and every entry is in exactly one list, whatever comes', () => {
    const reference = fc.constantFrom('r1', 'r2', 'r3', 'r4', null);
    const minor = fc.constantFrom(-200, -100, 100, 200);
    const rows = fc.array(fc.record({ reference, minor, terminal: fc.constantFrom(TERMINAL, OTHER_TERMINAL, null) }));
    const entries = fc.array(fc.record({ reference, minor, mayBeLost: fc.boolean() }));
    fc.assert(
      fc.property(rows, entries, (someRows, someEntries) => {
        const reported = someRows.map((each) => row(each.reference, each.minor, each.terminal));
        const known = someEntries.map((each) => entry(each.reference, each.minor, { mayBeLost: each.mayBeLost }));
        const { both, differs, tillOnly, seqrOnly, lost, elsewhere } = inDetail(reported, known);
        const pairs = [...both, ...differs];
        expect(new Set([...pairs.map(({ till }) => till), ...tillOnly, ...lost])).toEqual(new Set(known));
        expect(pairs.length + tillOnly.length + lost.length).toBe(known.length);
        expect(pairs.length + seqrOnly.length + elsewhere.count).toBe(reported.length);
        for (const { till, seqr } of pairs) {
          expect(till.ersReference).toBe(seqr.ersReference);
          expect(Math.sign(till.amount.minor)).toBe(Math.sign(seqr.amount.minor));
        }
        // Nothing is called missing that an unexplained row of the same reference and amount would explain.
        for (const missing of [...tillOnly, ...lost])
          expect(
            seqrOnly.filter(
              (each) =>
                each.ersReference !== null && each.ersReference === missing.ersReference && each.amount.minor === missing.amount.minor,
            ),
          ).toEqual([]);
      }),
    );
  });
});

describe('a report with counts and totals', () => {
  const entries = [entry('r1', 100), entry('r2', 250), entry('b1', -50)];
  const figure = (count: number, minor: number, terminalId: string | null = null): SummaryRow => ({
    terminalId,
    cashierId: null,
    count,
    total: money(minor, 'SEK'),
  });

  test.each([
    ['counts what went back', 3, 300, 'agrees'],
    ['counts sales only', 2, 300, 'agrees'],
    ['has another total', 3, 299, 'differs'],
    ['has another count', 4, 300, 'differs'],
  ])('%s', (_, count, minor, verdict) => {
    expect(verdictOf(matched(summary([figure(count, minor)]), entries))).toBe(verdict);
  });

  test('of a whole shop is compared by this terminal’s row, and not at all without one', () => {
    const byTerminal = summary([figure(3, 300, TERMINAL), figure(9, 900, OTHER_TERMINAL)]);
    expect(verdictOf(matched(byTerminal, entries, { scope: 'shop' }))).toBe('agrees');
    expect(verdictOf(matched(summary([figure(9, 900)]), entries, { scope: 'shop' }))).toBe('notComparable');
    expect(verdictOf(matched(summary([figure(9, 900, OTHER_TERMINAL)]), [], { scope: 'shop' }))).toBe('agrees');
  });

  test('may or may not hold what fell into a lost period', () => {
    const lost = entry('r3', 1_000, { mayBeLost: true });
    expect(verdictOf(matched(summary([figure(3, 300)]), [...entries, lost]))).toBe('lost');
    expect(verdictOf(matched(summary([figure(4, 1_300)]), [...entries, lost]))).toBe('lost');
    expect(verdictOf(matched(summary([figure(4, 800)]), [...entries, lost]))).toBe('differs');
  });
});
