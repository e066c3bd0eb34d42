import type { Core } from './core.ts';
import type { LedgerEntry, Period, ReportLine } from './records.ts';

export function addReportLine(core: Core, entry: LedgerEntry): void {
  const { kind, ersReference, terminalId, resellerId, cashierId, amountMinor } = entry;
  if (kind === 'reversal') return;
  const line = { kind, ersReference, terminalId, resellerId, cashierId };
  core.addReportLine({ ...line, number: lastLineNumber(core) + 1, amountMinor: kind === 'debit' ? amountMinor : -amountMinor });
}

export function lastLineNumber(core: Core): number {
  return core.state.reportLines.at(-1)?.number ?? 0;
}

/** What a period holds; without refunds and credits where the switch says that reports do not show them. */
export function linesOf(core: Core, period: Period): readonly ReportLine[] {
  const { reportLines, switches } = core.state;
  return reportLines.filter(
    (line) =>
      line.number > period.afterLine &&
      line.number <= period.lastLine &&
      line.resellerId === period.resellerId &&
      (period.terminalId === null || line.terminalId === period.terminalId) &&
      (line.kind === 'debit' || switches.refundsInReports),
  );
}
