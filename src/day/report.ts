import type { Currency, Money } from '../money/index.ts';
import type { ReportDocument } from '../protocol/index.ts';

/*
 * SEQR's report as the till understands it (protocol §10). Two shapes are published under the same names: one row for
 * every transaction, or counts and totals. What came decides, never what was asked for.
 */

/** Of what the report says it is. Null: it does not say. */
export interface ReportMeta {
  readonly resellerId: string | null;
  readonly terminalId: string | null;
  readonly transactionPeriodId: string | null;
  /** As written, `yyyy-MM-dd HH:mm`; for print, never for a decision. */
  readonly generatedAt: string | null;
}

/** One transaction. Money that went back has a negative amount. */
export interface DetailRow {
  readonly terminalId: string | null;
  readonly cashierId: string | null;
  readonly amount: Money;
  /** Null: SEQR named none, so nothing can be found by it. */
  readonly ersReference: string | null;
}

/** So many transactions of one terminal, one cashier, or of all (null). */
export interface SummaryRow {
  readonly terminalId: string | null;
  readonly cashierId: string | null;
  readonly count: number;
  /** What was bought less what went back. */
  readonly total: Money;
}

export type ReportRows =
  | { readonly shape: 'details'; readonly rows: readonly DetailRow[] }
  | { readonly shape: 'summary'; readonly rows: readonly SummaryRow[] };

/** `root`: the name of the document's element, for the record. */
export type Report = ReportRows & { readonly root: string; readonly meta: ReportMeta };

/** Why a report cannot be read. A report is read whole or not at all: half of one would make money seem missing. */
export type ReportProblem = 'not-base64' | 'too-large' | 'not-xml' | 'not-a-report' | 'bad-row';

export type ReadReport =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problem: ReportProblem; readonly detail: string };

/** Reads a report's content. Its amounts name no currency: they are in the shop's. Implemented by `src/seqr`. */
export type ReportReader = (document: ReportDocument, currency: Currency) => ReadReport;
