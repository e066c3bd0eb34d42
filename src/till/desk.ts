import type { Clock } from '../clock/clock.ts';
import type { PaymentView, TrayItem } from '../contract/payment-view.ts';
import {
  blocksNextCharge,
  isOpen,
  isPaid,
  isPolled,
  isCancelling,
  nextPollMs,
  nextWakeMs,
  paymentActions,
  referenceOf,
  silenceMs,
  startWatch,
  step,
  TIMING,
} from '../payment/index.ts';
import type { AttemptEvent, AttemptFacts, Watch } from '../payment/index.ts';
import { classify } from '../protocol/index.ts';
import type { Answer, CallContext, Credentials, Invoice, Nothing, PaymentStatus, SeqrService } from '../protocol/index.ts';
import { JournalWriteError } from '../records/index.ts';
import type { AttemptRecord, Batch, Entry, Job, Journal, ReceiptRecord } from '../records/index.ts';
import { newRecord, recordAfter, recordWith } from './desk-record.ts';
import { paymentView, screenContext, trayItems } from './desk-view.ts';
import type { Held } from './desk-view.ts';

/** What the desk needs from the rest of the till; every door is an argument, so a model can hold them all. */
export interface DeskDeps {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Wall time with zone, ISO 8601. */
  readonly nowIso: () => string;
  /** Who to ask, and as whom; null when the terminal's password cannot be read. */
  readonly serviceFor: (facts: AttemptFacts) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly invoiceFor: (facts: AttemptFacts) => Invoice;
  /** What becomes true with PAID, in one transaction: the receipt with this number, and the work that is owed for it. */
  readonly complete: (record: AttemptRecord, receiptNumber: number) => { readonly receipt: ReceiptRecord; readonly jobs: readonly Job[]; readonly kept: Batch['kept'] };
  /** The reference came later than PAID: the receipt that now names it. */
  readonly withReference: (record: AttemptRecord) => ReceiptRecord | null;
  /** The sale leaves the screen with its attempt (PF-16). */
  readonly afterSetAside: (record: AttemptRecord) => Batch['kept'];
  /** A print job of this receipt may or may not have come out (PF-15). */
  readonly askIfPrinted: (receiptNumber: number) => boolean;
  readonly qrSource: () => 'terminal' | 'invoice';
  /** After every change and at every moment at which a screen changes by itself. */
  readonly onChange: () => void;
  /** Called once when an attempt has reached its end or PAID, after that is on disk. */
  readonly onOutcome: (record: AttemptRecord) => void;
  readonly log: (what: string, data: object) => void;
}

export type WishKind = 'cancel' | 'keepWaiting' | 'giveUp' | 'customerSaysPaid' | 'setAside' | 'dismiss';
export type WishResult = 'done' | 'stale' | 'write-failed';

export interface Desk {
  /** Asks at once about every unfinished attempt, before any window is up (PF-15). */
  start(): void;
  /** Writes the attempt down and sends its invoice. One blocking attempt at a time (PF-09). */
  charge(facts: AttemptFacts): 'started' | 'open' | 'write-failed';
  /** Gives up `attemptId` and charges anew in one breath (PF-10). */
  sendAgain(attemptId: string, stateNumber: number, facts: (replaces: AttemptFacts) => AttemptFacts): WishResult;
  wish(kind: WishKind, attemptId: string, stateNumber: number): WishResult;
  readAlarm(trayId: string, attemptId: string, stateNumber: number): WishResult;
  /** The attempt on the screen. */
  current(): AttemptRecord | null;
  /** Everything that is open, on the screen, listed or alarming. */
  inPlay(): readonly AttemptRecord[];
  payment(): PaymentView | null;
  tray(): readonly TrayItem[];
  lastGood(): { readonly ageMs: number; readonly tookMs: number } | null;
  /** The machine woke or the network is back: poll first, think later (PF-04, PF-27). */
  wake(): void;
  stop(): void;
}

/** An attempt in the desk's hands. `shown` is what is on disk; `record` may be ahead of it while the disk refuses. */
interface Holding {
  record: AttemptRecord;
  shown: AttemptRecord;
  watch: Watch;
  unwritten: { readonly entries: readonly Entry[]; readonly completes: boolean } | null;
  lastGoodWallMs: number;
}

