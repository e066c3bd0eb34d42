import type { Clock } from '../../clock/clock.ts';
import type { ReportDocumentView, ReportRunView } from '../../contract/day-view.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { ReportReader } from '../../day/index.ts';
import type { Currency } from '../../money/index.ts';
import { classify } from '../../protocol/index.ts';
import type { Answer, ReportDocument, ReportRequest, SeqrService } from '../../protocol/index.ts';
import type { Problem } from '../../text/index.ts';
import { OK, refused } from '../results.ts';
import { problemOfAnswer } from '../service/answers.ts';
import type { GivenPassword, ResellerKey } from './reseller-key.ts';

export interface ReportsDeps {
  readonly clock: Clock;
  readonly key: ResellerKey;
  readonly service: () => Promise<SeqrService>;
  /** Another for every call, from the owner's template (PF-19). */
  readonly clientReference: () => string;
  readonly currency: () => Currency;
  readonly readReport: ReportReader;
  readonly onChange: () => void;
}

/** Any of SEQR's reports, to be looked at. Reading one changes nothing, so a new question simply replaces the old. */
export interface Reports {
  run(request: ReportRequest, given: GivenPassword): Promise<IntentResult>;
  /** Nobody waits for it any more. */
  stop(): void;
  view(): ReportRunView | null;
  document(): ReportDocumentView | null;
}

/** From one question to the next while the report is not ready (protocol §10). */
const AGAIN_MS = 3_000;
const MAX_TRIES = 60;

interface Run {
  readonly request: ReportRequest;
  readonly sinceMs: number;
  readonly tries: number;
  readonly state: ReportRunView['state'];
  readonly problem: Problem | null;
}

export function createReports(deps: ReportsDeps): Reports {
  const { clock, key } = deps;
  let run: Run | null = null;
  let document: ReportDocumentView | null = null;
  let revision = 0;
  let withdraw: () => void = () => undefined;

  function change(from: Run, to: Partial<Run>): Run | null {
    // Another question has taken its place.
    if (run !== from) return null;
    run = { ...from, ...to };
    deps.onChange();
    return run;
  }

  async function ask({ request }: Run): Promise<Answer<{ readonly report: ReportDocument | null }> | null> {
    const credentials = key.credentials();
    if (credentials === null) return null;
    try {
      return await (await deps.service()).executeReport({ credentials, clientReference: deps.clientReference() }, request);
    } catch {
      return { kind: 'notSent', reason: 'connection', detail: 'the service could not be opened', tookMs: 0 };
    }
  }

  async function go(before: Run): Promise<void> {
    const asked = change(before, { tries: before.tries + 1 });
    if (asked === null) return;
    const answer = await ask(asked);
    if (run !== asked) return;
    const fail = (problem: Problem): void => {
      key.drop();
      change(asked, { state: 'failed', problem });
    };
    if (answer === null) {
      fail({ code: 'day.password-missing' });
      return;
    }
    const meaning = answer.kind === 'answered' ? classify('executeReport', answer.resultCode) : 'noInformation';
    if (meaning === 'noInformation' && answer.kind !== 'notSent') {
      if (asked.tries >= MAX_TRIES) fail({ code: 'day.report-late' });
      else withdraw = clock.after(AGAIN_MS, () => void go(asked));
      return;
    }
    const content = answer.kind === 'answered' ? answer.value.report : null;
    if (meaning !== 'ok' || content === null) {
      if (answer.kind === 'answered' && answer.resultCode === 20) key.refused();
      fail(problemOfAnswer('executeReport', answer));
      return;
    }
    await key.accepted();
    const read = deps.readReport(content, deps.currency());
    if (!read.ok) {
      fail({ code: 'day.report-unreadable', params: { detail: read.detail } });
      return;
    }
    key.drop();
    revision += 1;
    document = { reportId: asked.request.reportId, periodId: asked.request.transactionPeriodId, report: read.report };
    change(asked, { state: 'ready' });
  }

  function stop(): void {
    withdraw();
    if (run?.state === 'asking') {
      run = null;
      key.drop();
      deps.onChange();
    }
  }

  return {
    async run(request, given) {
      const problem = await key.take(given);
      if (problem !== null) return refused(problem);
      withdraw();
      document = null;
      const begun: Run = { request, sinceMs: clock.monotonicMs(), tries: 0, state: 'asking', problem: null };
      run = begun;
      void go(begun);
      return OK;
    },
    stop,
    view() {
      if (run === null) return null;
      const { request, sinceMs, tries, state, problem } = run;
      return {
        reportId: request.reportId,
        periodId: request.transactionPeriodId,
        state,
        forMs: clock.monotonicMs() - sinceMs,
        tries,
        problem,
        revision,
      };
    },
    document: () => document,
  };
}
