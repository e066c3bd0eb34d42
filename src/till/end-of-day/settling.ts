import { settlingOf } from '../../day/index.ts';
import type { Close, Sent, Settling } from '../../day/index.ts';
import type { TerminalAt } from '../../protocol/index.ts';
import type { Journal } from '../../records/index.ts';
import { closesThatLooked, isBefore } from './closes-back.ts';
import { isMissed, missedBy } from './missed-closes.ts';

export interface SettlingDeps {
  readonly journal: Pick<Journal, 'latestCloses' | 'nextCloseNumber' | 'triedCloses'>;
  /** The owner's hours of an absence, ms (PF-14). */
  readonly absenceMs: () => number;
  /** SEQR's own time at this endpoint, ms since 1970; null: not known. */
  readonly seqrNowMs: (endpoint: string) => number | null;
}

/** When something unresolved can be settled at the earliest without SEQR's answer; `sent`: null if nobody wrote it down. */
export type SettlingFrom = (thing: TerminalAt & { readonly id: string }, sent: Sent | null) => Settling;

interface Read {
  /** What of the journal it was read at. */
  readonly at: string;
  readonly closes: readonly Close[];
  /** There are no older ones. */
  readonly all: boolean;
}

/** Windows are told at every change: closes are read when one has been done or tried. */
export function createSettling({ journal, absenceMs, seqrNowMs }: SettlingDeps): SettlingFrom {
  let read: Read = { at: '', closes: [], all: true };

  /** Rises with every close that is done, and with every step of the one that was tried last. */
  function where(): string {
    const [tried] = journal.triedCloses(1);
    return `${journal.nextCloseNumber()} ${tried?.facts.id ?? ''} ${tried?.stateNumber ?? 0}`;
  }

  /** In the order of their marks. */
  function closesSince(isFarEnough: (close: Close) => boolean): readonly Close[] {
    const at = where();
    const [oldest] = read.closes;
    const enough = read.all || (oldest !== undefined && isFarEnough(oldest));
    if (read.at === at && enough) return read.closes;
    const closes = closesThatLooked(journal, isFarEnough);
    read = { at, closes, all: closes[0] === undefined || !isFarEnough(closes[0]) };
    return closes;
  }

  return ({ id, endpoint, terminalId }, sent) => {
    const ofService = (all: readonly Close[]): readonly Close[] => all.filter(({ facts }) => facts.endpoint === endpoint);
    const closes = closesSince(isBefore(id, sent));
    const latest = closes.findLast(({ state }) => state.kind === 'done');
    const missed = isMissed(latest, id) ? missedBy(id, (isFarEnough) => ofService(closesSince(isFarEnough))) : null;
    const found = missed ?? { closes: ofService(closes), sent };
    return settlingOf({ id, ...found, terminalId, absenceMs: absenceMs(), nowMs: seqrNowMs(endpoint) });
  };
}
