import type { UnresolvedItem } from '../../contract/payment-view.ts';
import type { Awaited, Doing } from '../../contract/unresolved-view.ts';
import type { Earliest, Settling } from '../../day/index.ts';
import { isCancelling, isPolled, isRepeated, pollIntervalMs } from '../../payment/index.ts';
import type { AttemptState, Watch } from '../../payment/index.ts';

/*
 * What an item of the unresolved list says beside what is known: what the till is doing about it, and what settles it.
 */

export type ItemState = UnresolvedItem['state'];

/** What can settle an item of each kind; a kind that stands nowhere does not compile. */
const SETTLED_BY: Readonly<Record<ItemState, readonly Awaited['kind'][]>> = {
  asking: ['answer', 'letter', 'supervisor'],
  cancelling: ['answer', 'letter', 'supervisor'],
  unanswerable: ['registration', 'row', 'absence', 'letter', 'supervisor'],
  passwordLost: ['row', 'absence', 'letter', 'supervisor'],
  freed: ['answer', 'row', 'letter', 'supervisor'],
  paidOtherwise: ['givenBack', 'letter', 'supervisor'],
  paidFreed: ['givenBack', 'letter', 'supervisor'],
  paidVoided: ['givenBack', 'letter', 'supervisor'],
  paidUnexplained: ['givenBack', 'letter', 'supervisor'],
  paidOtherAmount: ['givenBack', 'letter', 'supervisor'],
  paidOtherInvoice: ['givenBack', 'letter', 'supervisor'],
  notRecorded: ['disk'],
  orphan: ['nextClose', 'letter', 'supervisor'],
  tabInDoubt: ['answer', 'lapse', 'letter', 'supervisor'],
  lapsedUnknown: ['answer', 'letter', 'supervisor'],
  unconfirmed: ['answer', 'row', 'letter', 'supervisor'],
  referenceMissing: ['answer', 'letter', 'supervisor'],
  refundUnknown: ['row', 'absence', 'letter'],
  payOutUnknown: ['row', 'absence', 'letter'],
  completedLoudly: ['reading'],
  paidAfterEnd: ['reading'],
  reversedAfterPaid: ['reading'],
  otherInvoice: ['reading'],
  otherAmount: ['reading'],
  otherReference: ['reading'],
  referenceKnown: ['reading'],
  moreRungUp: ['reading'],
  paidUnwanted: ['reading'],
  amountUnknown: ['reading'],
  receiptMissing: ['reading'],
  reservationEnded: ['reading'],
  asideNotPaid: ['reading'],
};

export interface Times {
  /** Asked for only where something waits for a close or a supervisor: it may have to read closes. */
  readonly settling: () => Settling;
  /** When SEQR lets go of a tab's money; ISO 8601, null: not known, or no tab. */
  readonly lapsesAt: string | null;
  /** The keychain has not given the terminal's password yet. */
  readonly waitsForKeychain: boolean;
}

/** What settles it, each with its earliest time where one is known. */
export function awaitedBy(state: ItemState, times: Times): readonly Awaited[] {
  const kinds = SETTLED_BY[state];
  const awaited = kinds.flatMap((kind) => awaitedOf(kind, times) ?? []);
  return times.waitsForKeychain && kinds.includes('answer') ? [{ kind: 'keychain' }, ...awaited] : awaited;
}

function awaitedOf(kind: Awaited['kind'], { lapsesAt, settling }: Times): Awaited | null {
  switch (kind) {
    case 'lapse':
      return lapsesAt === null ? null : { kind, at: lapsesAt };
    case 'absence':
    case 'absenceLost': {
      const { absence } = settling();
      return absence === null ? { kind: 'absenceLost' } : { kind: 'absence', ...told(absence) };
    }
    case 'supervisor':
      return { kind, ...told(settling().supervisor) };
    case 'answer':
    case 'registration':
    case 'keychain':
    case 'disk':
    case 'nextClose':
    case 'row':
    case 'letter':
    case 'reading':
    case 'givenBack':
      return { kind };
  }
}

const told = ({ closes, atMs }: Earliest): { readonly at: string | null; readonly closes: number } => ({
  at: atMs === null ? null : new Date(atMs).toISOString(),
  closes,
});

export interface Course {
  readonly state: AttemptState;
  readonly watch: Watch;
  readonly nowMs: number;
  /** This machine's time of the last good answer, ms since 1970. */
  readonly lastGoodWallMs: number;
  readonly isLost: boolean;
  readonly waitsForKeychain: boolean;
}

/** What the till is doing about an attempt just now. */
export function doingAbout({ state, watch, nowMs, lastGoodWallMs, isLost, waitsForKeychain }: Course): Doing {
  if (state.kind === 'orphan' || state.kind === 'sendUnknown') return { kind: 'neverAsks' };
  if (!isPolled(state, watch)) return { kind: 'nothing' };
  if (isLost) return { kind: 'passwordLost' };
  if (waitsForKeychain) return { kind: 'keychain' };
  return {
    kind: 'asks',
    everyMs: pollIntervalMs(watch, state, nowMs),
    lastAt: watch.lastGoodMs === null ? null : new Date(lastGoodWallMs).toISOString(),
    repeats: repeated(state, watch, nowMs),
  };
}

function repeated(state: AttemptState, watch: Watch, nowMs: number): 'cancel' | 'commit' | 'release' | null {
  if (isCancelling(state, watch, nowMs)) return state.kind === 'live' ? 'cancel' : 'release';
  return state.kind === 'reserved' && state.phase === 'committing' && isRepeated(watch, nowMs) ? 'commit' : null;
}
