import type { Core } from './core.ts';
import type { LedgerEntry } from './state.ts';

/**
 * What reports are made of: one line for each payment that stands and for each amount that went back. A payment gets its
 * line when the till knows of it, so that none is in a report and reversed afterwards, and none is in two periods.
 */
export interface ReportLine {
  /** 1, 2, 3 … in the order in which things came to stand; what periods are counted by. */
  readonly number: number;
  readonly kind: 'debit' | 'refund' | 'credit';
  readonly ersReference: string;
  readonly terminalId: string;
  readonly resellerId: string;
  readonly cashierId: string | null;
  /** Negative for what went back. */
  readonly amountMinor: number;
}

/** What happened between two marks of one scope: the shop, or one of its terminals. */
export interface Period {
  readonly id: string;
  readonly resellerId: string;
  /** Null when the whole shop was marked. */
  readonly terminalId: string | null;
  readonly markedAtMs: number;
  /** Its lines are those with numbers above `afterLine`, up to and with `lastLine`. */
  readonly afterLine: number;
  readonly lastLine: number;
}

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
