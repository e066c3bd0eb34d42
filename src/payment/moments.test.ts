import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttemptState } from './attempt.ts';
import {
  canSetAside,
  hasLapsed,
  isCancelling,
  isCommitDue,
  isLapsedUnknown,
  isPolled,
  isQuestionUp,
  isRepeated,
  isUnconfirmed,
  nextWakeMs,
  repeatAfterMs,
  returnInMs,
} from './moments.ts';
import { DOUBT as doubt, LIVE as live, RESERVED as tab } from './testing/example.ts';
import { nextPollMs, pollIntervalMs, silenceMs, startWatch } from './watch.ts';
import type { Watch } from './watch.ts';

/** All began then, on the monotonic clock, in milliseconds. */
const T = 1_000_000;
const MINUTES = 60_000;
const WATCH = startWatch(T, { restarted: false, heardNow: true });

const cancelling = { ...live, cancelWished: true };
const releasing = { ...tab, phase: 'releasing' } as const;
const committing = { ...tab, phase: 'committing' } as const;
const doubtful = { ...committing, doubt };
const lapsed = { ...tab, phase: 'lapsed' } as const;
const payment = { ersReference: 'E', afterRestart: false, wonAgainstCancel: false };
const paid = { kind: 'paid', invoiceReference: '42', version: 1, payment } as const;
const unconfirmed = { ...paid, unconfirmed: true };
const completed = { kind: 'completed', invoiceReference: '42', payment } as const;
const sendUnknown = { kind: 'sendUnknown', saysPaid: true } as const;
const locked = { lastCode: 20, refusedFromMs: T };

describe('how often SEQR is asked (PF-03, PF-04)', () => {
  test.each<[string, AttemptState, Partial<Watch>, number, number]>([
    ['while it waits', live, {}, 10 * MINUTES - 1, 1_000],
    ['after ten minutes of silence', live, {}, 10 * MINUTES, 5_000],
    ['when SEQR has refused the terminal for a while', live, { refusedFromMs: T }, 24_999, 1_000],
    ['when SEQR has refused the terminal for 25 s', live, { refusedFromMs: T }, 25_000, 5_000],
    ['set aside, and an account that may be locked', { ...live, setAside: true }, locked, 10 * MINUTES, 60_000],
    ['the same with 21', { ...live, setAside: true }, { ...locked, lastCode: 21 }, 10 * MINUTES, 60_000],
    ['the same a little earlier', { ...live, setAside: true }, locked, 10 * MINUTES - 1, 5_000],
    ['the same with another code', { ...live, setAside: true }, { ...locked, lastCode: 29 }, 10 * MINUTES, 5_000],
    ['the same on the screen', live, locked, 10 * MINUTES, 5_000],
    ['the same of a tab', { ...doubtful, setAside: true }, locked, 10 * MINUTES, 5_000],
    [
      'the same where SEQR answers by now',
      { ...live, setAside: true },
      { lastCode: 20, lastGoodMs: T + 10 * MINUTES },
      10 * MINUTES,
      1_000,
    ],
    ['PAID', paid, {}, 60_000, 1_000],
    ['PAID, not confirmed', unconfirmed, {}, 0, 5_000],
    ['a tab that is opened', tab, {}, 60_000, 1_000],
    ['a tab that ran out', lapsed, {}, 0, 5_000],
    ['a tab in doubt', doubtful, {}, 59_999, 1_000],
    ['a tab in doubt for a minute', doubtful, {}, 60_000, 5_000],
    ['a tab that is taken', committing, {}, 60_000, 1_000],
  ])('%s', (_name, state, watch, afterMs, intervalMs) => {
    expect(pollIntervalMs({ ...WATCH, ...watch }, state, T + afterMs)).toBe(intervalMs);
  });

  test.each<[string, AttemptState, { readonly tookMs: number; readonly failed: boolean }, number]>([
    ['start to start', live, { tookMs: 300, failed: false }, 1_000],
    ['start to start, just so', live, { tookMs: 1_000, failed: false }, 1_000],
    ['0.2 s after one that took longer', live, { tookMs: 1_001, failed: false }, 1_201],
    ['0.2 s after one that failed', live, { tookMs: 300, failed: true }, 500],
    ['not sooner where it is asked about rarely', unconfirmed, { tookMs: 300, failed: true }, 5_000],
  ])('the next question starts %s', (_name, state, { tookMs, failed }, nextMs) => {
    expect(nextPollMs(WATCH, state, { startedMs: T, endedMs: T + tookMs, failed })).toBe(T + nextMs);
  });

  test('what is asked about: an invoice, PAID, and a tab that something is done about or that somebody has opened', () => {
    for (const state of [live, paid, committing, releasing, lapsed]) expect(isPolled(state, WATCH)).toBe(true);
    for (const state of [tab, completed, sendUnknown, { kind: 'sending' } as const]) expect(isPolled(state, WATCH)).toBe(false);
    expect(isPolled(tab, { ...WATCH, checkWanted: true })).toBe(true);
  });
});

