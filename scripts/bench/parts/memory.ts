import type { ElectronApplication } from '@playwright/test';
import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Till } from '../../../e2e/support/till-driver.ts';
import type { Bench, Part } from '../bench.ts';
import { launchEmptyWindow } from '../empty-window.ts';
import { fitLine, median } from '../figures.ts';
import { treeBytes } from '../processes.ts';
import { inMb, inTimes } from '../report.ts';
import type { Row } from '../report.ts';
import { nextSale, pause, ringUpAndCharge } from '../sales.ts';

const SALES = { short: 60, full: 500 };
const SALES_BETWEEN_SAMPLES = 5;
const GOAL_TIMES = 1.4;
/** A slope this many standard errors above nothing is growth. */
const SURE = 2;
/** Long enough for what a start or a sale has left to be put away. */
const SETTLE_MS = 5_000;
const SETTLED_SAMPLES = 5;
const BETWEEN_SAMPLES_MS = 1_000;

type Point = readonly [sale: number, bytes: number];

/** All processes after many sales, beside the same with an empty window; and whether the second half of them grew it. */
export const memory: Part = async (bench) => {
  const sales = bench.full ? SALES.full : SALES.short;
  const empty = await launchEmptyWindow(bench.emptyFolder());
  const emptyBytes = await settledBytes(empty);
  await empty.close();
  const till = await launchTill({ userDataDir: await bench.setUpFolder() });
  await till.page.getByTestId('tile').first().waitFor();
  const startBytes = await settledBytes(till.app);
  const points: Point[] = [];
  const heaps: number[] = [];
  for (let sale = 1; sale <= sales; sale += 1) {
    await sell(bench, till);
    if (sale % SALES_BETWEEN_SAMPLES === 0) points.push([sale, treeBytes(pidOf(till.app))]);
    if (sale === sales / 2) heaps.push(await heapBytes(till));
    if (sale % 20 === 0) bench.tell(`${sale} of ${sales} sales, ${inMb(points.at(-1)?.[1] ?? 0)}`);
  }
  const endBytes = await settledBytes(till.app);
  heaps.push(await heapBytes(till));
  await till.end();
  return [sizeRow(sales, { emptyBytes, startBytes, endBytes }), growthRow(sales, points), heapRow(sales, heaps)];
};

async function sell({ simulator }: Bench, till: Till): Promise<void> {
  await simulator.scanAndPay(await ringUpAndCharge(till));
  await till.payment.reach('paid');
  await nextSale(till);
}

function pidOf(app: ElectronApplication): number {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the application has ended');
  return pid;
}

async function settledBytes(app: ElectronApplication): Promise<number> {
  await pause(SETTLE_MS);
  const samples: number[] = [];
  for (let taken = 0; taken < SETTLED_SAMPLES; taken += 1) {
    samples.push(treeBytes(pidOf(app)));
    await pause(BETWEEN_SAMPLES_MS);
  }
  return median(samples);
}

/** What the scripts of main and of the cashier's window still hold after their garbage has been collected. */
async function heapBytes(till: Till): Promise<number> {
  const main = await till.app.evaluate(() => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    const { runInNewContext } = process.getBuiltinModule('node:vm');
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed;
  });
  const session = await till.page.context().newCDPSession(till.page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return main + usedSize;
}

function sizeRow(sales: number, bytes: { readonly emptyBytes: number; readonly startBytes: number; readonly endBytes: number }): Row {
  const { emptyBytes, startBytes, endBytes } = bytes;
  const ratio = endBytes / emptyBytes;
  return {
    what: `memory of all processes after ${sales} sales`,
    figure: `${inTimes(ratio)}: ${inMb(endBytes)} (before the first sale ${inMb(startBytes)})`,
    baseline: `empty window: ${inMb(emptyBytes)}`,
    goal: { text: `<= ${inTimes(GOAL_TIMES)}`, met: ratio <= GOAL_TIMES },
    values: { sales, emptyBytes, startBytes, endBytes, ratio },
  };
}

function growthRow(sales: number, points: readonly Point[]): Row {
  const half = sales / 2;
  const [before, after] = [points.filter(([sale]) => sale <= half), points.filter(([sale]) => sale > half)];
  const words = (line: { readonly slope: number; readonly error: number }): string =>
    `${(line.slope / 1_000).toFixed(1)} kB a sale (+- ${((SURE * line.error) / 1_000).toFixed(1)})`;
  const [early, late] = [fitLine(before), fitLine(after)];
  return {
    what: `growth between sale ${half} and ${sales}`,
    figure: words(late),
    baseline: `up to sale ${half}: ${words(early)}`,
    goal: { text: 'none beyond noise', met: late.slope <= SURE * late.error },
    values: { sales, slopeBytesPerSale: late.slope, slopeErrorBytesPerSale: late.error, earlySlopeBytesPerSale: early.slope },
  };
}

function heapRow(sales: number, [half = Number.NaN, end = Number.NaN]: readonly number[]): Row {
  const perSale = (end - half) / (sales / 2);
  return {
    what: `script heaps after collection, sale ${sales}`,
    figure: `${inMb(end)} (${(perSale / 1_000).toFixed(1)} kB a sale)`,
    baseline: `sale ${sales / 2}: ${inMb(half)}`,
    goal: null,
    values: { halfBytes: half, endBytes: end, bytesPerSale: perSale },
  };
}
