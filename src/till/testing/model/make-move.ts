import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { offersOf } from './actions.ts';
import type { ActionName } from './actions.ts';
import type { Machine } from './machine.ts';
import type { Move } from './moves.ts';
import { runOlderKassa } from './older-kassa.ts';
import { changeSeqr, modeOf, pressButton, seenBy, usePhone } from './walk.ts';
import type { Walk } from './walk.ts';
import type { Writes } from './writes.ts';

/** Makes one move. What cannot be done has no effect. */
export async function makeMove(walk: Walk, move: Move): Promise<void> {
  const { machine } = walk;
  if (!machine.isRunning()) {
    await machine.clock.advance(walk.downMs);
    await machine.start();
  }
  walk.tell(`${machine.clock.monotonicMs()} ${JSON.stringify(move)}`);
  switch (move.do) {
    case 'press':
      return pressed(walk, move);
    case 'pressOneOf': {
      const action = await firstOffered(walk, move.actions);
      return action === null ? undefined : pressed(walk, { do: 'press', action, pick: move.pick });
    }
    case 'olderKassa':
      await machine.kill();
      runOlderKassa(machine, modeOf(machine));
      return machine.start();
    case 'wait':
      return waited(walk, move.ms);
    case 'phone':
      usePhone(walk, move.act);
      return machine.clock.settle();
    case 'fault':
      machine.faults.add(move.operation, move.fault, move.count);
      return;
    case 'network':
      machine.outages.set(move.up);
      if (move.up) machine.faults.clear();
      return;
    case 'refuseWrites':
      writesOf(machine, move.of).refuse(move.kind, move.count);
      return;
    case 'dieAtWrite':
      walk.downMs = move.downMs;
      writesOf(machine, move.of).dieAt(move.when, move.nth);
      return;
    case 'kill':
      await machine.kill();
      await machine.clock.advance(move.downMs);
      return machine.start();
    case 'quit':
      await machine.quit();
      await machine.clock.advance(move.downMs);
      return machine.start();
    case 'wall':
      machine.clock.shiftWall(move.ms);
      return;
    case 'keychain':
      machine.keychain.set(move.state);
      return;
    case 'printer':
      machine.printer = move.state;
      return;
    case 'seqr':
      changeSeqr(walk, move.act);
      return;
    case 'loseSettings':
      machine.settings = undefined;
      return;
    case 'wake':
      machine.till()?.wake();
      return machine.clock.settle();
    case 'look':
      walk.old = machine.snapshot();
      return;
  }
}

/** So long is waited at a time, so that what must hold always is looked at on the way. */
const LOOK_EVERY_MS = 3_000;

async function waited({ machine, oracle }: Walk, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= LOOK_EVERY_MS) {
    await machine.clock.advance(Math.min(left, LOOK_EVERY_MS));
    if (!machine.isRunning()) return;
    if (left > LOOK_EVERY_MS) oracle.check();
    if (oracle.violation() !== null) return;
  }
}

async function firstOffered(walk: Walk, actions: readonly ActionName[]): Promise<ActionName | null> {
  const { machine } = walk;
  const now = machine.snapshot();
  const seen = now === null || !machine.isUp() ? null : seenBy(walk, now);
  if (seen === null) return null;
  for (const action of actions) if ((await offersOf(action, seen)).length > 0) return action;
  return null;
}

async function pressed(walk: Walk, move: Extract<Move, { do: 'press' }>): Promise<void> {
  const { machine } = walk;
  const now = machine.snapshot();
  // Windows open when the till has started.
  if (now === null || !machine.isUp()) return;
  const snapshot = move.old === true ? (walk.old ?? now) : now;
  const seen = seenBy(walk, snapshot);
  if (seen === null) return;
  const offers = await offersOf(move.action, seen);
  const intent = offers[move.pick % Math.max(1, offers.length)];
  if (intent === undefined) return;
  const before = walk.oracle.results.length;
  pressButton(walk, move.action, intent);
  await machine.clock.settle();
  const [answer] = walk.oracle.results.slice(before);
  if (answer?.result.ok === true && isStale(intent, now))
    walk.oracle.fail('stale-obeyed', `${JSON.stringify(intent)} named what is no longer so`);
  walk.tell(`    ${JSON.stringify(intent)} ${answer === undefined ? '…' : answer.result.ok ? 'ok' : answer.result.problem.code}`);
}

const writesOf = (machine: Machine, of: 'journal' | 'settings'): Writes => (of === 'journal' ? machine.journal : machine.settingsWrites);

/** It names a state of a payment, of the sale on the counter, or of a close's lines, that has changed since (PF-26). */
function isStale(intent: Intent, { payment, tabs, unresolved, sale, day }: Snapshot): boolean {
  if (intent.kind === 'sale.charge' || intent.kind === 'sale.void' || intent.kind === 'tab.open') return intent.revision !== sale.revision;
  // Lines of the latest close only are shown: whatever was one before has been settled since, or is one of that close (PF-17).
  const lines = intent.kind === 'day.closeLines' ? intent.ids : intent.kind === 'day.takeUpRow' ? [intent.id] : [];
  if (!lines.every((id) => day.lines.some((line) => line.id === id))) return true;
  if (!('attemptId' in intent) || !('stateNumber' in intent)) return false;
  const known = [payment, ...tabs, ...unresolved].find((each) => each?.attemptId === intent.attemptId);
  // Of a line of a close the window shows no state.
  if (known === undefined && intent.kind === 'payment.close') return false;
  return known?.stateNumber !== intent.stateNumber;
}
