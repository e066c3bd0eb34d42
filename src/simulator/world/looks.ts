import type { Core } from './core.ts';
import { fireDue } from './due.ts';
import { keptMinor } from './ledger.ts';
import { overview } from './overview.ts';
import type { Customer } from './records.ts';
import { availableMinor } from './reservation.ts';
import type { WorldState } from './state.ts';
import { customerView, invoiceView, ledgerView, receiptView, terminalView } from './views.ts';
import type { CustomerView } from './views.ts';
import type { World } from './world.ts';

type Views = Pick<World, 'invoices' | 'waiting' | 'customers' | 'terminals' | 'ledger' | 'receipts' | 'overview' | 'keptMinor'>;

/** What there is to see, once what was due has happened. */
export function createViews(core: Core): Views {
  const present = (): WorldState => {
    fireDue(core);
    return core.state;
  };
  return {
    waiting: () =>
      [...present().live].flatMap((reference) => {
        const invoice = core.state.invoices.get(reference);
        return invoice?.stage.kind === 'waiting' ? [invoiceView(invoice)] : [];
      }),
    invoices: () => [...present().invoices.values()].map(invoiceView),
    customers: () => [...present().customers.values()].map((c) => viewOf(core, c)),
    terminals() {
      const { terminals, blocked, lost } = present();
      return [...terminals.values()].map((t) => terminalView(t, blocked.has(t.terminalId), lost.get(t.terminalId) ?? null));
    },
    ledger: () => present().ledger.map(ledgerView),
    receipts: () => present().receipts.map(receiptView),
    overview() {
      fireDue(core);
      return overview(core);
    },
    keptMinor: (terminalId) =>
      present()
        .ledger.filter((entry) => terminalId === undefined || entry.terminalId === terminalId)
        .reduce((sum, entry) => sum + keptMinor(entry), 0),
  };
}

export function viewOf(core: Core, customer: Customer): CustomerView {
  return customerView(customer, availableMinor(core, customer), core.rules.currency);
}
