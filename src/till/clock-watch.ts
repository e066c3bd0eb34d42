import type { Clock } from '../clock/clock.ts';
import { isoWithZone } from '../clock/iso-time.ts';
import type { Entry, EntryKind, Journal } from '../records/index.ts';
import type { Problem } from '../text/index.ts';
import { refusedByDisk } from './durable.ts';
import type { Notices } from './notices.ts';

/*
 * The wall clock is for printing only (PF-27), but receipts, closes and the journal carry its time. So it is held against
 * SEQR's at every answer, and against the last receipt: what is wrong with it is told and written down at once.
 */

export interface ClockWatchDeps {
  readonly clock: Clock;
  readonly notices: Pick<Notices, 'tell' | 'withdraw'>;
  /** Null while none is open: then it is told, and written as soon as one is. */
  readonly journal: () => Pick<Journal, 'lastReceipt' | 'write'> | null;
}

/** What there is to say about the wall clock now; null problem: it is right. */
export type ClockVerdict = { readonly known: false } | { readonly known: true; readonly problem: Problem | null };

export interface ClockWatch {
  /** An answer of SEQR's has come just now and bore this time, ms since 1970. */
  readonly heard: (serverDateMs: number) => void;
  /** Looks whether the clock has jumped, or stands before the last receipt. Cheap: called at every change. */
  readonly look: () => void;
  /** SEQR's time now, counted on from its last word; null: it has said none in this run, or the machine has slept since. */
  readonly seqrMs: () => number | null;
  verdict(): ClockVerdict;
}

/** A receipt's time may be this far off before it is worth a word. SEQR's `Date` is whole seconds, and an answer takes its time. */
const TOLERANCE_MS = 2 * 60_000;
/** So many entries wait for a journal or its disk. */
const MAX_WAITING = 20;

const minutes = (ms: number): number => Math.round(Math.abs(ms) / 60_000);

export function createClockWatch({ clock, notices, journal }: ClockWatchDeps): ClockWatch {
  /** SEQR's time less the monotonic clock's. */
  let seqrAheadMs: number | null = null;
  /** The wall's time less the monotonic clock's: it stays as it is unless somebody sets the clock, or the machine sleeps. */
  let wallAheadMs = clock.wallMs() - clock.monotonicMs();
  /** How far off the clock was when that was last told; 0: it is not told to be off. */
  let toldOffMs = 0;
  /** The receipt that the clock was last told to stand before. */
  let toldBehind: number | null = null;
  const { note, write } = createNotes(journal);

  const seqrMs = (): number | null => (seqrAheadMs === null ? null : seqrAheadMs + clock.monotonicMs());

  /** A step back can only come from a hand or a time server. One forwards may be sleep, which the monotonic clock leaves out. */
  function lookForJump(): void {
    const nowAheadMs = clock.wallMs() - clock.monotonicMs();
    const jumpedMs = nowAheadMs - wallAheadMs;
    wallAheadMs = nowAheadMs;
    if (jumpedMs > TOLERANCE_MS) seqrAheadMs = null;
    if (jumpedMs >= -TOLERANCE_MS) return;
    const now = clock.wallMs();
    note('clock.set-back', { from: isoWithZone(now - jumpedMs), to: isoWithZone(now) });
    notices.withdraw('health.clock-set-back');
    notices.tell({ code: 'health.clock-set-back', params: { minutes: minutes(jumpedMs) } });
  }

  function lookAtDifference(): void {
    const seqr = seqrMs();
    if (seqr === null) return;
    const offMs = clock.wallMs() - seqr;
    const isOff = Math.abs(offMs) > TOLERANCE_MS;
    if (isOff ? Math.abs(offMs - toldOffMs) <= TOLERANCE_MS : toldOffMs === 0) return;
    toldOffMs = isOff ? offMs : 0;
    note(isOff ? 'clock.differs' : 'clock.agrees', {
      till: isoWithZone(clock.wallMs()),
      seqr: isoWithZone(seqr),
      offMs: Math.round(offMs),
    });
    notices.withdraw('health.clock');
    if (isOff) notices.tell(offBy(offMs));
    else notices.withdraw('health.clock-set-back');
  }

  /** The last receipt that the next one would be dated before; null: none. */
  function receiptAhead(): { readonly number: number; readonly issuedAt: string } | null {
    const last = journal()?.lastReceipt()?.receipt ?? null;
    return last !== null && Date.parse(last.issuedAt) > clock.wallMs() ? last : null;
  }

  function lookAtReceipts(): void {
    const ahead = receiptAhead();
    if (ahead === null) {
      // The clock has passed it. Had another receipt come after it, that one would be dated before: somebody has to read so.
      if (toldBehind !== null && journal()?.lastReceipt()?.receipt.number === toldBehind) notices.withdraw('health.clock-behind');
      toldBehind = null;
      return;
    }
    if (toldBehind === ahead.number) return;
    toldBehind = ahead.number;
    note('clock.behind', { till: isoWithZone(clock.wallMs()), receipt: ahead.number, issuedAt: ahead.issuedAt });
    notices.tell(behind(ahead.number));
  }

  function look(): void {
    lookForJump();
    lookAtDifference();
    lookAtReceipts();
    write();
  }

  return {
    heard(serverDateMs) {
      // First what the clock did: what it did long ago says nothing against this answer.
      lookForJump();
      seqrAheadMs = serverDateMs - clock.monotonicMs();
      look();
    },
    look,
    seqrMs,
    verdict() {
      const ahead = receiptAhead();
      const seqr = seqrMs();
      const offMs = seqr === null ? 0 : clock.wallMs() - seqr;
      if (Math.abs(offMs) > TOLERANCE_MS) return { known: true, problem: offBy(offMs) };
      if (ahead !== null) return { known: true, problem: behind(ahead.number) };
      return seqr === null ? { known: false } : { known: true, problem: null };
    },
  };
}

/** What is to be written down waits for a journal that is open, and for a disk that takes it. */
function createNotes(journal: ClockWatchDeps['journal']) {
  let waiting: readonly Entry[] = [];
  return {
    note: (kind: EntryKind, body: object): void => {
      waiting = [...waiting, { kind, subject: 'clock', body }].slice(-MAX_WAITING);
    },
    write: (): void => {
      const book = journal();
      if (waiting.length === 0 || book === null) return;
      if (refusedByDisk(() => book.write({ entries: waiting })) === null) waiting = [];
    },
  };
}

const offBy = (offMs: number): Problem => ({ code: 'health.clock', params: { minutes: minutes(offMs) } });
const behind = (number: number): Problem => ({ code: 'health.clock-behind', params: { number } });
