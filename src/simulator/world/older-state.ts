import type { Core } from './core.ts';
import { reverse } from './due.ts';
import type { Invoice } from './invoice.ts';
import { keptMinor } from './ledger.ts';
import type { LedgerEntry, ReportLine } from './records.ts';
import { lastLineNumber } from './report-lines.ts';
import { stateFrom } from './snapshot.ts';
import type { WorldSnapshot } from './snapshot.ts';

/* What happens to a service that is restored from a copy, and what else contradicts what it has said before (PF-06). */

/**
 * Everything as it was at the snapshot: what came later is unknown. The clock, the switches, and who is blocked or lost stay,
 * as does what is on its way (late requests), and references are not given out twice.
 */
export function restoreAll(core: Core, snapshot: WorldSnapshot): void {
  const { randomState, advancedMs, toldShiftMs, switches, blocked, lost, lateCalls } = core.state;
  core.state = { ...stateFrom(snapshot), randomState, advancedMs, toldShiftMs, switches, blocked, lost, lateCalls };
  core.revision += 1;
}

/**
 * One invoice as it was at the snapshot, with its money: what moved since is undone, what had moved and was undone since
 * moves again, in the reports too. False when it is not known now, or was not then.
 */
export function restoreInvoice(core: Core, snapshot: WorldSnapshot, reference: string): boolean {
  const then = stateFrom(snapshot);
  const older = then.invoices.get(reference);
  if (older === undefined || !core.state.invoices.has(reference)) return false;
  const isIts = (entry: LedgerEntry): boolean => entry.invoiceReference === reference;
  const [before, since] = [then.ledger.filter(isIts), core.state.ledger.filter(isIts)];
  for (const entry of since.filter((each) => !before.some((other) => isSame(each, other)))) undo(core, entry);
  for (const entry of before.filter((each) => !since.some((other) => isSame(each, other)))) redo(core, entry);
  const movements = new Set([...before, ...since].map((entry) => entry.ersReference));
  core.setBookings([
    ...core.state.bookings.filter(({ line }) => !movements.has(line.ersReference)),
    ...then.bookings.filter(({ line }) => movements.has(line.ersReference)),
  ]);
  listAsThen(core, movements, then.reportLines);
  core.putInvoice(older);
  return true;
}

function isSame(one: LedgerEntry, other: LedgerEntry): boolean {
  return one.kind === other.kind && one.ersReference === other.ersReference && one.atMs === other.atMs;
}

function undo(core: Core, entry: LedgerEntry): void {
  const customer = core.customer(entry.customerId);
  core.putCustomer({ ...customer, balanceMinor: customer.balanceMinor + keptMinor(entry) });
  core.state.ledger = core.state.ledger.filter((each) => each !== entry);
}

function redo(core: Core, entry: LedgerEntry): void {
  const customer = core.customer(entry.customerId);
  core.putCustomer({ ...customer, balanceMinor: customer.balanceMinor - keptMinor(entry) });
  core.addLedgerEntry(entry);
}

/** The lines of these movements as they were: those that came since are in no report, those that were there are again. */
function listAsThen(core: Core, movements: ReadonlySet<string>, then: readonly ReportLine[]): void {
  const older = then.filter(({ ersReference }) => movements.has(ersReference));
  const now = core.state.reportLines.filter(({ ersReference }) => movements.has(ersReference));
  for (const line of now) core.replaceReportLine(older.find((each) => isSameLine(each, line)) ?? { ...line, takenBack: true });
  for (const line of older.filter((each) => !now.some((other) => isSameLine(each, other)))) {
    core.addReportLine({ ...line, number: lastLineNumber(core) + 1 });
  }
}

function isSameLine(one: ReportLine, other: ReportLine): boolean {
  return one.number === other.number && one.kind === other.kind && one.ersReference === other.ersReference;
}

/** Versions fall by `by`, none below 0, of one invoice or of all; nothing else changes. False for an unknown invoice. */
export function lowerVersions(core: Core, by: number, reference?: string): boolean {
  const one = reference === undefined ? undefined : core.state.invoices.get(reference);
  if (reference !== undefined && one === undefined) return false;
  for (const invoice of one === undefined ? [...core.state.invoices.values()] : [one]) core.putInvoice(lowered(invoice, by));
  return true;
}

function lowered(invoice: Invoice, by: number): Invoice {
  const lower = (version: number): number => Math.max(0, version - by);
  const { stage } = invoice;
  const older = 'payment' in stage ? { ...stage, payment: { ...stage.payment, paidVersion: lower(stage.payment.paidVersion) } } : stage;
  return { ...invoice, version: lower(invoice.version), stage: older };
}

/** The customer's bank lets go of what it holds: the reservation has failed. False unless it is reserved, and not only in passing. */
export function letGo(core: Core, reference: string): boolean {
  const invoice = core.state.invoices.get(reference);
  if (invoice?.stage.kind !== 'reserved' || invoice.stage.takesAs !== undefined) return false;
  core.moveInvoice(invoice, { kind: 'failed', atMs: core.nowMs() }, 'newVersion');
  return true;
}

/**
 * SEQR takes a payment back, whether the till knows of it or not (PF-33): the money returns, reads say CANCELED. False unless
 * it is paid and nothing of it was refunded.
 */
export function takeBack(core: Core, reference: string): boolean {
  const invoice = core.state.invoices.get(reference);
  if (invoice?.stage.kind !== 'paid') return false;
  const { stage } = invoice;
  if (core.state.ledger.some((each) => each.kind === 'refund' && each.paymentReference === stage.payment.ersReference)) return false;
  reverse(core, invoice, stage, core.nowMs());
  return true;
}
