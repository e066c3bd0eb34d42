import type { RequestOf } from '../../wire/operations.ts';
import type { Core } from '../core.ts';
import { newErsReference } from '../identifiers.ts';
import { checkReseller } from '../principal.ts';
import { lastLineNumber, passBookings } from '../report-lines.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §10: ends a period of the whole shop, or with the parameter TERMINALID of that terminal alone. A period holds what
 * came to stand since the last mark of the same scope. Decided here: scopes do not touch each other, so a sale is in one
 * period of its terminal and in one of its shop; a payment not acknowledged yet falls into the next period; a terminal that is
 * not the reseller's is 10; other parameters are not looked at.
 */
export const markTransactionPeriod: Handler<'markTransactionPeriod'> = (core, request) => {
  const caller = checkReseller(core, request.context);
  if (!caller.ok) return result(caller.code);
  const resellerId = caller.who.id;
  const terminalId = parameter(request.parameters, 'TERMINALID') ?? null;
  if (terminalId !== null && core.state.terminals.get(terminalId)?.resellerId !== resellerId) return result(10);
  const id = newErsReference(core, core.nowMs());
  core.addPeriod({
    id,
    resellerId,
    terminalId,
    markedAtMs: core.nowMs(),
    afterLine: previousMark(core, resellerId, terminalId),
    lastLine: lastLineNumber(core),
  });
  passBookings(core, { resellerId, terminalId });
  return { ...result(0), transactionPeriodId: id };
};

function previousMark(core: Core, resellerId: string, terminalId: string | null): number {
  const previous = core.state.periods.findLast((p) => p.resellerId === resellerId && p.terminalId === terminalId);
  return previous?.lastLine ?? 0;
}

/** The value of a parameter, whose name counts as written (protocol §10). */
export function parameter(parameters: RequestOf<'markTransactionPeriod'>['parameters'], key: string): string | undefined {
  return parameters?.parameter?.entry?.find((entry) => entry.key === key)?.value;
}
