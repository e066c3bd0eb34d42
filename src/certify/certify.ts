import type { Exchange } from '../seqr/index.ts';
import { inWords } from './checks.ts';
import { tellForms } from './forms.ts';
import { STEP_TITLES, summarize } from './result.ts';
import type { StepResult } from './result.ts';
import type { CertifyOptions } from './run-options.ts';
import { Failed, Stopped, createSession } from './session.ts';
import type { CertifyPorts, Session } from './session.ts';
import { STEPS } from './sheet.ts';
import type { Found } from './sheet.ts';
import { table, tellStep } from './story.ts';
import { unregisterAsTerminal } from './unregister-step.ts';

/** What a run is given. `takeCalls` returns the calls to SEQR that were made since it was called last, for the step that made them. */
export interface RunPorts extends CertifyPorts {
  readonly takeCalls: () => readonly Exchange[];
}

export interface RunResult {
  readonly steps: readonly StepResult[];
  /** Every step passed. */
  readonly isPassed: boolean;
}

async function runStep(session: Session, ports: RunPorts, entry: (typeof STEPS)[number], found: Found): Promise<StepResult> {
  const { step, run } = entry;
  ports.tell(`\nStep ${step}: ${STEP_TITLES[step] ?? ''}`);
  if (ports.stop.aborted) return { step, ok: false, calls: [], detail: 'not run: the run was stopped' };
  const outcome = await run(session, found).then(
    (detail) => ({ ok: true, detail }),
    (error: unknown) => {
      if (error instanceof Failed || error instanceof Stopped) return { ok: false, detail: error.message };
      throw error;
    },
  );
  return { step, ...outcome, calls: ports.takeCalls().map(summarize) };
}

/** Whatever happened: nobody can pay an invoice any more, and the terminal is gone. Deaf to further signals. */
async function cleanUp(session: Session): Promise<void> {
  const { service, tell, clock } = session.ports;
  if (session.terminal === null) return;
  tell('\nCleaning up');
  if (session.openInvoice !== null) {
    tell(
      `  cancelInvoice ${session.openInvoice}: ${inWords(await service.cancelInvoice(session.contextFor('terminal'), session.openInvoice))}`,
    );
  }
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  tell(
    `  ${await unregisterAsTerminal(session, pause).catch((error: unknown) => (error instanceof Failed ? error.message : 'the terminal could not be removed'))}`,
  );
}

/**
 * Runs the sheet. A failed step does not end the run: what does not hang on it is tried as well. The terminal is
 * unregistered on every way out: success, failure, stop, and an error of our own (which is passed on).
 */
export async function certify(options: CertifyOptions, ports: RunPorts): Promise<RunResult> {
  const session = createSession(options, ports);
  const found: Found = {};
  const steps: StepResult[] = [];
  try {
    for (const entry of STEPS) {
      const result = await runStep(session, ports, entry, found);
      ports.tell(tellStep(result));
      steps.push(result);
    }
  } finally {
    await cleanUp(session);
  }
  const passed = steps.filter((result) => result.ok).length;
  const { refunded } = found;
  const refund = refunded === undefined ? null : { isOwnReference: refunded.ersReference !== refunded.paymentReference };
  ports.tell(`\n${table(steps)}\n\n${tellForms(options, ports.software, { refund })}\n\n${passed} of ${steps.length} steps passed`);
  return { steps, isPassed: passed === steps.length };
}
