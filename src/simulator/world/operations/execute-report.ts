import { Buffer } from 'node:buffer';
import { checkReseller } from '../principal.ts';
import { linesOf } from '../report-lines.ts';
import { isOfTerminal, reportIdOf, reportTitle, reportXml } from '../reports.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';
import { parameter } from './mark-transaction-period.ts';

/**
 * Protocol §10. 2 until the report is ready, some seconds after the mark; 006 and 007 of a period that was marked for the
 * shop never are. Decided here: 10 for a report or a period that this reseller does not have, and for 006 and 007 when
 * TERMINALID is missing or is not the period's. The reports of the shop, asked for a terminal's period, hold that
 * terminal's part. Any language is taken.
 */
export const executeReport: Handler<'executeReport'> = (core, request) => {
  const caller = checkReseller(core, request.context);
  if (!caller.ok) return result(caller.code);
  const reportId = reportIdOf(request.reportId ?? '');
  const periodId = parameter(request.parameters, 'transactionPeriodId');
  const period = core.state.periods.find((p) => p.id === periodId && p.resellerId === caller.who.id);
  if (!reportId || !period) return result(10);
  if (isOfTerminal(reportId)) {
    if (period.terminalId === null) return result(2);
    if (parameter(request.parameters, 'TERMINALID') !== period.terminalId) return result(10);
  }
  const nowMs = core.nowMs();
  if (nowMs < period.markedAtMs + core.rules.reportReadyMs) return result(2);

  const xml = reportXml(reportId, period, linesOf(core, period), core.state.switches.reportShape, core.toldMs(nowMs));
  const content = Buffer.from(xml).toString('base64');
  return {
    ...result(0),
    report: { title: reportTitle(reportId, period), mimeType: 'text/html', content, contentString: xml },
  };
};
