import { SETUP_STEPS } from '../../../src/contract/index.ts';
import type { Intent, IntentResult, SetupStep } from '../../../src/contract/index.ts';
import type { Problem } from '../../../src/text/index.ts';
import { useFormIntent, useSnapshot } from '../../store/index.ts';

export interface SetupActions {
  /** Null on the first page. */
  readonly onBack: (() => void) | null;
  /** Sends the page's answer; when SEQR and the core have taken it, the core opens the next page. */
  readonly answer: (intent: Intent) => Promise<boolean>;
  /** The same, with what the core says beside its yes. */
  readonly ask: (intent: Intent) => Promise<IntentResult>;
  /** The answer is as it was: just goes on to the next page. */
  readonly skip: () => void;
  readonly pending: boolean;
  /** Why this page's answer was refused, or what was left behind when it was last open. */
  readonly problem: Problem | null;
}

function neighbour(step: SetupStep, by: 1 | -1): SetupStep | null {
  return SETUP_STEPS[SETUP_STEPS.indexOf(step) + by] ?? null;
}

/** Back, Continue and their outcome, the same on every page. */
export function useSetupStep(step: SetupStep): SetupActions {
  const { send, pending, problem } = useFormIntent();
  const left = useSnapshot((snapshot) => snapshot.setup.problem);
  const before = neighbour(step, -1);
  const after = neighbour(step, 1);
  return {
    onBack:
      before === null
        ? null
        : () => {
            void send({ kind: 'setup.go', step: before });
          },
    answer: async (intent) => (await send(intent)).ok,
    ask: send,
    skip: () => {
      if (after !== null) void send({ kind: 'setup.go', step: after });
    },
    pending,
    problem: problem ?? left,
  };
}
