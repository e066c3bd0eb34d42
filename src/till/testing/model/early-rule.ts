import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import { handedOn } from '../../../day/index.ts';
import type { Books, KnownBook } from './books.ts';
import { DAY_MS, HOUR_MS } from './durations.ts';
import type { Machine } from './machine.ts';
import type { Fail } from './rules.ts';

/** SEQR tells whole seconds, and a call takes its time. */
const TOLERANCE_MS = 60_000;

/** What of a comparison needs time without a letter. */
const isLine = (kind: string | undefined): boolean => kind === 'tillOnly' || kind === 'differs';

export interface EarlyDeps {
  readonly machine: () => Machine;
  readonly books: Books;
  readonly fail: Fail;
}

/** Without SEQR's letter a supervisor closes nothing before its time (PF-14, PF-30). */
export function createEarlyRule({ machine, books, fail }: EarlyDeps): (intent: Intent, result: IntentResult) => void {
  const nowMs = (): number => machine().clock.monotonicMs();
  /** The owner's, as it is set now. */
  const absenceMs = (): number => (machine().snapshot()?.day.absenceHours ?? 0) * HOUR_MS;
  const knownTo = (id: string): KnownBook => (books.practice.firstMs.has(id) ? books.practice : books.live);

  function mustBeOld(id: string, sinceMs: number, leastMs: number, how: string): void {
    const passedMs = nowMs() - sinceMs;
    if (passedMs < leastMs - TOLERANCE_MS) fail('closed-early', `${id} was closed ${how} after ${Math.round(passedMs / 1_000)} s`);
  }

  /** When the close began that was the first to hand it on as one of these; null: none has. */
  function missedMs(id: string, isOne: (kind: string) => boolean): number | null {
    const { closes, firstMs } = knownTo(id);
    const [first] = [...closes.values()]
      .filter((close) => close.state.kind === 'done' && handedOn(close).some((thing) => thing.id === id && isOne(thing.kind)))
      .flatMap(({ facts }) => firstMs.get(facts.id) ?? [])
      .toSorted((one, other) => one - other);
    return first ?? null;
  }

  function lineKind(number: number, id: string): string | undefined {
    const shown = [...books.practice.closes.values(), ...books.live.closes.values()].filter((close) => close.number === number);
    return shown.flatMap(handedOn).find((thing) => thing.id === id)?.kind;
  }

  return (intent, result) => {
    if (!result.ok) return;
    if (intent.kind === 'payment.close' && intent.letter === '') {
      const { attemptId: id } = intent;
      mustBeOld(id, missedMs(id, isLine) ?? knownTo(id).firstMs.get(id) ?? 0, DAY_MS, 'as not paid');
    } else if (intent.kind === 'disbursement.resolve' && intent.reference === '') {
      const { id, done } = intent;
      mustBeOld(id, knownTo(id).firstMs.get(id) ?? 0, done ? DAY_MS : absenceMs(), done ? 'as done' : 'as not done');
    } else if (intent.kind === 'day.closeLines' && intent.letter === '')
      for (const id of intent.ids) {
        const kind = lineKind(intent.number, id);
        if (isLine(kind)) mustBeOld(id, missedMs(id, () => true) ?? nowMs(), DAY_MS, `as a line ${kind}`);
      }
  };
}
