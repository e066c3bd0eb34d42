import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Till } from '../../../e2e/support/till-driver.ts';
import type { Bench, Part } from '../bench.ts';
import { collectFrom, MS_BETWEEN_COLLECTIONS } from '../exchanges.ts';
import type { Collector } from '../exchanges.ts';
import { spread } from '../figures.ts';
import { inSeconds } from '../report.ts';
import { pause, ringUpAndCharge } from '../sales.ts';
import { startWork } from '../work.ts';

const BUSY_MS = { short: 60_000, full: 600_000 };
const IDLE_MS = { short: 20_000, full: 120_000 };
const GOAL_MS = { p999: 1_150, max: 2_000 };
/** The simulator's longest: more than one payment is needed for the long run. */
const BANK_MS = 590_000;
/** SEQR does not answer for the terminal: with this the till lets a payment be set aside. */
const UNANSWERABLE = 'result:37';

/**
 * The gaps between status calls as SEQR sees them, while the cashier goes on working. A payment on the screen leaves
 * nothing to work at, so the one that is watched has been set aside while the customer's bank takes its time.
 * Baseline: the same with nobody at the till.
 */
export const polls: Part = async (bench) => {
  const till = await launchTill({ userDataDir: await bench.setUpFolder() });
  try {
    const idleMs = await gapsWhile(bench, till, bench.full ? IDLE_MS.full : IDLE_MS.short, null);
    bench.tell(`hands off: ${idleMs.length} gaps`);
    const work = await startWork(till);
    const busyMs = await gapsWhile(bench, till, bench.full ? BUSY_MS.full : BUSY_MS.short, work.step);
    bench.tell(`at work: ${busyMs.length} gaps, ${work.done()}`);
    const [busy, idle] = [spread(busyMs), spread(idleMs)];
    const words = (of: typeof busy): string =>
      `median ${inSeconds(of.median)}, p99 ${inSeconds(of.p99)}, p99.9 ${inSeconds(of.p999)}, max ${inSeconds(of.max)} (${of.count} gaps)`;
    return [
      {
        what: 'gap between polls at work',
        figure: words(busy),
        baseline: `hands off: ${words(idle)}`,
        goal: {
          text: `p99.9 <= ${inSeconds(GOAL_MS.p999)}, none over ${inSeconds(GOAL_MS.max)}`,
          met: busy.p999 <= GOAL_MS.p999 && busy.max <= GOAL_MS.max,
        },
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
    // It would ask before it leaves a payment behind.
    await till.kill();
  }
};

/** Watches for `forMs` in all, with as many payments as the bank's patience asks for. */
async function gapsWhile(bench: Bench, till: Till, forMs: number, step: (() => Promise<void>) | null): Promise<readonly number[]> {
  const gaps: number[] = [];
  for (let leftMs = forMs; leftMs > 0; leftMs -= BANK_MS) {
    const reference = await setPaymentAside(bench, till);
    const collector = collectFrom(bench.simulator);
    const fromMs = Date.now();
    const untilMs = fromMs + Math.min(leftMs, BANK_MS - 10_000);
    await workUntil(untilMs, collector, step);
    gaps.push(...gapsIn(collector, reference, fromMs, untilMs));
  }
  return gaps;
}

/** @returns the invoice of a payment that waits for a bank, is off the screen, and is asked about */
async function setPaymentAside({ simulator }: Bench, till: Till): Promise<string> {
  const { payment, sale } = till;
  const { invoiceReference } = await simulator.scan(await ringUpAndCharge(till));
  await simulator.pay(invoiceReference, BANK_MS);
  await simulator.fault('getPaymentStatus', UNANSWERABLE, 10);
  await payment.setAside.click();
  await simulator.noFaults();
  await sale.charge.waitFor();
  return invoiceReference;
}

async function workUntil(untilMs: number, collector: Collector, step: (() => Promise<void>) | null): Promise<void> {
  let collectAtMs = Date.now() + MS_BETWEEN_COLLECTIONS;
  while (Date.now() < untilMs) {
    if (step === null) await pause(500);
    else await step();
    if (Date.now() < collectAtMs) continue;
    collectAtMs += MS_BETWEEN_COLLECTIONS;
    await collector.collect();
  }
  await collector.collect();
}

function gapsIn(collector: Collector, reference: string, fromMs: number, untilMs: number): readonly number[] {
  const atMs = collector.statusCalls(reference).map(({ at }) => Date.parse(at));
  const within = atMs.filter((ms) => ms >= fromMs && ms <= untilMs);
  if (within.length < 2) throw new Error('the payment was not asked about');
  return within.slice(1).map((ms, index) => ms - (within[index] ?? ms));
}
