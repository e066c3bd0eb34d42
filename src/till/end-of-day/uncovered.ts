import type { CloseFacts } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';
import type { Profile } from '../settings/settings.ts';
import type { CloseDesk } from './close-desk.ts';

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
type Terminal = Pick<CloseFacts, 'endpoint' | 'terminalId'>;

/** So many closes are looked through for the last one of a terminal. */
const LOOKED_THROUGH = 60;
/** What the journal calls it when money has gone back. */
const GONE_BACK = ['refund.done', 'credit.done'] as const;

/** @param session whose journal it is in; null: none is open */
export function uncoveredOf(session: OpenBook | null, { endpoint, terminal }: Pick<Profile, 'endpoint' | 'terminal'>): Uncovered {
  if (session === null || endpoint === null || terminal?.terminalId == null) return 'none';
  if (!hasUncovered(session.journal, { endpoint, terminalId: terminal.terminalId })) return 'none';
  return session.closes.view()?.state === 'notMarked' ? 'unclosable' : 'some';
}

function hasUncovered(journal: Book, { endpoint, terminalId }: Terminal): boolean {
  const isMine = (origin: { readonly facts: Terminal } | null): boolean =>
    origin?.facts.endpoint === endpoint && origin.facts.terminalId === terminalId;
  const last = journal
    .latestCloses(LOOKED_THROUGH)
    .find(({ facts }) => facts.endpoint === endpoint && (facts.scope === 'shop' || facts.terminalId === terminalId));
  const receipts = journal.receiptsBetween(last?.mark.receipt ?? 0, journal.nextReceiptNumber() - 1);
  if (
    receipts.some(({ receipt, attemptId }) =>
      isMine(receipt.kind === 'sale' ? journal.attempt(attemptId) : journal.disbursement(attemptId)),
    )
  )
    return true;
  const ids = GONE_BACK.flatMap((kind) => journal.subjectsOf(kind, last?.mark.entry ?? 0, journal.entryCount()));
  return ids.some((id) => isMine(journal.disbursement(id)));
}
