import type { Report } from '../day/index.ts';
import { equals, negate, sum, toDecimal } from '../money/index.ts';
import type { ReportDocument } from '../protocol/index.ts';
import { readReportXml } from '../seqr/index.ts';
import { inWords, goOn, mustSucceed } from './checks.ts';
import type { Refunded } from './refund-step.ts';
import { Failed, totalOf, wait } from './session.ts';
import type { Session } from './session.ts';

/** The report of one terminal in detail: what the till's own close of day asks for (PF-17). */
const REPORT_ID = 'Reconciliation/STD_RECON_007.xml';
const NOT_READY = 2;
/** SEQR's own advice before the first question and between two (protocol §10). */
const PAUSE_MS = 3_000;
/** Two minutes: SEQR gives seconds. */
const MAX_TRIES = 40;

/** Asks until the code is no longer 2. An answer that never comes is asked for again: a report changes nothing. */
async function reportOf(session: Session, transactionPeriodId: string, terminalId: string): Promise<ReportDocument> {
  const { service, tell } = session.ports;
  for (let tries = 1; ; tries += 1) {
    await wait(session, PAUSE_MS);
    goOn(session);
    const answer = await service.executeReport(session.contextFor('reseller'), {
      reportId: REPORT_ID,
      transactionPeriodId,
      terminalId,
      language: 'en',
    });
    const isToCome = answer.kind !== 'answered' || answer.resultCode === NOT_READY;
    if (!isToCome) {
      const { report } = mustSucceed('8, executeReport', answer).value;
      if (report === null) throw new Failed('8, executeReport: 0 without a report');
      return report;
    }
    if (tries === MAX_TRIES) throw new Failed(`8, executeReport: ${inWords(answer)}, after ${tries} tries`);
    tell(`  8: ${answer.kind === 'answered' ? 'the report is not ready' : 'no answer'}; again in ${PAUSE_MS / 1000} s`);
  }
}

/** What the run has made SEQR book. */
export interface Booked {
  readonly ersReference?: string;
  readonly refunded?: Refunded;
}

/** The report in a few words, after looking for what the run has booked in it. How refunds appear is not published (protocol §15.5). */
function inReport(session: Session, report: Report, booked: Booked): string {
  const total = totalOf(session.options);
  const payments = [booked.ersReference, booked.refunded?.paymentReference].filter((reference) => reference !== undefined);
  if (report.shape === 'summary') {
    const count = report.rows.reduce((all, row) => all + row.count, 0);
    const inAll = sum(
      report.rows.map((row) => row.total),
      session.options.currency,
    );
    if (count < payments.length) throw new Failed(`8: the report counts ${count}, the run has made ${payments.length} payments`);
    return `a summary: ${count} counted, ${toDecimal(inAll)} ${inAll.currency} in all; refunds cannot be told apart in it`;
  }
  for (const reference of payments) {
    const row = report.rows.find((each) => each.ersReference === reference);
    if (!row) throw new Failed(`8: payment ${reference} is not in the report`);
    if (!equals(row.amount, total))
      throw new Failed(`8: the report says ${toDecimal(row.amount)} for payment ${reference}, not ${toDecimal(total)}`);
  }
  const rows = `${report.rows.length} rows, with all ${payments.length} payments of the run`;
  if (booked.refunded === undefined) return rows;
  const back = report.rows.find((row) => row.ersReference === booked.refunded?.ersReference);
  if (!back) return `${rows}; refunds are no rows of it`;
  if (!equals(back.amount, negate(total)))
    throw new Failed(`8: the report says ${toDecimal(back.amount)} for the refund, not ${toDecimal(negate(total))}`);
  return `${rows}; the refund is a negative row`;
}

/** Step 8: ends the terminal's period and reads its report. */
export async function runReportStep(session: Session, booked: Booked): Promise<string> {
  const { ports, terminal, options } = session;
  if (terminal === null) throw new Failed('not run: there is no terminal (step 1)');
  const marked = mustSucceed(
    '8, markTransactionPeriod',
    await ports.service.markTransactionPeriod(session.contextFor('reseller'), terminal.terminalId),
  );
  const { transactionPeriodId } = marked.value;
  if (transactionPeriodId === null) throw new Failed('8, markTransactionPeriod: 0 without a transactionPeriodId');
  ports.tell(`  8: period ${transactionPeriodId} ended for this terminal; its report in ${PAUSE_MS / 1000} s`);
  const read = readReportXml(await reportOf(session, transactionPeriodId, terminal.terminalId), options.currency);
  if (!read.ok) throw new Failed(`8: the report cannot be read (${read.problem}: ${read.detail})`);
  return `period ${transactionPeriodId}; report 007 is ${read.report.root}: ${inReport(session, read.report, booked)}`;
}
