/** One shop in which tills are killed one after the other. */
import fs from 'node:fs';
import path from 'node:path';
import { afterDeath, afterMigration } from './after-death.ts';
import { faultOf } from './answers.ts';
import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { createHands, WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';
import type { KillPlan, KillResult } from './plan.ts';
import { TillDied } from './running-till.ts';
import { setUp } from './set-up.ts';
import { complaint } from './shop.ts';
import type { Shop } from './shop.ts';
import { tidy } from './tidy.ts';
import type { Way } from './way.ts';

const OLD_DATA = path.join(import.meta.dirname, '..', '..', '..', 'src', 'till', 'testing', 'data-of-3ef6443');
/** Longer than a start and what follows it takes. */
const START_S = 10;
/** So many kills a folder sees: what nobody can settle stays in it, and stands in the way of more and more. */
const KILLS_IN_A_FOLDER = 15;

export interface Lane {
  readonly shop: Shop;
  /** Kills a till by the plan, starts it again, and looks at everything. Never rejects for what a till does. */
  readonly kill: (plan: KillPlan) => Promise<KillResult>;
  readonly close: () => Promise<void>;
}

export function createLane(shop: Shop): Lane {
  let hands: Hands | null = null;
  let killed = 0;

  /** A till at rest, in a folder that fits the way. */
  async function ready(way: Way, dice: Dice): Promise<Hands> {
    const goesOn = hands !== null && killed < KILLS_IN_A_FOLDER && way.fresh !== true && way.start === undefined && shop.till().isAlive();
    killed = goesOn ? killed + 1 : 0;
    if (goesOn && hands !== null) return { ...createHands(shop, dice), rung: hands.rung, ringUp: hands.ringUp, next: hands.next };
    await shop.begin();
    const begun = createHands(shop, dice);
    if (way.start === 'old') fs.cpSync(OLD_DATA, shop.folder(), { recursive: true });
    if (way.start !== undefined) return begun;
    await shop.start();
    if (way.fresh !== true) await firstDay(begun);
    return begun;
  }

  async function kill(plan: KillPlan): Promise<KillResult> {
    const { way } = plan;
    try {
      hands = await ready(way, createDice(plan.seed));
      const halted = way.start === undefined ? await dieOnTheWay(hands, plan) : await dieAtStart(hands, plan);
      if (await isDead(shop)) return { ...(way.start === 'old' ? await afterMigration(shop) : await afterDeath(hands, plan)), halted };
      await leaveBe(hands);
      return { died: false, halted, startMs: null, firstReadMs: null, problems: [] };
    } catch (error) {
      if (!(error instanceof WentWrong || error instanceof TillDied)) throw error;
      return { died: true, halted: '', startMs: null, firstReadMs: null, problems: [error.message, ...complaint(shop)] };
    }
  }

  return {
    shop,
    async kill(plan) {
      const result = await kill(plan);
      // What is wrong once would be found again and again.
      if (result.problems.length > 0 || plan.way.start === 'old' || (await isSlow(shop))) hands = null;
      return result;
    },
    close: () => shop.close(),
  };
}

/** What is not settled makes each close wait for SEQR's report a second time: half a minute, where time is real. */
async function isSlow(shop: Shop): Promise<boolean> {
  return !shop.isAhead && shop.till().isAlive() && (await shop.till().snapshot()).unresolved.length > 0;
}

/** A till that sells: set up, with a printer. */
async function firstDay(hands: Hands): Promise<void> {
  await setUp(hands);
  await hands.must({ kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } });
}

/** The kill never came: whatever was begun is brought to its end. */
async function leaveBe(hands: Hands): Promise<void> {
  const { shop } = hands;
  await shop.seqr.noFaults();
  await shop.till().setNetwork(true);
  await shop.till().setPrinter('good');
  await shop.till().arm(null);
  await tidy(hands);
}

/** Whether the process has ended by SIGKILL. @throws WentWrong if it has ended otherwise */
async function isDead(shop: Shop): Promise<boolean> {
  if (shop.till().isAlive()) return false;
  const how = await shop.till().ended;
  await shop.died();
  if (how !== 'SIGKILL') throw new WentWrong(`the till ended by itself with ${how}`);
  return true;
}

async function dieOnTheWay(hands: Hands, { way, kill, answers }: KillPlan): Promise<string> {
  const { shop, dice } = hands;
  const { diesFirst } = way;
  if (diesFirst !== undefined) {
    await shop.till().arm({ name: diesFirst.at, moment: 'after', nth: 1 });
    await untilDeath(shop, () => diesFirst.doing(hands));
    await shop.died();
    return untilDeath(shop, () => shop.start(kill.kind === 'step' ? kill.point : null));
  }
  const fault = faultOf(answers, dice);
  if (fault !== null) {
    await hands.spoil('getPaymentStatus', fault, 1 + dice.below(2));
    for (const call of way.calls) if (dice.below(2) === 0) await hands.spoil(call, fault);
  }
  if (kill.kind === 'step') await shop.till().arm(kill.point);
  const moment = kill.kind === 'moment' ? killedAfter(shop, kill.share * wayMs(shop)) : undefined;
  const halted = await untilDeath(shop, () => way.go(hands));
  // A way that is shorter ends in a till at rest.
  await moment;
  return halted;
}

/** A way takes about so many times as long as the till's last start, on any machine. */
const WAY_STARTS = 3;

function wayMs(shop: Shop): number {
  const last = shop.lives().at(-1);
  return last === undefined ? 0 : WAY_STARTS * (last.readyMs - last.fromMs);
}

async function killedAfter(shop: Shop, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  await shop.till().kill();
}

async function dieAtStart({ shop }: Hands, { kill }: KillPlan): Promise<string> {
  return untilDeath(shop, async () => {
    await shop.start(kill.kind === 'step' ? kill.point : null);
    for (let waitedS = 0; waitedS < START_S; waitedS += 1) await shop.pass(1_000);
  });
}

/**
 * Goes the way until the till dies on it, or it ends.
 * @returns what kept it from going on. With spoiled answers that is no fault of the till's: the books tell
 */
async function untilDeath(shop: Shop, way: () => Promise<void>): Promise<string> {
  try {
    await way();
    return '';
  } catch (error) {
    if (!(error instanceof TillDied || error instanceof WentWrong)) throw error;
    if (error instanceof TillDied) await shop.till().ended;
    return error.message;
  }
}
