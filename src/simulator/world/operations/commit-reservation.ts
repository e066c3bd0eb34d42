import type { WireAmount } from '../../wire/schema.ts';
import type { Core } from '../core.ts';
import { takePayment } from '../due.ts';
import { newErsReference } from '../identifiers.ts';
import type { Invoice } from '../invoice.ts';
import { amountOf, minorOf } from '../money.ts';
import { checkTerminal } from '../principal.ts';
import { mostToTake } from '../reservation.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §6: takes what was reserved, or a part of it, and lets go of the rest; from then on it is a payment like any
 * other, with its 20 seconds. Without an amount: the invoice's total. 96 when nothing is reserved (any more). Decided here:
 * 54 for an unknown reference, 49 for an amount that is none or in another currency, 11 for zero or less and for more than
 * may be taken.
 */
export const commitReservation: Handler<'commitReservation'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const invoice = core.state.invoices.get(request.invoiceReference ?? '');
  if (invoice?.terminalId !== caller.who.terminalId) return result(54);
  const { stage } = invoice;
  if (stage.kind !== 'reserved' || stage.takesAs !== undefined) return result(96);
  const amountMinor = minorToTake(invoice, request.amount);
  if (amountMinor === undefined) return result(49);
  if (amountMinor <= 0 || amountMinor > mostToTake(core, invoice, stage)) return result(11);
  take(core, invoice, stage.payerTerminalId, amountMinor);
  return result(0);
};

function minorToTake(invoice: Invoice, amount: WireAmount | undefined): number | undefined {
  return amount === undefined ? invoice.totalMinor : minorOf(amount, invoice.currency);
}

/** The receipt of the paid invoice names what was taken, whatever the total was before. */
function take(core: Core, invoice: Invoice, payerTerminalId: string, totalMinor: number): void {
  const paidAtMs = core.nowMs();
  const final = { ...invoice, totalMinor, data: { ...invoice.data, totalAmount: amountOf(invoice.currency, totalMinor) } };
  takePayment(core, final, { payerTerminalId, ersReference: newErsReference(core, paidAtMs), paidAtMs, committed: true });
}
