/** Both books compared, to the öre, and what SEQR had to take back. */
import type { InvoiceView, LedgerView } from '../../../e2e/support/simulator-client.ts';
import { referenceOf } from '../../../src/payment/index.ts';
import type { Book } from './books.ts';
import type { Rung } from './hands.ts';
import type { Exchange } from './seqr-record.ts';
import type { Life } from './shop.ts';

/** What SEQR has on record. */
export interface Seqr {
  readonly ledger: readonly LedgerView[];
  readonly invoices: readonly InvoiceView[];
  readonly exchanges: readonly Exchange[];
}

/** A restarted till has asked by then about whatever is open. */
const FIRST_READ_MS = 3_000;
/** On a busy machine it has so many times as long as the start of its process took. */
const STARTS = 3;
/** A read that is spoiled costs its deadline and the moment until the next. */
const SPOILED_READ_MS = 4_400;
/** No gap between two questions about a payment is longer (invariant 5). */
const READ_GAP_MS = 6_000;

export function firstReadLimitMs({ fromMs, readyMs }: Life): number {
  return Math.max(FIRST_READ_MS, STARTS * (readyMs - fromMs));
}

const minorOf = ({ value }: { readonly value: string }): number => Math.round(Number(value) * 100);

/** @returns what does not hold, in a sentence each */
export function audit(book: Book, seqr: Seqr, lives: readonly Life[], rung: readonly Rung[]): readonly string[] {
  return [
    ...book.problems,
    ...payments(book, seqr),
    ...disbursements(book, seqr),
    ...sentTwice(seqr),
    ...needlessReversals(book, seqr, lives),
    ...vanishedRows(book, rung),
  ];
}

/** Each payment that SEQR keeps has one receipt of its amount, and each receipt such a payment. */
function payments({ receipts, attempts }: Book, { ledger }: Seqr): readonly string[] {
  const problems: string[] = [];
  const reversed = new Set(ledger.filter(({ kind }) => kind === 'reversal').map(({ ersReference }) => ersReference));
  const kept = ledger.filter(({ kind, ersReference }) => kind === 'debit' && !reversed.has(ersReference));
  const sales = receipts.filter(({ receipt }) => receipt.kind === 'sale');
  const nameOf = ({ receipt }: (typeof sales)[number]): string | null => receipt.tenders[0]?.ersReference ?? null;
  const soldOnce = new Map<string, string>();
  for (const { ersReference, invoiceReference, amount } of kept) {
    const own = sales.filter((record) => nameOf(record) === ersReference);
    const [record] = own;
    if (record === undefined) problems.push(`SEQR keeps ${amount.value} of invoice ${invoiceReference ?? ''}, and there is no receipt`);
    else if (own.length > 1) problems.push(`${own.length} receipts name ${ersReference}`);
    else if (record.receipt.total.minor !== minorOf(amount))
      problems.push(`receipt ${record.receipt.number} is of ${record.receipt.total.minor}, SEQR keeps ${minorOf(amount)}`);
    const attempt = attempts.find(({ state }) => referenceOf(state) === invoiceReference);
    const sale = attempt?.facts.sale.id;
    if (sale !== undefined && soldOnce.has(sale))
      problems.push(`sale ${sale} is paid by ${soldOnce.get(sale) ?? ''} and by ${ersReference}`);
    if (sale !== undefined) soldOnce.set(sale, ersReference);
  }
  for (const record of sales) {
    const name = nameOf(record);
    const isReversed = name !== null && reversed.has(name);
    const told = attempts.find(({ facts }) => facts.id === record.attemptId)?.state.kind === 'reversed';
    if (isReversed && !told) problems.push(`receipt ${record.receipt.number} was taken back by SEQR, and the till does not say so`);
    if (!isReversed && !kept.some(({ ersReference }) => ersReference === name))
      problems.push(`receipt ${record.receipt.number} names ${name ?? 'nothing'}, and SEQR keeps no such money`);
  }
  return problems;
}

