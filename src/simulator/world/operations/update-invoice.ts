import type { CustomerToken, WireInvoice } from '../../wire/schema.ts';
import type { Core } from '../core.ts';
import { checkInvoice } from '../invoice-check.ts';
import type { Invoice, Stage } from '../invoice.ts';
import { checkTerminal } from '../principal.ts';
import { mostToTake } from '../reservation.ts';
import { result } from '../result-codes.ts';
import type { ResultCode } from '../result-codes.ts';
import { answeredTokens } from '../tokens.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §3.11, §5, §6: another sale for the same invoice. Taken until a customer has scanned, while the phone waits for
 * the till (which lets it go on, with or without a change), and while the amount is reserved; each time the version rises.
 * 90 once the customer has scanned without the till being asked, or has paid: a late swipe changes nothing. 48 while the
 * bank is at work. Otherwise the checks of sendInvoice, and 11 for more than may be taken of a reservation.
 * Decided here: 54 for an unknown reference, 95 when cancelled, reversed or failed, 58 when expired.
 */
export const updateInvoice: Handler<'updateInvoice'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const invoice = core.state.invoices.get(request.invoiceReference ?? '');
  if (invoice?.terminalId !== caller.who.terminalId) return result(54);
  const code = stageCode(invoice.stage);
  if (code !== 0) return result(code);
  const checked = checkInvoice(request.invoice, invoice.currency);
  if (!checked.ok) return result(checked.code);
  if (invoice.stage.kind === 'reserved' && checked.totalMinor > mostToTake(core, invoice, invoice.stage)) return result(11);
  update(core, { ...invoice, totalMinor: checked.totalMinor }, request.invoice ?? {}, request.tokens ?? []);
  return result(0);
};

function stageCode(stage: Stage): ResultCode {
  switch (stage.kind) {
    case 'waiting':
    case 'held':
      return 0;
    case 'reserved':
      return stage.takesAs === undefined ? 0 : 48;
    case 'inBank':
      return 48;
    case 'scanned':
    case 'paid':
      return 90;
    case 'expired':
      return 58;
    case 'canceled':
    case 'reversed':
    case 'failed':
      return 95;
  }
}

function update(core: Core, invoice: Invoice, changed: WireInvoice, sent: readonly CustomerToken[]): void {
  const { stage } = invoice;
  core.moveInvoice(
    {
      ...invoice,
      data: dataAfter(invoice, changed),
      // Decided here: an update that names no card leaves the one there was; one to be forgotten is sent as 90 or 99.
      tokens: sent.length > 0 ? sent : invoice.tokens,
      customerTokens: stage.kind === 'waiting' ? [] : answeredTokens(invoice.customerTokens, sent),
    },
    stage.kind === 'held' ? { kind: 'scanned', payerTerminalId: stage.payerTerminalId } : stage,
    'newVersion',
  );
}

/**
 * Decided here: what the update leaves out stays, but for the rows, which belong to the total; and how it is paid and
 * acknowledged cannot change once a customer has scanned.
 */
function dataAfter({ data, stage }: Invoice, changed: WireInvoice): WireInvoice {
  const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
  const { paymentMode, acknowledgmentMode, commitReservationTimeout } = data;
  const agreed = stage.kind === 'waiting' ? {} : { paymentMode, acknowledgmentMode, commitReservationTimeout };
  return { ...data, ...given, ...agreed, invoiceRows: changed.invoiceRows };
}
