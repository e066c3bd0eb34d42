import { isFreed, isHeld, isOpen, isPaid, isSetAside, sells, step } from '../../payment/index.ts';
import type { AttemptEvent, Elsewhere, StepContext } from '../../payment/index.ts';
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
  /** What has become of its rows meanwhile, now that SEQR names this reference (PF-06); null: they wait for it. */
  readonly elsewhere: (record: AttemptRecord, ersReference: string | null) => Elsewhere | null;
  /** Other attempts that came to disk with one: whoever holds them has to take them over. */
  readonly onOthers: (records: readonly AttemptRecord[]) => void;
  /** Called when an attempt is PAID, has ended otherwise, is set aside or has become a tab: after that is on disk. */
  readonly onOutcome: (record: AttemptRecord) => void;
}

type Patch = Partial<Pick<AttemptRecord, 'onScreen'>>;

/** Moves attempts on: one step of the machine, written before it shows (PF-02). */
export interface Writer {
  /**
   * What has happened. False: the disk refused it, and it is tried again until it is written.
   * @param note for the journal's line
   */
  apply(holding: Holding, event: AttemptEvent, note?: object): boolean;
  /**
   * What a person asked for. False: the disk refused it, and nothing has happened.
   * @param patch what a person's hand changes in the same breath
   * @param note for the journal's line
   */
  ask(holding: Holding, event: AttemptEvent, patch?: Patch, note?: object): boolean;
  /** A record that a person's hand has changed. False: the disk refused it, and nothing has happened. */
  put(holding: Holding, next: AttemptRecord, entries: readonly Entry[]): boolean;
  /** The receipt of a payment that is to be given back, with nothing waiting for the disk, so that there is something to return. False: the disk refused it. */
  makeReturnable(holding: Holding): boolean;
  /** Tries again what the disk has refused. */
  flush(holding: Holding): boolean;
}

/** `persistently`: what the disk refuses is tried again. `once`: it is not. */
type Manner = 'persistently' | 'once';

export function createWriter(deps: WriterDeps): Writer {
  const { completed, paidAlone, plain, toReturn } = createToWrite(deps);

  /** The step and its line for the journal; null: it changes nothing. */
  function stepped(holding: Holding, event: AttemptEvent, note: object, patch: Patch) {
    const { record } = holding;
    const result = step(record.state, event, contextOf(holding, deps));
    if (result.state === record.state && result.alarms.length === 0) return null;
    const next = { ...recordAfter(record, result, deps.nowIso()), ...patch };
    const body = { by: event.kind, ...note, state: next.state, alarms: result.alarms };
    const entry: Entry = { kind: `attempt.${next.state.kind}`, subject: record.facts.id, body };
    return { next, entries: [entry] };
  }

  function commit(holding: Holding, next: AttemptRecord, entries: readonly Entry[], manner: Manner): boolean {
    const before = holding.unwritten;
    const completes = (before?.completes ?? false) || (sells(next.state) && !sells(holding.record.state));
    holding.record = next;
    holding.unwritten = { entries: [...(before?.entries ?? []), ...entries], completes };
    return flush(holding, manner);
  }

  /** Nothing waits for the disk when a person can ask for something, so that all there is can be taken back. */
  function put(holding: Holding, next: AttemptRecord, entries: readonly Entry[]): boolean {
    const before = holding.record;
    if (commit(holding, next, entries, 'once')) return true;
    holding.record = before;
    holding.unwritten = null;
    return false;
  }

  function flush(holding: Holding, manner: Manner): boolean {
    const pending = holding.unwritten;
    if (pending === null) return true;
    const ended = endsUnpaid(holding.shown, holding.record) || frees(holding.shown, holding.record);
    const leaves = parksItsSale(holding.shown, holding.record);
    // Nothing is sold by a PAID that SEQR took back while it waited for the disk: the book gets both facts, and no receipt.
    const completes = pending.completes && sells(holding.record.state);
    const record = written(holding, manner, () =>
      completes ? completed(holding, pending.entries) : plain(holding, pending.entries, { ended, leaves }),
    );
    if (record === null) return false;
    holding.record = record;
    holding.shown = record;
    holding.unwritten = null;
    if (completes || leaves || ended) deps.onOutcome(holding.record);
    return true;
  }

  /** @returns the record as it is on disk now; null: it is not */
  function written(holding: Holding, manner: Manner, whole: () => ToWrite): AttemptRecord | null {
    const { record, unwritten } = holding;
    const subject = record.facts.correlationId;
    const write = ({ batch, record: made }: ToWrite): AttemptRecord | null => {
      const isWritten = manner === 'once' ? deps.durable.once(subject, batch) : deps.durable.write(subject, batch, deps.again);
      if (!isWritten) return null;
      const others = (batch.attempts ?? []).filter((other) => other.facts.id !== made.facts.id);
      if (others.length > 0) deps.onOthers(others);
      return made;
    };
    try {
      return write(whole());
    } catch (error) {
      // Not the disk: something is wrong in what belongs to it.
      deps.log('a record cannot be made whole', { subject, error: String(error) });
      if (unwritten?.completes === true && sells(record.state)) return write(paidAlone(record, unwritten.entries, error));
      if (manner === 'persistently') deps.durable.later(subject, deps.again);
      return null;
    }
  }

  return {
    put,
    makeReturnable(holding) {
      const record = written(holding, 'once', () => toReturn(holding.record));
      if (record !== null) deps.onOutcome((holding.record = holding.shown = record));
      return record !== null;
    },
    flush: (holding) => flush(holding, 'persistently'),
    apply(holding, event, note = {}) {
      const made = stepped(holding, event, note, {});
      return made === null || commit(holding, made.next, made.entries, 'persistently');
    },
    ask(holding, event, patch = {}, note = {}) {
      const made = stepped(holding, event, note, patch);
      return made === null || put(holding, made.next, made.entries);
    },
  };
}

function contextOf({ record, watch }: Holding, { nowIso, elsewhere }: Pick<WriterDeps, 'nowIso' | 'elsewhere'>): StepContext {
  const { facts, state, paidBy } = record;
  const context = { facts, restarted: watch.restarted, nowIso: nowIso() };
  // The rows of a payment that has not ended are with it, unless a receipt has sold them.
  if (isOpen(state) && paidBy === undefined) return context;
  return { ...context, elsewhere: (ersReference) => elsewhere(record, ersReference) };
}

function endsUnpaid(before: AttemptRecord, after: AttemptRecord): boolean {
  return (isOpen(before.state) || isPaid(before.state)) && !isOpen(after.state) && !isPaid(after.state);
}

/** Its rows come back to be charged another way, and it is asked about further (PF-08, PF-16). */
function frees(before: AttemptRecord, after: AttemptRecord): boolean {
  return (isFreed(after.state) && !isFreed(before.state)) || (isHeld(after.state) && isOpen(before.state) && !isHeld(before.state));
}

function parksItsSale(before: AttemptRecord, after: AttemptRecord): boolean {
  if (after.state.kind === 'reserved' && before.state.kind !== 'reserved') return true;
  return isSetAside(after.state) && !isSetAside(before.state);
}
