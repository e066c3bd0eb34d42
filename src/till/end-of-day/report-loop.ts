import type { Clock } from '../../clock/clock.ts';
import type { Close } from '../../day/index.ts';
import { SETTLES_AFTER_MS } from './close-calls.ts';
import type { CloseAsking } from './close-calls.ts';

export interface ReportLoop {
  start(waiting: Close): void;
  /** How often it has been asked for since the start. */
  tries(): number;
  stop(): void;
}

export interface ReportLoopDeps {
  readonly clock: Clock;
  readonly asking: Pick<CloseAsking, 'report'>;
  readonly close: () => Close | null;
  readonly onChange: () => void;
}

/** Between mark and report, and from one question to the next (protocol §10: about 3 s). */
const AGAIN_MS = 3_000;
/** After so long a person goes on later, however long each question took. */
const ASKED_FOR_MS = 10 * 60_000;

/** Asks for the report, again and again until it has come or cannot come any more. */
export function createReportLoop({ clock, asking, close, onChange }: ReportLoopDeps): ReportLoop {
  let tries = 0;
  let startedMs = 0;
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
      const isLast = clock.monotonicMs() - startedMs >= ASKED_FOR_MS;
      void asking.report(waiting, isLast, sinceMarkMs(waiting)).then((asked) => {
        if (asked === 'over' || stopped) return;
        again(asked === 'again' ? AGAIN_MS : Math.max(AGAIN_MS, SETTLES_AFTER_MS - sinceMarkMs(waiting)));
      });
    });
  }

  return {
    start(waiting) {
      tries = 0;
      startedMs = clock.monotonicMs();
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
