import { giveBackOf, isPart, sells } from '../../../payment/index.ts';
import { attemptOf, rowsIn, rowsOnCounter, unsoldText } from './books.ts';
import type { Books, KnownBook } from './books.ts';
import type { Machine, Mode } from './machine.ts';
import type { Fail } from './rules.ts';
import type { SeqrActs } from './seqr-acts.ts';

/**
 * Invariant 3: a sale has one live invoice at most, and is paid for once.
 *
 * @param isClosed somebody has said what became of this attempt, so that nobody asks any more: what its customer pays after that
 *   only a report tells of (PF-30)
 * @param acts where another till has asked about a reference, SEQR keeps a payment that nobody here asks about; the list has it
 *   as a possible orphan (PF-10)
 */
export function checkInvoices(
  machine: Machine,
  mode: Mode,
  {
    books,
    isClosed,
    acts,
    fail,
  }: {
    readonly books: Books;
    readonly isClosed: (id: string) => boolean;
    readonly acts: Pick<SeqrActs, 'wasReadElsewhere'>;
    readonly fail: Fail;
  },
): void {
  const waiting = new Map<string, number>();
  const kept = new Map<string, number>();
  for (const { status, terminalId, acknowledgedAt, invoiceReference } of machine.world(mode).invoices()) {
    if (status === 'ISSUED' || status === 'PENDING_ISSUER_ACKNOWLEDGE') waiting.set(terminalId, (waiting.get(terminalId) ?? 0) + 1);
    const record = status === 'PAID' && acknowledgedAt !== null ? attemptOf(books, invoiceReference)?.record : undefined;
    // Of what is to go back the list says so (PF-06).
    const isListed = record?.state.kind === 'orphan' && record.listed && acts.wasReadElsewhere(invoiceReference);
    const isLeft = record === undefined || isListed || giveBackOf(record.state) !== undefined || isClosed(record.facts.id);
    const sale = isLeft ? undefined : record.facts.sale.id;
    if (sale !== undefined) kept.set(sale, (kept.get(sale) ?? 0) + 1);
  }
  for (const [terminal, count] of waiting) if (count > 1) fail('one-live-invoice', `${count} at ${terminal}`);
  for (const [sale, count] of kept) if (count > 1) fail('kept-twice', `${count} payments are kept for the sale ${sale}`);
}

/** Invariants 7 and 8, of what is on disk. */
export function checkBook(book: KnownBook, fail: Fail): void {
  const numbers = [...book.receipts.keys()];
  if (numbers.some((number, index) => number !== index + 1)) fail('receipt-numbers', numbers.join(' '));
  const unsold = rowsIn(unsoldText(book));
  const sold = timesSold(book);
  for (const name of book.rungUp) {
    const times = sold.get(name) ?? 0;
    if (times > 1) fail('rows-sold-twice', `${name} is on ${times} receipts`);
    if (times === 0 && !unsold.has(name) && !book.letGo.has(name)) fail('rows-vanished', `${name} is neither sold nor anywhere else`);
  }
}

/** On how many receipts each row is whose payment stands, less those that a counter-receipt has taken back since (PF-33). */
function timesSold({ receipts, attempts }: KnownBook): ReadonlyMap<string, number> {
  const sold = new Map<string, number>();
  for (const { receipt, attemptId } of receipts.values()) {
    const state = attempts.get(attemptId)?.record.state;
    const isRefund = receipt.kind === 'return' && receipt.reversal !== true;
    // The goods go with what is left to pay of them.
    if (isRefund || (state !== undefined && (!sells(state) || isPart(state)))) continue;
    const by = receipt.kind === 'sale' ? 1 : -1;
    for (const name of rowsIn(JSON.stringify(receipt.rows))) sold.set(name, (sold.get(name) ?? 0) + by);
  }
  return sold;
}

/**
 * A person takes a row off, or undoes what was done. Let go of is what was on the counter and is not any more, though a payment
 * that was given up may still name it; and what is nowhere at all, because Kassa may have died meanwhile.
 * @param before names of the rows on the counter when the button was pressed
 */
export function letGoOfWhatIsGone(book: KnownBook, before: ReadonlySet<string>): void {
  const there = rowsIn(unsoldText(book));
  const onCounter = rowsOnCounter(book);
  for (const name of book.rungUp) if (!there.has(name) || (before.has(name) && !onCounter.has(name))) book.letGo.add(name);
}
