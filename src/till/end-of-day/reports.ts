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
  /** Where the till that is set up now asks. */
  readonly endpoint: () => string;
  readonly service: (endpoint: string) => Promise<SeqrService>;
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
/** SEQR does not accept the reseller's password. */
const WRONG_PASSWORD = 20;

interface Run {
  /** The password is this one's, so that no other is asked. */
  readonly endpoint: string;
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

  async function go(before: Run): Promise<void> {
    const asked = change(before, { tries: before.tries + 1 });
    if (asked === null) return;
    const answer = await ask(asked, deps);
    if (run !== asked) return;
    const heard = answer === null ? failed({ code: 'day.password-missing' }) : hear(answer, asked.tries);
    switch (heard.kind) {
      case 'notReady':
        withdraw = clock.after(AGAIN_MS, () => void go(asked));
        return;
      case 'failed':
        if (heard.password === 'refused') key.refused();
        key.drop();
        change(asked, { state: 'failed', problem: heard.problem });
        return;
      case 'report':
        await key.accepted();
        show(asked, heard.document);
    }
  }

  function show(asked: Run, content: ReportDocument): void {
    const read = deps.readReport(content, deps.currency());
    key.drop();
    if (!read.ok) {
      change(asked, { state: 'failed', problem: { code: 'day.report-unreadable', params: { detail: read.detail } } });
      return;
    }
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
      const endpoint = deps.endpoint();
      const problem = await key.take(given, endpoint);
      if (problem !== null) return refused(problem);
      withdraw();
      document = null;
      const begun: Run = { endpoint, request, sinceMs: clock.monotonicMs(), tries: 0, state: 'asking', problem: null };
      run = begun;
      void go(begun);
      return OK;
    },
    stop,
    view: () => run && runView(run, clock.monotonicMs() - run.sinceMs, revision),
    document: () => document,
  };
}

/** What an answer to executeReport comes to. */
type Heard =
  | { readonly kind: 'notReady' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly password: 'refused' | 'notSaid' }
  | { readonly kind: 'report'; readonly document: ReportDocument };

const failed = (problem: Problem): Heard => ({ kind: 'failed', problem, password: 'notSaid' });

function hear(answer: Answer<{ readonly report: ReportDocument | null }>, tries: number): Heard {
  const meaning = answer.kind === 'answered' ? classify('executeReport', answer.resultCode) : 'noInformation';
  if (meaning === 'noInformation' && answer.kind !== 'notSent')
    return tries < MAX_TRIES ? { kind: 'notReady' } : failed({ code: 'day.report-late' });
  const content = answer.kind === 'answered' ? answer.value.report : null;
  if (meaning === 'ok' && content !== null) return { kind: 'report', document: content };
  const isRefused = answer.kind === 'answered' && answer.resultCode === WRONG_PASSWORD;
  return { kind: 'failed', problem: problemOfAnswer('executeReport', answer), password: isRefused ? 'refused' : 'notSaid' };
}

/** Null: the password is not known. */
async function ask(
  { request, endpoint }: Run,
  { key, service, clientReference }: ReportsDeps,
): Promise<Answer<{ readonly report: ReportDocument | null }> | null> {
  const credentials = key.credentials(endpoint);
  if (credentials === null) return null;
  try {
    return await (await service(endpoint)).executeReport({ credentials, clientReference: clientReference() }, request);
  } catch {
    return { kind: 'notSent', reason: 'connection', detail: 'the service could not be opened', tookMs: 0 };
  }
}

function runView({ request, tries, state, problem }: Run, forMs: number, revision: number): ReportRunView {
  return { reportId: request.reportId, periodId: request.transactionPeriodId, state, forMs, tries, problem, revision };
}
