import type { ClientContext } from '../../wire/schema.ts';
import { cancelOpenInvoice } from '../cancel.ts';
import type { Core } from '../core.ts';
import { isOpen } from '../invoice.ts';
import { checkReseller, checkTerminal } from '../principal.ts';
import type { Checked } from '../principal.ts';
import type { Terminal } from '../records.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §7: by the terminal itself; afterwards it is unknown (29) and its SEQR id is free. Decided here: its open
 * invoice is cancelled with it and what it reserved is released, unless the bank is at work, which is 48.
 */
export const unregisterTerminal: Handler<'unregisterTerminal'> = (core, request) => {
  const { context } = request;
  const isReseller = context?.initiatorPrincipalId?.type === 'RESELLERUSER';
  const caller = isReseller ? latestOf(core, context) : checkTerminal(core, context, 'refused');
  if (!caller.ok) return result(caller.code);
  const { terminalId } = caller.who;
  const open = [...core.state.invoices.values()].find((i) => i.terminalId === terminalId && isOpen(i.stage));
  if (open?.stage.kind === 'inBank') return result(48);
  cancelOpenInvoice(core, terminalId, 'unregistered', 'cancel');
  core.removeTerminal(terminalId);
  return result(0);
};

/**
 * SEQR's certification sheet unregisters as the reseller (protocol §12), and no field of the message says which terminal.
 * Decided here: the one that this reseller registered last; 29 when it has none.
 */
function latestOf(core: Core, context: ClientContext): Checked<Terminal> {
  const caller = checkReseller(core, context);
  if (!caller.ok) return caller;
  const latest = [...core.state.terminals.values()].findLast((terminal) => terminal.resellerId === caller.who.id);
  return latest === undefined ? { ok: false, code: 29 } : { ok: true, who: latest };
}
