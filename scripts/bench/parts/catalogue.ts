import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Till } from '../../../e2e/support/till-driver.ts';
import type { Part } from '../bench.ts';
import { spread } from '../figures.ts';
import { fillCatalogue } from '../many-products.ts';
import { timeKeys } from '../page/time-keys.ts';
import type { KeyTimes } from '../page/time-keys.ts';
import { timeScan } from '../page/time-scan.ts';
import { inMs } from '../report.ts';
import type { Row } from '../report.ts';
import { pause } from '../sales.ts';

const PRODUCTS = 100_000;
const REPETITIONS = { short: 3, full: 8 };
const SCANS_A_SALE = 20;
const GOAL_MS = { scanP95: 50, keyP95: 16 };
/** What hands type: words from their first letter on, two words, a number; all with keys that Playwright's keyboard has. */
const SEARCHES = ['choklad', 'kaffe bryggmalen', 'ost', 'ankan te', '20000', 'zzz'] as const;
/** Slower than a scanner; a pause in which everything a key has started comes to its end. */
const BETWEEN_KEYS_MS = 120;
const BETWEEN_SCANS_MS = 150;
/** The first scan builds what the others use, and the first keys are compiled. */
const WARM_UP_SCANS = 3;

interface Times {
  readonly scansMs: readonly number[];
  readonly keys: readonly KeyTimes[];
}

/** Scanning and searching in 100,000 products; baseline: the same with the sample catalogue. */
export const catalogue: Part = async (bench) => {
  const repetitions = bench.full ? REPETITIONS.full : REPETITIONS.short;
  const sampleDir = await bench.setUpFolder();
  const manyDir = await bench.setUpFolder();
  fillCatalogue(manyDir, PRODUCTS);
  const few = await measure(sampleDir, repetitions);
  bench.tell('sample catalogue done');
  const many = await measure(manyDir, repetitions);
  return [scanRow(many, few), keyRow(many, few)];
};

async function measure(userDataDir: string, repetitions: number): Promise<Times> {
  const till = await launchTill({ userDataDir });
  await till.page.getByTestId('tile').first().waitFor();
  const eans = await someEans(till, SCANS_A_SALE);
  for (const ean of eans.slice(0, WARM_UP_SCANS)) await till.page.evaluate(timeScan, ean);
  await emptySale(till);
  await till.page.evaluate(timeKeys);
  await search(till, SEARCHES[0]);
  await till.page.evaluate(() => void ((window as unknown as { benchKeys: unknown[] }).benchKeys.length = 0));
  const scansMs: number[] = [];
  for (let done = 0; done < repetitions; done += 1) {
    for (const ean of eans) {
      scansMs.push(await till.page.evaluate(timeScan, ean));
      await pause(BETWEEN_SCANS_MS);
    }
    await emptySale(till);
    for (const words of SEARCHES) await search(till, words);
  }
  const keys = await till.page.evaluate(() => (window as unknown as { benchKeys: KeyTimes[] }).benchKeys);
  await till.end();
  return { scansMs, keys };
}

/** From all over the catalogue. */
function someEans(till: Till, count: number): Promise<readonly string[]> {
  return till.page.evaluate(async (wanted) => {
    const { products } = await window.kassa.call('catalogue');
    const eans = products.flatMap(({ ean, retired }) => (ean === undefined || retired ? [] : [ean]));
    const step = Math.floor(eans.length / wanted);
    return eans.filter((_, index) => index % step === 0).slice(0, wanted);
  }, count);
}

async function emptySale(till: Till): Promise<void> {
  const { revision } = (await till.snapshot()).sale;
  await till.intent({ kind: 'sale.void', revision });
  await till.sale.rows.first().waitFor({ state: 'detached' });
}

async function search(till: Till, words: string): Promise<void> {
  const { keyboard } = till.page;
  await till.sale.search.focus();
  await keyboard.type(words, { delay: BETWEEN_KEYS_MS });
  await pause(BETWEEN_KEYS_MS);
  await keyboard.press('Escape');
  await pause(BETWEEN_KEYS_MS);
}

function scanRow(many: Times, few: Times): Row {
  const [scan, baseline] = [spread(many.scansMs), spread(few.scansMs)];
  const words = (of: typeof scan): string => `median ${inMs(of.median)}, p95 ${inMs(of.p95)}, max ${inMs(of.max)}`;
  return {
    what: `scan's ending key to painted row, ${PRODUCTS.toLocaleString('en')} products`,
    ours: `${words(scan)} (${scan.count} scans)`,
    baseline: `sample catalogue: ${words(baseline)}`,
    ratio: scan.p95 / baseline.p95,
    goal: { text: `p95 <= ${GOAL_MS.scanP95} ms`, met: scan.p95 <= GOAL_MS.scanP95 },
    values: {
      scans: scan.count,
      medianMs: scan.median,
      p95Ms: scan.p95,
      maxMs: scan.max,
      baselineMedianMs: baseline.median,
      baselineP95Ms: baseline.p95,
    },
  };
}

function keyRow(many: Times, few: Times): Row {
  const work = spread(many.keys.map(({ workMs }) => workMs));
  const shown = spread(many.keys.map(({ shownMs }) => shownMs));
  const baseline = spread(few.keys.map(({ workMs }) => workMs));
  if (work.count === 0) throw new Error('no key was timed');
  const words = (of: typeof work): string => `median ${inMs(of.median)}, p95 ${inMs(of.p95)}, max ${inMs(of.max)}`;
  return {
    what: `search per key, ${PRODUCTS.toLocaleString('en')} products`,
    ours: `${words(work)} of the main thread (${work.count} keys; on screen after median ${inMs(shown.median)}, p95 ${inMs(shown.p95)})`,
    baseline: `sample catalogue: ${words(baseline)}`,
    ratio: work.p95 / baseline.p95,
    goal: { text: `p95 <= ${GOAL_MS.keyP95} ms`, met: work.p95 <= GOAL_MS.keyP95 },
    values: {
      keys: work.count,
      medianMs: work.median,
      p95Ms: work.p95,
      maxMs: work.max,
      shownMedianMs: shown.median,
      shownP95Ms: shown.p95,
      baselineMedianMs: baseline.median,
      baselineP95Ms: baseline.p95,
    },
  };
}
