import type { Clock } from '../../../src/clock/clock.ts';
import type { Problem } from '../../../src/text/index.ts';
import type { PrintOutcome } from '../../../src/till/ports.ts';
import type { PaperSize } from '../pages/paper.ts';
import { refused, whatHolds, whatIsMissing } from './obstacles.ts';
import { cancelArguments, jobIn, printArguments } from './print-arguments.ts';
import { endedArguments, readQueueStatus, statusArguments, wordsAbout } from './queue-status.ts';
import type { ProgramEnd, RunProgram } from './run-program.ts';

export interface CupsDeps {
  readonly run: RunProgram;
  readonly clock: Clock;
  readonly log: (level: 'error', what: string, data: object) => void;
}

/** CUPS takes a job at once, unless it does not answer. */
const TAKING_LIMIT_MS = 20_000;
const ASKING_LIMIT_MS = 5_000;
/** For the paper to come out, once CUPS has the job: a printer may have to wake up. */
const PRINTING_LIMIT_MS = 30_000;
/** Soon at first, for a receipt takes no time; then seldom, for each look starts a program. */
const LOOK_AFTER_MS = [100, 200, 400, 800] as const;
const LOOK_EVERY_MS = 1_000;

const TIMEOUT: Problem = { code: 'print.timeout' };

/** A job of CUPS' (`Receipts-12`) and the printer it was sent to. */
interface SentJob {
  readonly job: string;
  readonly deviceName: string;
}

/**
 * Hands a page to CUPS and stays with the job until it has left the queue (till-features C7): printed means that CUPS took
 * it and does not say that it failed. What stays in the queue is taken back, so that it cannot come out later beside the
 * paper that was printed in the meantime (PF-28). Ends within about a minute and never rejects.
 * @param pdf one page of the size of `paper`
 */
export async function printWithCups(pdf: Uint8Array, paper: PaperSize, deviceName: string, deps: CupsDeps): Promise<PrintOutcome> {
  const args = printArguments(deviceName, paper);
  const taken = await deps.run({ program: 'lp', args, input: pdf, forReading: false, limitMs: TAKING_LIMIT_MS });
  switch (taken.kind) {
    case 'absent':
      return outcome({ code: 'print.no-cups' });
    case 'brokenOff':
      return outcome(TIMEOUT);
    case 'ended': {
      if (!taken.ok) return outcome(refused(taken.complained.replace(/^lp: */, '')));
      const job = jobIn(taken.said);
      return outcome(job === null ? null : await problemOf({ job, deviceName }, deps));
    }
  }
}

/** Follows a job to its end, or puts an end to it. @returns why it did not come out; null if it did, as far as CUPS knows */
async function problemOf(sent: SentJob, deps: CupsDeps): Promise<Problem | null> {
  const obstacle = await whatKeepsIt(sent, deps);
  // Of a job that has ended by itself CUPS says how, instead of taking it back.
  const answer = await ask('cancel', cancelArguments(sent.job), deps);
  if (hasEndedWell(answer)) return obstacle ?? TIMEOUT;
  const end = answer.kind === 'ended' ? /already (completed|canceled|aborted)/.exec(answer.complained)?.[1] : undefined;
  if (end === 'canceled' || end === 'aborted') return refused((await lastWords(sent, deps)) || end);
  if (end === 'completed' || obstacle === null) return null;
  deps.log('error', 'job not taken back', { job: sent.job, answer });
  return TIMEOUT;
}

/** Waits until a job has left the queue. @returns what keeps it there, if it stays */
async function whatKeepsIt({ job, deviceName }: SentJob, deps: CupsDeps): Promise<Problem | null> {
  const endMs = deps.clock.monotonicMs() + PRINTING_LIMIT_MS;
  for (let looks = 0; ; looks += 1) {
    const answer = await ask('lpstat', statusArguments(deviceName), deps);
    // Without the program there is nothing to see, and CUPS has the job.
    if (answer.kind === 'absent') return null;
    const status = hasEndedWell(answer) ? readQueueStatus(answer.said, job) : null;
    if (status?.job === null) return null;
    const obstacle = status && whatHolds(status);
    if (obstacle) return obstacle;
    if (deps.clock.monotonicMs() >= endMs) return status ? whatIsMissing(status) : TIMEOUT;
    await new Promise<void>((resolve) => void deps.clock.after(LOOK_AFTER_MS[looks] ?? LOOK_EVERY_MS, resolve));
  }
}

async function lastWords({ job, deviceName }: SentJob, deps: CupsDeps): Promise<string> {
  const answer = await ask('lpstat', endedArguments(deviceName), deps);
  return hasEndedWell(answer) ? wordsAbout(answer.said, job) : '';
}

function ask(program: string, args: readonly string[], { run }: CupsDeps): Promise<ProgramEnd> {
  return run({ program, args, forReading: true, limitMs: ASKING_LIMIT_MS });
}

function hasEndedWell(end: ProgramEnd): end is ProgramEnd & { readonly kind: 'ended'; readonly ok: true } {
  return end.kind === 'ended' && end.ok;
}

function outcome(problem: Problem | null): PrintOutcome {
  return problem === null ? { ok: true } : { ok: false, problem };
}
