import { isOpen, isPaid, isSetAside, step } from '../../payment/index.ts';
import type { AttemptEvent } from '../../payment/index.ts';
import type { AttemptRecord, Entry } from '../../records/index.ts';
import type { Durable } from '../durable.ts';
import type { Holding } from './holding.ts';
import { recordAfter } from './record.ts';
import { createToWrite } from './to-write.ts';
import type { ToWrite, ToWriteDeps } from './to-write.ts';

export interface WriterDeps extends ToWriteDeps {
  readonly durable: Durable;
  /** To be called when what the disk has refused is tried again. */
  readonly again: () => void;
  readonly log: (what: string, data: object) => void;
  /** Called when an attempt is PAID, has ended otherwise, is set aside or has become a tab: after that is on disk. */
  readonly onOutcome: (record: AttemptRecord) => void;
}

/** Moves attempts on: one step of the machine, written before it shows (PF-02). False: the disk refused, and is tried again. */
export interface Writer {
  /** @param note for the journal's line; @param patch what a person's hand changes in the same breath */
  apply(holding: Holding, event: AttemptEvent, note?: object, patch?: Partial<Pick<AttemptRecord, 'onScreen'>>): boolean;
  commit(holding: Holding, next: AttemptRecord, entries: readonly Entry[]): boolean;
  flush(holding: Holding): boolean;
}

export function createWriter(deps: WriterDeps): Writer {
  const { completed, paidAlone, plain } = createToWrite(deps);

  function commit(holding: Holding, next: AttemptRecord, entries: readonly Entry[]): boolean {
    const before = holding.unwritten;
    const completes = (before?.completes ?? false) || (isPaid(next.state) && !isPaid(holding.record.state));
    holding.record = next;
    holding.unwritten = { entries: [...(before?.entries ?? []), ...entries], completes };
    return flush(holding);
  }

  function flush(holding: Holding): boolean {
    const pending = holding.unwritten;
    if (pending === null) return true;
    const ended = endsUnpaid(holding.shown, holding.record);
    const leaves = parksItsSale(holding.shown, holding.record);
    // Nothing is sold by a PAID that SEQR took back while it waited for the disk: the book gets both facts, and no receipt.
    const completes = pending.completes && isPaid(holding.record.state);
    const record = written(holding, () =>
      completes ? completed(holding.record, pending.entries) : plain(holding, pending.entries, { ended, leaves }),
    );
    if (record === null) return false;
    holding.record = record;
    holding.shown = record;
    holding.unwritten = null;
    if (completes || leaves || ended) deps.onOutcome(holding.record);
    return true;
  }

  /** @returns the record as it is on disk now; null: it is not, and is tried again */
  function written(holding: Holding, whole: () => ToWrite): AttemptRecord | null {
    const { record, unwritten } = holding;
    const write = (made: ToWrite): AttemptRecord | null =>
      deps.durable.write(record.facts.correlationId, made.batch, deps.again) ? made.record : null;
    try {
      return write(whole());
    } catch (error) {
      // Not the disk: something is wrong in what belongs to it.
      deps.log('a record cannot be made whole', { subject: record.facts.correlationId, error: String(error) });
      if (unwritten?.completes === true && isPaid(record.state)) return write(paidAlone(record, unwritten.entries, error));
      deps.durable.later(record.facts.correlationId, deps.again);
      return null;
    }
  }

  return {
    commit,
    flush,
    apply(holding, event, note = {}, patch = {}) {
      const { record } = holding;
      const result = step(record.state, event, { facts: record.facts, restarted: holding.watch.restarted, nowIso: deps.nowIso() });
      if (result.state === record.state && result.alarms.length === 0) return true;
      const next = { ...recordAfter(record, result, deps.nowIso()), ...patch };
      const body = { by: event.kind, ...note, state: next.state, alarms: result.alarms };
      return commit(holding, next, [{ kind: `attempt.${next.state.kind}`, subject: record.facts.id, body }]);
    },
  };
}

function endsUnpaid(before: AttemptRecord, after: AttemptRecord): boolean {
  return isOpen(before.state) && !isOpen(after.state) && !isPaid(after.state);
}

function parksItsSale(before: AttemptRecord, after: AttemptRecord): boolean {
  if (after.state.kind === 'reserved' && before.state.kind !== 'reserved') return true;
  return isSetAside(after.state) && !isSetAside(before.state);
}
