import type { Clock } from '../../clock/clock.ts';
import {
  hasLapsed,
  isCancelling,
  isCommitDue,
  isLapsedUnknown,
  isPolled,
  isUnconfirmed,
  nextWakeMs,
  referenceOf,
  restartWatch,
  silenceMs,
  TIMING,
} from '../../payment/index.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import type { Asking } from './calls.ts';
import type { Holding } from './holding.ts';
import type { Writer } from './writer.ts';

export interface DueDeps {
  readonly clock: Clock;
  /** SEQR's time now; null: it has said none in this run. A tab ends by SEQR's clock, whatever ours says. */
  readonly seqrNowMs: (facts: AttemptFacts) => number | null;
  readonly writer: Writer;
  readonly asking: Asking;
}

/** Starts whatever is due for an attempt now. */
export interface Due {
  /** Returns when the next thing will be, on the monotonic clock; null if nothing is to come. */
  start(holding: Holding, nowMs: number): number | null;
}

export function createDue({ clock, seqrNowMs, writer, asking }: DueDeps): Due {
  function start(holding: Holding, nowMs: number): number | null {
    markTime(holding, nowMs);
    const { state } = holding.record;
    const polled = isPolled(state, holding.watch);
    // A read makes a payment stand. A reference that a crash would lose is not asked about: SEQR then returns the money.
    if (polled && referenceOf(holding.shown.state) === null) return null;
    if (polled && !holding.watch.pollInFlight && holding.watch.nextPollMs <= nowMs) asking.poll(holding);
    const { watch } = holding;
    if (isCancelling(holding.record.state, watch, nowMs) && !watch.cancelInFlight && watch.nextCancelMs <= nowMs) asking.cancel(holding);
    startChange(holding, nowMs);
    return nextWakeMs(holding.record.state, holding.watch, nowMs);
  }

  /** What time alone changes: silence becomes lost contact, and a reservation's time runs out. Never an outcome. */
  function markTime(holding: Holding, nowMs: number): void {
    const { state } = holding.record;
    if (isUnconfirmed(state, holding.watch, nowMs)) writer.apply(holding, { kind: 'unconfirmed' });
    if (state.kind !== 'live' && state.kind !== 'reserved') return;
    if (state.kind === 'reserved' && state.lapsesAt !== null) {
      const atSeqrMs = seqrNowMs(holding.record.facts);
      if (atSeqrMs !== null || holding.watch.lapsesMs === null)
        holding.watch = { ...holding.watch, lapsesMs: nowMs + Date.parse(state.lapsesAt) - (atSeqrMs ?? clock.wallMs()) };
    }
    if (hasLapsed(state, holding.watch, nowMs)) {
      holding.watch = restartWatch(holding.watch, nowMs);
      writer.apply(holding, { kind: 'lapsed' });
      return;
    }
    if (isLapsedUnknown(state, holding.watch, nowMs)) writer.apply(holding, { kind: 'lapsedUnknown' });
    const silent = isPolled(state, holding.watch) && silenceMs(holding.watch, nowMs) >= TIMING.contactLostMs;
    if (silent && !state.contactLost) writer.apply(holding, { kind: 'contactLost' });
  }

  /** An update or a commit leaves when it is on disk, and not before (PF-02). */
  function startChange(holding: Holding, nowMs: number): void {
    const { record, watch, unwritten } = holding;
    if (unwritten !== null || watch.changeInFlight) return;
    const { state } = record;
    if ((state.kind === 'live' || state.kind === 'reserved') && state.asked !== null) asking.update(holding);
    else if (isCommitDue(state, watch, nowMs)) asking.commit(holding);
  }

  return { start };
}