/** Holds from that moment on, counted from `T`, and not before; null: never. */
function expectFrom(ms: number | null, holds: (nowMs: number) => boolean): void {
  const moments = [-MINUTES, 0, 60 * MINUTES, ...(ms === null ? [] : [ms - 1, ms])];
  expect(moments.map((after) => [after, holds(T + after)])).toEqual(moments.map((after) => [after, ms !== null && after >= ms]));
}

/** Holds until that moment, and no longer; null: for ever. */
function expectUntil(ms: number | null, holds: (nowMs: number) => boolean): void {
  const moments = [0, 60 * MINUTES, ...(ms === null ? [] : [ms - 1, ms])];
  expect(moments.map((after) => [after, holds(T + after)])).toEqual(moments.map((after) => [after, ms === null || after < ms]));
}

describe('when something is due', () => {
  const lapses = { ...WATCH, lapsesMs: T };

  test('a question after 30 s, unless a cancel is wished (PF-13)', () => {
    expectFrom(30_000, (nowMs) => isQuestionUp(live, WATCH, nowMs));
    expectFrom(40_000, (nowMs) => isQuestionUp(live, { ...WATCH, waitingFromMs: T + 10_000 }, nowMs));
    for (const state of [cancelling, tab, paid]) expectFrom(null, (nowMs) => isQuestionUp(state, WATCH, nowMs));
  });

  test('setting aside after 30 s of a cancel, or of a tab in doubt (PF-12, PF-29)', () => {
    for (const state of [cancelling, doubtful, releasing]) expectFrom(30_000, (nowMs) => canSetAside(state, WATCH, nowMs));
    for (const state of [live, tab, committing, paid]) expectFrom(null, (nowMs) => canSetAside(state, WATCH, nowMs));
  });

  test('PAID is not confirmed after 25 s (PF-08)', () => {
    expectFrom(25_000, (nowMs) => isUnconfirmed(paid, WATCH, nowMs));
    for (const state of [live, completed]) expectFrom(null, (nowMs) => isUnconfirmed(state, WATCH, nowMs));
  });

  test('a tab at rest runs out when SEQR lets go of it (PF-29)', () => {
    expectFrom(0, (nowMs) => hasLapsed(tab, lapses, nowMs));
    expectFrom(null, (nowMs) => hasLapsed(tab, WATCH, nowMs));
    for (const state of [lapsed, committing, live]) expectFrom(null, (nowMs) => hasLapsed(state, lapses, nowMs));
  });

  test('its outcome is unknown a minute later, and not before it was asked about for a while (PF-29)', () => {
    expectFrom(60_000, (nowMs) => isLapsedUnknown(lapsed, lapses, nowMs));
    expectFrom(80_000, (nowMs) => isLapsedUnknown(lapsed, { ...lapses, unsettledFromMs: T + 50_000 }, nowMs));
    expectFrom(null, (nowMs) => isLapsedUnknown(lapsed, WATCH, nowMs));
    expectFrom(null, (nowMs) => isLapsedUnknown(live, lapses, nowMs));
  });

  test('a cancel for as long as it is wished, that of a tab until a minute after it ran out (PF-12, PF-29)', () => {
    expectUntil(null, (nowMs) => isCancelling(cancelling, lapses, nowMs));
    expectUntil(null, (nowMs) => isCancelling(releasing, WATCH, nowMs));
    expectUntil(60_000, (nowMs) => isCancelling(releasing, lapses, nowMs));
    for (const state of [live, tab, committing, paid]) expectFrom(null, (nowMs) => isCancelling(state, lapses, nowMs));
  });

  test('a commit at once, and one in doubt at its time, until a minute after the tab ran out (PF-29)', () => {
    const later = { ...WATCH, nextCommitMs: T + 3_000 };
    expectUntil(null, (nowMs) => isCommitDue(committing, { ...later, lapsesMs: T - MINUTES }, nowMs));
    expectUntil(null, (nowMs) => isCommitDue({ ...committing, doubt: { ...doubt, commit: false, release: true } }, later, nowMs));
    expectFrom(3_000, (nowMs) => isCommitDue(doubtful, later, nowMs));
    expectUntil(60_000, (nowMs) => isCommitDue(doubtful, lapses, nowMs));
    for (const state of [tab, releasing, { ...tab, phase: 'committed', doubt } as const, live])
      expectFrom(null, (nowMs) => isCommitDue(state, WATCH, nowMs));
  });

  test('repeats every 3 s for a minute, then every 30 s, while there is a tab (PF-29)', () => {
    expect([59_999, 60_000].map((afterMs) => repeatAfterMs(WATCH, T + afterMs))).toEqual([3_000, 30_000]);
    expectUntil(null, (nowMs) => isRepeated(WATCH, nowMs));
    expectUntil(60_000, (nowMs) => isRepeated(lapses, nowMs));
  });

  test('sending again is safe 25 s after the customer is said to have paid (PF-10)', () => {
    expect([0, 10_000, 25_000, 40_000].map((afterMs) => returnInMs(sendUnknown, WATCH, T + afterMs))).toEqual([25_000, 15_000, 0, 0]);
    expect(returnInMs({ ...sendUnknown, saysPaid: false }, WATCH, T)).toBeNull();
    expect(returnInMs(live, WATCH, T)).toBeNull();
  });
});

