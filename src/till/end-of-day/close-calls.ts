import type { Clock } from '../../clock/clock.ts';
import type { Close, CloseEvent, CloseResult, Report, ReportReader } from '../../day/index.ts';
import { classify } from '../../protocol/index.ts';
import type { Answer, CallContext, ReportId, SeqrService } from '../../protocol/index.ts';
import type { Problem } from '../../text/index.ts';
import { problemOfAnswer } from '../service/answers.ts';
import type { Books } from './close-books.ts';
import type { ResellerKey } from './reseller-key.ts';

export interface CloseAskingDeps {
  readonly clock: Clock;
  readonly books: Books;
  readonly key: ResellerKey;
  /** Rejects if the service cannot be opened; nothing was sent then. */
  readonly service: (endpoint: string) => Promise<SeqrService>;
  /** Another for every call, from the owner's template (PF-19). */
  readonly clientReference: () => string;
  readonly readReport: ReportReader;
  readonly happened: (event: CloseEvent) => void;
  readonly stopped: () => boolean;
}

/** The two questions of a close, and what their answers mean. */
export interface CloseAsking {
  mark(close: Close): Promise<void>;
  /**
   * @param isLast if the report is not there now either, a person goes on later
   * @param sinceMarkMs how long ago SEQR answered the mark when this question begins
   */
  report(close: Close, isLast: boolean, sinceMarkMs: number): Promise<Asked>;
}

/** `over`: one way or another. `again`: the report is not there. `later`: it is there, and too young to settle what is open. */
export type Asked = 'over' | 'again' | 'later';

/**
 * So long after the mark SEQR may still take back what nobody has asked about: a row of a report that was fetched earlier
 * settles nothing (PF-17).
 */
export const SETTLES_AFTER_MS = 25_000;
/** Of the codes that refuse the caller, the one that says it is blocked: its password is right, so nobody is asked for another. */
const NOT_A_PASSWORD = new Set([33]);

/** Whose report answers for a period of this scope (protocol §10): 007 of a terminal, 003 of the shop. */
export function reportFor(scope: 'terminal' | 'shop'): ReportId {
  return scope === 'terminal' ? 'Reconciliation/STD_RECON_007.xml' : 'Reconciliation/STD_RECON_003.xml';
}

export function createCloseAsking(deps: CloseAskingDeps): CloseAsking {
  const { key, happened } = deps;

  function context({ facts }: Close): CallContext | null {
    const credentials = key.credentials(facts.endpoint);
    return credentials && { credentials, clientReference: deps.clientReference() };
  }

  async function ask<Value>(
    close: Close,
    question: (service: SeqrService, who: CallContext) => Promise<Answer<Value>>,
  ): Promise<Answer<Value> | null> {
    const who = context(close);
    if (who === null) return null;
    try {
      return await question(await deps.service(close.facts.endpoint), who);
    } catch {
      return { kind: 'notSent', reason: 'connection', detail: 'the service could not be opened', tookMs: 0 };
    }
  }

  /** A password that SEQR refuses is asked for anew. */
  function refusal(asked: 'markTransactionPeriod' | 'executeReport', answer: Answer<unknown>): Problem {
    if (answer.kind === 'answered' && classify(asked, answer.resultCode) === 'registration' && !NOT_A_PASSWORD.has(answer.resultCode))
      key.refused();
    return problemOfAnswer(asked, answer);
  }

  return {
    async mark(close) {
      const { scope, terminalId } = close.facts;
      const answer = await ask(close, (service, who) => service.markTransactionPeriod(who, scope === 'terminal' ? terminalId : null));
      if (deps.stopped()) return;
      if (answer === null) {
        happened({ kind: 'notMarked', problem: { code: 'day.password-missing' } });
        return;
      }
      if (answer.kind === 'notSent') {
        happened({ kind: 'notMarked', problem: problemOfAnswer('markTransactionPeriod', answer) });
        return;
      }
      const meaning = answer.kind === 'answered' ? classify('markTransactionPeriod', answer.resultCode) : 'noInformation';
      const periodId = answer.kind === 'answered' ? answer.value.transactionPeriodId : null;
      if (meaning === 'noInformation' || (meaning === 'ok' && periodId === null)) happened({ kind: 'markUnanswered' });
      else if (meaning === 'ok' && periodId !== null) {
        await key.accepted();
        happened({ kind: 'marked', periodId, seqrMs: answer.kind === 'answered' ? answer.serverDateMs : null });
      } else happened({ kind: 'notMarked', problem: refusal('markTransactionPeriod', answer) });
    },
    async report(close, isLast, sinceMarkMs) {
      if (close.state.kind !== 'waiting') return 'over';
      const { periodId } = close.state;
      const { scope, terminalId, language, currency } = close.facts;
      const request = {
        reportId: reportFor(scope),
        transactionPeriodId: periodId,
        terminalId: scope === 'terminal' ? terminalId : null,
        language,
      };
      const answer = await ask(close, (service, who) => service.executeReport(who, request));
      if (deps.stopped()) return 'over';
      const hold = (problem: Problem): Asked => {
        happened({ kind: 'noReport', problem });
        return 'over';
      };
      if (answer === null) return hold({ code: 'day.password-missing' });
      const meaning = answer.kind === 'answered' ? classify('executeReport', answer.resultCode) : 'noInformation';
      if (meaning === 'noInformation') return isLast ? hold({ code: 'day.report-late' }) : 'again';
      const document = answer.kind === 'answered' ? answer.value.report : null;
      if (meaning !== 'ok' || document === null) return hold(refusal('executeReport', answer));
      const read = deps.readReport(document, currency);
      if (!read.ok) return hold({ code: 'day.report-unreadable', params: { detail: read.detail } });
      const wrong = otherPeriod(read.report, periodId, scope === 'terminal' ? terminalId : null);
      if (wrong !== null) return hold(wrong);
      const result = deps.books.reconcile(close, read.report);
      if (sinceMarkMs < SETTLES_AFTER_MS && leavesSomethingOpen(result)) return 'later';
      happened({ kind: 'matched', result });
      return 'over';
    },
  };
}

/** Whether a row, or its absence, is to settle something, or is to be given back. */
function leavesSomethingOpen({ resolutions, comparison }: CloseResult): boolean {
  return resolutions.length > 0 || (comparison.kind === 'details' && comparison.seqrOnly.length > 0);
}

/** A report that says it is of something else is not compared with anything. */
function otherPeriod({ meta }: Report, periodId: string, terminalId: string | null): Problem | null {
  if (meta.transactionPeriodId !== null && meta.transactionPeriodId !== periodId)
    return { code: 'day.report-of-another', params: { detail: meta.transactionPeriodId } };
  if (terminalId !== null && meta.terminalId !== null && meta.terminalId !== terminalId)
    return { code: 'day.report-of-another', params: { detail: meta.terminalId } };
  return null;
}
