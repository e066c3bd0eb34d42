import Papa from 'papaparse';
import type { Language } from '../language/language.ts';
import { scaledToDecimal } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import { translator } from '../text/index.ts';
import { closeLines, resolutionText } from './close-lists.ts';
import type { CloseLine } from './close-lists.ts';
import type { Close } from './close.ts';
import { openThingText, unsettledAt } from './open-things.ts';
import type { Report } from './report.ts';

/*
 * Tables for a spreadsheet. A Swedish one wants `;` between cells, a decimal comma and a byte order mark; an English one a
 * comma and a point. A text that a spreadsheet would take for a formula is quoted as text.
 */

const BOM = '\u{feff}';
const DELIMITER: Readonly<Record<Language, string>> = { en: ',', sv: ';' };

/** Text from outside: names, references. */
function textCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function amountCell(amount: Money | null | undefined, language: Language): string {
  if (amount == null) return '';
  const decimal = scaledToDecimal(amount.minor, 2);
  return language === 'sv' ? decimal.replace('.', ',') : decimal;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], language: Language): string {
  return BOM + Papa.unparse([[...head], ...rows.map((row) => [...row])], { delimiter: DELIMITER[language], newline: '\r\n' }) + '\r\n';
}

/** Everything that a close lists, one line each, and what became of what was open. */
export function closeCsv(close: Close): string {
  const { facts, state } = close;
  const { language } = facts;
  const t = translator(language);
  const result = state.kind === 'done' ? state.result : null;
  const periodId = ('periodId' in state ? state.periodId : null) ?? '';
  const start = [String(close.number ?? ''), textCell(periodId)];
  const line = ({ list, till, seqr, note }: CloseLine): readonly string[] => [
    ...start,
    t(`day.list.${list}`),
    till === null ? '' : t(`day.kind.${till.kind}`),
    String(till?.receiptNumber ?? ''),
    till?.at ?? '',
    textCell(till?.correlationId ?? ''),
    textCell(till?.ersReference ?? seqr?.ersReference ?? ''),
    amountCell(till?.amount, language),
    amountCell(seqr?.amount, language),
    facts.currency,
    textCell(seqr?.cashierId ?? ''),
    note === null ? '' : t(`day.note.${note}`),
  ];
  const resolved = (result?.resolutions ?? []).map((resolution): readonly string[] => [
    ...start,
    t(resolution.verdict === 'stays' || resolution.verdict === 'offered' ? 'day.list.open' : 'day.list.resolved'),
    '',
    '',
    '',
    textCell(resolution.correlationId),
    '',
    amountCell(resolution.amount, language),
    '',
    facts.currency,
    '',
    resolutionText(resolution, t),
  ]);
  const unsettled = unsettledAt(close).map((thing): readonly string[] => [
    ...start,
    t('day.unsettled.title'),
    '',
    String(thing.receiptNumber ?? ''),
    thing.at ?? '',
    textCell(thing.correlationId ?? ''),
    textCell(thing.ersReference ?? ''),
    amountCell(thing.amount, language),
    '',
    facts.currency,
    '',
    openThingText(thing, t),
  ]);
  const column = (
    name: 'close' | 'list' | 'what' | 'receipt' | 'time' | 'payment' | 'reference' | 'till' | 'seqr' | 'currency' | 'cashier' | 'note',
  ): string => t(`day.column.${name}`);
  const head = [
    column('close'),
    t('day.facts.period'),
    ...(['list', 'what', 'receipt', 'time', 'payment', 'reference', 'till', 'seqr', 'currency', 'cashier', 'note'] as const).map(column),
  ];
  return table(head, [...closeLines(close).map(line), ...resolved, ...unsettled], language);
}

/** A report as it came. */
export function reportCsv(report: Report, language: Language): string {
  const t = translator(language);
  if (report.shape === 'details') {
    const head = [
      t('day.column.terminal'),
      t('day.column.cashier'),
      t('day.column.reference'),
      t('day.column.amount'),
      t('day.column.currency'),
    ];
    const rows = report.rows.map(({ terminalId, cashierId, ersReference, amount }) => [
      textCell(terminalId ?? ''),
      textCell(cashierId ?? ''),
      textCell(ersReference ?? ''),
      amountCell(amount, language),
      amount.currency,
    ]);
    return table(head, rows, language);
  }
  const head = [t('day.column.terminal'), t('day.column.cashier'), t('day.sum.count'), t('day.sum.total'), t('day.column.currency')];
  const rows = report.rows.map(({ terminalId, cashierId, count, total }) => [
    textCell(terminalId ?? ''),
    textCell(cashierId ?? ''),
    String(count),
    amountCell(total, language),
    total.currency,
  ]);
  return table(head, rows, language);
}
