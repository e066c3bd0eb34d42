/** How far a long download is, in one line that changes on a terminal and in a line for every tenth elsewhere. */

const MEGABYTE = 1_000_000;
const REDRAW_MS = 500;
/** Wipes what is longer than the new line. */
const CLEAR_LINE = '\r\x1b[K';

export interface Progress {
  readonly transferred: number;
  /** null if the server does not say. */
  readonly total: number | null;
}

export function progressLine(what: string, { transferred, total }: Progress): string {
  const done = Math.floor(transferred / MEGABYTE);
  if (total === null || total <= 0) return `${what}: ${done} MB`;
  return `${what}: ${done} of ${Math.ceil(total / MEGABYTE)} MB (${Math.floor((100 * transferred) / total)} %)`;
}

interface Out {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** @returns told of every piece that has come */
export function showProgress(what: string, out: Out, now: () => number): (progress: Progress) => void {
  let drawnAt = 0;
  let tenths = 0;
  return (progress) => {
    const { transferred, total } = progress;
    const isDone = transferred === total;
    if (out.isTTY === true) {
      if (!isDone && now() - drawnAt < REDRAW_MS) return;
      drawnAt = now();
      out.write(`${CLEAR_LINE}${progressLine(what, progress)}${isDone ? '\n' : ''}`);
      return;
    }
    // Of unknown length: a line for every ten megabytes.
    const reached = Math.floor((10 * transferred) / (total ?? 100 * MEGABYTE));
    if (reached <= tenths) return;
    tenths = reached;
    out.write(`${progressLine(what, progress)}\n`);
  };
}
