import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Part } from '../bench.ts';
import { collectFrom, SALES_BETWEEN_COLLECTIONS } from '../exchanges.ts';
import { spread } from '../figures.ts';
import { whenPainted } from '../page/when-painted.ts';
import { inSeconds } from '../report.ts';
import { nextSale, pause, ringUpAndCharge } from '../sales.ts';

/** p99 of so many is their second longest: one that was unlucky does not decide. */
const PAYMENTS = { short: 30, full: 120 };
const GOAL_MS = { median: 600, p99: 1_200 };
const PAID = '[data-testid=payment-state][data-state=paid]';
/** The till asks once a second: customers confirm at random, but spread evenly over that second. */
const RHYTHM_MS = 1_000;

/**
 * From the customer's confirmation to PAID painted in the cashier's window. Baseline: the part of it that the rhythm of
 * one question a second takes, until SEQR's answer that says PAID has left SEQR.
 */
export const paid: Part = async (bench) => {
  const { simulator, full, tell } = bench;
  const payments = full ? PAYMENTS.full : PAYMENTS.short;
  const till = await launchTill({ userDataDir: await bench.setUpFolder() });
  const collector = collectFrom(simulator);
  const onScreenMs: number[] = [];
  const sales: { readonly reference: string; readonly confirmedAtMs: number }[] = [];
  for (let done = 1; done <= payments; done += 1) {
    const code = await ringUpAndCharge(till);
    const { invoiceReference } = await simulator.scan(code);
    const painted = till.page.evaluate(whenPainted, PAID);
    await pause(RHYTHM_MS * ((done - Math.random()) / payments));
    const confirmedAtMs = Date.now();
    await simulator.pay(invoiceReference);
    onScreenMs.push((await painted) - confirmedAtMs);
    sales.push({ reference: invoiceReference, confirmedAtMs });
    await nextSale(till);
    if (done % SALES_BETWEEN_COLLECTIONS === 0 || done === payments) await collector.collect();
    if (done % 10 === 0) tell(`${done} of ${payments} payments`);
  }
  await till.end();
  const rhythmMs = sales.flatMap(({ reference, confirmedAtMs }) => {
    const told = collector.statusCalls(reference).find(({ response }) => response?.includes('<status>PAID</status>'));
    return told === undefined ? [] : [Date.parse(told.at) - confirmedAtMs];
  });
  if (rhythmMs.length !== sales.length) throw new Error('the simulator has forgotten when it said PAID');
  const screen = spread(onScreenMs);
  const rhythm = spread(rhythmMs);
  const words = (of: typeof screen): string => `median ${inSeconds(of.median)}, p99 ${inSeconds(of.p99)}, max ${inSeconds(of.max)}`;
  return [
    {
      what: 'paid on the phone to PAID on screen',
      ours: `${words(screen)} (${payments} payments)`,
      baseline: `until SEQR was asked: ${words(rhythm)}`,
      ratio: screen.median / rhythm.median,
      goal: {
        text: `median <= ${inSeconds(GOAL_MS.median)}, p99 <= ${inSeconds(GOAL_MS.p99)}`,
        met: screen.median <= GOAL_MS.median && screen.p99 <= GOAL_MS.p99,
      },
      values: {
        payments,
        medianMs: screen.median,
        p95Ms: screen.p95,
        p99Ms: screen.p99,
        maxMs: screen.max,
        baselineMedianMs: rhythm.median,
        baselineP99Ms: rhythm.p99,
      },
    },
  ];
};
