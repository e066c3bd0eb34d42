import type { PaperSize } from '../pages/paper.ts';

/** The sheet that printers know by its name; any other is named by its size. */
const A4: PaperSize = { widthMm: 210, heightMm: 297 };

function media({ widthMm, heightMm }: PaperSize): string {
  const isA4 = widthMm === A4.widthMm && heightMm === A4.heightMm;
  return isA4 ? 'A4' : `Custom.${widthMm}x${heightMm}mm`;
}

/**
 * For CUPS' `lp`: one paper, at its own size, from the standard input.
 * The printer's name is one word with its option, so that one that begins with a hyphen is a name all the same.
 */
export function printArguments(deviceName: string, paper: PaperSize): readonly string[] {
  // One wish twice: newer filters know it by the first name, older ones by the second.
  const atItsSize = ['-o', 'print-scaling=none', '-o', 'fit-to-page=false'];
  return [`-d${deviceName}`, '-n', '1', '-t', 'Kassa', '-o', `media=${media(paper)}`, ...atItsSize, '--', '-'];
}

/** The job that `lp` says it has made, in whatever language: `request id is Receipts-12 (0 file(s))`; null if it names none. */
export function jobIn(said: string): string | null {
  return /\S+-\d+/.exec(said)?.[0] ?? null;
}

/** For CUPS' `cancel`, which would read a hyphen in front as an option: the number names the job as well. */
export function cancelArguments(job: string): readonly string[] {
  return [job.startsWith('-') ? job.slice(job.lastIndexOf('-') + 1) : job];
}
