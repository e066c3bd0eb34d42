import type { IntentKind } from '../../../contract/intents.ts';
import { EVERY_KIND, intentOf } from '../every-intent.ts';
import { createHeldTill, ENDPOINT } from '../held/held-till.ts';
import type { Ground, HeldTill } from '../held/held-till.ts';
import { answerPage, closeDay, makeGround, must, PIN, sell, setUpLive } from '../held/shop.ts';
import { watchCalls } from './watch.ts';
import { wayToASale } from './way-to-a-sale.ts';

/** Where a pair is pressed. */
export const SCENES: Readonly<Record<string, (till: HeldTill) => Promise<void>>> = {
  async live(till) {
    await setUpLive(till);
    await sell(till);
    await closeDay(till);
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
  },
  async wizard(till) {
    await setUpLive(till);
    await closeDay(till);
    await must(till, { kind: 'terminal.unregister', pin: PIN });
    await answerPage(till);
  },
  async practice(till) {
    await must(till, { kind: 'setup.practise' });
    await must(till, { kind: 'setup.finish' });
    await sell(till);
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
  },
};

const ORDERS = ['second first', 'first first'] as const;
const SEQR = ['beforeItIsHeld', 'whenItIsLetGo'] as const;
/** More awaits than any intent has. */
const MAX_AWAITS = 8;
/** What a till asks by itself, whatever is pressed. */
const BACKGROUND = new Set(['getPaymentStatus', 'submitPaymentReceipt', 'disk.free', 'keychain.open']);

/** One cell of the grid: the second intent comes while the first waits for its so-manyth answer. */
export interface Cell {
  readonly scene: string;
  readonly first: IntentKind;
  readonly second: IntentKind;
  readonly await: number;
  readonly order: (typeof ORDERS)[number];
  readonly seqr: (typeof SEQR)[number];
}

export interface PairsOptions {
  /** Where in the grid to begin. */
  readonly seed: number;
  /** So long new cells are begun, in real milliseconds; Infinity: the whole grid. */
  readonly forMs: number;
  readonly nowMs: () => number;
  readonly onFailure?: (told: string) => void;
}

export interface PairsOutcome {
  /** Cells that had something to wait for. */
  readonly cells: number;
  /** Pairs of intents, in one scene or another, that were begun. */
  readonly pairs: number;
  readonly failures: readonly string[];
}

/** Walks the grid from a place that the seed names, and round to where it began if there is time. */
export async function runPairs({ seed, forMs, nowMs, onFailure }: PairsOptions): Promise<PairsOutcome> {
  const untilMs = nowMs() + forMs;
  const rejected: string[] = [];
  const note = (reason: unknown): void =>
    void rejected.push(`unhandled rejection: ${reason instanceof Error ? reason.stack : String(reason)}`);
  process.on('unhandledRejection', note);
  const failures: string[] = [];
  let cells = 0;
  let pairs = 0;
  /** Firsts that are done at once: nothing can come between. */
  const atOnce = new Set<string>();
  const grounds = new Map<string, Awaited<ReturnType<typeof makeGround>>>();
  try {
    for (const pair of rotated(PAIRS, seed)) {
      if (nowMs() >= untilMs) break;
      const name = `${pair.scene} ${pair.first}`;
      if (atOnce.has(name)) continue;
      const made = grounds.get(pair.scene) ?? (await makeGround(SCENES[pair.scene] ?? setUpLive));
      grounds.set(pair.scene, made);
      pairs += 1;
      for (const cell of cellsOf(pair)) {
        if (nowMs() >= untilMs) break;
        const problems = await runCell(cell, made.ground);
        if (problems === 'nothing to wait for') {
          if (cell.await === 0) atOnce.add(name);
          break;
        }
        cells += 1;
        for (const problem of [...problems, ...rejected.splice(0)]) {
          const told = `${JSON.stringify(cell)}: ${problem}`;
          failures.push(told);
          onFailure?.(told);
        }
      }
    }
  } finally {
    process.off('unhandledRejection', note);
    for (const made of grounds.values()) made.remove();
  }
  return { cells, pairs, failures };
}

type Pair = Pick<Cell, 'scene' | 'first' | 'second'>;
const PAIRS: readonly Pair[] = Object.keys(SCENES).flatMap((scene) =>
  EVERY_KIND.flatMap((first) => EVERY_KIND.map((second) => ({ scene, first, second }))),
);

/** A prime far from the sizes of the grid, so that neighbours in time are no neighbours in it. */
const STRIDE = 7_919;

function rotated(pairs: readonly Pair[], seed: number): readonly Pair[] {
  const start = Math.abs(seed) % pairs.length;
  return pairs.map((_pair, index) => pairs[(start + index * STRIDE) % pairs.length] as Pair);
}

function cellsOf(pair: Pair): readonly Cell[] {
  return Array.from({ length: MAX_AWAITS }, (_await, index) => index).flatMap((at) =>
    ORDERS.flatMap((order) => SEQR.map((seqr) => ({ ...pair, await: at, order, seqr }))),
  );
}

/** @returns what was wrong; or that the first intent does not wait that often */
export async function runCell(cell: Cell, ground: Ground): Promise<readonly string[] | 'nothing to wait for'> {
  const till = await createHeldTill(ground);
  try {
    await till.ask({ kind: 'health.check' });
    const watch = watchCalls();
    till.onCall = watch.onCall;
    till.seqrWorks = cell.seqr;
    const given = { pin: PIN, endpoint: ENDPOINT };
    const shown = till.shown();
    holdNth(till, cell.await);
    const first = till.press(intentOf(cell.first, shown, given));
    await till.settle();
    if (till.hands.held().length === 0) return 'nothing to wait for';
    const [waiting] = till.hands.held();
    if (cell.order === 'first first') holdNth(till, 0);
    else till.hands.holdNothing();
    const second = till.press(intentOf(cell.second, shown, given));
    await till.settle();
    waiting?.release();
    await till.settle();
    till.hands.letGo();
    await till.clock.advance(500);
    await till.settle();
    const problems = [...watch.problems()];
    till.onCall = () => undefined;
    for (const [which, { result }] of [
      ['first', first],
      ['second', second],
    ] as const) {
      const given = result();
      if (given === null) problems.push(`the ${which} was never answered`);
      else if (!given.ok && given.problem.code === 'internal') problems.push(`the ${which} failed: ${till.errors.join('; ')}`);
    }
    const stuck = await wayToASale(till);
    return stuck === null ? problems : [...problems, `the till sells no more: ${stuck}`];
  } finally {
    await till.close();
  }
}

/** Holds the so-manyth call from now on that a person's press leads to; all others go through. */
function holdNth({ hands }: HeldTill, nth: number): void {
  let count = 0;
  hands.hold((what) => {
    if (BACKGROUND.has(what)) return false;
    count += 1;
    return count === nth + 1;
  });
}
