import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { offersOf } from './actions.ts';
import type { ActionName } from './actions.ts';
import { pressButton, seenBy, usePhone } from './walk.ts';
import type { Walk } from './walk.ts';

/**
 * Somebody who wants to get on, and reads what the screen says: what is pressed first where several buttons are there. How a
 * refund or a pay-out went can be read later.
 */
const TO_THE_NEXT_SALE: readonly ActionName[] = ['leaveUnchanged', 'dismiss', 'setAside', 'giveUp', 'cancel', 'keepTab'];

/** What is done about the wizard, and about a till that cannot sell. */
const TO_A_TILL: readonly ActionName[] = ['givePin', 'finishSetUp', 'wizard'];

/** A button that is there, and what it asks for. */
export interface Button {
  readonly action: ActionName;
  readonly intent: Intent;
}

export interface Pressed {
  /** Null: there was no answer yet. */
  readonly problem: string | null;
  readonly ok: boolean;
}

/** Presses, and waits for what becomes of it while time passes. */
export async function pressAndWait(walk: Walk, { action, intent }: Button): Promise<Pressed> {
  const { machine, oracle } = walk;
  const before = oracle.results.length;
  oracle.check();
  pressButton(walk, action, intent);
  for (let waited = 0; waited < 40; waited += 1) {
    await machine.clock.advance(waited === 0 ? 20 : 500);
    const answer = oracle.results.slice(before).find((each) => each.intent === intent);
    if (answer === undefined) continue;
    const problem = answer.result.ok ? null : answer.result.problem.code;
    walk.tell(`    ${JSON.stringify(intent)} ${problem ?? 'ok'}`);
    oracle.check();
    return { problem, ok: answer.result.ok };
  }
  walk.tell(`    ${JSON.stringify(intent)} has no answer`);
  return { problem: null, ok: false };
}

/** All buttons of this name that are there now. */
export async function buttons(walk: Walk, action: ActionName): Promise<readonly Button[]> {
  const snapshot = walk.machine.snapshot();
  const seen = snapshot === null ? null : seenBy(walk, snapshot);
  const offers = seen === null ? [] : await offersOf(action, seen);
  return offers.map((intent) => ({ action, intent }));
}

export async function button(walk: Walk, action: ActionName, pick = 0): Promise<Button | null> {
  return (await buttons(walk, action))[pick] ?? null;
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
    const { kind } = next.intent;
    tried.push(`${kind} (${pressed.problem ?? (pressed.ok ? 'ok' : '…')})`);
    if (kind === 'setup.testPayment' && pressed.ok) await payOnThePhone(walk);
    if (kind === 'sale.charge' && pressed.ok) return { ok: true, presses: tried.length };
    refusal = TELLING.has(kind) ? pressed.problem : null;
    if (!pressed.ok) await machine.clock.advance(5_000);
  }
  return { ok: false, why: `${mostPresses} presses were not enough: ${tried.join(', ')}` };
}

async function payOnThePhone(walk: Walk): Promise<void> {
  await walk.machine.clock.advance(1_000);
  usePhone(walk, 'pay');
  await walk.machine.clock.advance(5_000);
}

async function nextPress(walk: Walk, snapshot: Snapshot, refusal: string | null): Promise<Button | null> {
  for (const name of refusal === null ? [] : (AFTER_REFUSAL[refusal] ?? [])) {
    // The second way of unregistering leaves sales without a close.
    const there = await button(walk, name, refusal?.startsWith('terminal.sales-') === true ? 1 : 0);
    if (there !== null) return there;
  }
  if (snapshot.mode === 'unset' || !snapshot.setup.done) {
    if (snapshot.setup.busy !== null) return null;
    if (snapshot.payment?.test === true && snapshot.payment.actions.cancel) await payOnThePhone(walk);
    for (const name of TO_A_TILL) {
      const there = await button(walk, name);
      if (there !== null) return there;
    }
  }
  for (const name of TO_THE_NEXT_SALE) {
    const there = await button(walk, name);
    if (there !== null) return there;
  }
  // A payment that is still asked about is waited for.
  if (snapshot.payment !== null && !snapshot.payment.screen.kind.startsWith('reserved') && !isOver(snapshot)) return null;
  if (snapshot.sale.locked) return null;
  return snapshot.sale.sale.rows.length === 0 ? button(walk, 'ringUp') : button(walk, 'charge');
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
    day.lines.length === 0 ? '' : `lines ${day.lines.map(({ kind }) => kind).join(' ')}`,
    `notices ${notices.map(({ problem }) => problem.code).join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
