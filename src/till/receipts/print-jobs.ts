import type { Journal, PrintJob, ReceiptRecord } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';

/** The print jobs as they lie in the journal, and the last few that are done, for the screen to say so. */
export interface PrintJobs {
  all(): readonly PrintJob[];
  find(wanted: (job: PrintJob) => boolean): PrintJob | undefined;
  /** On disk, and the receipt with it if that changes too; false: the disk refused, and the job is what it was. */
  put(job: PrintJob, receipt?: ReceiptRecord): boolean;
  /** Of this run of the till only: for a job that cannot be written. */
  mark(job: PrintJob): void;
  /** What an earlier run left. */
  load(): void;
  /** Takes up jobs that were written elsewhere. */
  takeUp(): void;
}

/** So many finished jobs are kept for the screen. */
const MAX_DONE = 5;

export function createPrintJobs(journal: Pick<Journal, 'printJobs' | 'write'>): PrintJobs {
  let jobs: readonly PrintJob[] = [];

  return {
    all: () => jobs,
    find: (wanted) => jobs.find(wanted),
    put(job, receipt) {
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
