import { describe, expect, test } from 'vitest';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import type { AttemptState } from './attempt.ts';
import { canClaim, claimed, findingOf } from './claim.ts';
import type { Finding } from './claim.ts';
import { answered } from './testing/answers.ts';
import { DOUBT as doubt, LIVE, RESERVED } from './testing/example.ts';
import { afterRead, isClaimUnanswered, isGoodAnswer, restartWatch, silenceMs, startWatch, wasRestored } from './watch.ts';
import type { Watch } from './watch.ts';

/** The till began to watch then, in milliseconds. */
const T = 1_000_000;
const WATCH = startWatch(T, { restarted: false, heardNow: false });
const live = { ...LIVE, version: 5 };

const told = (resultCode: number, status: string | null = null, version = 5): Answer<PaymentStatus> =>
  answered(resultCode, { status, version, receipt: null, customerTokens: [] });
const LOST: Answer<PaymentStatus> = { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 4_000 };
const UNSENT: Answer<PaymentStatus> = { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 };
const ISSUED = told(0, 'ISSUED');
const OLDER = told(0, 'ISSUED', 4);

const read = (answer: Answer<PaymentStatus>, before: Watch = WATCH, state: AttemptState = live) =>
  afterRead(before, state, answer, { startedMs: T + 1_000, endedMs: T + 1_300 });

describe('a watch', () => {
  test('begins with nothing counted and nothing on its way; after a restart a cancel may have left', () => {
    for (const restarted of [false, true]) {
      const { restarted: told, cancelLeft, ...rest } = startWatch(T, { restarted, heardNow: false });
      expect([told, cancelLeft]).toEqual([restarted, restarted]);
      expect(new Set(Object.values(rest))).toEqual(new Set([T, 0, null, false]));
    }
    expect(startWatch(T, { restarted: false, heardNow: true }).lastGoodMs).toBe(T);
  });

  test('begins anew after a rest, but for what is on its way or may have left, and for the time that SEQR gave', () => {
    const kept = { lapsesMs: 7, changeInFlight: true, pollInFlight: true, cancelInFlight: true, cancelLeft: true, callsEnded: 3 };
    const rested: Watch = { ...WATCH, ...kept, lastGoodMs: T, failuresInARow: 4, claimedMs: T, wordsRefused: 1, restarted: true };
    expect(restartWatch(rested, T + 9)).toEqual({ ...startWatch(T + 9, { restarted: true, heardNow: false }), ...kept });
  });

  test('counts the silence from the last good answer, or else from its beginning', () => {
    expect(silenceMs(WATCH, T + 7)).toBe(7);
    expect(silenceMs({ ...WATCH, lastGoodMs: T + 5 }, T + 7)).toBe(2);
  });
});

describe('a read', () => {
  test.each<[string, Answer<PaymentStatus>, Partial<Watch>]>([
    ['that is good', ISSUED, { lastGoodMs: T + 1_300, failuresInARow: 0, lastCode: null, checkWanted: false, nextPollMs: T + 2_000 }],
    ['that names an end', told(55), { lastGoodMs: T + 1_300, failuresInARow: 0, lastCode: null, nextPollMs: T + 2_000 }],
    ['that names the other end', told(58), { lastGoodMs: T + 1_300, failuresInARow: 0, lastCode: null, nextPollMs: T + 2_000 }],
    ['without an answer', LOST, { lastGoodMs: T + 3, failuresInARow: 3, lastCode: null, checkWanted: true, nextPollMs: T + 1_500 }],
    ['that never left', UNSENT, { lastGoodMs: T + 3, failuresInARow: 3, lastCode: null, checkWanted: true, nextPollMs: T + 1_500 }],
    ['that tells nothing', told(93), { lastGoodMs: T + 3, failuresInARow: 3, lastCode: 93, checkWanted: true, nextPollMs: T + 1_500 }],
    ['that is refused', told(49), { lastGoodMs: T + 3, failuresInARow: 3, lastCode: 49, checkWanted: true, nextPollMs: T + 1_500 }],
    ['of an older version', OLDER, { lastGoodMs: T + 3, failuresInARow: 3, lastCode: 0, checkWanted: true, nextPollMs: T + 2_000 }],
    ['that SEQR cannot answer', told(54), { lastGoodMs: T + 3, failuresInARow: 3, lastCode: 54, checkWanted: true, nextPollMs: T + 2_000 }],
  ])('%s', (_name, answer, watch) => {
    const before = { ...WATCH, lastGoodMs: T + 3, failuresInARow: 2, checkWanted: true, pollInFlight: true };
    expect(read(answer, before)).toMatchObject({ ...watch, pollInFlight: false, lastReadMs: T + 1_000 });
  });

  test('is good when it says how the payment stands, and not of an older version (PF-05, PF-06)', () => {
    for (const answer of [ISSUED, told(0, 'PAID', 4), told(55), told(58)]) expect(isGoodAnswer(live, answer)).toBe(true);
    for (const answer of [OLDER, told(20), told(54), told(48), told(90), LOST, UNSENT]) expect(isGoodAnswer(live, answer)).toBe(false);
  });

  test('that was on its way when the customer was said to have paid is followed by another at once (B9)', () => {
    expect(read(ISSUED, { ...WATCH, claimedMs: T + 1_100 }).nextPollMs).toBe(T + 1_300);
    expect(read(ISSUED, { ...WATCH, claimedMs: T + 1_000 }).nextPollMs).toBe(T + 2_000);
  });

  test('tells since when SEQR has refused the terminal itself, whatever is lost meanwhile (PF-03)', () => {
    const refused = read(told(20));
    expect([WATCH, refused].map(({ refusedFromMs }) => refusedFromMs)).toEqual([null, T + 1_300]);
    for (const answer of [told(29), LOST, UNSENT]) expect(read(answer, { ...refused, refusedFromMs: T }).refusedFromMs).toBe(T);
    for (const answer of [ISSUED, told(54), told(93)]) expect(read(answer, refused).refusedFromMs).toBeNull();
  });

  test('counts what SEQR says of an older version, until it says anything else (PF-06)', () => {
    const once = read(OLDER);
    expect(once.older).toEqual({ version: 4, status: 'ISSUED', count: 1, fromMs: T + 1_300 });
    const twice = { version: 4, status: 'ISSUED', count: 2, fromMs: T };
    const before = { ...WATCH, older: { ...twice, count: 1 } };
    expect(read(OLDER, before).older).toEqual(twice);
    for (const answer of [LOST, UNSENT, told(93), told(54)]) expect(read(answer, before).older).toEqual({ ...twice, count: 1 });
    for (const [status, version] of [
      ['CANCELED', 4],
      ['ISSUED', 3],
    ] as const)
      expect(read(told(0, status, version), before).older).toEqual({ version, status, count: 1, fromMs: T + 1_300 });
    for (const answer of [ISSUED, told(0, 'PAID', 4)]) expect(read(answer, before).older).toBeNull();
  });

  test('after which SEQR has been restored: ten of the same, for 20 s (PF-06)', () => {
    const older = { version: 4, status: 'ISSUED', count: 10, fromMs: T };
    expect(wasRestored({ ...WATCH, older }, T + 20_000)).toBe(true);
    expect(wasRestored({ ...WATCH, older }, T + 19_999)).toBe(false);
    expect(wasRestored({ ...WATCH, older: { ...older, count: 9 } }, T + 20_000)).toBe(false);
    expect(wasRestored(WATCH, T + 20_000)).toBe(false);
  });
});

