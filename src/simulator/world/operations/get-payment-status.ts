import type { ReturnOf } from '../../wire/operations.ts';
import type { WireReceipt } from '../../wire/schema.ts';
import type { Core } from '../core.ts';
import { acknowledge } from '../due.ts';
import { statusOf } from '../invoice.ts';
import type { Invoice, Payment } from '../invoice.ts';
import { checkTerminal } from '../principal.ts';
import { result } from '../result-codes.ts';
import type { ResultCode } from '../result-codes.ts';
import { zoneTime } from '../zone-time.ts';
import type { Handler } from './handler.ts';

/**
 * A read is an act: it acknowledges a payment (protocol §3.6), also when its answer is lost on the way back.
 * 54 for a reference this terminal does not have; decided here: also for none at all (protocol §15.7).
 */
export const getPaymentStatus: Handler<'getPaymentStatus'> = (core, request) => {
  const caller = checkTerminal(core, request.context, 'refused');
  if (!caller.ok) return refused(caller.code);
  const invoice = core.state.invoices.get(request.invoiceReference ?? '');
  if (invoice?.terminalId !== caller.who.terminalId) return refused(54);
  if (readAcknowledges(core, invoice, request.invoiceVersion)) acknowledge(core, invoice);
  return statusAnswer(invoice);
};

function readAcknowledges(core: Core, invoice: Invoice, sentVersion: number): boolean {
  if (invoice.stage.kind !== 'paid') return false;
  return core.rules.ack === 'any' || sentVersion >= invoice.stage.payment.paidVersion;
}

/** `version` is a primitive of the service: it is there even in a refusal (protocol §2). */
function refused(code: ResultCode): ReturnOf<'getPaymentStatus'> {
  return { ...result(code), version: 0 };
}

function statusAnswer(invoice: Invoice): ReturnOf<'getPaymentStatus'> {
  const told = { ...result(0), status: statusOf(invoice.stage), ...tokensOf(invoice), version: invoice.version };
  if (invoice.stage.kind !== 'paid') return told;
  const { payment } = invoice.stage;
  return { ...told, ersReference: payment.ersReference, receipt: receiptOf(invoice, payment) };
}

/** The customer's cards, from the scan on (protocol §5). */
function tokensOf({ customerTokens }: Invoice): Pick<ReturnOf<'getPaymentStatus'>, 'customerTokens'> {
  return customerTokens.length === 0 ? {} : { customerTokens: { token: customerTokens } };
}

/** The receipt's paymentReference names the same payment as ersReference (protocol §2, decided there). */
function receiptOf(invoice: Invoice, payment: Payment): WireReceipt {
  return {
    terminalId: invoice.terminalId,
    paymentDate: zoneTime(payment.paidAtMs).dateTime,
    clientInvoiceId: invoice.data.clientInvoiceId,
    invoiceReference: invoice.reference,
    paymentReference: payment.ersReference,
    payerTerminalId: payment.payerTerminalId,
    receiverName: invoice.terminalName,
    invoice: invoice.data,
  };
}
