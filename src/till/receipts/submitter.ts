import type { Clock } from '../../clock/clock.ts';
import { classify } from '../../protocol/index.ts';
import type { Answer, Credentials, Nothing, SeqrService } from '../../protocol/index.ts';
import { receiptHtml, toBase64Utf8 } from '../../receipt/index.ts';
import type { Journal, SubmitJob } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';

export interface SubmitterDeps {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly newId: () => string;
  readonly serviceFor: (facts: {
    readonly endpoint: string;
    readonly terminalId: string;
  }) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly onChange: () => void;
  /** SEQR will not take a receipt, however often it is asked: a person has to know. */
  readonly onRefused: (resultCode: number) => void;
  readonly log: (what: string, data: object) => void;
}

/** Hands receipts to SEQR in the background, from disk, until each is accepted (PF-08). */
export interface Submitter {
  start(): void;
  /** `attemptId`: of the attempt, or of a return the refund. */
  job(receiptNumber: number, attemptId: string): SubmitJob;
  /** Takes up jobs that were written elsewhere. */
  takeUp(): void;
  owed(): number;
  stop(): void;
}

/** Between tries: soon at first, then rarely; never in the way of the next sale. */
const RETRY_MS = [2_000, 5_000, 15_000, 60_000, 300_000] as const;

/** SEQR's certification prefers this word for Base64 HTML (protocol §8, §12). */
const MIME_TYPE = 'Base64';
const RECEIPT_TYPE = 'PAYMENT_RECEIPT';

export function createSubmitter(deps: SubmitterDeps): Submitter {
  let jobs: readonly SubmitJob[] = [];
  let running = false;
  let stopped = false;
  let withdraw: () => void = () => undefined;

  function put(job: SubmitJob): void {
    const others = jobs.filter((other) => other.id !== job.id);
    const { state } = job;
    if (state === 'queued') {
      jobs = [...others, job];
      return;
    }
    const refusal = refusedByDisk(() =>
      deps.journal.write({
        entries: [{ kind: `receipt.submit.${state}`, subject: String(job.receiptNumber), body: job }],
        jobs: [job],
      }),
    );
    // Not recorded as done, it is sent once more later: a receipt may be sent twice (protocol §8).
    jobs = refusal === null ? others : [...others, { ...job, state: 'queued' }];
  }

  async function run(job: SubmitJob): Promise<void> {
    const answer = await submit(job, deps);
    if (stopped) return;
    const meaning = answer?.kind === 'answered' ? classify('submitPaymentReceipt', answer.resultCode) : 'noInformation';
    const resultCode = answer?.kind === 'answered' ? answer.resultCode : null;
    const next = { ...job, tries: job.tries + 1, lastResultCode: resultCode };
    if (meaning === 'refused') deps.log('SEQR refused a receipt', { receipt: job.receiptNumber, resultCode });
    if (meaning === 'refused' && resultCode !== null) deps.onRefused(resultCode);
    put({ ...next, state: meaning === 'ok' ? 'done' : meaning === 'refused' ? 'refused' : 'queued' });
  }

  function pump(): void {
    // The one tried least often first, so that one that cannot be submitted holds up no other.
    const job = [...jobs].sort((a, b) => a.tries - b.tries)[0];
    if (running || stopped || !job) return;
    running = true;
    withdraw();
    void run(job).finally(() => {
      running = false;
      if (stopped) return;
      deps.onChange();
      const least = Math.min(...jobs.map((left) => left.tries));
      if (jobs.length === 0) return;
      const waitMs = least === 0 ? 0 : (RETRY_MS[Math.min(least, RETRY_MS.length) - 1] ?? RETRY_MS[RETRY_MS.length - 1] ?? 0);
      withdraw = deps.clock.after(waitMs, pump);
    });
  }

  return {
    start() {
      jobs = deps.journal.submitJobs();
      pump();
    },
    job: (receiptNumber, attemptId) => ({
      kind: 'submit',
      id: deps.newId(),
      receiptNumber,
      attemptId,
      state: 'queued',
      tries: 0,
      lastResultCode: null,
    }),
    takeUp() {
      const known = new Set(jobs.map((job) => job.id));
      jobs = [...jobs, ...deps.journal.submitJobs().filter((job) => !known.has(job.id))];
      pump();
    },
    owed: () => jobs.length,
    stop() {
      stopped = true;
      withdraw();
    },
  };
}

/** Null: this receipt cannot be submitted yet; its reference has not been told (PF-08). */
async function submit(job: SubmitJob, { journal, serviceFor }: SubmitterDeps): Promise<Answer<Nothing> | null> {
  const record = journal.receipt(job.receiptNumber);
  const facts = (journal.attempt(job.attemptId) ?? journal.disbursement(job.attemptId))?.facts;
  const ersReference = record?.receipt.tenders[0]?.ersReference ?? null;
  if (!record || !facts || ersReference === null) return null;
  const door = serviceFor(facts);
  if (!door) return null;
  const receiptData = toBase64Utf8(receiptHtml(record.receipt, { copy: false }));
  return door.service.submitPaymentReceipt({ credentials: door.credentials, clientReference: facts.clientReference }, ersReference, {
    mimeType: MIME_TYPE,
    receiptData,
    receiptType: RECEIPT_TYPE,
  });
}
