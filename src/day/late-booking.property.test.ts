import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LateSeqr } from './testing/late-seqr.ts';
import type { LateSending, LostMark } from './testing/late-seqr.ts';

/*
 * Refunds and pay-outs that appear in a report hours or whole periods after they were sent, under a reference of their own,
 * under their payment's, or under none; marks without an answer that cut the period at any moment of the day after, or never;
 * few amounts, so that many records could own a row.
 */

type Step =
  | { readonly kind: 'send'; readonly sending: LateSending }
  | { readonly kind: 'close'; readonly lost: LostMark | null }
  | { readonly kind: 'wait'; readonly hours: number };

/** Later than the hours of the rule, or its periods, SEQR books nothing (PF-14). */
const late = fc.oneof(fc.record({ hours: fc.integer({ min: 0, max: 71 }) }), fc.record({ periods: fc.integer({ min: 0, max: 2 }) }));
const sending: fc.Arbitrary<LateSending> = fc.record({
  of: fc.constantFrom('refund', 'refund', 'credit'),
  minor: fc.constantFrom(40, 40, 50),
  carriedOut: fc.boolean(),
  answered: fc.boolean(),
  listedUnder: fc.constantFrom('own', 'own', 'own', 'payment', 'none'),
  late,
  clockKnown: fc.boolean(),
});
const lost = fc.record({ cutsAfterHours: fc.option(fc.integer({ min: 0, max: 23 })) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send'), sending }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('close'), lost: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), lost }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: 1, max: 80 }) }) },
);
/** In the end only such refunds are sent as SEQR answers at once, so that some are listed, and the shop goes on closing its days. */
const QUIET_DAYS: readonly Step[] = Array.from({ length: 6 }, (): readonly Step[] => [
  { kind: 'wait', hours: 26 },
  {
    kind: 'send',
    sending: { of: 'refund', minor: 70, carriedOut: true, answered: true, listedUnder: 'own', late: { hours: 0 }, clockKnown: true },
  },
  { kind: 'close', lost: null },
]).flat();

test('never says not done of what SEQR carries out, however late it is booked, and never done of what it does not (PF-14)', () => {
  const seen = { done: 0, notDone: 0, stays: 0 };

  /** Closes, and takes what the reports say into the book, if it is true. */
  function close(seqr: LateSeqr, lostMark: LostMark | null): void {
    for (const resolution of seqr.close(lostMark)) {
      const record = seqr.records.find(({ id }) => id === resolution.id);
      if (record === undefined || resolution.subject !== 'disbursement') throw new Error('nobody sent it');
      seen[resolution.verdict] += 1;
      if (resolution.verdict === 'stays') continue;
      expect(resolution.verdict, record.id).toBe(record.sending.carriedOut ? 'done' : 'notDone');
      record.reference = resolution.verdict === 'done' ? resolution.ersReference : null;
      record.outcome = resolution.verdict === 'notDone' ? 'notDone' : record.reference === null ? 'untold' : 'told';
      // A reference is that of the row which is really its own, so that no row serves two records.
      if (record.reference !== null) expect(seqr.booked.find(({ id }) => id === record.id)?.row.ersReference).toBe(record.reference);
    }
  }

  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const seqr = new LateSeqr();
      for (const each of [...steps, ...QUIET_DAYS]) {
        if (each.kind === 'wait') seqr.wait(each.hours);
        if (each.kind === 'send') seqr.send(each.sending);
        if (each.kind === 'close') close(seqr, each.lost);
      }
    }),
    { numRuns: 1_000 },
  );
  // All three are reached: a rule that settled nothing would pass otherwise.
  expect(Math.min(seen.done, seen.notDone, seen.stays)).toBeGreaterThan(20);
});
