import { customerOfUser } from '../customers.ts';
import { newCorrelationId, newErsReference } from '../identifiers.ts';
import { book } from '../ledger.ts';
import { parseMinor } from '../money.ts';
import { checkTerminal } from '../principal.ts';
import { report } from '../report-lines.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/** Protocol §2: letters and digits with dot and comma, up to 160. Read to the letter: no space, no accent. */
const DESCRIPTION = /^[A-Za-z0-9.,]{0,160}$/;

/**
 * Protocol §2 "creditUser": the shop pays out to a user. The correlation id comes back, a made-up one if none was sent.
 * Not idempotent: the same request again pays again.
 *
 * No source gives its codes. Decided here: 49 without an amount or a currency, 11 for zero or less, 10 for a description
 * outside its limits, 52 for an unknown user. Another currency is converted one to one. A user id of any length is looked up.
 */
export const creditUser: Handler<'creditUser'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const { userId = '', amount, description = '', correlationId = newCorrelationId(core) } = request.creditUserRequest ?? {};
  const amountMinor = parseMinor(amount?.value ?? '');
  if (amountMinor === undefined || !/^[A-Z]{3}$/.test(amount?.currency ?? '')) return { ...result(49), correlationId };
  if (amountMinor <= 0) return { ...result(11), correlationId };
  if (!DESCRIPTION.test(description)) return { ...result(10), correlationId };
  const customer = customerOfUser(core, userId);
  if (!customer) return { ...result(52), correlationId };

  const ersReference = newErsReference(core, core.nowMs());
  const credit = book(core, {
    kind: 'credit',
    atMs: core.nowMs(),
    ersReference,
    paymentReference: null,
    invoiceReference: null,
    customerId: customer.id,
    terminalId: caller.who.terminalId,
    resellerId: caller.who.resellerId,
    cashierId: null,
    currency: core.currencyOf(caller.who),
    amountMinor,
  });
  report(core, credit, 'credit');
  return { ersReference, ...result(0), correlationId };
};
