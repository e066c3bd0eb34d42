import type { IntentResult } from '../../contract/ipc.ts';
import type { PrintPage } from '../../contract/ipc.ts';
import type { PrintJobView } from '../../contract/snapshot.ts';
import type { Journal, PrintJob, ReceiptRecord } from '../../records/index.ts';
import { refusedByDisk, writeOrRefuse } from '../durable.ts';
import type { PrinterPort } from '../ports.ts';
import { refuse } from '../results.ts';

export interface PrintQueueDeps {
  readonly journal: Journal;
  readonly printer: PrinterPort;
  readonly newId: () => string;
  readonly settings: () => { readonly deviceName: string | null; readonly paper: '80mm' | '58mm' | 'A4' };
  readonly onChange: () => void;
}

/** The durable queue to the printer: one job at a time, each ending in success or a named failure (PF-28, C7). */
export interface PrintQueue {
  /** Jobs found half-done may or may not have come out: they wait for a person's word (PF-15). Prints nothing yet. */
  start(): void;
  /** The first print of a receipt, to be written together with the receipt; none without a printer. */
  firstJob(receiptNumber: number): readonly PrintJob[];
  /** Takes up jobs that were written elsewhere. */
  takeUp(): void;
  print(receiptNumber: number): IntentResult;
  savePdf(receiptNumber: number): Promise<IntentResult>;
  retry(jobId: string): IntentResult;
  abandon(jobId: string): IntentResult;
  /** The answer to "Did it print?" */
  settle(receiptNumber: number, printed: boolean): IntentResult;
  isUnsure(receiptNumber: number): boolean;
  isBusy(): boolean;
  view(): readonly PrintJobView[];
  stop(): void;
}

/** So many finished jobs are still shown; older ones interest nobody. */
const MAX_DONE = 5;

