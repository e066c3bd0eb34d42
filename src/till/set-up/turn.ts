import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { SetupView } from '../../contract/setup-view.ts';
import type { Problem } from '../../text/index.ts';
import { refuse } from '../results.ts';

/** What SEQR is being asked for the set-up. */
export type Busy = NonNullable<SetupView['busy']>['what'];

/** One step of the set-up at a time, and what came of the last one. */
export interface Turn {
  /** Refused while another step is under way: a second press changes nothing (PF-26). */
  readonly inTurn: (step: () => Promise<IntentResult>) => Promise<IntentResult>;
  /** One question to SEQR; the window shows what is under way. */
  readonly asking: <Result>(what: Busy, ask: () => Promise<Result>) => Promise<Result>;
  readonly busy: () => SetupView['busy'];
  /** Of the last step; null if it went well. */
  readonly problem: () => Problem | null;
}

export function createTurn(clock: Clock, onChange: () => void): Turn {
  let isTaken = false;
  let busy: { readonly what: Busy; readonly sinceMs: number } | null = null;
  let problem: Problem | null = null;

  return {
    async inTurn(step) {
      // Taken before anything is waited for: of two presses in one breath one is carried out.
      if (isTaken) return refuse('setup.not-now');
      isTaken = true;
      try {
        const result = await step();
        problem = result.ok ? null : result.problem;
        return result;
      } finally {
        isTaken = false;
        onChange();
      }
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
