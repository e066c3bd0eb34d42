import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import type { ActionName } from './actions.ts';
import { checkCloseWords } from './close-rule.ts';
import { button, buttons, describe, pressAndWait } from './person.ts';
import type { Reached } from './person.ts';
import type { Walk } from './walk.ts';

/** What is done each day about what is not settled, until there is nothing. */
const TO_AN_EMPTY_LIST: readonly ActionName[] = [
  'recoverLostPin',
  'leaveUnchanged',
  'dismiss',
  'readDisbursement',
  'readAlarm',
  'attach',
  'takeUpRow',
  'letterAboutDisbursement',
  'letterAboutPayment',
  'letterAboutLine',
  'giveBack',
  'closeRefused',
  'setAside',
  'setTabAside',
  'giveUp',
  'cancel',
  'release',
  'markAgain',
  'finishWithout',
  'goOn',
  'supervisorClosesPayment',
  'supervisorClosesDisbursement',
  'closeNotCompared',
  'closeSeqrOnly',
  'closeTillOnly',
  'closeDiffering',
];

/** How many presses one item of the list may take, and how many days all of them. */
export interface Patience {
  readonly pressesAnItem: number;
  readonly days: number;
}

/** Empties the list, a day at a time, of which one is closed at least: a close may find what nobody knew of. Kassa is off over night. */
export async function toEmptyList(walk: Walk, { pressesAnItem, days }: Patience): Promise<Reached> {
  const { machine } = walk;
  const presses = new Map<string, number>();
  let all = 0;
  let left: Snapshot | null = null;
  let wasClosed = false;
  for (let day = 0; day < days; day += 1) {
    if (!machine.isRunning()) await machine.start();
    await machine.clock.advance(3_000);
    const today = new Set<string>();
    let patience = ROUNDS_FOR_A_TAB;
    for (let round = 0; round < 40; round += 1) {
      const pressed = await onePress(walk, presses, pressesAnItem, today);
      if (pressed === 'pressed') all += 1;
      else if (isAsking(machine.snapshot()) || (isTabInDoubt(machine.snapshot()) && (patience -= 1) >= 0))
        await machine.clock.advance(20_000);
      else break;
    }
    left = machine.snapshot();
    const close = await button(walk, 'close');
    wasClosed ||= close === null;
    if (left !== null && isClear(left) && wasClosed) return { ok: true, presses: all };
    if (close !== null) await pressAndWait(walk, close);
    wasClosed = true;
    // A close under way has the time that its report takes before anybody switches Kassa off, and a tab that has run out its minute.
    if (close !== null || left?.day.close != null || left?.tabs.length !== 0) await machine.clock.advance(60_000);
    await checkCloseWords(walk);
    left = machine.snapshot();
    if (left !== null && isClear(left)) return { ok: true, presses: all };
    await machine.quit();
    await machine.clock.advance(86_400_000);
  }
  return { ok: false, why: left === null ? 'Kassa does not run' : describe(left) };
}

/** A close waits for SEQR: nobody goes away meanwhile. */
function isAsking(snapshot: Snapshot | null): boolean {
  const state = snapshot?.day.close?.state;
  return state === 'marking' || state === 'waiting';
}

/** A tab in doubt can be set aside when it has been asked about for half a minute (PF-29). */
const ROUNDS_FOR_A_TAB = 2;
const IN_DOUBT: ReadonlySet<string> = new Set(['committing', 'committed', 'unsure', 'releasing']);

function isTabInDoubt(snapshot: Snapshot | null): boolean {
  return snapshot?.tabs.some(({ phase }) => IN_DOUBT.has(phase)) === true;
}

/** Lines of the latest close stand in the same list as what is unresolved. */
function isClear({ unresolved, payment, tabs, disbursement, day }: Snapshot): boolean {
  return (
    unresolved.length === 0 &&
    day.lines.length === 0 &&
    payment === null &&
    tabs.length === 0 &&
    disbursement.current === null &&
    day.close === null
  );
}

/** What an intent is about, so that presses can be counted by item. */
function itemOf(intent: Intent): string {
  if ('attemptId' in intent) return intent.attemptId;
  if ('id' in intent && typeof intent.id === 'string') return intent.id;
  if ('closeId' in intent) return intent.closeId;
  if (intent.kind === 'day.closeLines') return intent.ids.join(' ');
  return intent.kind;
}

/** Whoever cannot give it back through SEQR today or tomorrow looks for another way. */
const GIVEN_BACK_AT_MOST = 2;

/** One button, each about one thing once a day. Only what is granted counts: a refusal is no way. */
async function onePress(walk: Walk, presses: Map<string, number>, most: number, today: Set<string>): Promise<'pressed' | 'none'> {
  for (const name of TO_AN_EMPTY_LIST)
    for (const there of await buttons(walk, name)) {
      const item = itemOf(there.intent);
      const so = presses.get(item) ?? 0;
      const given = presses.get(`${name} ${item}`) ?? 0;
      if (so >= most || today.has(`${name} ${item}`) || (name === 'giveBack' && given >= GIVEN_BACK_AT_MOST)) continue;
      today.add(`${name} ${item}`);
      const { problem, ok } = await pressAndWait(walk, there);
      if (ok) presses.set(item, so + 1).set(`${name} ${item}`, given + 1);
      // Rows are to come back, and others lie there: whoever wants them puts these away first.
      const inTheWay = problem === 'tab.rows-wait' ? await button(walk, 'void') : null;
      if (inTheWay !== null) await pressAndWait(walk, inTheWay);
      await walk.machine.clock.advance(2_000);
      return 'pressed';
    }
  return 'none';
}
