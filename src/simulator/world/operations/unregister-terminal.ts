import { isOpen } from '../invoice.ts';
import { checkTerminal } from '../principal.ts';
import { result } from '../result-codes.ts';
import { cancelOpenInvoice } from './cancel-invoice.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §7: by the terminal itself; afterwards it is unknown (29) and its SEQR id is free. Decided here: its open
 * invoice is cancelled with it and what it reserved is released, unless the bank is at work, which is 48.
 */
export const unregisterTerminal: Handler<'unregisterTerminal'> = (core, request) => {
  const caller = checkTerminal(core, request.context, 'refused');
  if (!caller.ok) return result(caller.code);
  const { terminalId } = caller.who;
  const open = [...core.state.invoices.values()].find((i) => i.terminalId === terminalId && isOpen(i.stage));
  if (open?.stage.kind === 'inBank') return result(48);
  cancelOpenInvoice(core, terminalId, 'unregistered', 'cancel');
  core.removeTerminal(terminalId);
  return result(0);
};
