/**
 * Walks the way of one payment in a headless till, from the press of Charge to the receipt, and prints as JSON which files
 * each step enters first. Files that a press without any effect enters are left out: they draw the windows' picture anew
 * and say nothing about a payment. A process of its own, so that V8 counts nothing else.
 */
import path from 'node:path';
import { startCoverage } from './coverage.ts';
import { openHeadlessTill } from './headless-till.ts';
import type { HeadlessTill } from './headless-till.ts';

/** Names of files are from the repository's root, with slashes, in no order. */
export interface Step {
  readonly what: string;
  readonly files: readonly string[];
}

const ROOT = path.join(import.meta.dirname, '..', '..');
const POLLED_MS = 3_000;
const SETTLED_MS = 5_000;

function fromRoot(file: string): string {
  return path.relative(ROOT, file).split(path.sep).join('/');
}

function screenOf({ till }: HeadlessTill): string | undefined {
  return till.snapshot().payment?.screen.kind;
}

function expectScreen(open: HeadlessTill, kind: string): void {
  if (screenOf(open) !== kind) throw new Error(`The till shows ${String(screenOf(open))}, not ${kind}.`);
}

/** A customer scans the till's code and pays. */
function pay({ till, world }: HeadlessTill): void {
  const scan = world.phone.scan(`HTTP://SEQR.SE/Q${till.snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  const paid = world.phone.pay(scan.value.invoiceReference);
  if (!paid.ok) throw new Error(paid.error);
}

async function walk(): Promise<readonly Step[]> {
  let reached: (what: string) => void = () => undefined;
  const open = await openHeadlessTill({
    onSend: () => {
      reached('Charge is pressed: facts are fixed and written, and the invoice leaves');
    },
    onPrint: () => {
      reached('SEQR answers PAID: payment, receipt and jobs are written and shown');
    },
  });
  await open.ask({ kind: 'sale.addAmount', minor: 14_900 });
  await open.clock.advance(SETTLED_MS);

  const coverage = startCoverage();
  await open.ask({ kind: 'notice.dismiss', noticeId: 'none' });
  await open.clock.advance(SETTLED_MS);
  const known = new Set(coverage.taken());
  const steps: Step[] = [];
  reached = (what) => {
    const files = coverage.taken().filter((file) => !known.has(file));
    for (const file of files) known.add(file);
    steps.push({ what, files: files.map(fromRoot) });
  };

  await open.ask({ kind: 'sale.charge', revision: open.till.snapshot().sale.revision });
  await open.clock.advance(POLLED_MS);
  expectScreen(open, 'waiting');
  reached('The customer is waited for: a question each second');
  pay(open);
  await open.clock.advance(SETTLED_MS);
  expectScreen(open, 'paid');
  const { printJobs, receiptsToSubmit } = open.till.snapshot();
  if (printJobs.some(({ state }) => state !== 'done') || receiptsToSubmit > 0) throw new Error('The receipt is not out.');
  reached('The receipt: printed, and handed to SEQR');
  coverage.stop();
  await open.close();
  return steps;
}

process.stdout.write(JSON.stringify(await walk()));
