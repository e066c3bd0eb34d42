import { handedOn } from '../../day/index.ts';
import type { Close, Sent } from '../../day/index.ts';

/*
 * A payment with a receipt is no longer open at a mark. It is one that a close has missed: only in the till, or not confirmed.
 */

const isHandedOn = (close: Close, id: string): boolean => handedOn(close).some((thing) => thing.id === id);

/** @param latest the last close that is done; undefined: none is */
export function isMissed(latest: Close | undefined, id: string): boolean {
  if (latest === undefined) return false;
  return handedOn(latest).some((thing) => thing.id === id && (thing.kind === 'tillOnly' || thing.kind === 'unconfirmed'));
}

/** What is known of a payment that closes have missed, as {@link missedBy} tells it. */
export interface Missed {
  readonly closes: readonly Close[];
  readonly sent: Sent;
}

/**
 * Each close that has handed it on, as one that found it open, and the first of them as its sending; null: none has. A close
 * after it that came to nothing, because SEQR refused or did not answer, has found it open as well: it could not tell. So it can
 * be closed without a letter a day, and at least one close, after the one that missed it first (PF-30).
 *
 * @param closesSince closes of its service that are done or were tried in vain, oldest first, back to one that is far enough
 */
export function missedBy(id: string, closesSince: (isFarEnough: (close: Close) => boolean) => readonly Close[]): Missed | null {
  const first = closesSince((close) => !isHandedOn(close, id)).find((close) => isHandedOn(close, id))?.mark;
  if (first === undefined) return null;
  // Further back for those that were tried, of which each has handed nothing on.
  const closes = closesSince(({ mark }) => mark.entry < first.entry).map((close): Close => {
    const isTried = close.state.kind !== 'done' && close.mark.entry > first.entry;
    return isTried || isHandedOn(close, id) ? { ...close, mark: { ...close.mark, open: [id] } } : close;
  });
  return { closes, sent: { firstEntry: first.entry, lastEntry: first.entry, lastMs: first.seqrMs ?? null } };
}
