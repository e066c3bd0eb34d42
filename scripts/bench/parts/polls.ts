import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Till } from '../../../e2e/support/till-driver.ts';
import type { Bench, Part } from '../bench.ts';
import { collectFrom, MS_BETWEEN_COLLECTIONS } from '../exchanges.ts';
import type { Collector } from '../exchanges.ts';
import { spread } from '../figures.ts';
import { inSeconds } from '../report.ts';
import { pause, ringUpAndCharge } from '../sales.ts';
import { startWork } from '../work.ts';
import type { Work } from '../work.ts';

/** A terminal has one payment at a time; for more than a thousand gaps in nine minutes there are two tills, both at work. */
const TILLS = { short: 1, full: 2 };
const BUSY_MS = { short: 60_000, full: 530_000 };
const IDLE_MS = { short: 20_000, full: 60_000 };
const GOAL_P999_MS = 1_150;
/** The simulator's longest. */
const BANK_MS = 590_000;
/** SEQR does not answer for the terminal: with this the till lets a payment be set aside. */
const UNANSWERABLE = 'result:37';
/** More than all payments can ask until this one is off the screen; then the rest is withdrawn. */
const UNANSWERED_CALLS = 10_000;

/**
 * The gaps between status calls as SEQR sees them, while the cashier goes on working. A payment on the screen leaves
 * nothing to work at, so the one that is watched has been set aside while the customer's bank takes its time.
 * Baseline: the same with nobody at the till.
 */
export const polls: Part = async (bench) => {
  const [idleForMs, busyForMs] = bench.full ? [IDLE_MS.full, BUSY_MS.full] : [IDLE_MS.short, BUSY_MS.short];
  const tills: Till[] = [];
  try {
    for (let number = bench.full ? TILLS.full : TILLS.short; number > 0; number -= 1) {
      tills.push(await launchTill({ userDataDir: await bench.ownTerminalFolder() }));
    }
    const idleMs = await gapsWhile(bench, tills, idleForMs, null);
    bench.tell(`hands off: ${idleMs.length} gaps`);
    const busyMs = await gapsWhile(bench, tills, busyForMs, startWork);
    bench.tell(`at work: ${busyMs.length} gaps`);
    const [busy, idle] = [spread(busyMs), spread(idleMs)];
    const words = (of: typeof busy): string =>
      `median ${inSeconds(of.median)}, p99 ${inSeconds(of.p99)}, p99.9 ${inSeconds(of.p999)}, max ${inSeconds(of.max)} (${of.count} gaps)`;
    return [
      {
        what: 'gap between polls while printing and typing',
        ours: words(busy),
        baseline: `hands off: ${words(idle)}`,
        ratio: busy.p999 / idle.p999,
        goal: { text: `p99.9 <= ${inSeconds(GOAL_P999_MS)}`, met: busy.p999 <= GOAL_P999_MS },
        values: {
          gaps: busy.count,
          medianMs: busy.median,
          p99Ms: busy.p99,
          p999Ms: busy.p999,
          maxMs: busy.max,
          baselineMedianMs: idle.median,
          baselineMaxMs: idle.max,
        },
      },
    ];
  } finally {
    // They would ask before they leave a payment behind.
    for (const till of tills) await till.kill();
  }
};

/** Watches one payment of each till for `forMs`, while `begin` keeps its cashier busy. */
async function gapsWhile(
  bench: Bench,
  tills: readonly Till[],
  forMs: number,
  begin: ((till: Till) => Promise<Work>) | null,
): Promise<readonly number[]> {
  const references: string[] = [];
  const works: Work[] = [];
  // One after the other: the fault that lets a payment be set aside meets whoever asks next.
  for (const till of tills) references.push(await setPaymentAside(bench, till));
  if (begin !== null) for (const till of tills) works.push(await begin(till));
  const collector = collectFrom(bench.simulator);
  const fromMs = Date.now();
  const untilMs = fromMs + forMs;
  const watching = { done: false };
  await Promise.all([collectUntil(untilMs, collector, watching), ...works.map((work) => workUntil(watching, work))]);
  for (const work of works) bench.tell(work.done());
  return references.flatMap((reference) => gapsIn(collector, reference, fromMs, untilMs));
}

/** @returns the invoice of a payment that waits for a bank, is off the screen, and is asked about */
async function setPaymentAside({ simulator }: Bench, till: Till): Promise<string> {
  const { payment, sale } = till;
  const { invoiceReference } = await simulator.scan(await ringUpAndCharge(till));
  await simulator.pay(invoiceReference, BANK_MS);
  await simulator.fault('getPaymentStatus', UNANSWERABLE, UNANSWERED_CALLS);
  await payment.setAside.click();
  await sale.charge.waitFor();
  await simulator.noFaults();
  return invoiceReference;
}

/** Collects now and then; says in `watching` when the time is over. */
async function collectUntil(untilMs: number, collector: Collector, watching: { done: boolean }): Promise<void> {
  while (Date.now() < untilMs) {
    await pause(Math.min(MS_BETWEEN_COLLECTIONS, untilMs - Date.now()));
    await collector.collect();
  }
  watching.done = true;
}

async function workUntil(watching: { readonly done: boolean }, { step }: Work): Promise<void> {
  while (!watching.done) await step();
}

function gapsIn(collector: Collector, reference: string, fromMs: number, untilMs: number): readonly number[] {
  const atMs = collector.statusCalls(reference).map(({ at }) => Date.parse(at));
  const within = atMs.filter((ms) => ms >= fromMs && ms <= untilMs);
  if (within.length < 2) throw new Error('the payment was not asked about');
  return within.slice(1).map((ms, index) => ms - (within[index] ?? ms));
}
