import type { Core } from './core.ts';
import { customerOfPhone } from './customers.ts';
import { dueAtMs } from './due.ts';
import type { Invoice, Stage } from './invoice.ts';
import { amountOf } from './money.ts';
import { availableMinor } from './reservation.ts';
import type { Switches } from './switches.ts';
import { customerView, isoTime, ledgerView, terminalView } from './views.ts';
import type { AmountView, CustomerView, LedgerView, TerminalView } from './views.ts';

/** Everything at a glance, for the person who runs the service. Lists are bounded; invoices and ledger begin with the latest. */
export interface OverviewView {
  readonly now: string;
  /** The time that the service tells. */
  readonly told: string;
  readonly resellers: readonly ResellerView[];
  readonly terminals: readonly TerminalRow[];
  readonly invoices: readonly InvoiceRow[];
  readonly customers: readonly CustomerView[];
  readonly ledger: readonly LedgerView[];
  readonly switches: Switches;
  /** How many there are, shown or not. */
  readonly counts: { readonly terminals: number; readonly invoices: number; readonly ledger: number };
}

export interface ResellerView {
  readonly id: string;
  readonly name: string;
  readonly blocked: boolean;
}

/** A terminal with the invoice it had last. */
export interface TerminalRow extends TerminalView {
  readonly invoice: InvoiceRow | null;
}

export interface InvoiceRow {
  readonly invoiceReference: string;
  readonly terminalId: string;
  readonly terminalName: string;
  /** Who scanned, by name; null until somebody has. */
  readonly customer: string | null;
  readonly stage: Stage['kind'];
  /** Of a paid one: whether the till has been told. */
  readonly acknowledged: boolean;
  readonly version: number;
  readonly totalAmount: AmountView;
  readonly issuedAt: string;
  readonly ersReference: string | null;
  /** What time will do to it by itself; null when nothing. */
  readonly clock: { readonly endsAt: string; readonly lengthMs: number } | null;
}

const MAX_TERMINALS = 200;
const MAX_INVOICES = 100;
const MAX_LEDGER = 100;

export function overview(core: Core): OverviewView {
  const { terminals, invoices, customers, ledger, blocked, lost, switches } = core.state;
  const all = [...invoices.values()];
  const lastOf = new Map(all.map((invoice) => [invoice.terminalId, invoice]));
  return {
    now: isoTime(core.nowMs()),
    told: isoTime(core.toldMs(core.nowMs())),
    resellers: core.rules.resellers.map(({ id, name }) => ({ id, name, blocked: blocked.has(id) })),
    terminals: [...terminals.values()].slice(-MAX_TERMINALS).map((terminal) => {
      const last = lastOf.get(terminal.terminalId);
      const view = terminalView(terminal, blocked.has(terminal.terminalId), lost.get(terminal.terminalId) ?? null);
      return { ...view, invoice: last ? invoiceRow(core, last) : null };
    }),
    invoices: latest(all, MAX_INVOICES).map((invoice) => invoiceRow(core, invoice)),
    customers: [...customers.values()].map((c) => customerView(c, availableMinor(core, c), core.rules.currency)),
    ledger: latest(ledger, MAX_LEDGER).map(ledgerView),
    switches,
    counts: { terminals: terminals.size, invoices: invoices.size, ledger: ledger.length },
  };
}

function latest<T>(items: readonly T[], count: number): readonly T[] {
  return items.slice(-count).reverse();
}

function invoiceRow(core: Core, invoice: Invoice): InvoiceRow {
  const { stage } = invoice;
  const endsAtMs = dueAtMs(invoice, core.rules.reversalMs);
  const payer = payerOf(stage);
  return {
    invoiceReference: invoice.reference,
    terminalId: invoice.terminalId,
    terminalName: invoice.terminalName,
    customer: payer === undefined ? null : customerOfPhone(core, payer).name,
    stage: stage.kind,
    acknowledged: stage.kind === 'paid' && stage.acknowledgedAtMs !== null,
    version: invoice.version,
    totalAmount: amountOf(invoice.currency, invoice.totalMinor),
    issuedAt: isoTime(invoice.issuedAtMs),
    ersReference: 'payment' in stage ? stage.payment.ersReference : null,
    clock: Number.isFinite(endsAtMs) ? { endsAt: isoTime(endsAtMs), lengthMs: endsAtMs - startedAtMs(invoice) } : null,
  };
}

/** When the clock that runs on an invoice was started. */
function startedAtMs({ stage, issuedAtMs }: Invoice): number {
  switch (stage.kind) {
    case 'paid':
      return stage.payment.paidAtMs;
    case 'reserved':
      return stage.reservation.reservedAtMs;
    default:
      return issuedAtMs;
  }
}

function payerOf(stage: Stage): string | undefined {
  if ('payerTerminalId' in stage) return stage.payerTerminalId;
  return 'payment' in stage ? stage.payment.payerTerminalId : undefined;
}
