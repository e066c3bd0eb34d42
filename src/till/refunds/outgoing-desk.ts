import type { Clock } from '../../clock/clock.ts';
import type { OutgoingView } from '../../contract/outgoing-view.ts';
import type { TrayItem } from '../../contract/payment-view.ts';
import { isUnsettled, stepOutgoing } from '../../outgoing/index.ts';
import type { OutgoingEvent, OutgoingFacts, RefundFacts, Verdict } from '../../outgoing/index.ts';
import { TIMING } from '../../payment/index.ts';
import type { Answer, Credentials, Invoice, SeqrService } from '../../protocol/index.ts';
import type { Batch, Entry, Job, Journal, OutgoingRecord, ReceiptRecord } from '../../records/index.ts';
import { createDurable, refusedByDisk } from '../durable.ts';
import type { WishResult } from '../payments/wished.ts';
import { answerSummary, CANNOT_ASK } from '../service/answers.ts';
import { outgoingTrayItem, outgoingView } from './outgoing-view.ts';

export interface OutgoingDeskDeps {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Wall time with zone, ISO 8601. */
  readonly nowIso: () => string;
  /** Who to ask, and as whom; null when the terminal's password cannot be read. */
  readonly serviceFor: (facts: OutgoingFacts) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly invoiceFor: (facts: RefundFacts) => Invoice;
  /** What becomes true when a refund is done, in one transaction: the return receipt with this number, and its jobs. */
  readonly complete: (record: OutgoingRecord, receiptNumber: number) => { readonly receipt: ReceiptRecord; readonly jobs: readonly Job[] };
  /** Called when it has come to be known, or cannot be known: after that is on disk. */
  readonly onOutcome: (record: OutgoingRecord) => void;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** Sends money out of the shop, once, and keeps what nobody knows until it is settled (PF-14). */
export interface OutgoingDesk {
  /** What an earlier run left half-done is unknown from here on; it is never sent again (PF-15). */
  start(): void;
  /** Writes it down and sends it. One at a time. */
  send(facts: OutgoingFacts): 'started' | 'open' | 'write-failed';
  /** By the report, or by SEQR's written answer with its reference. `stale`: it is not unknown, or no longer. */
  settle(id: string, verdict: Verdict, by: 'report' | 'supervisor', reference?: string): WishResult;
  /** The outcome on the screen has been read. */
  dismiss(id: string, stateNumber: number): WishResult;
  /** Sending or unknown; oldest first. */
  unsettled(): readonly OutgoingRecord[];
  /** One is on its way this very moment, or its record is still owed to the disk. */
  isBusy(): boolean;
  /** Rises with every change (PF-26). */
  revision(): number;
  current(): OutgoingView | null;
  tray(): readonly TrayItem[];
  stop(): void;
}

interface Holding {
  record: OutgoingRecord;
  /** What is on disk; `record` may be ahead of it while the disk refuses. */
  shown: OutgoingRecord;
  /** What the disk has refused so far, to be tried again (PF-02). */
  unwritten: readonly Entry[];
  readonly startedMs: number;
}

/** When the screen says that SEQR is slow (PF-25). */
const SLOW_MS = TIMING.sendSlowMs;

export function createOutgoingDesk(deps: OutgoingDeskDeps): OutgoingDesk {
  const { clock, journal } = deps;
  const held = new Map<string, Holding>();
  let onScreen: string | null = null;
  let revision = 0;
  let stopped = false;
  const timers = new Set<() => void>();
  const durable = createDurable(deps);

  function changed(): void {
    revision += 1;
    deps.onChange();
  }

  function later(delayMs: number, run: () => void): void {
    const withdraw = clock.after(delayMs, () => {
      timers.delete(withdraw);
      run();
    });
    timers.add(withdraw);
  }

  // ---- writing ------------------------------------------------------------------------------------------------------

  /** The record as it is to be written; with a refund that is done, its return receipt in the same transaction. */
  function written(record: OutgoingRecord, entries: readonly Entry[]): { readonly record: OutgoingRecord; readonly batch: Batch } {
    if (record.facts.kind === 'credit' || record.state.kind !== 'done') return { record, batch: { entries, outgoing: [record] } };
    const number = journal.nextReceiptNumber();
    const numbered = { ...record, receiptNumber: number };
    const { receipt, jobs } = deps.complete(numbered, number);
    const batch = {
      entries: [...entries, { kind: 'refund.receipt', subject: record.facts.id, body: receipt.receipt }],
      outgoing: [numbered],
      receipts: [receipt],
      jobs,
    };
    return { record: numbered, batch };
  }

  function entryOf(record: OutgoingRecord, note: object): Entry {
    return { kind: `${record.facts.kind}.${record.state.kind}`, subject: record.facts.id, body: { ...note, state: record.state } };
  }

  /** What SEQR said is written before it shows; what the disk refuses is tried again every second (PF-02). */
  function flush(holding: Holding): void {
    const { record, batch } = written(holding.record, holding.unwritten);
    if (!durable.write(record.facts.correlationId, batch, () => flush(holding))) {
      changed();
      return;
    }
    holding.record = holding.shown = record;
    holding.unwritten = [];
    settled(holding);
  }

  function settled(holding: Holding): void {
    const { record } = holding;
    if (!isUnsettled(record.state) && onScreen !== record.facts.id) held.delete(record.facts.id);
    changed();
    deps.onOutcome(record);
  }

  function after(record: OutgoingRecord, event: OutgoingEvent): OutgoingRecord | null {
    const state = stepOutgoing(record.state, event, record.facts.kind);
    return state === record.state ? null : { ...record, state, stateNumber: record.stateNumber + 1, changedAt: deps.nowIso() };
  }

  // ---- asking -------------------------------------------------------------------------------------------------------

  function ask({ facts }: OutgoingRecord): Promise<Answer<unknown>> {
    const door = deps.serviceFor(facts);
    if (!door) return Promise.resolve(CANNOT_ASK);
    const context = { credentials: door.credentials, clientReference: facts.clientReference };
    if (facts.kind === 'refund') return door.service.refundPayment(context, facts.ersReference, deps.invoiceFor(facts));
    const { userId, amount, description, correlationId } = facts;
    return door.service.creditUser(context, { userId, amount, correlationId, ...(description === '' ? {} : { description }) });
  }

  /** The one call. Whatever comes of it, it is not made again. */
  function sendOnce(holding: Holding): void {
    later(SLOW_MS, deps.onChange);
    void ask(holding.record).then((answer) => {
      const next = stopped ? null : after(holding.record, { kind: 'answered', answer });
      if (next === null) return;
      holding.record = next;
      holding.unwritten = [entryOf(next, answerSummary(answer))];
      flush(holding);
    });
  }

  function hold(record: OutgoingRecord): Holding {
    const holding = { record, shown: record, unwritten: [], startedMs: clock.monotonicMs() };
    held.set(record.facts.id, holding);
    return holding;
  }

  const isUnderWay = ({ record, unwritten }: Holding): boolean => record.state.kind === 'sending' || unwritten.length > 0;

  return {
    start() {
      for (const record of journal.outgoingUnsettled()) {
        const holding = hold(record);
        const next = after(record, { kind: 'restarted' });
        if (next === null) continue;
        holding.record = next;
        holding.unwritten = [entryOf(next, { by: 'restart' })];
        flush(holding);
      }
    },
    send(facts) {
      if ([...held.values()].some(isUnderWay)) return 'open';
      const record: OutgoingRecord = { facts, state: { kind: 'sending' }, stateNumber: 1, changedAt: facts.startedAt, receiptNumber: null };
      const refusal = refusedByDisk(() => {
        journal.reserve();
        journal.write({ entries: [{ kind: `${facts.kind}.sending`, subject: facts.id, body: facts }], outgoing: [record] });
      });
      if (refusal !== null) {
        deps.log('money not sent: refused by the disk', { reason: refusal });
        return 'write-failed';
      }
      forget(onScreen);
      onScreen = facts.id;
      sendOnce(hold(record));
      changed();
      return 'started';
    },
    settle(id, verdict, by, reference) {
      const holding = held.get(id);
      const event = { kind: 'settled', verdict, by, reference: reference ?? null } as const;
      const next = holding && holding.unwritten.length === 0 ? after(holding.record, event) : null;
      if (!holding || next === null) return 'stale';
      const { record, batch } = written(next, [entryOf(next, { by, reference: reference ?? null })]);
      if (refusedByDisk(() => journal.write(batch)) !== null) return 'write-failed';
      holding.record = holding.shown = record;
      if (onScreen === id) onScreen = null;
      settled(holding);
      return 'done';
    },
    dismiss(id, stateNumber) {
      const holding = held.get(id);
      if (onScreen !== id || !holding || holding.shown.stateNumber !== stateNumber || isUnderWay(holding)) return 'stale';
      forget(id);
      onScreen = null;
      changed();
      return 'done';
    },
    unsettled: () => [...held.values()].flatMap(({ record }) => (isUnsettled(record.state) ? [record] : [])),
    isBusy: () => [...held.values()].some(isUnderWay),
    revision: () => revision,
    current() {
      const holding = onScreen === null ? undefined : held.get(onScreen);
      return holding ? outgoingView(holding, clock.monotonicMs() - holding.startedMs >= SLOW_MS) : null;
    },
    tray: () => [...held.values()].flatMap(({ shown }) => (shown.state.kind === 'unknown' ? [outgoingTrayItem(shown)] : [])),
    stop() {
      stopped = true;
      durable.stop();
      for (const withdraw of timers) withdraw();
    },
  };

  /** Off the screen; what is not settled stays held. */
  function forget(id: string | null): void {
    const holding = id === null ? undefined : held.get(id);
    if (holding && !isUnsettled(holding.record.state) && holding.unwritten.length === 0) held.delete(holding.record.facts.id);
  }
}
