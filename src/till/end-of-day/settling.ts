import { settlingOf } from '../../day/index.ts';
import type { Close, Sent, Settling } from '../../day/index.ts';
import type { TerminalAt } from '../../protocol/index.ts';
import type { Journal } from '../../records/index.ts';
import { closesBackTo, isBefore } from './closes-back.ts';

export interface SettlingDeps {
  readonly journal: Pick<Journal, 'latestCloses' | 'nextCloseNumber'>;
  /** The owner's hours of an absence, ms (PF-14). */
  readonly absenceMs: () => number;
}

/** When something unresolved can be settled at the earliest without SEQR's answer; `sent`: null if nobody wrote it down. */
export type SettlingFrom = (thing: TerminalAt & { readonly id: string }, sent: Sent | null) => Settling;

/** Windows are told at every change: closes, which never change once they are done, are read when there is another. */
export function createSettling({ journal, absenceMs }: SettlingDeps): SettlingFrom {
  let read: { readonly next: number; readonly closes: readonly Close[]; readonly all: boolean } = { next: 0, closes: [], all: true };

  /** Oldest first. */
  function closesSince(isFarEnough: (close: Close) => boolean): readonly Close[] {
    const next = journal.nextCloseNumber();
    const [oldest] = read.closes;
    const enough = read.all || (oldest !== undefined && isFarEnough(oldest));
    if (read.next === next && enough) return read.closes;
    const closes = closesBackTo((limit) => journal.latestCloses(limit), isFarEnough);
    read = { next, closes, all: closes[0] === undefined || !isFarEnough(closes[0]) };
    return closes;
  }

  return ({ id, endpoint, terminalId }, sent) => {
    const closes = closesSince(isBefore(id, sent));
    const ofService = closes.filter(({ facts }) => facts.endpoint === endpoint);
    return settlingOf({ id, sent, closes: ofService, terminalId, absenceMs: absenceMs() });
  };
}
