/** What CUPS says of one job and of the printer that it waits for, in IPP's keywords (RFC 8011 §5.3.8, §5.4.12). */
export interface QueueStatus {
  /** Null if it is not among those that wait or print: it has ended, one way or another. */
  readonly job: { readonly reasons: readonly string[]; readonly words: string } | null;
  readonly printerReasons: readonly string[];
}

/** For `lpstat`, whose answer {@link readQueueStatus} reads: a printer's unfinished jobs, then the printer, at length. */
export function statusArguments(deviceName: string): readonly string[] {
  return ['-l', '-W', 'not-completed', `-o${deviceName}`, `-p${deviceName}`];
}

/** For `lpstat`, whose answer {@link wordsAbout} reads: a printer's jobs that have ended. */
export function endedArguments(deviceName: string): readonly string[] {
  return ['-l', '-W', 'completed', `-o${deviceName}`];
}

/** Keywords are the same in every language; labels are not. */
export function readQueueStatus(said: string, job: string): QueueStatus {
  const aboutJob = entryOf(said, job);
  const aboutPrinter = said.split(NEXT_ENTRY).at(-1) ?? '';
  return {
    job: aboutJob === null ? null : { reasons: keywords(aboutJob), words: wordsAbout(said, job) },
    printerReasons: keywords(aboutPrinter),
  };
}

/** What the printer's driver has said last about a job; empty if nothing. */
export function wordsAbout(said: string, job: string): string {
  return /^\s+Status:[ \t]*(.*)$/m.exec(entryOf(said, job) ?? '')?.[1]?.trim() ?? '';
}

/** A line that names a job or a printer begins an entry; indented lines about it follow. */
const NEXT_ENTRY = /\n(?=\S)/;

function entryOf(said: string, job: string): string | null {
  return said.split(NEXT_ENTRY).find((entry) => entry.startsWith(`${job} `)) ?? null;
}

function keywords(entry: string): readonly string[] {
  const lines = entry.split('\n').filter((line) => /^\s/.test(line));
  return lines.flatMap((line) => line.split(/[\s,]+/)).filter((word) => /^[a-z]+(-[a-z]+)*$/.test(word));
}
