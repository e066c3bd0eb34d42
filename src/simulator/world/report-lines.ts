import type { Core } from './core.ts';
import { keptMinor } from './ledger.ts';
import type { LedgerEntry, Period, ReportLine } from './records.ts';
import { AT_ONCE } from './switches.ts';
import type { Booked } from './switches.ts';

type Line = Omit<ReportLine, 'number'>;

/** Books a movement in the reports: at once, or as late as the switch says of what it was `booked` as. */
export function report(core: Core, entry: LedgerEntry, booked: Booked): void {
  const { ms, periods } = core.state.switches.bookedLate[booked] ?? AT_ONCE;
  if (ms === 0 && periods === 0) addLine(core, lineOf(entry));
  else core.setBookings([...core.state.bookings, { line: lineOf(entry), notBeforeMs: entry.atMs + ms, periods }]);
}

/** Whether a payment is in the reports, or is booked there later. */
export function isReported(core: Core, ersReference: string): boolean {
  const isThis = (line: Line): boolean => line.kind === 'debit' && line.ersReference === ersReference;
  return core.state.reportLines.findLast(isThis) !== undefined || core.state.bookings.some(({ line }) => isThis(line));
}

/** A payment went back that reports may have listed already: as the switch `unreadInReports` has it. */
export function takeBackLine(core: Core, reversal: LedgerEntry): void {
  const isThis = (line: Line): boolean => line.kind === 'debit' && line.ersReference === reversal.ersReference;
  if (core.state.bookings.some(({ line }) => isThis(line))) {
    core.setBookings(core.state.bookings.filter(({ line }) => !isThis(line)));
  }
  const listed = core.state.reportLines.findLast(isThis);
  if (listed === undefined) return;
  if (core.state.switches.unreadInReports === 'reversed-by-a-row') addLine(core, lineOf(reversal));
  else core.replaceReportLine({ ...listed, takenBack: true });
}

/** When the next late booking falls due, of those that wait for no mark. */
export function nextBookingMs(core: Core): number {
  return core.state.bookings.reduce((next, { periods, notBeforeMs }) => (periods === 0 ? Math.min(next, notBeforeMs) : next), Infinity);
}

/** Puts into the reports what was to be booked by `atMs`, and waits for no mark. */
export function bookDue(core: Core, atMs: number): void {
  const [due, waiting] = [true, false].map((isDue) =>
    core.state.bookings.filter(({ periods, notBeforeMs }) => (periods === 0 && notBeforeMs <= atMs) === isDue),
  );
  core.setBookings(waiting ?? []);
  for (const { line } of due ?? []) addLine(core, line);
}

/** A period was marked that would have listed what is not booked yet: one period less to wait for. */
export function passBookings(core: Core, period: Pick<Period, 'resellerId' | 'terminalId'>): void {
  if (core.state.bookings.length === 0) return;
  core.setBookings(
    core.state.bookings.map((each) => (isIn(each.line, period) ? { ...each, periods: Math.max(0, each.periods - 1) } : each)),
  );
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
      isIn(line, period) &&
      line.takenBack !== true &&
      (switches.refundsInReports || line.kind === 'debit' || line.kind === 'reversal'),
  );
}

function isIn(line: Line, { resellerId, terminalId }: Pick<Period, 'resellerId' | 'terminalId'>): boolean {
  return line.resellerId === resellerId && (terminalId === null || line.terminalId === terminalId);
}

function addLine(core: Core, line: Line): void {
  core.addReportLine({ ...line, number: lastLineNumber(core) + 1 });
}

function lineOf(entry: LedgerEntry): Line {
  const { kind, ersReference, terminalId, resellerId, cashierId } = entry;
  return { kind, ersReference, terminalId, resellerId, cashierId, amountMinor: keptMinor(entry) };
}
