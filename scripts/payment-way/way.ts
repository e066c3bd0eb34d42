/** The modules that one payment goes through, in the order in which they are entered. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { reachable } from '../imports/circles.ts';
import type { Graph } from '../imports/circles.ts';
import type { Step } from './walk.ts';

/** The core's rooms that are counted: what somebody has to read to understand a payment. */
const COUNTED = ['src/till', 'src/payment', 'src/sale', 'src/receipt'];
/** Helpers of tests, which stand for the outside of the till here. */
const NOT_COUNTED = /\/testing\//;
const DEADLINE_MS = 60_000;

/** What is measured today, and no more: somebody who follows one payment can read so many files. */
export const MOST_MODULES = 25;

/**
 * Walks the way in a process of its own.
 * @param files who imports whom: within a step, callers come before what they call
 */
export function wayOfPayment(files: Graph): readonly Step[] {
  const printed = execFileSync(process.execPath, [path.join(import.meta.dirname, 'walk.ts')], {
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: DEADLINE_MS,
  });
  const steps = JSON.parse(printed) as readonly Step[];
  return steps.map(({ what, files: entered }) => ({ what, files: callersFirst(files, entered.filter(isCounted)) }));
}

function isCounted(file: string): boolean {
  return COUNTED.some((room) => file.startsWith(`${room}/`)) && !NOT_COUNTED.test(file);
}

/** Whoever leads to more of the others comes first; by name where that says nothing. */
function callersFirst(files: Graph, entered: readonly string[]): readonly string[] {
  const weight = new Map(entered.map((file) => [file, entered.filter((other) => reachable(files, file).has(other)).length]));
  return [...entered].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** @param line what lives in a folder */
export function wayPage(steps: readonly Step[], line: (folder: string) => string): string {
  const count = steps.reduce((sum, { files }) => sum + files.length, 0);
  const folders = [...new Set(steps.flatMap(({ files }) => files.map((file) => path.posix.dirname(file))))].sort();
  const named = (file: string): string => `\`${file}\``;
  return [
    `${count} modules of \`src/till\`, \`src/payment\`, \`src/sale\` and \`src/receipt\`:`,
    '',
    ...steps.map(({ what, files }, index) => `${index + 1}. *${what}.* ${files.map(named).join(', ')}`),
    '',
    'They lie in:',
    '',
    ...folders.map((folder) => `* \`${folder}\`: ${line(folder)}`),
  ].join('\n');
}
