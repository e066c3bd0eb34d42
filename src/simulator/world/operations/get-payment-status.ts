import type { ReturnOf } from '../../wire/operations.ts';
import type { WireReceipt } from '../../wire/schema.ts';
import type { Core } from '../core.ts';
import { acknowledge } from '../due.ts';
import { statusOf } from '../invoice.ts';
import type { Invoice, Payment, Stage } from '../invoice.ts';
import { bentPaid } from '../paid-bends.ts';
import { checkTerminal } from '../principal.ts';
import { anyResult, result } from '../result-codes.ts';
import type { ResultCode } from '../result-codes.ts';
import type { AfterPaid } from '../switches.ts';
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
  const { afterPaid } = core.state.switches;
  if (afterPaid !== null && (invoice.paidReads ?? 0) > 0) return afterPaidAnswer(invoice, afterPaid);
  if (readAcknowledges(core, invoice, request.invoiceVersion)) acknowledge(core, invoice);
  const answer = statusAnswer(core, invoice);
  if (answer.status !== 'PAID') return answer;
  const reads = countPaidRead(core, invoice.reference);
  const { paidBends, paidReads } = core.state.switches;
  return paidReads === 'every' || reads > 1 ? bentPaid(core, invoice, answer, paidBends) : answer;
};

/** Counted up to two: enough to tell the first from the others. */
function countPaidRead(core: Core, reference: string): number {
  const invoice = core.state.invoices.get(reference);
  const reads = (invoice?.paidReads ?? 0) + 1;
  if (invoice && reads <= 2) core.putInvoice({ ...invoice, paidReads: reads });
  return reads;
}

function readAcknowledges(core: Core, invoice: Invoice, sentVersion: number): boolean {
  if (invoice.stage.kind !== 'paid') return false;
  return core.rules.ack === 'any' || sentVersion >= invoice.stage.payment.paidVersion;
}

/** `version` is a primitive of the service: it is there even in a refusal (protocol §2). */
function refused(code: ResultCode): ReturnOf<'getPaymentStatus'> {
  return { ...result(code), version: 0 };
}

/** What the switch `afterPaid` says in place of PAID; of the same version when it is a status. */
function afterPaidAnswer(invoice: Invoice, said: AfterPaid): ReturnOf<'getPaymentStatus'> {
  if (typeof said === 'number') return { ...anyResult(said), version: 0 };
  return { ...result(0), status: said, version: invoice.version };
}

function statusAnswer(core: Core, invoice: Invoice): ReturnOf<'getPaymentStatus'> {
  const code = core.state.switches.endedReads === 'code' ? endedCode(invoice.stage) : undefined;
  if (code !== undefined) return refused(code);
  const told = { ...result(0), status: statusOf(invoice.stage), ...tokensOf(invoice), version: invoice.version };
  if (invoice.stage.kind !== 'paid') return told;
  const { payment } = invoice.stage;
  return { ...told, ersReference: payment.ersReference, receipt: receiptOf(core, invoice, payment) };
}

function endedCode({ kind }: Stage): ResultCode | undefined {
  if (kind === 'canceled' || kind === 'reversed') return 55;
  return kind === 'expired' ? 58 : undefined;
}

/** The customer's cards, from the scan on (protocol §5). */
function tokensOf({ customerTokens }: Invoice): Pick<ReturnOf<'getPaymentStatus'>, 'customerTokens'> {
  return customerTokens.length === 0 ? {} : { customerTokens: { token: customerTokens } };
}

/** The receipt's paymentReference names the same payment as ersReference (protocol §2, decided there). */
function receiptOf(core: Core, invoice: Invoice, payment: Payment): WireReceipt {
  return {
    terminalId: invoice.terminalId,
    paymentDate: zoneTime(core.toldMs(payment.paidAtMs)).dateTime,
    clientInvoiceId: invoice.data.clientInvoiceId,
    invoiceReference: invoice.reference,
    paymentReference: payment.ersReference,
    payerTerminalId: payment.payerTerminalId,
    receiverName: invoice.terminalName,
    invoice: invoice.data,
  };
}
