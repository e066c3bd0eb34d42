import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { offersOf } from './actions.ts';
import type { ActionName, Seen } from './actions.ts';
import { seenBy, usePhone } from './walk.ts';
import type { Walk } from './walk.ts';

/**
 * Somebody who wants to get on, and reads what the screen says: what is pressed first where several buttons are there. How a
 * refund or a pay-out went can be read later.
 */
const TO_THE_NEXT_SALE: readonly ActionName[] = ['leaveUnchanged', 'dismiss', 'setAside', 'giveUp', 'cancel', 'keepTab'];

/** What is done about the wizard, and about a till that cannot sell. */
const TO_A_TILL: readonly ActionName[] = ['givePin', 'finishSetUp', 'wizard'];

export interface Pressed {
  readonly intent: Intent;
  /** Null: there was no answer yet. */
  readonly problem: string | null;
  readonly ok: boolean;
}

/** Presses, and waits for what becomes of it while time passes. */
export async function pressAndWait(walk: Walk, intent: Intent): Promise<Pressed> {
  const { machine, oracle } = walk;
  const before = oracle.results.length;
  oracle.check();
  oracle.pressing(intent);
  machine.press(intent);
  for (let waited = 0; waited < 40; waited += 1) {
    await machine.clock.advance(waited === 0 ? 20 : 500);
    const answer = oracle.results.slice(before).find((each) => each.intent === intent);
    if (answer === undefined) continue;
    const problem = answer.result.ok ? null : answer.result.problem.code;
    walk.tell(`    ${JSON.stringify(intent)} ${problem ?? 'ok'}`);
    oracle.check();
    return { intent, problem, ok: answer.result.ok };
  }
  walk.tell(`    ${JSON.stringify(intent)} has no answer`);
  return { intent, problem: null, ok: false };
}

async function offer(walk: Walk, name: ActionName, pick = 0): Promise<Intent | null> {
  const snapshot = walk.machine.snapshot();
  const seen: Seen | null = snapshot === null ? null : seenBy(walk, snapshot);
  if (seen === null) return null;
  const offers = await offersOf(name, seen);
  return offers[pick] ?? null;
}

/** What is done when a charge was refused with this word. */
const AFTER_REFUSAL: Readonly<Record<string, readonly ActionName[]>> = {
  'payment.reserved-open': ['salesWithTab'],
  'payment.no-terminal': ['wizard', 'unregister'],
  'payment.registration': ['unregister', 'wizard'],
  'secrets.unreadable': ['unregister', 'wizard'],
  'secrets.locked': ['check'],
  'terminal.sales-not-closed': ['close', 'unregister'],
  'terminal.sales-unclosable': ['unregister'],
  'day.under-way': ['finishWithout', 'goOn'],
  'sale.locked': ['setAside', 'cancel'],
  'payment.open': ['giveUp', 'setAside', 'cancel'],
};

/** Buttons whose refusal says what is to be done first. */
const TELLING: ReadonlySet<Intent['kind']> = new Set(['sale.charge', 'terminal.unregister', 'setup.testPayment']);

export type Reached = { readonly ok: true; readonly presses: number } | { readonly ok: false; readonly why: string };

/** From wherever the till is to a charge that it takes. Time may pass; presses are counted. */
export async function toNextSale(walk: Walk, mostPresses: number): Promise<Reached> {
  const { machine } = walk;
  const tried: string[] = [];
  let refusal: string | null = null;
  let [idle, granted, refused] = [0, 0, 0];
  // A refused press is no way, but nobody presses for ever either.
  while (granted < mostPresses && refused < mostPresses) {
    const snapshot = machine.snapshot();
    if (snapshot === null) return { ok: false, why: 'Kassa does not run' };
    const next = await nextPress(walk, snapshot, refusal);
    if (next === null) {
      if ((idle += 1) > 40) return { ok: false, why: `there is nothing to press, after ${tried.join(', ')}; ${describe(snapshot)}` };
      await machine.clock.advance(idle < 20 ? 3_000 : 60_000);
      continue;
    }
    const pressed = await pressAndWait(walk, next);
    if (pressed.ok) granted += 1;
    else refused += 1;
    tried.push(`${next.kind} (${pressed.problem ?? (pressed.ok ? 'ok' : '…')})`);
    if (next.kind === 'setup.testPayment' && pressed.ok) await payOnThePhone(walk);
    if (next.kind === 'sale.charge' && pressed.ok) return { ok: true, presses: tried.length };
    refusal = TELLING.has(next.kind) ? pressed.problem : null;
    if (!pressed.ok) await machine.clock.advance(5_000);
  }
  return { ok: false, why: `${mostPresses} presses were not enough: ${tried.join(', ')}` };
}

async function payOnThePhone(walk: Walk): Promise<void> {
  await walk.machine.clock.advance(1_000);
  usePhone(walk, 'pay');
  await walk.machine.clock.advance(5_000);
}