export function createDesk(deps: DeskDeps): Desk {
  const { clock, journal } = deps;
  const held = new Map<string, Holding>();
  let lastGood: { readonly atMs: number; readonly tookMs: number } | null = null;
  let withdrawTimer: () => void = () => undefined;
  let stopped = false;

  // ---- writing ------------------------------------------------------------------------------------------------------

  /** Records `next` and what belongs to it in one transaction; then, and only then, it shows (PF-02). */
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
    const ended = isOpen(holding.shown.state) && !isOpen(holding.record.state);
    try {
      const record = pending.completes ? complete(holding.record, pending.entries) : writePlain(holding, pending.entries);
      holding.record = record;
      holding.shown = record;
      holding.unwritten = null;
    } catch (error) {
      if (!(error instanceof JournalWriteError)) throw error;
      deps.log('journal refused a record', { attempt: holding.record.facts.correlationId, reason: error.reason });
      return false;
    }
    if (pending.completes || (ended && !isPaid(holding.record.state))) deps.onOutcome(holding.record);
    return true;
  }

  function complete(record: AttemptRecord, entries: readonly Entry[]): AttemptRecord {
    const number = journal.nextReceiptNumber();
    const numbered = { ...record, receiptNumber: number };
    const done = deps.complete(numbered, number);
    journal.write({
      entries: [...entries, { kind: 'sale.completed', subject: record.facts.sale.id, body: done.receipt.receipt }],
      attempts: [numbered],
      receipts: [done.receipt],
      jobs: done.jobs,
      ...(done.kept ? { kept: done.kept } : {}),
    });
    return numbered;
  }

  function writePlain(holding: Holding, entries: readonly Entry[]): AttemptRecord {
    const { record, shown } = holding;
    const learned = 'payment' in record.state && 'payment' in shown.state && shown.state.payment.ersReference !== record.state.payment.ersReference;
    const amended = learned ? deps.withReference(record) : null;
    const leaves = record.state.kind === 'live' && record.state.setAside && shown.state.kind === 'live' && !shown.state.setAside;
    const kept = leaves ? deps.afterSetAside(record) : undefined;
    journal.write({ entries, attempts: [record], ...(amended ? { receipts: [amended] } : {}), ...(kept ? { kept } : {}) });
    return record;
  }

  // ---- stepping -----------------------------------------------------------------------------------------------------

  function apply(holding: Holding, event: AttemptEvent, note: object = {}): boolean {
    const { record } = holding;
    const result = step(record.state, event, { facts: record.facts, restarted: holding.watch.restarted });
    if (result.state === record.state && result.alarms.length === 0) return true;
    const next = recordAfter(record, result, deps.nowIso());
    const entry = { kind: `attempt.${next.state.kind}`, subject: record.facts.id, body: { by: event.kind, ...note, state: next.state, alarms: result.alarms } };
    return commit(holding, next, [entry]);
  }

  function context(facts: AttemptFacts, credentials: Credentials): CallContext {
    return { credentials, clientReference: facts.clientReference };
  }

  /** A terminal whose password cannot be read cannot ask: nothing leaves. */
  const CANNOT_ASK = { kind: 'notSent', reason: 'connection', detail: 'the terminal password cannot be read', tookMs: 0 } as const;

  function send(holding: Holding): void {
    const { facts } = holding.record;
    const door = deps.serviceFor(facts);
    const call = door ? door.service.sendInvoice(context(facts, door.credentials), deps.invoiceFor(facts)) : Promise.resolve(CANNOT_ASK);
    void call.then((answer) => {
      if (stopped) return;
      const wasOrphan = holding.record.state.kind === 'orphan';
      if (answer.kind === 'answered' && answer.value.invoiceReference !== null) {
        heard(holding, answer.tookMs);
        holding.watch = { ...startWatch(clock.monotonicMs(), { restarted: holding.watch.restarted, heardNow: true }) };
      }
      apply(holding, { kind: 'sendAnswered', answer }, summary(answer));
      if (wasOrphan && holding.record.state.kind === 'orphan') cancelLateInvoice(holding);
      changed();
    });
  }

  /** An invoice that nobody wants any more is cancelled once, and never asked about: a read would keep its money. */
  function cancelLateInvoice(holding: Holding): void {
    const { state, facts } = holding.record;
    if (state.kind !== 'orphan' || state.lateReference === null) return;
    const door = deps.serviceFor(facts);
    void door?.service.cancelInvoice(context(facts, door.credentials), state.lateReference).then((answer) => {
      deps.log('late invoice cancelled', { attempt: facts.correlationId, ...summary(answer) });
    });
  }

  // ---- watching -----------------------------------------------------------------------------------------------------

  function heard(holding: Holding, tookMs: number): void {
    lastGood = { atMs: clock.monotonicMs(), tookMs };
    holding.lastGoodWallMs = clock.wallMs();
  }

  function poll(holding: Holding): void {
    const { state, facts } = holding.record;
    if (state.kind !== 'live' && state.kind !== 'paid') return;
    const startedMs = clock.monotonicMs();
    holding.watch = { ...holding.watch, pollInFlight: true };
    const door = deps.serviceFor(facts);
    const call: Promise<Answer<PaymentStatus>> = door
      ? door.service.getPaymentStatus(context(facts, door.credentials), state.invoiceReference, state.version)
      : Promise.resolve(CANNOT_ASK);
    void call.then((answer) => {
      if (!stopped) onStatus(holding, answer, startedMs);
    });
  }

  function onStatus(holding: Holding, answer: Answer<PaymentStatus>, startedMs: number): void {
    const endedMs = clock.monotonicMs();
    const meaning = answer.kind === 'answered' ? classify('getPaymentStatus', answer.resultCode) : 'noInformation';
    const good = meaning === 'ok' || meaning === 'cancelled' || meaning === 'expired';
    // The silence before this answer counts, however the answer reads.
    if (silenceMs(holding.watch, endedMs) >= TIMING.contactLostMs) apply(holding, { kind: 'contactLost' });
    if (good) heard(holding, answer.tookMs);
    const watch: Watch = {
      ...holding.watch,
      pollInFlight: false,
      lastGoodMs: good ? endedMs : holding.watch.lastGoodMs,
      failuresInARow: good ? 0 : holding.watch.failuresInARow + 1,
    };
    holding.watch = { ...watch, nextPollMs: nextPollMs(watch, { startedMs, endedMs, good }) };
    const before = holding.record.state.kind;
    apply(holding, { kind: 'statusAnswered', answer }, summary(answer));
    // PAID is confirmed by one more read at once (PF-08).
    if (before === 'live' && isPaid(holding.record.state)) holding.watch = { ...holding.watch, nextPollMs: endedMs };
    changed();
  }

  function cancel(holding: Holding): void {
    const { state, facts } = holding.record;
    if (state.kind !== 'live') return;
    holding.watch = { ...holding.watch, cancelInFlight: true };
    const door = deps.serviceFor(facts);
    const call: Promise<Answer<Nothing>> = door
      ? door.service.cancelInvoice(context(facts, door.credentials), state.invoiceReference)
      : Promise.resolve(CANNOT_ASK);
    void call.then((answer) => {
      if (stopped) return;
      const meaning = answer.kind === 'answered' ? classify('cancelInvoice', answer.resultCode) : 'noInformation';
      holding.watch = {
        ...holding.watch,
        cancelInFlight: false,
        nextCancelMs: clock.monotonicMs() + TIMING.cancelAgainMs,
        customerConfirming: meaning === 'inProgress',
      };
      deps.log('cancelInvoice', { attempt: facts.correlationId, ...summary(answer) });
      changed();
    });
  }

  // ---- the one loop -------------------------------------------------------------------------------------------------

  /** Starts whatever is due, then sets the one timer to the next moment at which something is. */
  function tick(): void {
    if (stopped) return;
    withdrawTimer();
    const nowMs = clock.monotonicMs();
    let wakeMs: number | null = null;
    for (const holding of held.values()) {
      if (holding.unwritten !== null) flush(holding);
      const { state } = holding.record;
      if (state.kind === 'live' && !state.contactLost && silenceMs(holding.watch, nowMs) >= TIMING.contactLostMs) apply(holding, { kind: 'contactLost' });
      // A read makes a payment stand. A reference that a crash would lose is not asked about: SEQR then returns the money.
      const mayAsk = !isPolled(state) || referenceOf(holding.shown.state) !== null;
      if (mayAsk && isPolled(state) && !holding.watch.pollInFlight && holding.watch.nextPollMs <= nowMs) poll(holding);
      if (isCancelling(holding.record.state) && !holding.watch.cancelInFlight && holding.watch.nextCancelMs <= nowMs) cancel(holding);
      const next = mayAsk ? nextWakeMs(holding.record.state, holding.watch, nowMs) : null;
      const again = holding.unwritten === null ? null : nowMs + TIMING.writeAgainMs;
      for (const moment of [next, again]) if (moment !== null) wakeMs = wakeMs === null ? moment : Math.min(wakeMs, moment);
      if (!isOpen(holding.record.state) && holding.unwritten === null && !needed(holding.record)) held.delete(holding.record.facts.id);
    }
    withdrawTimer = wakeMs === null ? () => undefined : clock.after(Math.max(0, wakeMs - nowMs), changed);
  }

  function needed(record: AttemptRecord): boolean {
    return record.onScreen || record.listed || record.alarms.some((alarm) => !alarm.read);
  }

  function changed(): void {
    tick();
    deps.onChange();
  }

  // ---- what a window may ask ----------------------------------------------------------------------------------------

  function view(holding: Holding): Held {
    // A PAID that the disk refused is shown as such (PF-02); any other change waits for the disk.
    const ahead = holding.unwritten !== null && isPaid(holding.record.state);
    const record = ahead ? holding.record : holding.shown;
    return {
      record,
      watch: holding.watch,
      recorded: holding.unwritten === null,
      askIfPrinted: record.receiptNumber !== null && deps.askIfPrinted(record.receiptNumber),
    };
  }

  /** The attempt, if it is in the very state that the window was showing (PF-26). */
  function atState(attemptId: string, stateNumber: number): Holding | null {
    const holding = held.get(attemptId);
    return holding && holding.shown.stateNumber === stateNumber && holding.unwritten === null ? holding : null;
  }

  function onScreen(): Holding | null {
    return [...held.values()].find((holding) => holding.record.onScreen) ?? null;
  }

  /** The attempts that a new charge pushes off the screen: done ones only. */
  function pushedOff(): AttemptRecord[] {
    return [...held.values()].filter((h) => h.record.onScreen).map((h) => recordWith(h.record, { onScreen: false }));
  }

  function begin(facts: AttemptFacts, alongside: readonly AttemptRecord[], entries: readonly Entry[]): boolean {
    const record = newRecord(facts);
    try {
      journal.reserve();
      journal.write({ entries: [...entries, { kind: 'attempt.sending', subject: facts.id, body: facts }], attempts: [...alongside, record] });
    } catch (error) {
      if (!(error instanceof JournalWriteError)) throw error;
      deps.log('charge refused by the disk', { reason: error.reason });
      return false;
    }
    for (const other of alongside) {
      const holding = held.get(other.facts.id);
      if (holding) holding.record = holding.shown = other;
    }
    const watch = startWatch(clock.monotonicMs(), { restarted: false, heardNow: false });
    const holding: Holding = { record, shown: record, watch, unwritten: null, lastGoodWallMs: clock.wallMs() };
    held.set(facts.id, holding);
    send(holding);
    return true;
  }

  function take(record: AttemptRecord, restarted: boolean): Holding {
    const holding: Holding = {
      record,
      shown: record,
      watch: startWatch(clock.monotonicMs(), { restarted, heardNow: false }),
      unwritten: null,
      lastGoodWallMs: Date.parse(record.changedAt),
    };
    held.set(record.facts.id, holding);
    return holding;
  }

  function dismiss(holding: Holding): WishResult {
    const next = recordWith(holding.record, { onScreen: false });
    return commit(holding, next, [{ kind: 'attempt.dismissed', subject: next.facts.id, body: {} }]) ? 'done' : 'write-failed';
  }

  return {
    start() {
      for (const record of journal.attemptsInPlay()) {
        const holding = take(record, true);
        apply(holding, { kind: 'restarted' });
        // Nobody here asked meanwhile; a clock that was set back counts as silence too.
        const gapMs = clock.wallMs() - holding.lastGoodWallMs;
        if (!(gapMs >= 0 && gapMs < TIMING.contactLostMs)) apply(holding, { kind: 'contactLost' });
      }
      changed();
    },
    charge(facts) {
      if ([...held.values()].some((h) => blocksNextCharge(h.record.state))) return 'open';
      const pushed = pushedOff();
      if ([...held.values()].some((h) => h.unwritten !== null)) return 'write-failed';
      if (!begin(facts, pushed, [])) return 'write-failed';
      changed();
      return 'started';
    },
    sendAgain(attemptId, stateNumber, makeFacts) {
      const holding = atState(attemptId, stateNumber);
      if (!holding || !paymentActions(holding.record.state, screenContext(view(holding), clock.monotonicMs())).sendAgain) return 'stale';
      const result = step(holding.record.state, { kind: 'giveUp' }, { facts: holding.record.facts, restarted: holding.watch.restarted });
      const orphan = recordAfter(holding.record, result, deps.nowIso());
      const entry = { kind: 'attempt.orphan', subject: attemptId, body: { by: 'sendAgain', state: orphan.state } };
      if (!begin(makeFacts(holding.record.facts), [orphan], [entry])) return 'write-failed';
      changed();
      return 'done';
    },
    wish(kind, attemptId, stateNumber) {
      const holding = atState(attemptId, stateNumber);
      if (!holding || !paymentActions(holding.record.state, screenContext(view(holding), clock.monotonicMs()))[kind]) return 'stale';
      if (kind === 'dismiss') {
        const result = holding.record.onScreen ? dismiss(holding) : 'stale';
        changed();
        return result;
      }
      const nowMs = clock.monotonicMs();
      if (kind === 'keepWaiting') holding.watch = { ...holding.watch, waitingFromMs: nowMs, customerConfirming: false };
      if (kind === 'customerSaysPaid') holding.watch = { ...holding.watch, saysPaidFromMs: nowMs };
      if (kind === 'cancel') holding.watch = { ...holding.watch, nextCancelMs: nowMs };
      const written = apply(holding, { kind });
      changed();
      return written ? 'done' : 'write-failed';
    },
    readAlarm(trayId, attemptId, stateNumber) {
      const holding = atState(attemptId, stateNumber);
      if (!holding?.record.alarms.some((alarm) => alarm.id === trayId && !alarm.read)) return 'stale';
      const alarms = holding.record.alarms.map((alarm) => (alarm.id === trayId ? { ...alarm, read: true } : alarm));
      const written = commit(holding, recordWith(holding.record, { alarms }), [{ kind: 'alarm.read', subject: attemptId, body: { alarm: trayId } }]);
      changed();
      return written ? 'done' : 'write-failed';
    },
    current: () => onScreen()?.shown ?? null,
    inPlay: () => [...held.values()].map((holding) => holding.shown),
    payment() {
      const holding = onScreen();
      return holding ? paymentView(view(holding), clock.monotonicMs(), deps.qrSource()) : null;
    },
    tray: () => [...held.values()].flatMap((holding) => trayItems(view(holding))),
    lastGood: () => (lastGood ? { ageMs: clock.monotonicMs() - lastGood.atMs, tookMs: lastGood.tookMs } : null),
    wake() {
      for (const holding of held.values()) {
        if (clock.wallMs() - holding.lastGoodWallMs >= TIMING.contactLostMs) apply(holding, { kind: 'contactLost' });
        if (!holding.watch.pollInFlight) holding.watch = { ...holding.watch, nextPollMs: clock.monotonicMs() };
      }
      changed();
    },
    stop() {
      stopped = true;
      withdrawTimer();
    },
  };
}

/** What may be written down of an answer: never credentials, which it does not hold. */
function summary(answer: Answer<unknown>): object {
  return answer.kind === 'answered'
    ? { resultCode: answer.resultCode, resultDescription: answer.resultDescription, tookMs: Math.round(answer.tookMs) }
    : { answer: answer.kind, reason: answer.reason, tookMs: Math.round(answer.tookMs) };
}