/** Each sum that SEQR gave away belongs to a record that says so, or that does not know yet; and the other way about. */
function disbursements({ disbursements: records }: Book, { ledger }: Seqr): readonly string[] {
  const problems: string[] = [];
  const given = ledger.filter(({ kind }) => kind === 'refund' || kind === 'credit');
  const mayBe = (entry: LedgerView) => (record: (typeof records)[number]) =>
    (record.facts.kind === 'refund' ? 'refund' : 'credit') === entry.kind &&
    record.facts.amount.minor === minorOf(entry.amount) &&
    (record.facts.kind !== 'refund' || record.facts.ersReference === entry.paymentReference);
  const free = new Set(records);
  for (const entry of given) {
    const fitting = [...free].filter(mayBe(entry));
    const own =
      fitting.find(({ state }) => state.kind === 'done' && state.ersReference === entry.ersReference) ??
      fitting.find(({ state }) => state.kind === 'unknown' || state.kind === 'sending' || state.kind === 'done');
    if (own === undefined) problems.push(`SEQR gave away ${entry.amount.value} (${entry.kind}), and no record says so`);
    else free.delete(own);
  }
  for (const { facts, state, receiptNumber } of records) {
    const mine = given.filter((entry) => mayBe(entry)({ facts, state, receiptNumber } as (typeof records)[number]));
    if (state.kind === 'done' && mine.length === 0) problems.push(`${facts.kind} ${facts.id} is done, and SEQR gave nothing away`);
    if (state.kind === 'done' && facts.kind === 'refund' && receiptNumber === null)
      problems.push(`refund ${facts.id} has no return receipt`);
  }
  return problems;
}

/** What was written down once leaves once. */
function sentTwice({ exchanges }: Seqr): readonly string[] {
  const sent = exchanges.flatMap(({ operation, clientInvoiceId }) =>
    operation === 'sendInvoice' && clientInvoiceId !== null ? [clientInvoiceId] : [],
  );
  return sent.filter((id, index) => sent.indexOf(id) !== index).map((id) => `the invoice ${id} was sent more than once`);
}

/** SEQR took money back although a till that ran, and had the reference on disk, could have asked (invariant 4). */
function needlessReversals({ attempts }: Book, { invoices, exchanges }: Seqr, lives: readonly Life[]): readonly string[] {
  return invoices.flatMap(({ invoiceReference, paidAt, reversedAt }) => {
    if (paidAt === null || reversedAt === null) return [];
    const state = attempts.find((record) => referenceOf(record.state) === invoiceReference)?.state;
    // Given up, or a reference that never came to disk: nobody may ask.
    if (state === undefined || state.kind === 'orphan' || state.kind === 'notPaid') return [];
    const [from, to] = [Date.parse(paidAt), Date.parse(reversedAt)];
    const reads = exchanges.filter((each) => each.operation === 'getPaymentStatus' && each.invoiceReference === invoiceReference);
    return lives.flatMap((life) => {
      const [began, ended] = [Math.max(from, life.readyMs), Math.min(to, life.toMs ?? Infinity)];
      // One that is held back ends when the till has ceased to wait for it.
      const spoiled = reads.filter(({ fault, atMs }) => fault !== null && atMs > began && atMs < ended + SPOILED_READ_MS).length;
      const graceMs = firstReadLimitMs(life) + spoiled * SPOILED_READ_MS;
      const asked = [began, ...reads.map(({ atMs }) => atMs).filter((atMs) => atMs > began && atMs < ended), ended];
      const silentMs = Math.max(...asked.map((atMs, index) => atMs - (asked[index - 1] ?? atMs)));
      const firstMs = (asked[1] ?? ended) - began;
      if (ended - began <= graceMs || (silentMs <= READ_GAP_MS && firstMs <= graceMs)) return [];
      const ranMs = Math.round(ended - began);
      return [
        `SEQR took ${invoiceReference} back though the till ran ${ranMs} ms of its 20 s, silent for ${Math.round(silentMs)} (${state.kind})`,
      ];
    });
  });
}

/** What the till has said yes to is paid, on the counter, waiting, or was voided (invariant 8). */
function vanishedRows({ receipts, rowsElsewhere }: Book, rung: readonly Rung[]): readonly string[] {
  const everywhere = `${receipts.map((record) => JSON.stringify(record)).join('\n')}\n${rowsElsewhere}`;
  return rung
    .filter(({ minor, accepted, removed }) => accepted && !removed && !new RegExp(`"minor":${minor}\\b`).test(everywhere))
    .map(({ minor }) => `the row of ${minor} has vanished`);
}
