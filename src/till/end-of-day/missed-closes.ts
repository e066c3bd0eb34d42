import { handedOn } from '../../day/index.ts';
import type { Close, Sent } from '../../day/index.ts';

/*
 * A payment with a receipt is no longer open at a mark. It is one that a close has missed: only in the till, or not confirmed.
 */

const isHandedOn = (close: Close, id: string): boolean => handedOn(close).some((thing) => thing.id === id);

/** For reading closes back in time: one that has not handed it on. */
export const hasNotMissed =
  (id: string) =>
  (close: Close): boolean =>
    !isHandedOn(close, id);

/** @param latest the last close that is done; undefined: none is */
export function isMissed(latest: Close | undefined, id: string): boolean {
  if (latest === undefined) return false;
  return handedOn(latest).some((thing) => thing.id === id && (thing.kind === 'tillOnly' || thing.kind === 'unconfirmed'));
}

/**
 * Each close that has handed it on, as one that found it open, and the first of them as its sending; null: none has. So it can be
 * closed without a letter a day, and at least one close, after the one that missed it first (PF-30).
 *
 * @param closes oldest first
 */
export function missedBy(id: string, closes: readonly Close[]): { readonly closes: readonly Close[]; readonly sent: Sent } | null {
  const seen = closes.map((close): Close => (isHandedOn(close, id) ? { ...close, mark: { ...close.mark, open: [id] } } : close));
  const first = seen.find(({ mark }) => mark.open.includes(id))?.mark;
  return first === undefined
    ? null
    : { closes: seen, sent: { firstEntry: first.entry, lastEntry: first.entry, lastMs: first.seqrMs ?? null } };
}