export function createPrintQueue(deps: PrintQueueDeps): PrintQueue {
  const { journal } = deps;
  let jobs: readonly PrintJob[] = [];
  let running = false;
  let stopped = false;

  function put(job: PrintJob, receipt?: ReceiptRecord): boolean {
    const refusal = refusedByDisk(() =>
      journal.write({
        entries: [{ kind: `print.${job.state}`, subject: String(job.receiptNumber), body: job }],
        jobs: [job],
        ...(receipt ? { receipts: [receipt] } : {}),
      }),
    );
    if (refusal !== null) return false;
    const others = jobs.filter((other) => other.id !== job.id);
    jobs = job.state === 'abandoned' ? others : withoutOldest([...others, job]);
    return true;
  }

  function newJob(receiptNumber: number, copy: boolean): PrintJob {
    return { kind: 'print', id: deps.newId(), receiptNumber, copy, state: 'queued', tries: 0, problem: null };
  }

  /** A finished job stays for the screen to say so, the last few of them. */
  function withoutOldest(all: readonly PrintJob[]): readonly PrintJob[] {
    const done = all.filter((job) => job.state === 'done');
    const forgotten = new Set(done.slice(0, -MAX_DONE));
    return all.filter((job) => !forgotten.has(job));
  }

  /** What the next paper of a receipt is: the original until one succeeded, then one KOPIA, then nothing (PF-28). */
  function nextPaper(record: ReceiptRecord): 'original' | 'copy' | 'none' {
    if (!record.originalPrinted) return 'original';
    return record.copyPrinted ? 'none' : 'copy';
  }

  function marked(record: ReceiptRecord, copy: boolean): ReceiptRecord {
    return copy ? { ...record, copyPrinted: true } : { ...record, originalPrinted: true };
  }

  function page(record: ReceiptRecord, copy: boolean): PrintPage {
    return { kind: 'receipt', receipt: record.receipt, copy, paper: deps.settings().paper };
  }

  function pump(): void {
    const job = jobs.find((candidate) => candidate.state === 'queued');
    if (running || stopped || !job) return;
    running = true;
    void run(job)
      // The printer port does not reject. Were it to, the job must not stay queued: it would be taken up again at once, for ever.
      .catch((error: unknown) => giveUp(job, error))
      .finally(() => {
        running = false;
        if (stopped) return;
        deps.onChange();
        pump();
      });
  }

  function giveUp(job: PrintJob, error: unknown): void {
    const problem = { code: 'print.failed', params: { detail: error instanceof Error ? error.message : String(error) } } as const;
    jobs = jobs.map((other) => (other.id === job.id ? { ...job, state: 'failed', problem } : other));
  }

  async function run(job: PrintJob): Promise<void> {
    const record = journal.receipt(job.receiptNumber);
    const { deviceName } = deps.settings();
    if (!record) {
      put({ ...job, state: 'failed', problem: { code: 'print.failed', params: { detail: 'no such receipt' } } });
      return;
    }
    if (deviceName === null) {
      put({ ...job, state: 'failed', problem: { code: 'print.no-printer' } });
      return;
    }
    const trying: PrintJob = { ...job, state: 'printing', tries: job.tries + 1, problem: null };
    // What is not on disk is not begun: a crash must find the job under way.
    if (!put(trying)) {
      jobs = jobs.map((other) => (other.id === job.id ? { ...job, state: 'failed', problem: { code: 'journal.write-failed' } } : other));
      return;
    }
    deps.onChange();
    const outcome = await deps.printer.print(page(record, job.copy), deviceName);
    if (stopped) return;
    if (outcome.ok) put({ ...trying, state: 'done' }, marked(journal.receipt(job.receiptNumber) ?? record, job.copy));
    else put({ ...trying, state: 'failed', problem: outcome.problem });
  }

  function again(job: PrintJob | undefined): IntentResult {
    if (!job || (job.state !== 'failed' && job.state !== 'unsure')) return refuse('stale');
    if (!put({ ...job, state: 'queued', problem: null })) return refuse('journal.write-failed');
    pump();
    return { ok: true };
  }

  function cameOut(job: PrintJob): IntentResult {
    const record = journal.receipt(job.receiptNumber);
    return put({ ...job, state: 'done' }, record ? marked(record, job.copy) : undefined) ? { ok: true } : refuse('journal.write-failed');
  }

  return {
    start() {
      jobs = journal.printJobs();
      for (const job of jobs) if (job.state === 'printing') put({ ...job, state: 'unsure' });
    },
    firstJob: (receiptNumber) => (deps.settings().deviceName === null ? [] : [newJob(receiptNumber, false)]),
    takeUp() {
      const known = new Set(jobs.map((job) => job.id));
      jobs = [...jobs, ...journal.printJobs().filter((job) => !known.has(job.id))];
      pump();
    },
    print(receiptNumber) {
      const record = journal.receipt(receiptNumber);
      if (!record) return refuse('print.not-found');
      const waiting = jobs.find((job) => job.receiptNumber === receiptNumber && job.state !== 'done');
      if (waiting) return waiting.state === 'queued' || waiting.state === 'printing' ? { ok: true } : again(waiting);
      if (deps.settings().deviceName === null) return refuse('print.no-printer');
      const paper = nextPaper(record);
      if (paper === 'none') return refuse('print.one-copy');
      if (!put(newJob(receiptNumber, paper === 'copy'))) return refuse('journal.write-failed');
      pump();
      return { ok: true };
    },
    async savePdf(receiptNumber) {
      const record = journal.receipt(receiptNumber);
      if (!record) return refuse('print.not-found');
      const paper = nextPaper(record);
      if (paper === 'none') return refuse('print.one-copy');
      const copy = paper === 'copy';
      const saved = await deps.printer.savePdf(page(record, copy), `receipt-${receiptNumber}${copy ? '-copy' : ''}.pdf`);
      if (!saved.ok) return 'cancelled' in saved ? { ok: true, detail: 'cancelled' } : { ok: false, problem: saved.problem };
      const now = journal.receipt(receiptNumber) ?? record;
      const written = writeOrRefuse(() =>
        journal.write({
          entries: [{ kind: copy ? 'pdf.copy' : 'pdf.original', subject: String(receiptNumber), body: {} }],
          receipts: [marked(now, copy)],
        }),
      );
      return written.ok ? { ok: true, detail: 'saved' } : written;
    },
    retry: (jobId) => again(jobs.find((job) => job.id === jobId)),
    abandon(jobId) {
      const job = jobs.find((candidate) => candidate.id === jobId);
      if (!job || job.state === 'printing' || job.state === 'done') return refuse('stale');
      // Whoever does not want a paper that may have come out has it: the next one is a copy (PF-28).
      if (job.state === 'unsure') return cameOut(job);
      return put({ ...job, state: 'abandoned' }) ? { ok: true } : refuse('journal.write-failed');
    },
    settle(receiptNumber, printed) {
      const job = jobs.find((candidate) => candidate.receiptNumber === receiptNumber && candidate.state === 'unsure');
      if (!job) return refuse('stale');
      return printed ? cameOut(job) : again(job);
    },
    isUnsure: (receiptNumber) => jobs.some((job) => job.receiptNumber === receiptNumber && job.state === 'unsure'),
    isBusy: () => running || jobs.some((job) => job.state === 'queued'),
    view: () =>
      jobs.flatMap(({ id, receiptNumber, copy, state, problem }) =>
        state === 'abandoned' ? [] : [{ jobId: id, receiptNumber, copy, state, problem }],
      ),
    stop() {
      stopped = true;
    },
  };
}
