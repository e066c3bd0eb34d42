import { hasPeriod } from '../../day/index.ts';
import { isSameTerminal } from '../../protocol/index.ts';
import type { TerminalAt } from '../../protocol/index.ts';
import type { Journal } from '../../records/index.ts';
import { presentTerminal } from '../settings/settings.ts';
import type { Profile } from '../settings/settings.ts';
import type { CloseDesk } from './close-desk.ts';
import { DISBURSEMENT_DONE, isOf, originOf } from './close-entries.ts';

/**
 * What of a terminal no close of day covers yet. `unclosable`: there is something, and the close that was tried last came to
 * nothing, because SEQR has refused the mark or could not be asked.
 */
export type Uncovered = 'none' | 'some' | 'unclosable';

type Book = Pick<
  Journal,
  'attempt' | 'disbursement' | 'entryCount' | 'latestCloses' | 'nextReceiptNumber' | 'receiptsBetween' | 'subjectsOf'
>;
interface OpenBook {
  readonly journal: Book;
  readonly closes: Pick<CloseDesk, 'view'>;
}

/** So many closes are looked through for the last one of a terminal. */
const LOOKED_THROUGH = 60;

/** @param session whose journal it is in; null: none is open */
export function uncoveredOf(session: OpenBook | null, profile: Profile): Uncovered {
  const present = presentTerminal(profile);
  if (session === null || present === null || !hasUncovered(session.journal, present)) return 'none';
  return session.closes.view()?.state === 'notMarked' ? 'unclosable' : 'some';
}

function hasUncovered(journal: Book, terminal: TerminalAt): boolean {
  const isMine = (origin: { readonly facts: TerminalAt } | null): boolean => origin !== null && isOf(origin, terminal);
  const last = journal
    .latestCloses(LOOKED_THROUGH)
    .filter(hasPeriod)
    .find(({ facts }) => facts.endpoint === terminal.endpoint && (facts.scope === 'shop' || isSameTerminal(facts, terminal)));
  const receipts = journal.receiptsBetween(last?.mark.receipt ?? 0, journal.nextReceiptNumber() - 1);
  if (receipts.some((record) => isMine(originOf(journal, record)))) return true;
  const ids = DISBURSEMENT_DONE.flatMap((kind) => journal.subjectsOf(kind, last?.mark.entry ?? 0, journal.entryCount()));
  return ids.some((id) => isMine(journal.disbursement(id)));
}
