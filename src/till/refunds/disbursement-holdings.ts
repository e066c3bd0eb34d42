import type { Clock } from '../../clock/clock.ts';
import { isUnresolved, stepDisbursement, SUM_TOO_LARGE } from '../../disbursement/index.ts';
import type { DisbursementEvent } from '../../disbursement/index.ts';
import type { AttemptRecord, Batch, Entry, Job, Journal, DisbursementRecord, ReceiptRecord } from '../../records/index.ts';
import { createDurable, refusedByDisk } from '../durable.ts';

export interface DisbursementHoldingsDeps {
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'nextReceiptNumber' | 'refundsOf' | 'write' | 'reserve'>;
  /** Wall time with zone, ISO 8601. */
  readonly nowIso: () => string;
  /** What becomes true when a refund is done, in one transaction: the return receipt with this number, and its jobs. */
  readonly complete: (
    record: DisbursementRecord,
    receiptNumber: number,
  ) => {
    readonly receipt: ReceiptRecord;
    readonly jobs: readonly Job[];
    /** The payment that owes its customer nothing any more with this refund (PF-06). */
    readonly settles: AttemptRecord | null;
  };
  /** Payments that have come to disk with a refund. */
  readonly onSettled: (records: readonly AttemptRecord[]) => void;
  /** Called when it has come to be known, or cannot be known: after that is on disk. */
  readonly onOutcome: (record: DisbursementRecord) => void;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

export interface DisbursementHolding {
  record: DisbursementRecord;
  /** What is on disk; `record` may be ahead of it while the disk refuses. */
  shown: DisbursementRecord;
  /** What the disk has refused so far, to be tried again (PF-02). */
  unwritten: readonly Entry[];
  readonly startedMs: number;
}

/** The refunds and pay-outs in the desk's hands, and how they move on: written before they show. */
export interface DisbursementHoldings {
  all(): readonly DisbursementHolding[];
  find(id: string | null): DisbursementHolding | undefined;
  hold(record: DisbursementRecord): DisbursementHolding;
  /** The one on the screen, if any. */
  onScreen(): DisbursementHolding | undefined;
  /** Off the screen is what was there; what is not resolved stays held. */
  show(id: string | null): void;
  /** One step of the machine, tried again every second until it is on disk. Without effect if nothing follows from the event. */
  happened(holding: DisbursementHolding, event: DisbursementEvent, note: object): void;
  /** One step, written now or not at all. */
  resolve(
    holding: DisbursementHolding,
    event: DisbursementEvent,
    note: object,
    patch?: Pick<DisbursementRecord, 'sendings'>,
  ): 'done' | 'stale' | 'write-failed';
  /** Rises with every change (PF-26). */
  revision(): number;
  changed(): void;
  stop(): void;
}

export function createDisbursementHoldings(deps: DisbursementHoldingsDeps): DisbursementHoldings {
  const { journal } = deps;
  const held = new Map<string, DisbursementHolding>();
  const durable = createDurable(deps);
  let onScreen: string | null = null;
  let revision = 0;

  function changed(): void {
    revision += 1;
    deps.onChange();
  }

  const find = (id: string | null): DisbursementHolding | undefined => (id === null ? undefined : held.get(id));

  function after(record: DisbursementRecord, event: DisbursementEvent): DisbursementRecord | null {
    const state = stepDisbursement(record.state, event, record.facts.kind);
    return state === record.state ? null : { ...record, state, stateNumber: record.stateNumber + 1, changedAt: deps.nowIso() };
  }

  /** With its receipt; where that cannot be made, what SEQR said alone: the money is not to be in doubt for it (PF-31). */
  function made(record: DisbursementRecord, entries: readonly Entry[]): ToWrite {
    try {
      return toWrite(record, entries, deps);
    } catch (error) {
      deps.log('a return receipt cannot be made', { subject: record.facts.correlationId, error: String(error) });
      const missing: Entry = { kind: 'refund.incomplete', subject: record.facts.id, body: { missing: 'receipt', why: String(error) } };
      return { record, batch: { entries: [...entries, missing], disbursements: [record] } };
    }
  }

  /** What SEQR said is written before it shows; what the disk refuses is tried again every second (PF-02). */
  function flush(holding: DisbursementHolding): void {
    const { record, batch } = made(holding.record, holding.unwritten);
    if (!durable.write(record.facts.correlationId, batch, () => flush(holding))) {
      changed();
      return;
    }
    holding.unwritten = [];
    deps.onSettled(batch.attempts ?? []);
    written(holding, record);
    const reopened = (batch.disbursements ?? []).filter(({ facts }) => facts.id !== record.facts.id);
    for (const each of reopened) hold(each);
    if (reopened.length > 0) changed();
  }

  function hold(record: DisbursementRecord): DisbursementHolding {
    const holding = { record, shown: record, unwritten: [], startedMs: deps.clock.monotonicMs() };
    held.set(record.facts.id, holding);
    return holding;
  }

  function written(holding: DisbursementHolding, record: DisbursementRecord): void {
    holding.record = holding.shown = record;
    if (!isUnresolved(record.state) && onScreen !== record.facts.id) held.delete(record.facts.id);
    changed();
    deps.onOutcome(record);
  }

  return {
    all: () => [...held.values()],
    find,
    hold,
    onScreen: () => find(onScreen),
    show(id) {
      const before = find(onScreen);
      if (before && !isUnresolved(before.record.state) && before.unwritten.length === 0) held.delete(before.record.facts.id);
      onScreen = id;
    },
    happened(holding, event, note) {
      const next = after(holding.record, event);
      if (next === null) return;
      holding.record = next;
      holding.unwritten = [entryOf(next, note)];
      flush(holding);
    },
    resolve(holding, event, note, patch = {}) {
      const stepped = holding.unwritten.length === 0 ? after(holding.record, event) : null;
      if (stepped === null) return 'stale';
      const { record, batch } = made({ ...stepped, ...patch }, [entryOf(stepped, note)]);
      if (refusedByDisk(() => journal.write(batch)) !== null) return 'write-failed';
      if (onScreen === record.facts.id) onScreen = null;
      deps.onSettled(batch.attempts ?? []);
      written(holding, record);
      return 'done';
    },
    revision: () => revision,
    changed,
    stop: () => durable.stop(),
  };
}

function entryOf(record: DisbursementRecord, note: object): Entry {
  return { kind: `${record.facts.kind}.${record.state.kind}`, subject: record.facts.id, body: { ...note, state: record.state } };
}

interface ToWrite {
  readonly record: DisbursementRecord;
  readonly batch: Batch;
}

/** The record as it is to be written; with a refund that is done, its return receipt in the same transaction. */
function toWrite(
  record: DisbursementRecord,
  entries: readonly Entry[],
  { journal, complete, nowIso }: Pick<DisbursementHoldingsDeps, 'journal' | 'complete' | 'nowIso'>,
): ToWrite {
  if (record.facts.kind === 'credit' || record.state.kind !== 'done') {
    const reopened = reopenedBy(record, journal, nowIso());
    const lines = reopened.map((each) => entryOf(each, { by: record.facts.id }));
    return { record, batch: { entries: [...entries, ...lines], disbursements: [record, ...reopened] } };
  }
  const number = journal.nextReceiptNumber();
  const numbered = { ...record, receiptNumber: number };
  const { receipt, jobs, settles } = complete(numbered, number);
  const settled = settles === null ? [] : [settles];
  const batch: Batch = {
    entries: [
      ...entries,
      { kind: 'refund.receipt', subject: record.facts.id, body: receipt.receipt },
      ...settled.map(({ facts, state }): Entry => ({ kind: `attempt.${state.kind}`, subject: facts.id, body: { by: 'givenBack', state } })),
    ],
    attempts: settled,
    disbursements: [numbered],
    receipts: [receipt],
    jobs,
  };
  return { record: numbered, batch };
}

/** Refunds of the same payment that were closed as not done: a sum that is too large says that one of them was done (PF-14). */
function reopenedBy({ facts, state }: DisbursementRecord, journal: Pick<Journal, 'refundsOf'>, at: string): readonly DisbursementRecord[] {
  if (facts.kind !== 'refund' || state.kind !== 'refused' || state.resultCode !== SUM_TOO_LARGE) return [];
  return journal.refundsOf(facts.receiptNumber).flatMap((record) => {
    const next = stepDisbursement(record.state, { kind: 'reopened' }, 'refund');
    return next === record.state ? [] : [{ ...record, state: next, stateNumber: record.stateNumber + 1, changedAt: at }];
  });
}
