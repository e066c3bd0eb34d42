import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { stepClose } from '../../day/index.ts';
import type { Close, CloseEvent, Resolution } from '../../day/index.ts';
import type { Batch, Journal } from '../../records/index.ts';
import { createDurable, writeOrRefuse } from '../durable.ts';
import type { Books } from './close-books.ts';
import { createCloseAsking, SETTLES_AFTER_MS } from './close-calls.ts';
import type { CloseAsking, CloseAskingDeps } from './close-calls.ts';
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
  begin(close: Close): IntentResult;
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
  let close: Close | null = journal.closeUnderWay();
  let sinceMs = 0;
  let stopped = false;
  const durable = createDurable(deps);
  const asking = createCloseAsking({ ...deps, stopped: () => stopped, happened });
  const report = createReportLoop({ clock, asking, close: () => close, onChange: deps.onChange });

  /** The close as it now is: on disk already. */
  function show(next: Close): void {
    if (close?.state.kind !== next.state.kind) sinceMs = clock.monotonicMs();
    close = next;
  }

  function happened(event: CloseEvent): void {
    if (stopped || close === null) return;
    const next = stepClose(close, event);
    if (next === close) return;
    if (durable.write(next.facts.id, batchOf(next), () => happened(event))) {
      show(next);
      advance(event);
    }
    deps.onChange();
  }

  const finish = (): void => happened({ kind: 'finished', number: journal.nextCloseNumber(), doneAt: deps.nowIso() });

  /** Whatever follows by itself from where the close now is. */
  function advance(event: CloseEvent | null): void {
    if (close === null) return;
    switch (close.state.kind) {
      case 'marking':
        void asking.mark(close);
        return;
      case 'markLost':
        // A first lost answer is made good at once; after a second one a person says when.
        if (event?.kind === 'markUnanswered' && close.lost.length === 1)
          happened({ kind: 'markAgain', mark: books.mark(close.facts.endpoint) });
        return;
      case 'waiting':
        report.start(close);
        return;
      case 'reported':
        // In their order, and again from the first if the disk refuses one: what is settled already is left alone.
        if (close.state.result.resolutions.every(deps.resolve)) finish();
        else durable.later(close.facts.id, () => advance(null));
        return;
      case 'done':
      case 'notMarked':
        key.drop();
        return;
      case 'held':
        return;
    }
  }

  return {
    close: () => close,
    sinceMs: () => sinceMs,
    tries: () => report.tries(),
    begin(begun) {
      const written = writeOrRefuse(() => journal.write(batchOf(begun)));
      if (!written.ok) return written;
      show(begun);
      advance(null);
      deps.onChange();
      return written;
    },
    happened,
    finish,
    resume() {
      sinceMs = clock.monotonicMs();
      if (close === null) return;
      // Half-done, so nobody knows whether SEQR has begun a new period.
      if (close.state.kind === 'marking') happened({ kind: 'markUnanswered' });
      else if (close.state.kind === 'waiting') {
        void key
          .take({ password: null, keep: false }, close.facts.endpoint)
          .then((problem) => (problem === null ? advance(null) : happened({ kind: 'noReport', problem })));
      } else advance(null);
    },
    stop() {
      stopped = true;
      durable.stop();
      report.stop();
    },
  };
}

interface ReportLoop {
  start(waiting: Close): void;
  /** How often it has been asked for since the start. */
  tries(): number;
  stop(): void;
}

interface ReportLoopDeps {
  readonly clock: Clock;
  readonly asking: Pick<CloseAsking, 'report'>;
  readonly close: () => Close | null;
  readonly onChange: () => void;
}

/** Between mark and report, and from one question to the next (protocol §10: about 3 s). */
const AGAIN_MS = 3_000;

/** Asks for the report, again and again until it has come or cannot come any more. */
function createReportLoop({ clock, asking, close, onChange }: ReportLoopDeps): ReportLoop {
  let tries = 0;
  /** When SEQR is known to have ended the period: of a mark of an earlier run, when this one took the close up. */
  let marked: { readonly closeId: string; readonly atMs: number } | null = null;
  let stopped = false;
  let withdraw: () => void = () => undefined;

  function sinceMarkMs({ facts }: Close): number {
    if (marked?.closeId !== facts.id) marked = { closeId: facts.id, atMs: clock.monotonicMs() };
    return clock.monotonicMs() - marked.atMs;
  }

  function again(waitMs: number): void {
    withdraw();
    withdraw = clock.after(waitMs, () => {
      const waiting = close();
      if (stopped || waiting?.state.kind !== 'waiting') return;
      tries += 1;
      onChange();
      void asking.report(waiting, tries, sinceMarkMs(waiting)).then((asked) => {
        if (asked === 'over' || stopped) return;
        again(asked === 'again' ? AGAIN_MS : Math.max(AGAIN_MS, SETTLES_AFTER_MS - sinceMarkMs(waiting)));
      });
    });
  }

  return {
    start(waiting) {
      tries = 0;
      sinceMarkMs(waiting);
      again(AGAIN_MS);
    },
    tries: () => tries,
    stop() {
      stopped = true;
      withdraw();
    },
  };
}

function batchOf(next: Close): Batch {
  return { entries: [{ kind: `close.${next.state.kind}`, subject: next.facts.id, body: next }], closes: [next] };
}
