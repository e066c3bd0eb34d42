import type { Core } from '../core.ts';
import { newErsReference } from '../identifiers.ts';
import { checkInvoice } from '../invoice-check.ts';
import { book } from '../ledger.ts';
import { checkTerminal } from '../principal.ts';
import type { LedgerEntry } from '../records.ts';
import { report } from '../report-lines.ts';
import { result } from '../result-codes.ts';
import type { ResultCode } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §9: `invoice.totalAmount` is what goes back, in parts if the till likes, never more than was paid (98). The answer's
 * ersReference is the refund's own. Not idempotent: the same request again is another refund.
 *
 * The checks come in this order: 97 the reseller may not refund, then the invoice as in sendInvoice (49, 11, 64), 23 no such payment,
 * 48 not acknowledged yet, 99 the payer's bank takes none, 98. Decided here: any terminal of the same reseller may
 * refund, another reseller's payment is unknown to it (23), and so is one that was reversed.
 */
export const refundPayment: Handler<'refundPayment'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const { terminalId, resellerId } = caller.who;
  if (core.state.switches.resellersWithoutRefunds.includes(resellerId)) return result(97);
  const checked = checkInvoice(request.invoice, core.currencyOf(caller.who));
  if (!checked.ok) return result(checked.code);
  const amountMinor = checked.totalMinor;
  const payment = findPayment(core, request.ersReference ?? '', resellerId);
  if (!payment) return result(23);
  const refusal = refusalOf(core, payment, amountMinor);
  if (refusal) return result(refusal);

  const { refundReference } = core.state.switches;
  const own = newErsReference(core, core.nowMs());
  const refund = book(core, {
    ...payment,
    kind: 'refund',
    atMs: core.nowMs(),
    ersReference: refundReference === 'payment-booked' ? payment.ersReference : own,
    paymentReference: payment.ersReference,
    terminalId,
    cashierId: request.invoice?.cashierId ?? null,
    amountMinor,
  });
  report(core, refund, 'refund');
  if (refundReference === 'none') return result(0);
  return { ersReference: refundReference === 'own' ? own : payment.ersReference, ...result(0) };
};

/** The debit of a payment that was not reversed. */
function findPayment(core: Core, ersReference: string, resellerId: string): LedgerEntry | undefined {
  const movements = core.state.ledger.filter((e) => e.ersReference === ersReference && e.resellerId === resellerId);
  return movements.some((e) => e.kind === 'reversal') ? undefined : movements.find((e) => e.kind === 'debit');
}

function refusalOf(core: Core, payment: LedgerEntry, amountMinor: number): ResultCode | undefined {
  const stage = core.state.invoices.get(payment.invoiceReference ?? '')?.stage;
  if (stage?.kind === 'paid' && stage.acknowledgedAtMs === null) return 48;
  if (!core.customer(payment.customerId).allowsRefunds) return 99;
  const refundedMinor = core.state.ledger
    .filter((e) => e.kind === 'refund' && e.paymentReference === payment.ersReference)
    .reduce((sum, e) => sum + e.amountMinor, 0);
  return refundedMinor + amountMinor > payment.amountMinor ? 98 : undefined;
}
