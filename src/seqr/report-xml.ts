import type { DetailRow, Report, ReportMeta, ReportProblem, ReportReader, ReportRows, SummaryRow } from '../day/index.ts';
import { fromDecimal } from '../money/index.ts';
import type { Currency, Money } from '../money/index.ts';
import { REPORT, parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** The roots that are published (protocol §10); which report has which is told differently in different places. */
const ROOTS: readonly string[] = [
  'ResellerTransactionSummary',
  'TerminalTransactionSummary',
  'TransactionDetails',
  'CashierTransactionSummary',
];
/** Bytes of the decoded document; an answer with more than this in Base64 does not get here. */
const MAX_BYTES = 12 * 1024 * 1024;
/** More rows than any shop has transactions in a day. */
const MAX_ROWS = 200_000;
/** Ids, dates and amounts; the longest published one has 23 characters. */
const MAX_FIELD = 64;
/** What SEQR writes where there is nothing. */
const NOTHING = new Set(['', 'NULL', 'null']);
const BOM = '\u{feff}';

/** Thrown and caught in this file only, with our own words. */
class Unreadable extends Error {
  readonly problem: ReportProblem;
  constructor(problem: ReportProblem, detail: string) {
    super(detail);
    this.problem = problem;
  }
}

/**
 * Reads a report strictly in its values and tolerantly in its shape: any published root, rows of either kind under any
 * name and at any depth, elements in any order. Amounts are exact to the last of SEQR's five decimals; one that is not a
 * whole number of minor units makes the report unreadable, as does a document type declaration.
 */
export const readReportXml: ReportReader = (document, currency) => {
  try {
    return { ok: true, report: readDocument(decode(document.content), currency) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, problem: error.problem, detail: error.message };
  }
};

/** Base64, padded or not, with white space anywhere; then UTF-8, and nothing else. */
function decode(content: string): string {
  const plain = content.replaceAll(/[\t\n\r ]+/g, '').replace(/={0,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) throw new Unreadable('not-base64', 'the content is not Base64');
  const bytes = Buffer.from(plain, 'base64');
  if (bytes.length > MAX_BYTES) throw new Unreadable('too-large', `the report has ${bytes.length} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('not-xml', 'the report is not UTF-8');
  }
}

function readDocument(text: string, currency: Currency): Report {
  const parsed = parseXml(text.startsWith(BOM) ? text.slice(1) : text, REPORT);
  if (!parsed.ok) throw new Unreadable('not-xml', parsed.detail);
  const { root } = parsed;
  if (!ROOTS.includes(root.name)) throw new Unreadable('not-a-report', `its root is ${root.name.slice(0, 60)}`);
  const metas = childrenOf(root, 'Meta');
  if (metas.length > 1) throw new Unreadable('not-a-report', 'it has several Meta');
  const meta = readMeta(metas[0] ?? root);
  return { root: root.name, meta, ...readRows(root, meta, currency) };
}

function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** The value of a field; null if it is missing or says that there is none. Doubled, nobody can say which one counts. */
function field(parent: XmlElement, name: string, problem: ReportProblem): string | null {
  const [first, second] = childrenOf(parent, name);
  if (second !== undefined) throw new Unreadable(problem, `${name} is there twice`);
  if (first === undefined || first.isNil) return null;
  if (first.children.length > 0) throw new Unreadable(problem, `${name} is no value`);
  const value = first.text.replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  if (value.length > MAX_FIELD) throw new Unreadable(problem, `${name} has ${value.length} characters`);
  return NOTHING.has(value) ? null : value;
}

function readMeta(meta: XmlElement): ReportMeta {
  const value = (name: string): string | null => field(meta, name, 'not-a-report');
  return {
    resellerId: value('ResellerId'),
    terminalId: value('TerminalId'),
    transactionPeriodId: value('TransactionPeriodId'),
    generatedAt: value('GeneratedAt'),
  };
}

/** A row is what holds an amount or a count; the samples do not agree on what it is called or how deep it lies. */
function isRow(element: XmlElement): boolean {
  return ['SalesAmount', 'SalesCount', 'SalesTotal'].some((name) => childrenOf(element, name).length > 0);
}

function rowsIn(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (element: XmlElement): void => {
    if (isRow(element)) found.push(element);
    else for (const child of element.children) look(child);
  };
  look(root);
  if (found.length > MAX_ROWS) throw new Unreadable('too-large', `the report has ${found.length} rows`);
  return found;
}

function readRows(root: XmlElement, meta: ReportMeta, currency: Currency): ReportRows {
  const rows = rowsIn(root);
  const detailed = rows.filter((row) => childrenOf(row, 'SalesAmount').length > 0);
  if (detailed.length > 0 && detailed.length < rows.length) throw new Unreadable('bad-row', 'it has rows of two kinds');
  // Without a row only the root can tell: nobody sold anything, or nobody is summed up.
  const isDetails = rows.length === 0 ? root.name === 'TransactionDetails' : detailed.length > 0;
  if (isDetails) return { shape: 'details', rows: rows.map((row) => detailRow(row, meta, currency)) };
  return { shape: 'summary', rows: rows.map((row) => summaryRow(row, meta, currency)) };
}

function detailRow(row: XmlElement, meta: ReportMeta, currency: Currency): DetailRow {
  return {
    terminalId: field(row, 'TerminalId', 'bad-row') ?? meta.terminalId,
    cashierId: field(row, 'CashierId', 'bad-row'),
    amount: amount(row, 'SalesAmount', currency),
    ersReference: field(row, 'ErsReference', 'bad-row'),
  };
}

function summaryRow(row: XmlElement, meta: ReportMeta, currency: Currency): SummaryRow {
  const count = field(row, 'SalesCount', 'bad-row') ?? '';
  if (!/^\d{1,9}$/.test(count)) throw new Unreadable('bad-row', 'SalesCount is not a count');
  return {
    terminalId: field(row, 'TerminalId', 'bad-row') ?? meta.terminalId,
    cashierId: field(row, 'CashierId', 'bad-row'),
    count: Number(count),
    total: amount(row, 'SalesTotal', currency),
  };
}

function amount(row: XmlElement, name: string, currency: Currency): Money {
  const exact = fromDecimal(field(row, name, 'bad-row') ?? '', currency);
  if (exact === null) throw new Unreadable('bad-row', `${name} is not a whole number of minor units`);
  return exact;
}
