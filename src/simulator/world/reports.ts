import { escapeXml } from '../wire/codec.ts';
import { formatMinor } from './money.ts';
import type { Period, ReportLine } from './records.ts';
import type { Switches } from './switches.ts';
import { zoneTime } from './zone-time.ts';

/** The six reports by the name they are asked for with (protocol §10). */
export const REPORT_IDS = [
  'Reconciliation/Shop.xml',
  'Reconciliation/STD_RECON_002.xml',
  'Reconciliation/STD_RECON_003.xml',
  'Reconciliation/STD_RECON_004.xml',
  'Reconciliation/STD_RECON_006.xml',
  'Reconciliation/STD_RECON_007.xml',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];

/** What a report shows: one sum, a sum for each terminal or cashier, or every transaction. */
type Shape = 'shopTotal' | 'terminalTotal' | 'byTerminal' | 'byCashier' | 'details';

const ROOTS: Readonly<Record<Shape, string>> = {
  shopTotal: 'ResellerTransactionSummary',
  terminalTotal: 'TerminalTransactionSummary',
  byTerminal: 'TerminalTransactionSummary',
  byCashier: 'CashierTransactionSummary',
  details: 'TransactionDetails',
};

export function reportIdOf(name: string): ReportId | undefined {
  return REPORT_IDS.find((id) => id === name);
}

/** Reports of one terminal, which never come for a period that was marked for the shop (protocol §10). */
export function isOfTerminal(reportId: ReportId): boolean {
  return reportId === 'Reconciliation/STD_RECON_006.xml' || reportId === 'Reconciliation/STD_RECON_007.xml';
}

function shapeOf(reportId: ReportId, reportShape: Switches['reportShape']): Shape {
  switch (reportId) {
    case 'Reconciliation/Shop.xml':
      return reportShape === 'published' ? 'shopTotal' : 'details';
    case 'Reconciliation/STD_RECON_002.xml':
      return 'byTerminal';
    case 'Reconciliation/STD_RECON_003.xml':
      return 'details';
    case 'Reconciliation/STD_RECON_004.xml':
      return 'byCashier';
    case 'Reconciliation/STD_RECON_006.xml':
      return 'terminalTotal';
    case 'Reconciliation/STD_RECON_007.xml':
      return reportShape === 'published' ? 'details' : 'terminalTotal';
  }
}

/** `STD_RECON_003_<period>.xml`; Shop.xml has none (protocol §10). */
export function reportTitle(reportId: ReportId, period: Period): string {
  const name = /STD_RECON_\d+/.exec(reportId)?.[0];
  return name === undefined ? '' : `${name}_${period.id}.xml`;
}

/** The report's document. It holds numbers and names only, so the language asked for changes nothing in it. */
export function reportXml(
  reportId: ReportId,
  period: Period,
  lines: readonly ReportLine[],
  reportShape: Switches['reportShape'],
  nowMs: number,
): string {
  const shape = shapeOf(reportId, reportShape);
  const terminalId = isOfTerminal(reportId) || reportId === 'Reconciliation/Shop.xml' ? period.terminalId : null;
  const meta =
    element('ResellerId', period.resellerId) +
    element('TransactionPeriodId', period.id) +
    (terminalId === null ? '' : element('TerminalId', terminalId)) +
    element('GeneratedAt', generatedAt(nowMs));
  const rows = rowsOf(shape, lines).map((row) => `<Row>${row}</Row>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${ROOTS[shape]}><Meta>${meta}</Meta>${rows.join('')}</${ROOTS[shape]}>`;
}

function rowsOf(shape: Shape, lines: readonly ReportLine[]): readonly string[] {
  switch (shape) {
    case 'shopTotal':
    case 'terminalTotal':
      return [sums(lines)];
    case 'byTerminal':
      return grouped(lines, (line) => element('TerminalId', line.terminalId));
    case 'byCashier':
      return grouped(lines, cashier);
    case 'details':
      return lines.map(
        (line) =>
          element('TerminalId', line.terminalId) +
          cashier(line) +
          element('SalesAmount', amount(line.amountMinor)) +
          element('ErsReference', line.ersReference),
      );
  }
}

/** One row for each group, in the order of their first lines. */
function grouped(lines: readonly ReportLine[], head: (line: ReportLine) => string): readonly string[] {
  const groups = new Map<string, ReportLine[]>();
  for (const line of lines) groups.set(head(line), [...(groups.get(head(line)) ?? []), line]);
  return [...groups].map(([name, group]) => name + sums(group));
}

/** The count of transactions, those that went back too, and what they come to. */
function sums(lines: readonly ReportLine[]): string {
  const totalMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return element('SalesCount', String(lines.length)) + element('SalesTotal', amount(totalMinor));
}

function cashier(line: ReportLine): string {
  return element('CashierId', line.cashierId ?? 'NULL');
}

/** Five decimals (protocol §10). */
function amount(minor: number): string {
  return `${formatMinor(minor)}000`;
}

/** `2015-12-04 12:34`, in the service's own time. */
function generatedAt(atMs: number): string {
  return zoneTime(atMs).dateTime.slice(0, 16).replace('T', ' ');
}

function element(name: string, content: string): string {
  return `<${name}>${escapeXml(content)}</${name}>`;
}
