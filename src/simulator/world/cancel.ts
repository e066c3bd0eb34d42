import type { Core } from './core.ts';
import { isOpen } from './invoice.ts';
import type { CanceledBy, Invoice } from './invoice.ts';
import type { ReservedRule } from './switches.ts';

/** Cancels an invoice that can be cancelled; who asks has checked that. */
export function cancel(core: Core, invoice: Invoice, by: CanceledBy): Invoice {
  return core.moveInvoice(invoice, { kind: 'canceled', by, atMs: core.nowMs() }, 'newVersion');
}

/** Cancels the invoice a terminal has open, if it has one (protocol §3.2), and on request what it has reserved. */
export function cancelOpenInvoice(core: Core, terminalId: string, by: CanceledBy, reserved: ReservedRule): void {
  for (const reference of [...core.state.live]) {
    const invoice = core.state.invoices.get(reference);
    if (invoice?.terminalId !== terminalId) continue;
    const { stage } = invoice;
    const goes = stage.kind === 'reserved' ? reserved === 'cancel' || stage.takesAs !== undefined : isOpen(stage);
    if (goes) cancel(core, invoice, by);
  }
}
