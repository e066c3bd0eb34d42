import { isOpen } from '../../../payment/index.ts';
import { modeOf } from './walk.ts';
import type { Walk } from './walk.ts';

/** "Everything agrees" is said only where nothing is unsettled that began before the close did (PF-32). */
export async function checkCloseWords({ machine, oracle, closesRead }: Walk): Promise<void> {
  const till = machine.till();
  const snapshot = machine.snapshot();
  if (till === null || snapshot === null || !machine.isUp()) return;
  const mode = modeOf(machine);
  const last = snapshot.day.lastNumber;
  if (last <= (closesRead.get(mode) ?? 0)) return;
  closesRead.set(mode, last);
  const row = (await till.call('closes')).find(({ number }) => number === last);
  const book = oracle.books[mode];
  const close = [...book.closes.values()].find(({ number }) => number === last);
  if (row?.verdict !== 'agrees' || close === undefined) return;
  // What the present terminal has sold since is a line of its own next close, and not of one of a former terminal's.
  const [line] = close.facts.former === true ? [] : snapshot.day.lines;
  if (line !== undefined) oracle.fail('close-words', `close ${last} says that everything agrees, and ${line.id} is ${line.kind}`);
  // By the order of the journal: somebody may have set the clock meanwhile.
  const firstOf = (id: string): number => book.firstSeq.get(id) ?? 0;
  const isBefore = (id: string): boolean => firstOf(id) < firstOf(close.facts.id);
  for (const { record } of book.attempts.values()) {
    const isTab = record.state.kind === 'reserved';
    if ((isOpen(record.state) || record.listed) && !isTab && isBefore(record.facts.id))
      oracle.fail('close-words', `close ${last} says that everything agrees, and ${record.facts.id} is ${record.state.kind}`);
  }
  for (const { facts, state } of book.disbursements.values())
    if ((state.kind === 'unknown' || state.kind === 'sending') && isBefore(facts.id))
      oracle.fail('close-words', `close ${last} says that everything agrees, and the ${facts.kind} ${facts.id} is ${state.kind}`);
}
