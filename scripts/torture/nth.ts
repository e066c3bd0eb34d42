import { count } from './campaign.ts';
import type { Campaign } from './campaign.ts';
import { pointsOf, SCENES, shuffled } from './nth/grid.ts';
import type { Point } from './nth/grid.ts';
import { runPoint } from './nth/run-point.ts';

export interface NthOptions {
  readonly seed: number;
  /** Points of the grid that are tried; all of them if there are fewer. */
  readonly points: number;
  /** No other point is begun so long after the grid is known. */
  readonly forMs: number;
  /** So many tills at a time: each of them mostly waits. */
  readonly abreast: number;
  readonly say: (line: string) => void;
}

export interface NthSum {
  readonly tried: number;
  readonly grid: number;
  readonly failures: readonly string[];
}

const nameOf = (point: Point): string => `${point.scene}: ${point.of} ${point.nth}, ${point.fault}`;

/**
 * The Nth write, fsync or call of a sale, a tab, a refund, a close and a start fails, for every N and in every way; then somebody
 * goes on, and both books are compared. In an order that the seed gives, so that a part of the grid is another part each day.
 */
export async function runNth({ seed, points, forMs, abreast, say }: NthOptions): Promise<NthSum> {
  // What happens in each scene when nothing fails.
  const scenes = await Promise.all(SCENES.map(async (scene) => pointsOf(scene, await runPoint(scene, null))));
  const grid = scenes.flat();
  const untilMs = performance.now() + forMs;
  const left = [...shuffled(grid, seed)].slice(0, points);
  const failures: string[] = [];
  let tried = 0;

  async function lane(): Promise<void> {
    for (let point = left.shift(); point !== undefined && performance.now() < untilMs; point = left.shift()) {
      const tells = nameOf(point);
      tried += 1;
      await runPoint(point.scene, point).catch((error: unknown) => {
        failures.push(`${tells}: ${error instanceof Error ? error.message : String(error)}`);
        say(`FAILED ${failures.at(-1) ?? ''}`);
      });
    }
  }

  await Promise.all(Array.from({ length: abreast }, lane));
  say(`${tried} of ${grid.length} points of the grid tried, ${failures.length} did not hold`);
  return { tried, grid: grid.length, failures };
}

export const NTH: Campaign = {
  flag: 'nth',
  usage: [
    '--nth [--points N]',
    'the Nth disk write, fsync and network call fails, for every N of a sale, a tab, a refund, a close and a start',
  ],
  options: { nth: { type: 'boolean' }, points: { type: 'string' } },
  async run(flags, seed) {
    const { failures } = await runNth({
      seed,
      points: count(flags, 'points', Number.MAX_SAFE_INTEGER),
      forMs: Number.MAX_SAFE_INTEGER,
      abreast: 6,
      say: (line) => void process.stdout.write(`${line}\n`),
    });
    return failures.length === 0;
  },
};
