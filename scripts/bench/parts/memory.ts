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

const SALES = 60;
const GOAL_TIMES = 1.4;
/** From this sale on nothing more may be held; before it, caches fill and places of the window come in. */
const FLAT_FROM = 20;
const SALES_BETWEEN_COLLECTIONS = 10;
/** A slope this many standard errors above nothing is growth. */
const SURE = 2;
/** Long enough for what a start, a sale or a collection has left to be put away. */
const SETTLE_MS = 5_000;
const SETTLED_SAMPLES = 5;
const BETWEEN_SAMPLES_MS = 1_000;

interface Held {
  readonly sale: number;
  /** Of all processes. */
  readonly bytes: number;
  /** Of main's and the cashier's window's scripts. */
  readonly heapBytes: number;
}

/**
 * All processes after many sales, beside the same with an empty window; and whether what they hold grows from sale to
 * sale. When garbage is collected is V8's business and takes memory up and down by a multiple of what a sale could leave,
 * so growth is read after collections of our own, every ten sales; the size, ten sales after the last of them.
 */
export const memory: Part = async (bench) => {
  const empty = await launchEmptyWindow(bench.emptyFolder());
  const emptyBytes = await settledBytes(empty);
  await empty.close();
  const till = await launchTill({ userDataDir: await bench.setUpFolder() });
  await till.page.getByTestId('tile').first().waitFor();
  const startBytes = await settledBytes(till.app);
  const held: Held[] = [];
  let endBytes = startBytes;
  for (let sale = 1; sale <= SALES; sale += 1) {
    await sell(bench, till);
    if (sale < FLAT_FROM || sale % SALES_BETWEEN_COLLECTIONS !== 0) continue;
    if (sale === SALES) endBytes = await settledBytes(till.app);
    const heapBytes = await collectedHeapBytes(till);
    held.push({ sale, heapBytes, bytes: await settledBytes(till.app) });
    bench.tell(`${sale} of ${SALES} sales, ${inMb(held.at(-1)?.bytes ?? 0)}`);
  }
  await till.end();
  return [sizeRow({ emptyBytes, startBytes, endBytes }), growthRow(held), heapRow(held)];
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
async function collectedHeapBytes(till: Till): Promise<number> {
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

function sizeRow({
  emptyBytes,
  startBytes,
  endBytes,
}: {
  readonly emptyBytes: number;
  readonly startBytes: number;
  readonly endBytes: number;
}): Row {
  const ratio = endBytes / emptyBytes;
  return {
    what: `memory of all processes after ${SALES} sales`,
    ours: `${inMb(endBytes)} (before the first sale ${inMb(startBytes)})`,
    baseline: `empty window: ${inMb(emptyBytes)}`,
    ratio,
    goal: { text: `<= ${inTimes(GOAL_TIMES)}`, met: ratio <= GOAL_TIMES },
    values: { sales: SALES, emptyBytes, startBytes, endBytes, ratio },
  };
}

function growthRow(held: readonly Held[]): Row {
  const line = fitLine(held.map(({ sale, bytes }) => [sale, bytes]));
  const inKb = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
  return {
    what: `memory held from sale ${FLAT_FROM} to ${SALES}, garbage collected`,
    ours: `${inKb(line.slope)} a sale (+- ${inKb(SURE * line.error)})`,
    baseline: held.map(({ bytes }) => inMb(bytes)).join(', '),
    ratio: null,
    goal: { text: 'no growth beyond noise', met: line.slope <= SURE * line.error },
    values: { sales: SALES, slopeBytesPerSale: line.slope, slopeErrorBytesPerSale: line.error },
  };
}

function heapRow(held: readonly Held[]): Row {
  const [first, last] = [held[0]?.heapBytes ?? Number.NaN, held.at(-1)?.heapBytes ?? Number.NaN];
  const perSale = (last - first) / (SALES - FLAT_FROM);
  return {
    what: `script heaps after collection, sale ${SALES}`,
    ours: `${inMb(last)} (${(perSale / 1_000).toFixed(1)} kB a sale)`,
    baseline: `sale ${FLAT_FROM}: ${inMb(first)}`,
    ratio: last / first,
    goal: null,
    values: { firstBytes: first, lastBytes: last, bytesPerSale: perSale },
  };
}
