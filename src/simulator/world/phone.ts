import type { InvoiceStatus } from '../wire/schema.ts';
import { accountView } from './account.ts';
import type { AccountView } from './account.ts';
import { cancel as cancelInvoice } from './cancel.ts';
import type { Core } from './core.ts';
import { DEFAULT_CUSTOMER_ID, payerOf } from './customers.ts';
import { fireDue } from './due.ts';
import { newErsReference } from './identifiers.ts';
import { statusOf } from './invoice.ts';
import type { Invoice } from './invoice.ts';
import { noSuchCustomer, refusal } from './phone-answer.ts';
import type { PhoneAnswer, PhoneRefusal } from './phone-answer.ts';
import type { Customer } from './records.ts';
import { findInvoice, parseScanCode } from './scan-code.ts';
import { scanOutcome } from './tokens.ts';
import { phoneStateView, scanView } from './views.ts';
import type { PhoneStateView, ScanView } from './views.ts';

export interface PayOptions {
  /** How long the bank takes, ms; 0 when left out. Meanwhile the till sees ISSUED and a cancel is answered 51. */
  readonly bankMs?: number | undefined;
  /** Any four digits; `0000` is declined. */
  readonly pin?: string | undefined;
}

/** The PIN with which a payment is declined in practice. */
const DECLINED_PIN = '0000';

/** The customer scans; an invoice that somebody else has scanned is theirs. */
export function scan(core: Core, code: string, customerId = DEFAULT_CUSTOMER_ID): PhoneAnswer<ScanView> {
  fireDue(core);
  const customer = core.state.customers.get(customerId);
  if (!customer) return noSuchCustomer();
  const parsed = parseScanCode(code);
  if (!parsed) return refusal('badCode', 'This is not a SEQR code.');
  const found = findInvoice(core, parsed);
  if (!found.ok) {
    return found.reason === 'unknownCode'
      ? refusal('unknownCode', 'No terminal or invoice has this code.')
      : refusal('nothingWaiting', 'No invoice is waiting at this terminal.');
  }
  const { invoice } = found;
  if (invoice.stage.kind === 'waiting') return { ok: true, value: scanView(attachCustomer(core, invoice, customer)) };
  return payerOf(core, invoice)?.id === customer.id
    ? { ok: true, value: scanView(invoice) }
    : refusal('takenByAnother', 'Another customer has scanned this invoice.');
}

function attachCustomer(core: Core, invoice: Invoice, customer: Customer): Invoice {
  const { customerTokens, asksTill, tellsTill } = scanOutcome(invoice, customer);
  const stage = { kind: asksTill ? 'held' : 'scanned', payerTerminalId: customer.payerTerminalId } as const;
  return core.moveInvoice({ ...invoice, customerTokens }, stage, asksTill || tellsTill ? 'newVersion' : 'sameVersion');
}

/** The customer confirms with the PIN. With `bankMs` the answer comes at once and says ISSUED: the bank is still at work. */
export function pay(core: Core, reference: string, options: PayOptions): PhoneAnswer<InvoiceStatus> {
  if (options.pin === DECLINED_PIN) return decline(core, reference);
  return withScanned(core, reference, 'pay', (invoice, payerTerminalId) => {
    const finishesAtMs = core.nowMs() + (options.bankMs ?? 0);
    const ersReference = newErsReference(core, finishesAtMs);
    core.moveInvoice(invoice, { kind: 'inBank', payerTerminalId, ersReference, finishesAtMs }, 'sameVersion');
    fireDue(core);
  });
}

/** The bank says no. */
export function decline(core: Core, reference: string): PhoneAnswer<InvoiceStatus> {
  return withScanned(core, reference, 'decline', (invoice) => {
    core.moveInvoice(invoice, { kind: 'failed', atMs: core.nowMs() }, 'newVersion');
  });
}

/** The customer changes their mind, also while the till has not acknowledged yet (protocol §3.12). */
export function cancel(core: Core, reference: string): PhoneAnswer<InvoiceStatus> {
  fireDue(core);
  const invoice = core.state.invoices.get(reference);
  if (!invoice) return noSuchInvoice();
  if (invoice.stage.kind !== 'held' && invoice.stage.kind !== 'scanned') return wrongState(invoice, 'cancel');
  return { ok: true, value: statusOf(cancelInvoice(core, invoice, 'customer').stage) };
}

export function phoneState(core: Core, reference: string): PhoneAnswer<PhoneStateView> {
  fireDue(core);
  const invoice = core.state.invoices.get(reference);
  return invoice ? { ok: true, value: phoneStateView(invoice, payerOf(core, invoice), core.nowMs()) } : noSuchInvoice();
}

export function account(core: Core, customerId = DEFAULT_CUSTOMER_ID): PhoneAnswer<AccountView> {
  fireDue(core);
  const customer = core.state.customers.get(customerId);
  return customer ? { ok: true, value: accountView(core, customer) } : noSuchCustomer();
}

function withScanned(
  core: Core,
  reference: string,
  act: string,
  run: (invoice: Invoice, payerTerminalId: string) => void,
): PhoneAnswer<InvoiceStatus> {
  fireDue(core);
  const invoice = core.state.invoices.get(reference);
  if (!invoice) return noSuchInvoice();
  if (invoice.stage.kind !== 'scanned') return wrongState(invoice, act);
  run(invoice, invoice.stage.payerTerminalId);
  return { ok: true, value: statusOf((core.state.invoices.get(reference) ?? invoice).stage) };
}

function noSuchInvoice(): PhoneRefusal {
  return refusal('unknownInvoice', 'There is no such invoice.');
}

function wrongState(invoice: Invoice, act: string): PhoneRefusal {
  const { stage } = invoice;
  const why = {
    waiting: 'it has not been scanned',
    scanned: 'it is scanned',
    held: 'the till has not acknowledged it',
    inBank: 'the bank is at work on it',
    reserved: 'its amount is reserved',
    paid: 'it is paid',
    reversed: 'its payment was returned',
    canceled: 'it is cancelled',
    failed: 'its payment failed',
    expired: 'it has expired',
  }[stage.kind];
  return refusal('wrongState', `Cannot ${act} this invoice: ${why}.`);
}
