import type { Part } from '../bench.ts';
import { timeStart } from '../cold-start.ts';
import { EMPTY_WINDOW_DIR, EMPTY_WINDOW_SELECTOR } from '../empty-window.ts';
import { spread } from '../figures.ts';
import { inSeconds, inTimes } from '../report.ts';

const STARTS = { short: 5, full: 20 };
const GOAL_TIMES = 1.4;
/** Products can be touched; the rest of the screen is drawn with them. */
const USABLE = '[data-testid=tile]:not(:disabled)';

/** From the start of the process to a sale screen that can be used. Process cold, files warm; in turns with the baseline. */
export const start: Part = async (bench) => {
  const starts = bench.full ? STARTS.full : STARTS.short;
  const kassaDir = await bench.setUpFolder();
  const emptyDir = bench.emptyFolder();
  const kassaMs: number[] = [];
  const emptyMs: number[] = [];
  // The first start of each fills the caches and is not counted.
  for (let done = 0; done <= starts; done += 1) {
    const empty = await timeStart({ appDir: EMPTY_WINDOW_DIR, userDataDir: emptyDir, selector: EMPTY_WINDOW_SELECTOR });
    const kassa = await timeStart({ userDataDir: kassaDir, selector: USABLE });
    bench.tell(`start ${done} of ${starts}: empty ${inSeconds(empty)}, Kassa ${inSeconds(kassa)}`);
    if (done === 0) continue;
    emptyMs.push(empty);
    kassaMs.push(kassa);
  }
  const [kassa, empty] = [spread(kassaMs), spread(emptyMs)];
  const ratio = kassa.median / empty.median;
  const words = (of: typeof kassa, all: readonly number[]): string =>
    `${inSeconds(of.median)} (${inSeconds(Math.min(...all))} to ${inSeconds(of.max)})`;
  return [
    {
      what: 'cold start to a usable sale screen',
      ours: `median ${words(kassa, kassaMs)}, ${starts} starts`,
      baseline: `empty window: median ${words(empty, emptyMs)}`,
      ratio,
      goal: { text: `<= ${inTimes(GOAL_TIMES)}`, met: ratio <= GOAL_TIMES },
      values: { starts, medianMs: kassa.median, maxMs: kassa.max, baselineMedianMs: empty.median, baselineMaxMs: empty.max, ratio },
    },
  ];
};
