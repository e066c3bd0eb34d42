import type { Journal, PrintJob, ReceiptRecord } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';

/** The print jobs as they lie in the journal, and the last few that are done, for the screen to say so. */
export interface PrintJobs {
  all(): readonly PrintJob[];
  find(wanted: (job: PrintJob) => boolean): PrintJob | undefined;
  /** On disk; false: the disk refused, and the job is what it was. */
  put(job: PrintJob): boolean;
  /** The paper of this job has come out: it is done, and its receipt has that paper. False: the disk refused. */
  cameOut(job: PrintJob): boolean;
  /** Of this run of the till only: for a job that cannot be written. */
  mark(job: PrintJob): void;
  /** What an earlier run left. */
  load(): void;
  /** Takes up jobs that were written elsewhere. */
  takeUp(): void;
}

/** What the next paper of a receipt is: the original until one succeeded, then one KOPIA, then nothing (PF-28). */
export function nextPaper(record: ReceiptRecord): 'original' | 'copy' | 'none' {
  if (!record.originalPrinted) return 'original';
  return record.copyPrinted ? 'none' : 'copy';
}

/** The receipt after a paper of it has come out. */
export function withPaper(record: ReceiptRecord, copy: boolean): ReceiptRecord {
  return copy ? { ...record, copyPrinted: true } : { ...record, originalPrinted: true };
}

/** So many finished jobs are kept for the screen. */
const MAX_DONE = 5;

export function createPrintJobs(journal: Pick<Journal, 'printJobs' | 'receipt' | 'write'>): PrintJobs {
  let jobs: readonly PrintJob[] = [];

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

  return {
    all: () => jobs,
    find: (wanted) => jobs.find(wanted),
    put: (job) => put(job),
    cameOut(job) {
      // As it is now: it may have got its reference while it was printed.
      const record = journal.receipt(job.receiptNumber);
      return put({ ...job, state: 'done' }, record ? withPaper(record, job.copy) : undefined);
    },
    mark(job) {
      jobs = jobs.map((other) => (other.id === job.id ? job : other));
    },
    load() {
      jobs = journal.printJobs();
    },
    takeUp() {
      const known = new Set(jobs.map((job) => job.id));
      jobs = [...jobs, ...journal.printJobs().filter((job) => !known.has(job.id))];
    },
  };
}

function withoutOldest(all: readonly PrintJob[]): readonly PrintJob[] {
  const done = all.filter((job) => job.state === 'done');
  const forgotten = new Set(done.slice(0, -MAX_DONE));
  return all.filter((job) => !forgotten.has(job));
}
