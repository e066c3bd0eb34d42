import type { Problem } from '../../../src/text/index.ts';
import type { QueueStatus } from './queue-status.ts';

/** CUPS keeps the job for somebody to release it, or for a later try of its own. */
const HELD = /^(job-hold-|job-held-|job-stopped|printer-stopped)/;
/** The device failed; CUPS would try again in half a minute, or whenever its administrator has told it to. */
const TO_BE_TRIED_AGAIN = 'resources-are-not-ready';
/** With an ending that says how grave it is: `media-empty-error`, `offline-report`. */
const NO_PAPER = /^media-(empty|needed)/;
const NO_ANSWER = /^(offline|shutdown|timed-out|connecting-to-device)/;

/** Why a job will not come out unless somebody does something; null while it may. */
export function whatHolds({ job, printerReasons }: QueueStatus): Problem | null {
  if (printerReasons.includes('paused') || job?.reasons.some((reason) => HELD.test(reason))) return { code: 'print.stopped' };
  if (job?.reasons.includes(TO_BE_TRIED_AGAIN)) return refused(job.words);
  return null;
}

/** Why a job has not come out in the time it was given, as far as its printer tells. */
export function whatIsMissing({ printerReasons }: QueueStatus): Problem {
  if (printerReasons.some((reason) => NO_PAPER.test(reason))) return { code: 'print.paper-out' };
  if (printerReasons.some((reason) => NO_ANSWER.test(reason))) return { code: 'print.offline' };
  return { code: 'print.timeout' };
}

/** So much of what CUPS says is shown; the rest is in its own log. */
const MAX_WORDS = 200;

/** Not printed, in the words of CUPS or of the printer's driver. */
export function refused(words: string): Problem {
  const line = words.trim().split('\n')[0] ?? '';
  return { code: 'print.failed', params: { detail: line === '' ? 'CUPS' : line.slice(0, MAX_WORDS) } };
}
