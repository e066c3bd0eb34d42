import type { Journal, PrintJob } from '../../records/index.ts';
import type { PrinterPort } from '../ports.ts';
import type { PrintJobs } from './print-jobs.ts';

export interface PrintingDeps {
  readonly journal: Pick<Journal, 'receipt'>;
  readonly jobs: PrintJobs;
  readonly printer: Pick<PrinterPort, 'print'>;
  readonly settings: () => { readonly deviceName: string | null; readonly paper: '80mm' | '58mm' | 'A4' };
  readonly onChange: () => void;
}

/** Takes the jobs to the printer, one at a time. */
export interface Printing {
  /** Goes on with the next job, if there is one and none is at the printer. */
  pump(): void;
  isRunning(): boolean;
  stop(): void;
}

export function createPrinting({ journal, jobs, printer, settings, onChange }: PrintingDeps): Printing {
  let running = false;
  let stopped = false;

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
        onChange();
        pump();
      });
  }

  function giveUp(job: PrintJob, error: unknown): void {
    const problem = { code: 'print.failed', params: { detail: error instanceof Error ? error.message : String(error) } } as const;
    jobs.mark({ ...job, state: 'failed', problem });
  }

  async function run(job: PrintJob): Promise<void> {
    const record = journal.receipt(job.receiptNumber);
    const { deviceName, paper } = settings();
    if (!record) {
      jobs.put({ ...job, state: 'failed', problem: { code: 'print.failed', params: { detail: 'no such receipt' } } });
      return;
    }
    if (deviceName === null) {
      jobs.put({ ...job, state: 'failed', problem: { code: 'print.no-printer' } });
      return;
    }
    // A PDF may have become the original since the job was written, or the job before it may have come out after all.
    const copy = job.copy || record.originalPrinted;
    const trying: PrintJob = { ...job, copy, state: 'printing', tries: job.tries + 1, problem: null };
    // What is not on disk is not begun: a crash must find the job under way.
    if (!jobs.put(trying)) {
      jobs.mark({ ...job, state: 'failed', problem: { code: 'journal.write-failed' } });
      return;
    }
    onChange();
    const outcome = await printer.print({ kind: 'receipt', receipt: record.receipt, copy, paper }, deviceName);
    if (stopped) return;
    if (outcome.ok) jobs.cameOut(trying);
    else jobs.put({ ...trying, state: 'failed', problem: outcome.problem });
  }

  return {
    pump,
    isRunning: () => running,
    stop() {
      stopped = true;
    },
  };
}
