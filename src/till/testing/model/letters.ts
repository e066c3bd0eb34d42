import { referenceOf } from '../../../payment/index.ts';
import type { Machine } from './machine.ts';
import type { Oracle } from './oracle.ts';

/* What SEQR would answer to somebody who writes. It never says what is not so. */

/** What is spoiled so is carried out yet. */
const COMES_LATER: ReadonlySet<string> = new Set(['late', 'carriedOut', 'underWay']);

/** What SEQR would write about a refund or a pay-out: whether it was carried out. Null while one may still be on its way. */
export function letterAbout(oracle: Oracle, id: string): boolean | null {
  for (const which of ['practice', 'live'] as const) {
    const record = oracle.books[which].disbursements.get(id);
    if (record === undefined) continue;
    const { facts } = record;
    const sendings = oracle.calls.filter(
      ({ clientInvoiceId }) => clientInvoiceId === facts.clientInvoiceId || clientInvoiceId === facts.correlationId,
    );
    if (sendings.some(({ carriedOut }) => carriedOut?.resultCode === 0)) return true;
    const mayStillCome = sendings.some(
      ({ carriedOut, isLost, fault }) => carriedOut === null && !isLost && fault !== null && COMES_LATER.has(fault.kind),
    );
    return mayStillCome ? null : false;
  }
  return null;
}

/** What SEQR would write about a payment. */
export type PaymentLetter = { readonly stateNumber: number } & (
  | { readonly paid: true; readonly ersReference: string }
  | { readonly paid: false }
);

/** Null: SEQR cannot say yet, or the till knows of no such payment. */
export function letterAboutPayment(machine: Machine, oracle: Oracle, id: string): PaymentLetter | null {
  for (const which of ['practice', 'live'] as const) {
    const record = oracle.books[which].attempts.get(id)?.record;
    if (record === undefined) continue;
    const { stateNumber } = record;
    const call = oracle.calls.find(({ operation, clientInvoiceId }) => operation === 'sendInvoice' && clientInvoiceId === id);
    const mayStillCome = call !== undefined && call.carriedOut === null && !call.isLost && call.fault?.kind !== 'lostBefore';
    const reference = referenceOf(record.state) ?? call?.carriedOut?.invoiceReference ?? null;
    if (reference === null) return mayStillCome ? null : { stateNumber, paid: false };
    const invoice = machine
      .world(which)
      .invoices()
      .find(({ invoiceReference }) => invoiceReference === reference);
    // The money is reserved, or the customer is confirming just now.
    if (invoice?.status === 'RESERVED' || invoice?.status === 'PENDING_ISSUER_ACKNOWLEDGE') return null;
    const isKept = invoice?.status === 'PAID';
    if (isKept && (invoice.acknowledgedAt === null || invoice.ersReference === null)) return null;
    return isKept && invoice.ersReference !== null
      ? { stateNumber, paid: true, ersReference: invoice.ersReference }
      : { stateNumber, paid: false };
  }
  return null;
}
