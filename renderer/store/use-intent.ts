import { useCallback, useState } from 'react';
import type { Intent, IntentResult } from '../../src/contract/index.ts';
import type { Problem } from '../../src/text/index.ts';
import { sendIntent } from './send-intent.ts';

/** Sending from a component: `pending` for the button that was pressed. Refusals go to the message row. */
export function useIntent(): { readonly send: (intent: Intent) => Promise<IntentResult>; readonly pending: boolean } {
  const [running, setRunning] = useState(0);
  const send = useCallback(async (intent: Intent) => {
    setRunning((count) => count + 1);
    const result = await sendIntent(intent);
    setRunning((count) => count - 1);
    return result;
  }, []);
  return { send, pending: running > 0 };
}

/** For a form: the refusal stays with it and is shown in its place; a new try clears it. */
export function useFormIntent(): {
  readonly send: (intent: Intent) => Promise<IntentResult>;
  readonly pending: boolean;
  readonly problem: Problem | null;
} {
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useCallback(async (intent: Intent) => {
    setProblem(null);
    setRunning((count) => count + 1);
    const result = await sendIntent(intent, { quiet: true });
    setRunning((count) => count - 1);
    if (!result.ok) setProblem(result.problem);
    return result;
  }, []);
  return { send, pending: running > 0, problem };
}
