import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { SetupView } from '../../contract/setup-view.ts';
import type { Problem } from '../../text/index.ts';
import { refuse } from '../results.ts';

/** What SEQR is being asked for the set-up. */
export type Busy = NonNullable<SetupView['busy']>['what'];

/** One step of the set-up at a time, and what came of the last one. */
export interface Turn {
  /** Refused while SEQR is being asked: a second press changes nothing (PF-26). */
  readonly inTurn: (step: () => Promise<IntentResult>) => Promise<IntentResult>;
  /** One question to SEQR; the window shows what is under way. */
  readonly asking: <Result>(what: Busy, ask: () => Promise<Result>) => Promise<Result>;
  readonly busy: () => SetupView['busy'];
  /** Of the last step; null if it went well. */
  readonly problem: () => Problem | null;
}

export function createTurn(clock: Clock, onChange: () => void): Turn {
  let busy: { readonly what: Busy; readonly sinceMs: number } | null = null;
  let problem: Problem | null = null;

  return {
    async inTurn(step) {
      if (busy !== null) return refuse('setup.not-now');
      const result = await step();
      problem = result.ok ? null : result.problem;
      onChange();
      return result;
    },
    async asking(what, ask) {
      busy = { what, sinceMs: clock.monotonicMs() };
      onChange();
      try {
        return await ask();
      } finally {
        busy = null;
      }
    },
    busy: () => busy && { what: busy.what, forMs: clock.monotonicMs() - busy.sinceMs },
    problem: () => problem,
  };
}
