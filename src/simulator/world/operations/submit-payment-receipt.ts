import { acknowledge } from '../due.ts';
import { checkTerminal } from '../principal.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §8. Any mimeType and receiptType, content or none, as often as the till likes. It acknowledges the payment
 * (protocol §3.6). A refund's reference will do too. 23 for a reference of neither at this terminal; decided here: also once
 * the payment was reversed, and 10 without a receiptDocument.
 */
export const submitPaymentReceipt: Handler<'submitPaymentReceipt'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const { terminalId } = caller.who;
  const ersReference = request.ersReference ?? '';
  const movements = core.state.ledger.filter((e) => e.ersReference === ersReference && e.terminalId === terminalId);
  const movement = movements.find((e) => e.kind === 'debit' || e.kind === 'refund');
  if (!movement || movements.some((e) => e.kind === 'reversal')) return result(23);
  if (!request.receiptDocument) return result(10);
  core.addReceipt({ atMs: core.nowMs(), ersReference, terminalId, document: request.receiptDocument });
  const invoice = core.state.invoices.get(movement.invoiceReference ?? '');
  if (invoice && movement.kind === 'debit') acknowledge(core, invoice);
  return result(0);
};