describe('the customer says it is paid (B9)', () => {
  const made = claimed({ ...WATCH, nextPollMs: T + 900 }, T + 100);
  const answered: Watch = { ...made, lastReadMs: T + 100 };

  test('SEQR is asked at once, if it is not being asked sooner', () => {
    expect(made).toEqual({ ...WATCH, claimedMs: T + 100, nextPollMs: T + 100 });
    expect(claimed({ ...WATCH, nextPollMs: T }, T + 100).nextPollMs).toBe(T);
  });

  test('only a read that began after that answers it', () => {
    expect(isClaimUnanswered(WATCH)).toBe(false);
    expect(isClaimUnanswered({ ...WATCH, lastReadMs: T })).toBe(false);
    expect([null, T + 99, T + 100].map((lastReadMs) => isClaimUnanswered({ ...made, lastReadMs }))).toEqual([true, true, false]);
  });

  const silent = { ...answered, failuresInARow: 1 };
  test.each<[string, AttemptState, Watch, Finding | null]>([
    ['that nobody has claimed', live, WATCH, null],
    ['that SEQR is being asked about', live, made, { kind: 'asking' }],
    ['that is not paid', live, answered, { kind: 'notPaidYet' }],
    ['that is not paid, and no cancel was refused', { ...live, cancelWished: true }, answered, { kind: 'notPaidYet' }],
    ['that is not paid, and no cancel is wished', live, { ...answered, customerConfirming: true }, { kind: 'notPaidYet' }],
    ['that is being confirmed', { ...live, cancelWished: true }, { ...answered, customerConfirming: true }, { kind: 'confirming' }],
    ['that a bank confirms', { ...live, status: 'PENDING_ISSUER_ACKNOWLEDGE' }, answered, { kind: 'confirming' }],
    ['that is reserved', { ...live, status: 'RESERVED' }, answered, { kind: 'reserved' }],
    ['that stands otherwise', { ...live, status: 'PARTIALLY_PAID' }, answered, { kind: 'oddStatus', status: 'PARTIALLY_PAID' }],
    ['without an answer', live, silent, { kind: 'noWord', resultCode: null }],
    ['with a code', live, { ...silent, lastCode: 93 }, { kind: 'noWord', resultCode: 93 }],
    ['with an older version', live, { ...silent, lastCode: 0 }, { kind: 'noWord', resultCode: null }],
    ['that is not answered for', { ...live, unanswerable: 54 }, { ...answered, lastCode: 54 }, { kind: 'noWord', resultCode: 54 }],
    ['of a tab', { ...RESERVED, phase: 'committing', doubt }, answered, { kind: 'reserved' }],
    ['of a tab at rest', RESERVED, answered, null],
    ['of what is over', { kind: 'failed', invoiceReference: '42' }, answered, null],
  ])('a payment %s', (_name, state, watch, finding) => {
    expect(findingOf(state, watch)).toEqual(finding);
    if (finding !== null) expect(canClaim(state)).toBe(true);
  });
});