async function nextPress(walk: Walk, snapshot: Snapshot, refusal: string | null): Promise<Intent | null> {
  for (const name of refusal === null ? [] : (AFTER_REFUSAL[refusal] ?? [])) {
    // The second way of unregistering leaves sales without a close.
    const there = await offer(walk, name, refusal?.startsWith('terminal.sales-') === true ? 1 : 0);
    if (there !== null) return there;
  }
  if (snapshot.mode === 'unset' || !snapshot.setup.done) {
    if (snapshot.setup.busy !== null) return null;
    if (snapshot.payment?.test === true && snapshot.payment.actions.cancel) await payOnThePhone(walk);
    for (const name of TO_A_TILL) {
      const there = await offer(walk, name);
      if (there !== null) return there;
    }
  }
  for (const name of TO_THE_NEXT_SALE) {
    const there = await offer(walk, name);
    if (there !== null) return there;
  }
  // A payment that is still asked about is waited for.
  if (snapshot.payment !== null && !snapshot.payment.screen.kind.startsWith('reserved') && !isOver(snapshot)) return null;
  if (snapshot.sale.locked) return null;
  return snapshot.sale.sale.rows.length === 0 ? offer(walk, 'ringUp') : offer(walk, 'charge');
}

function isOver({ payment }: Snapshot): boolean {
  return payment === null || payment.actions.dismiss;
}

/** What is on the screen, in one line. */
export function describe({ mode, setup, payment, sale, tabs, unresolved, disbursement, day, notices }: Snapshot): string {
  return [
    `mode ${mode}`,
    setup.done ? '' : `wizard at ${setup.step}`,
    payment === null ? '' : `payment ${payment.screen.kind}`,
    sale.locked ? 'sale locked' : '',
    `rows ${sale.sale.rows.length}`,
    `tabs ${tabs.map(({ phase }) => phase).join(' ')}`,
    `unresolved ${unresolved.map(({ state }) => state).join(' ')}`,
    disbursement.current === null ? '' : `disbursement ${disbursement.current.screen.kind}`,
    day.close === null ? '' : `close ${day.close.state}`,
    `notices ${notices.map(({ problem }) => problem.code).join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** What is done each day about what is not settled, until there is nothing. */
const TO_AN_EMPTY_LIST: readonly ActionName[] = [
  'leaveUnchanged',
  'dismiss',
  'readDisbursement',
  'readAlarm',
  'attach',
  'letterAboutDisbursement',
  'letterAboutPayment',
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
];

/** How many presses one item of the list may take, and how many days all of them. */
export interface Patience {
  readonly pressesAnItem: number;
  readonly days: number;
}

/** Empties the list, a day at a time. Kassa is closed over night. */
export async function toEmptyList(walk: Walk, { pressesAnItem, days }: Patience): Promise<Reached> {
  const { machine } = walk;
  const presses = new Map<string, number>();
  let all = 0;
  let left: Snapshot | null = null;
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
    if (left !== null && isClear(left)) return { ok: true, presses: all };
    const close = await offer(walk, 'close');
    if (close !== null) await pressAndWait(walk, close);
    // A close under way has the time that its report takes before anybody switches Kassa off.
    if (close !== null || left?.day.close != null) await machine.clock.advance(60_000);
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

function isClear({ unresolved, payment, tabs, disbursement, day }: Snapshot): boolean {
  return unresolved.length === 0 && payment === null && tabs.length === 0 && disbursement.current === null && day.close === null;
}

/** What an intent is about, so that presses can be counted by item. */
function itemOf(intent: Intent): string {
  if ('attemptId' in intent) return intent.attemptId;
  if ('id' in intent && typeof intent.id === 'string') return intent.id;
  if ('closeId' in intent) return intent.closeId;
  return intent.kind;
}

/** Whoever cannot give it back through SEQR today or tomorrow looks for another way. */
const GIVEN_BACK_AT_MOST = 2;

/** One button, each about one thing once a day. Only what is granted counts: a refusal is no way. */
async function onePress(walk: Walk, presses: Map<string, number>, most: number, today: Set<string>): Promise<'pressed' | 'none'> {
  for (const name of TO_AN_EMPTY_LIST) {
    const there = await offer(walk, name);
    if (there === null) continue;
    const item = itemOf(there);
    const so = presses.get(item) ?? 0;
    const given = presses.get(`${name} ${item}`) ?? 0;
    if (so >= most || today.has(`${name} ${item}`) || (name === 'giveBack' && given >= GIVEN_BACK_AT_MOST)) continue;
    today.add(`${name} ${item}`);
    const { problem, ok } = await pressAndWait(walk, there);
    if (ok) presses.set(item, so + 1).set(`${name} ${item}`, given + 1);
    // Rows are to come back, and others lie there: whoever wants them puts these away first.
    const inTheWay = problem === 'tab.rows-wait' ? await offer(walk, 'void') : null;
    if (inTheWay !== null) await pressAndWait(walk, inTheWay);
    await walk.machine.clock.advance(2_000);
    return 'pressed';
  }
  return 'none';
}