describe('when the till looks at a payment next', () => {
  const busy = { pollInFlight: true };
  const soon = T + 100;

  test.each<[string, AttemptState, Partial<Watch>, number | null]>([
    ['to ask', live, { nextPollMs: T + 1_000 }, 1_000],
    ['to ask what is overdue, at once', live, { nextPollMs: T - 500 }, 100],
    ['to say that contact is lost', live, busy, 20_000],
    ['the same before the first answer', live, { ...busy, lastGoodMs: null, sinceMs: T - 5_000 }, 15_000],
    ['to put the question', live, { ...busy, lastGoodMs: T + 90, waitingFromMs: T - 20_000 }, 10_000],
    ['to offer to set it aside', cancelling, { ...busy, cancelInFlight: true, unsettledFromMs: T - 15_000 }, 15_000],
    ['to cancel again', cancelling, { ...busy, nextCancelMs: T + 3_000 }, 3_000],
    ['for nothing while a cancel is on its way', cancelling, { ...busy, cancelInFlight: true, nextCancelMs: T + 3_000 }, 20_000],
    ['not to cancel what nobody wants cancelled', live, { ...busy, nextCancelMs: T + 3_000 }, 20_000],
    ['to find that a tab has run out', tab, { lapsesMs: T + 500 }, 500],
    ['not to ask about a tab at rest', tab, { nextPollMs: T + 1_000, lapsesMs: T + 5_000 }, 5_000],
    ['nor to say that it is silent', tab, { lapsesMs: T + 25_000 }, 25_000],
    ['that it ran out, only at rest', lapsed, { ...busy, lapsesMs: T + 500 }, 20_000],
    ['that nobody knows how a tab ended', lapsed, { ...busy, lapsesMs: T - 59_000 }, 1_000],
    ['to ask about an opened tab', tab, { checkWanted: true, nextPollMs: T + 1_000 }, 1_000],
    ['to say that an opened tab is silent', tab, { ...busy, checkWanted: true }, 20_000],
    ['to commit again', doubtful, { ...busy, nextCommitMs: T + 3_000 }, 3_000],
    ['not while a commit is on its way', doubtful, { ...busy, changeInFlight: true, nextCommitMs: T + 3_000 }, 20_000],
    ['not when the tab is long gone', doubtful, { ...busy, nextCommitMs: T + 3_000, lapsesMs: T - 2 * MINUTES }, 20_000],
    ['not to commit what is released', releasing, { ...busy, cancelInFlight: true, nextCommitMs: T + 3_000 }, 20_000],
    ['to release again', releasing, { ...busy, nextCancelMs: T + 3_000 }, 3_000],
    ['to find PAID not confirmed', paid, busy, 25_000],
    ['to ask about PAID', paid, { nextPollMs: T + 1_000 }, 1_000],
    ['to call a sending slow', { kind: 'sending' }, {}, 4_000],
    ['when money is back that the customer has paid', sendUnknown, {}, 25_000],
    ['never, where nobody says so', { ...sendUnknown, saysPaid: false }, {}, null],
    ['never, where the money is back', sendUnknown, { saysPaidFromMs: T - 25_000 + 100 }, null],
    ['never again', completed, {}, null],
    ['never again', { kind: 'orphan', lateReference: '42' }, {}, null],
  ])('%s', (_name, state, watch, afterMs) => {
    expect(nextWakeMs(state, { ...WATCH, ...watch }, soon)).toBe(afterMs === null ? null : T + afterMs);
  });

  test('is not the moment that is just now: what was due then has been seen to', () => {
    expect(nextWakeMs(live, { ...WATCH, ...busy }, T + 20_000)).toBe(T + 30_000);
    expect(nextWakeMs(live, { ...WATCH, ...busy }, T + 30_000)).toBeNull();
  });

  test('is never later than the next change by the clock alone', () => {
    const ms = fc.integer({ min: T - 100_000, max: T + 100_000 });
    const watches = fc.record({
      sinceMs: ms,
      lastGoodMs: fc.option(ms),
      waitingFromMs: ms,
      unsettledFromMs: ms,
      saysPaidFromMs: ms,
      nextCommitMs: ms,
      lapsesMs: fc.option(ms),
      checkWanted: fc.boolean(),
    });
    const states = fc.constantFrom<AttemptState>(live, cancelling, tab, lapsed, committing, doubtful, releasing, paid, sendUnknown, {
      kind: 'sending',
    });
    const seen = (state: AttemptState, watch: Watch, nowMs: number) => [
      isQuestionUp(state, watch, nowMs),
      canSetAside(state, watch, nowMs),
      isUnconfirmed(state, watch, nowMs),
      hasLapsed(state, watch, nowMs),
      isLapsedUnknown(state, watch, nowMs),
      isCommitDue(state, watch, nowMs),
      state.kind === 'live' && silenceMs(watch, nowMs) >= 20_000,
      returnInMs(state, watch, nowMs) === 0,
    ];
    fc.assert(
      fc.property(states, watches, fc.integer({ min: 0, max: 200_000 }), (state, some, afterMs) => {
        const watch = { ...WATCH, ...some, pollInFlight: true, cancelInFlight: true };
        const next = nextWakeMs(state, watch, T) ?? Infinity;
        const before = Math.min(T + afterMs, next - 1);
        if (before >= T) expect(seen(state, watch, before)).toEqual(seen(state, watch, T));
      }),
      { numRuns: 500 },
    );
  });
});
