import { cancel } from '../cancel.ts';
import type { Invoice } from '../invoice.ts';
import { checkTerminal } from '../principal.ts';
import { result } from '../result-codes.ts';
import type { ResultCode } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §3 "Cancel race". 0 until the customer has confirmed, and while the amount is reserved, which releases it (protocol §6); 51 while the bank is at work, 50 when paid, 95 when
 * cancelled or reversed. Decided here: 54 for an unknown reference, 58 when expired, 95 when the payment failed.
 */
export const cancelInvoice: Handler<'cancelInvoice'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const invoice = core.state.invoices.get(request.invoiceReference ?? '');
  if (invoice?.terminalId !== caller.who.terminalId) return result(54);
  const code = cancelCode(invoice);
  if (code === 0) cancel(core, invoice, 'till');
  return result(code);
};

function cancelCode(invoice: Invoice): ResultCode {
  switch (invoice.stage.kind) {
    case 'waiting':
    case 'scanned':
    case 'held':
    case 'reserved':
      return 0;
    case 'inBank':
      return 51;
    case 'paid':
      return 50;
    case 'expired':
      return 58;
    case 'canceled':
    case 'reversed':
    case 'failed':
      return 95;
  }
}
