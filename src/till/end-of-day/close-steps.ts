import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { isUnderWay, stepClose } from '../../day/index.ts';
import type { Close, CloseEvent, CloseFacts, Resolution } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';
import { createDurable, writeOrRefuse } from '../durable.ts';
import type { Books } from './close-books.ts';
import { createCloseAsking } from './close-calls.ts';
import type { CloseAskingDeps } from './close-calls.ts';
import { batchOf, createFollowing } from './following-closes.ts';
import { createReportLoop } from './report-loop.ts';
import type { ResellerKey } from './reseller-key.ts';

export interface CloseStepsDeps extends Omit<CloseAskingDeps, 'happened' | 'stopped'> {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly nowIso: () => string;
  readonly books: Books;
  readonly key: ResellerKey;
  /**
   * Carries out what the report says about an open payment or refund. What it no longer applies to is left alone. False: the
   * disk refused.
   */
  readonly resolve: (resolution: Resolution) => boolean;
  /** A close that begins now, where the one before of its series has ended. */
  readonly newClose: (facts: CloseFacts) => Close;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** One close, step by step, each on disk before the next; and whatever follows from a step by itself. */
export interface CloseSteps {
  /** The one under way or done last; null: none in this run of the till. */
  close(): Close | null;
  /** When it came to where it is, on the monotonic clock. */
  sinceMs(): number;
  /** How often the report has been asked for. */
  tries(): number;
  /** One after another, each when the one before has ended. */
  begin(closes: readonly [CloseFacts, ...CloseFacts[]]): IntentResult;
  /** What the disk refuses is tried again every second (PF-02). */
  happened(event: CloseEvent): void;
  finish(): void;
  /** Goes on with what an earlier run of the till left. */
  resume(): void;
  stop(): void;
}

export function createCloseSteps(deps: CloseStepsDeps): CloseSteps {
  const { clock, journal, books, key } = deps;
  // Known from the beginning: a period whose mark was cut off is being marked until `resume` says what became of it.
  const left = journal.closeUnderWay();
  const shown = createShown(clock, left);
  let stopped = false;
  const durable = createDurable(deps);
  const asking = createCloseAsking({ ...deps, stopped: () => stopped, happened });
  const report = createReportLoop({ clock, asking, close: shown.close, onChange: deps.onChange });
  const following = createFollowing({ ...deps, durable, isFree: () => !stopped && !shown.isUnderWay() });

  function happened(event: CloseEvent): void {
    const close = shown.close();
    if (stopped || close === null) return;
    const next = stepClose(close, event);
    if (next === close) return;
    if (durable.write(next.facts.id, batchOf(next), () => happened(event))) {
      shown.show(next);
      advance(next, event);
    }
    deps.onChange();
  }

  const markedAgain = (close: Close): CloseEvent => ({ kind: 'markAgain', mark: books.mark(close.facts.endpoint) });

  function finish(): void {
    const close = shown.close();
    if (close === null) return;
    happened({ kind: 'finished', number: journal.nextCloseNumber(), doneAt: deps.nowIso(), open: books.openAt(close) });
  }

  /** Whatever follows by itself from where the close now is. */
  function advance(close: Close, event: CloseEvent | null): void {
    switch (close.state.kind) {
      case 'marking':
        void asking.mark(close);
        return;
      case 'markLost':
        // A first lost answer is made good at once; after a second one a person says when.
        if (event?.kind === 'markUnanswered' && close.lost.length === 1) happened(markedAgain(close));
        return;
      case 'waiting':
        report.start(close);
        return;
      case 'reported':
        // In their order, and again from the first if the disk refuses one: what is settled already is left alone.
        if (close.state.result.resolutions.every(deps.resolve)) finish();
        else durable.later(close.facts.id, () => advance(close, null));
        return;
      case 'done':
      case 'notMarked':
        following.begin(enter);
        return;
      case 'held':
        return;
    }
  }

  function enter(begun: Close): void {
    shown.show(begun);
    advance(begun, null);
    deps.onChange();
  }

  return {
    close: shown.close,
    sinceMs: shown.sinceMs,
    tries: () => report.tries(),
    begin([first, ...others]) {
      const begun = deps.newClose(first);
      const written = writeOrRefuse(() => journal.write(batchOf(begun)));
      if (!written.ok) return written;
      following.are(others);
      enter(begun);
      return written;
    },
    happened,
    finish,
    resume() {
      // One that a person has begun or gone on with meanwhile is this run's own: it waits for its answers.
      if (left === null || shown.close() !== left) return;
      void takeUp(left, key, happened, () => advance(left, null));
    },
    stop() {
      stopped = true;
      durable.stop();
      report.stop();
    },
  };
}

/** Goes on with a close that an earlier run of the till left. */
async function takeUp(close: Close, key: ResellerKey, happened: (event: CloseEvent) => void, advance: () => void): Promise<void> {
  // Half-done, so nobody knows whether SEQR has begun a new period.
  if (close.state.kind === 'marking') return happened({ kind: 'markUnanswered' });
  const problem = close.state.kind === 'waiting' ? await key.take({ password: null, keep: false }, close.facts.endpoint) : null;
  if (problem === null) advance();
  else happened({ kind: 'noReport', problem });
}

/** The close as it is on disk, and since when it is where it is. */
function createShown(
  clock: Clock,
  found: Close | null,
): Pick<CloseSteps, 'close' | 'sinceMs'> & { show(next: Close): void; isUnderWay(): boolean } {
  let close = found;
  let sinceMs = clock.monotonicMs();
  return {
    close: () => close,
    sinceMs: () => sinceMs,
    isUnderWay: () => close !== null && isUnderWay(close),
    show(next) {
      if (close?.state.kind !== next.state.kind) sinceMs = clock.monotonicMs();
      close = next;
    },
  };
}
