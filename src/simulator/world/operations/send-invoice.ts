import { cancelOpenInvoice } from '../cancel.ts';
import type { Core } from '../core.ts';
import { OVERLONG, newInvoiceReference } from '../identifiers.ts';
import { checkInvoice } from '../invoice-check.ts';
import { checkTerminal } from '../principal.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §3.2: a terminal holds one invoice, a new one cancels the one before, also while the bank is at work on it
 * (decided here: no money moves then). One that is already paid stays as it is: nobody asks, so it is reversed.
 * What is reserved stays or goes as the simulator was told (PF-29: no source says which).
 * Nothing is checked for having been sent before. A refused invoice changes nothing.
 */
export const sendInvoice: Handler<'sendInvoice'> = (core, request) => {
  const caller = checkTerminal(core, request.context, 'refused');
  if (!caller.ok) return result(caller.code);
  const currency = core.currencyOf(caller.who);
  const checked = checkInvoice(request.invoice, currency);
  if (!checked.ok) return result(checked.code);
  const data = request.invoice ?? {};

  cancelOpenInvoice(core, caller.who.terminalId, 'newInvoice', core.state.switches.reservedInvoices);
  const reference = newInvoiceReference(core);
  const nowMs = core.nowMs();
  core.putInvoice({
    reference,
    terminalId: caller.who.terminalId,
    resellerId: caller.who.resellerId,
    terminalName: caller.who.name,
    currency,
    totalMinor: checked.totalMinor,
    data,
    tokens: request.tokens ?? [],
    customerTokens: [],
    version: 0,
    issuedAtMs: nowMs,
    expiresAtMs: nowMs + core.rules.invoiceLifetimeMs,
    stage: { kind: 'waiting' },
  });
  return { ...result(0), ...codeOf(core, reference), invoiceReference: reference };
};

/** The invoice's own code, or what the switch `invoiceCode` puts in its place. */
function codeOf(core: Core, reference: string): { readonly invoiceQRCode?: string } {
  const published = `HTTP://SEQR.SE/R${reference}`;
  switch (core.state.switches.invoiceCode) {
    case 'published':
      return { invoiceQRCode: published };
    case 'overlong':
      return { invoiceQRCode: published.padEnd(OVERLONG, '0') };
    case 'foreign':
      return { invoiceQRCode: `https://example.com/pay/${reference}` };
    case 'none':
      return {};
  }
}
