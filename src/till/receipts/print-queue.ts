import type { IntentResult } from '../../contract/ipc.ts';
import type { PrintJobView } from '../../contract/snapshot.ts';
import type { Journal, PrintJob } from '../../records/index.ts';
import type { PrinterPort } from '../ports.ts';
import { OK, refuse } from '../results.ts';
import { createPdfs } from './pdfs.ts';
import { createPrintJobs, nextPaper } from './print-jobs.ts';
import { createPrinting } from './printing.ts';

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
  confirmPrinted(receiptNumber: number, printed: boolean): IntentResult;
  isUnsure(receiptNumber: number): boolean;
  isBusy(): boolean;
  view(): readonly PrintJobView[];
  stop(): void;
}

export function createPrintQueue(deps: PrintQueueDeps): PrintQueue {
  const { journal } = deps;
  const jobs = createPrintJobs(journal);
  const pdfs = createPdfs(deps);
  const printing = createPrinting({ ...deps, jobs });

  function newJob(receiptNumber: number, copy: boolean): PrintJob {
    return { kind: 'print', id: deps.newId(), receiptNumber, copy, state: 'queued', tries: 0, problem: null };
  }

  function queue(job: PrintJob): IntentResult {
    if (!jobs.put(job)) return refuse('journal.write-failed');
    printing.pump();
    return OK;
  }

  function again(job: PrintJob | undefined): IntentResult {
    if (!job || (job.state !== 'failed' && job.state !== 'unsure')) return refuse('stale');
    return queue({ ...job, state: 'queued', problem: null });
  }

  function cameOut(job: PrintJob): IntentResult {
    return jobs.cameOut(job) ? OK : refuse('journal.write-failed');
  }

  return {
    start() {
      jobs.load();
      for (const job of jobs.all()) if (job.state === 'printing') jobs.put({ ...job, state: 'unsure' });
    },
    firstJob: (receiptNumber) => (deps.settings().deviceName === null ? [] : [newJob(receiptNumber, false)]),
    takeUp() {
      jobs.takeUp();
      printing.pump();
    },
    print(receiptNumber) {
      const record = journal.receipt(receiptNumber);
      if (!record) return refuse('print.not-found');
      const waiting = jobs.find((job) => job.receiptNumber === receiptNumber && job.state !== 'done');
      if (pdfs.isSaving(receiptNumber)) return refuse('print.under-way');
      if (waiting) return isOnItsWay(waiting) ? OK : again(waiting);
      if (deps.settings().deviceName === null) return refuse('print.no-printer');
      const paper = nextPaper(record);
      return paper === 'none' ? refuse('print.one-copy') : queue(newJob(receiptNumber, paper === 'copy'));
    },
    async savePdf(receiptNumber) {
      const record = journal.receipt(receiptNumber);
      if (!record) return refuse('print.not-found');
      const printed = jobs.find((job) => job.receiptNumber === receiptNumber && isOnItsWay(job));
      return printed === undefined ? pdfs.save(record) : refuse('print.under-way');
    },
    retry: (jobId) => again(jobs.find((job) => job.id === jobId)),
    abandon(jobId) {
      const job = jobs.find((candidate) => candidate.id === jobId);
      if (!job || job.state === 'printing' || job.state === 'done') return refuse('stale');
      // Whoever does not want a paper that may have come out has it: the next one is a copy (PF-28).
      if (job.state === 'unsure') return cameOut(job);
      return jobs.put({ ...job, state: 'abandoned' }) ? OK : refuse('journal.write-failed');
    },
    confirmPrinted(receiptNumber, printed) {
      const job = jobs.find((candidate) => candidate.receiptNumber === receiptNumber && candidate.state === 'unsure');
      if (!job) return refuse('stale');
      return printed ? cameOut(job) : again(job);
    },
    isUnsure: (receiptNumber) => jobs.find((job) => job.receiptNumber === receiptNumber && job.state === 'unsure') !== undefined,
    isBusy: () => printing.isRunning() || jobs.find((job) => job.state === 'queued') !== undefined,
    view: () =>
      jobs
        .all()
        .flatMap(({ id, receiptNumber, copy, state, problem }) =>
          state === 'abandoned' ? [] : [{ jobId: id, receiptNumber, copy, state, problem }],
        ),
    stop() {
      pdfs.stop();
      printing.stop();
    },
  };
}

const isOnItsWay = ({ state }: PrintJob): boolean => state === 'queued' || state === 'printing';
