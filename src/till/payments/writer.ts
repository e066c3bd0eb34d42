import { isOpen, isPaid, isSetAside, step } from '../../payment/index.ts';
import type { Alarm, AttemptEvent } from '../../payment/index.ts';
import type { AttemptRecord, Batch, Entry, Job, Journal, RaisedAlarm, ReceiptRecord } from '../../records/index.ts';
import type { Durable } from '../durable.ts';
import type { Holding } from './holding.ts';
import { recordAfter, withAlarms } from './record.ts';
import type { WithTheEnd } from './unpaid-rows.ts';

export interface WriterDeps {
  readonly journal: Pick<Journal, 'nextReceiptNumber'>;
  readonly durable: Durable;
  /** To be called when what the disk has refused is tried again. */
  readonly again: () => void;
  /** Wall time with zone, ISO 8601. */
  readonly nowIso: () => string;
  /** What becomes true with PAID, in one transaction: the receipt with this number, and the work that is owed for it. */
  readonly complete: (
    record: AttemptRecord,
    receiptNumber: number,
  ) => {
    readonly receipt: ReceiptRecord;
    readonly jobs: readonly Job[];
    readonly slots: Batch['slots'];
    /** What a person has to know of what was on the counter meanwhile. */
    readonly alarms: readonly Alarm[];
  };
  /** The reference came later than PAID: the receipt that now names it. */
  readonly withReference: (record: AttemptRecord) => ReceiptRecord | null;
  /** The sale leaves the screen with its attempt, when that is set aside (PF-16) or becomes a tab (PF-29). */
  readonly afterParking: (record: AttemptRecord) => Batch['slots'];
  /** What comes to disk with an attempt that has ended unpaid: its rows are to be charged again (PF-29, PF-33). */
  readonly unpaidRows: (record: AttemptRecord) => WithTheEnd | null;
  readonly log: (what: string, data: object) => void;
  /** Called when an attempt is PAID, has ended otherwise, is set aside or has become a tab: after that is on disk. */
  readonly onOutcome: (record: AttemptRecord) => void;
}

/** A record with all that becomes true with it. */
interface ToWrite {
  readonly record: AttemptRecord;
  readonly batch: Batch;
}

/** Moves attempts on: one step of the machine, written before it shows (PF-02). False: the disk refused, and is tried again. */
export interface Writer {
  /** @param note for the journal's line; @param patch what a person's hand changes in the same breath */
  apply(holding: Holding, event: AttemptEvent, note?: object, patch?: Partial<Pick<AttemptRecord, 'onScreen'>>): boolean;
  commit(holding: Holding, next: AttemptRecord, entries: readonly Entry[]): boolean;
  flush(holding: Holding): boolean;
}

export function createWriter(deps: WriterDeps): Writer {
  const { journal } = deps;

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

  /** That the money is the shop's, and that the rest is missing: a fault in the receipt must not lose the payment (PF-31). */
  function paidAlone(record: AttemptRecord, entries: readonly Entry[], fault: unknown): ToWrite {
    const id = `${record.facts.id}.${record.alarms.length + 1}`;
    const seqrSaid = ('payment' in record.state ? record.state.payment.ersReference : null) ?? '';
    const alarm: RaisedAlarm = { kind: 'receiptMissing', seqrSaid, id, at: deps.nowIso(), read: false };
    const told = { ...record, alarms: [...record.alarms, alarm] };
    const missing: Entry = { kind: 'sale.incomplete', subject: record.facts.sale.id, body: { missing: 'receipt', why: String(fault) } };
    // What is paid is not to be charged again.
    const slots = deps.afterParking(record);
    return { record: told, batch: { entries: [...entries, missing], attempts: [told], ...(slots ? { slots } : {}) } };
  }

  function completed(record: AttemptRecord, entries: readonly Entry[]): ToWrite {
    const number = journal.nextReceiptNumber();
    const numbered = { ...record, receiptNumber: number };
    const { receipt, jobs, slots, alarms } = deps.complete(numbered, number);
    const told = withAlarms(numbered, alarms, deps.nowIso());
    const batch: Batch = {
      entries: [
        ...entries,
        { kind: 'sale.completed', subject: record.facts.sale.id, body: receipt.receipt },
        ...alarms.map((alarm): Entry => ({ kind: 'sale.otherContent', subject: record.facts.sale.id, body: { ...alarm } })),
      ],
      attempts: [told],
      receipts: [receipt],
      jobs,
      ...(slots ? { slots } : {}),
    };
    return { record: told, batch };
  }

  function plain(
    { record, shown }: Holding,
    entries: readonly Entry[],
    { ended, leaves }: { readonly ended: boolean; readonly leaves: boolean },
  ): ToWrite {
    const amended = referenceLearned(shown, record) ? deps.withReference(record) : null;
    const unpaid = ended ? deps.unpaidRows(record) : null;
    const slots = unpaid?.slots ?? (leaves ? deps.afterParking(record) : undefined);
    const batch = {
      entries: [...entries, ...(unpaid?.entries ?? [])],
      attempts: [record],
      ...(amended ? { receipts: [amended] } : {}),
      ...(slots ? { slots } : {}),
    };
    return { record, batch };
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

function referenceLearned(before: AttemptRecord, after: AttemptRecord): boolean {
  return 'payment' in before.state && 'payment' in after.state && before.state.payment.ersReference !== after.state.payment.ersReference;
}

function endsUnpaid(before: AttemptRecord, after: AttemptRecord): boolean {
  return isOpen(before.state) && !isOpen(after.state) && !isPaid(after.state);
}

function parksItsSale(before: AttemptRecord, after: AttemptRecord): boolean {
  if (after.state.kind === 'reserved' && before.state.kind !== 'reserved') return true;
  return isSetAside(after.state) && !isSetAside(before.state);
}
