import type { Clock } from '../../clock/clock.ts';
import type { PaymentView, TabView, TrayItem } from '../../contract/payment-view.ts';
import { blocksNextCharge, isAtRest, isForTheReport, isOpen, isPaid, restartWatch, startWatch, step, TIMING } from '../../payment/index.ts';
import type { AttemptFacts, ReportVerdict, Terms } from '../../payment/index.ts';
import type { AttemptRecord, Entry, Journal } from '../../records/index.ts';
import { createDurable, refusedByDisk } from '../durable.ts';
import { createAsking } from './calls.ts';
import type { AskingDeps } from './calls.ts';
import { createDue } from './due.ts';
import { newRecord, recordAfter, recordWith, takenUp } from './record.ts';
import { paymentActions } from './screen.ts';
import { paymentView, screenContext, tabView, trayItems } from './view.ts';
import type { Held } from './view.ts';
import { createWriter, newHolding } from './writer.ts';
import type { Holding, WriterDeps } from './writer.ts';

/** What the desk needs from the rest of the till; every door is an argument, so a model can hold them all. */
export interface DeskDeps
  extends Omit<WriterDeps, 'journal' | 'durable' | 'again'>, Pick<AskingDeps, 'serviceFor' | 'invoiceFor' | 'withCards'> {
  readonly clock: Clock;
  readonly journal: Journal;
  /** A print job of this receipt may or may not have come out (PF-15). */
  readonly askIfPrinted: (receiptNumber: number) => boolean;
  readonly qrSource: () => 'terminal' | 'invoice';
  /** The terminal's password has not come from the keychain yet, so nobody can be asked. */
  readonly waitsForKeychain: (facts: AttemptFacts) => boolean;
  /** Other payments may be taken while a tab is open, though SEQR may let them cancel it (PF-29). */
  readonly salesWithTab: () => boolean;
  /** The cashier is changing this attempt's sale just now. */
  readonly isChanging: (attemptId: string) => boolean;
  /** After every change and at every moment at which a screen changes by itself. */
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

export type WishKind = 'cancel' | 'keepWaiting' | 'giveUp' | 'customerSaysPaid' | 'setAside' | 'dismiss';
/** What the invoice shall ask for: told to SEQR now, taken at the end of a tab, or only noted for it. */
export type ChangeKind = 'update' | 'settle' | 'draft';
export type WishResult = 'done' | 'stale' | 'write-failed';

export interface Desk {
  /** Asks at once about every unfinished attempt, before any window is up (PF-15). */
  start(): void;
  /** Resolves when SEQR has answered, or failed to answer, everything that it is being asked now. */
  asked(): Promise<void>;
  /** Writes the attempt down and sends its invoice. One blocking attempt at a time (PF-09). */
  charge(facts: AttemptFacts): 'started' | 'open' | 'tab-open' | 'write-failed';
  /** Gives up `attemptId` and charges anew in one breath (PF-10). */
  sendAgain(attemptId: string, stateNumber: number, facts: (replaces: AttemptFacts) => AttemptFacts): WishResult;
  wish(kind: WishKind, attemptId: string, stateNumber: number): WishResult;
  /** A wish that names what the invoice shall ask for (PF-25, PF-29). */
  change(kind: ChangeKind, attemptId: string, stateNumber: number, terms: Terms): WishResult;
  /** Somebody has opened a tab: SEQR is asked once how it stands (PF-29). */
  checkTab(attemptId: string): void;
  /** Whether that button could be pressed now in that state. */
  allows(action: WishKind | 'change' | 'settle', attemptId: string, stateNumber: number): AttemptRecord | null;
  /** What the day's report says of an attempt that SEQR does not answer for (PF-17, PF-18). */
  settle(attemptId: string, verdict: ReportVerdict): WishResult;
  readAlarm(trayId: string, attemptId: string, stateNumber: number): WishResult;
  /** The attempt on the screen. */
  current(): AttemptRecord | null;
  /** Everything that is open, on the screen, listed or alarming. */
  inPlay(): readonly AttemptRecord[];
  payment(): PaymentView | null;
  /** Money that is reserved, the oldest first. */
  tabs(openSaleId: string | null): readonly TabView[];
  tray(): readonly TrayItem[];
  /** The player's account that the latest customer's phone has shown; of this run of the till only. */
  lastUserId(): string | null;
  lastGood(): { readonly ageMs: number; readonly tookMs: number } | null;
  /** The machine woke or the network is back: poll first, think later (PF-04, PF-27). */
  wake(): void;
  stop(): void;
}

/** Holds the attempts, starts what is due, and obeys the windows. What it writes and asks is in the files beside it. */
export function createDesk(deps: DeskDeps): Desk {
  const { clock, journal } = deps;
  const held = new Map<string, Holding>();
  const durable = createDurable(deps);
  const writer = createWriter({ ...deps, durable, again: changed });
  const asking = createAsking({ ...deps, writer, stopped: () => stopped, changed });
  const due = createDue({ clock, writer, asking });
  let withdrawTimer: () => void = () => undefined;
  let stopped = false;

  // ---- the one loop -------------------------------------------------------------------------------------------------

  /** Starts whatever is due, then sets the one timer to the next moment at which something is. */
  function tick(): void {
    if (stopped) return;
    withdrawTimer();
    const nowMs = clock.monotonicMs();
    const moments: number[] = [];
    for (const holding of held.values()) {
      writer.flush(holding);
      const wakeMs = due.start(holding, nowMs);
      if (wakeMs !== null) moments.push(wakeMs);
      if (holding.unwritten === null && !isInPlay(holding.record)) held.delete(holding.record.facts.id);
    }
    withdrawTimer = moments.length === 0 ? () => undefined : clock.after(Math.max(0, Math.min(...moments) - nowMs), changed);
  }

  function isInPlay(record: AttemptRecord): boolean {
    return isOpen(record.state) || record.onScreen || record.listed || record.alarms.some((alarm) => !alarm.read);
  }

  function changed(): void {
    tick();
    deps.onChange();
  }

  // ---- what a window sees and may ask -------------------------------------------------------------------------------

  function view(holding: Holding): Held {
    // A PAID that the disk refused is shown as such (PF-02); any other change waits for the disk.
    const ahead = holding.unwritten !== null && isPaid(holding.record.state);
    const record = ahead ? holding.record : holding.shown;
    const askIfPrinted = record.receiptNumber !== null && deps.askIfPrinted(record.receiptNumber);
    return {
      record,
      watch: holding.watch,
      recorded: holding.unwritten === null,
      askIfPrinted,
      waitsForKeychain: deps.waitsForKeychain(record.facts),
    };
  }

  const onScreen = (): Holding | null => [...held.values()].find((holding) => holding.record.onScreen) ?? null;

  /** The attempt, if it is in the very state that the window was showing (PF-26) and the button can be pressed in it. */
  function atState(attemptId: string, stateNumber: number, action: WishKind | 'sendAgain' | 'change' | 'settle' | null): Holding | null {
    const holding = held.get(attemptId);
    if (!holding || holding.shown.stateNumber !== stateNumber || holding.unwritten !== null) return null;
    if (action === null) return holding;
    const actions = paymentActions(holding.record.state, screenContext(view(holding), clock.monotonicMs()));
    return actions[action] ? holding : null;
  }

  /** Writes a new attempt, and what ends with it, then sends its invoice. */
  function begin(facts: AttemptFacts, alongside: readonly AttemptRecord[], entries: readonly Entry[]): boolean {
    const record = newRecord(facts);
    const refusal = refusedByDisk(() => {
      journal.reserve();
      journal.write({
        entries: [...entries, { kind: 'attempt.sending', subject: facts.id, body: facts }],
        attempts: [...alongside, record],
      });
    });
    if (refusal !== null) {
      deps.log('charge refused by the disk', { reason: refusal });
      return false;
    }
    for (const other of alongside) {
      const holding = held.get(other.facts.id);
      if (holding) holding.record = holding.shown = other;
    }
    const holding = newHolding(record, startWatch(clock.monotonicMs(), { restarted: false, heardNow: false }), clock.wallMs());
    held.set(facts.id, holding);
    asking.send(holding);
    changed();
    return true;
  }

  /** Takes up an attempt that an earlier run of the till left open (PF-15). */
  function takeUp(stored: AttemptRecord): void {
    const record = takenUp(stored);
    const holding = newHolding(record, startWatch(clock.monotonicMs(), { restarted: true, heardNow: false }), Date.parse(record.changedAt));
    held.set(record.facts.id, holding);
    writer.apply(holding, { kind: 'restarted' });
    holding.watch = { ...holding.watch, checkWanted: true };
  }

  /** Nobody here asked while the till was not running; a clock that was set back counts as silence too. */
  function noteSilence(holding: Holding): void {
    if (isAtRest(holding.record.state)) return;
    const gapMs = clock.wallMs() - holding.lastGoodWallMs;
    if (!(gapMs >= 0 && gapMs < TIMING.contactLostMs)) writer.apply(holding, { kind: 'contactLost' });
  }

  /** What is on the screen leaves it to a tab that is being settled; false while it holds the screen, or the disk refuses. */
  function leaveScreenTo(holding: Holding): boolean {
    const other = onScreen();
    if (other === null || other === holding) return true;
    if (blocksNextCharge(other.record.state) || other.unwritten !== null) return false;
    return writer.commit(other, recordWith(other.record, { onScreen: false }), [
      { kind: 'attempt.dismissed', subject: other.record.facts.id, body: {} },
    ]);
  }

  function obey(kind: WishKind, holding: Holding): boolean {
    const nowMs = clock.monotonicMs();
    switch (kind) {
      case 'dismiss': {
        const next = recordWith(holding.record, { onScreen: false });
        return writer.commit(holding, next, [{ kind: 'attempt.dismissed', subject: next.facts.id, body: {} }]);
      }
      case 'keepWaiting':
        holding.watch = { ...holding.watch, waitingFromMs: nowMs, customerConfirming: false };
        break;
      case 'customerSaysPaid':
        holding.watch = { ...holding.watch, saysPaidFromMs: nowMs };
        break;
      case 'cancel':
        if (holding.record.state.kind === 'reserved') holding.watch = restartWatch(holding.watch, nowMs);
        holding.watch = { ...holding.watch, nextCancelMs: nowMs };
        break;
      case 'giveUp':
      case 'setAside':
        break;
    }
    return writer.apply(holding, { kind });
  }

  return {
    start() {
      for (const record of journal.attemptsInPlay()) takeUp(record);
      // Asked first, written down after: a disk may take its time (PF-15).
      tick();
      for (const holding of held.values()) noteSilence(holding);
      changed();
    },
    asked: () => asking.answered(),
    charge(facts) {
      const holdings = [...held.values()];
      if (holdings.some((holding) => blocksNextCharge(holding.record.state))) return 'open';
      if (!deps.salesWithTab() && holdings.some((holding) => holding.record.state.kind === 'reserved')) return 'tab-open';
      if (holdings.some((holding) => holding.unwritten !== null)) return 'write-failed';
      // What is done leaves the screen to what begins.
      const pushedOff = holdings.filter((holding) => holding.record.onScreen).map(({ record }) => recordWith(record, { onScreen: false }));
      return begin(facts, pushedOff, []) ? 'started' : 'write-failed';
    },
    sendAgain(attemptId, stateNumber, makeFacts) {
      const holding = atState(attemptId, stateNumber, 'sendAgain');
      if (!holding) return 'stale';
      const { state, facts } = holding.record;
      const result = step(state, { kind: 'giveUp' }, { facts, restarted: holding.watch.restarted, nowIso: deps.nowIso() });
      const orphan = recordAfter(holding.record, result, deps.nowIso());
      const entry = { kind: 'attempt.orphan', subject: attemptId, body: { by: 'sendAgain', state: orphan.state } };
      return begin(makeFacts(facts), [orphan], [entry]) ? 'done' : 'write-failed';
    },
    wish(kind, attemptId, stateNumber) {
      const holding = atState(attemptId, stateNumber, kind);
      if (!holding) return 'stale';
      const written = obey(kind, holding);
      changed();
      return written ? 'done' : 'write-failed';
    },
    change(kind, attemptId, stateNumber, terms) {
      const holding = atState(attemptId, stateNumber, kind === 'settle' ? 'settle' : 'change');
      if (!holding || (kind === 'settle' && !leaveScreenTo(holding))) {
        changed();
        return 'stale';
      }
      if (kind === 'settle') holding.watch = restartWatch(holding.watch, clock.monotonicMs());
      const written = writer.apply(holding, { kind, terms }, {}, kind === 'settle' ? { onScreen: true } : {});
      changed();
      return written ? 'done' : 'write-failed';
    },
    checkTab(attemptId) {
      const holding = held.get(attemptId);
      if (!holding || !isAtRest(holding.record.state)) return;
      holding.watch = { ...restartWatch(holding.watch, clock.monotonicMs()), checkWanted: true };
      changed();
    },
    allows: (action, attemptId, stateNumber) => atState(attemptId, stateNumber, action)?.record ?? null,
    settle(attemptId, verdict) {
      const holding = held.get(attemptId);
      if (!holding || holding.unwritten !== null || !isForTheReport(holding.record.state)) return 'stale';
      const written = writer.apply(holding, { kind: 'reportSays', verdict });
      changed();
      return written ? 'done' : 'write-failed';
    },
    readAlarm(trayId, attemptId, stateNumber) {
      const holding = atState(attemptId, stateNumber, null);
      if (!holding?.record.alarms.some((alarm) => alarm.id === trayId && !alarm.read)) return 'stale';
      const alarms = holding.record.alarms.map((alarm) => (alarm.id === trayId ? { ...alarm, read: true } : alarm));
      const entry = { kind: 'alarm.read', subject: attemptId, body: { alarm: trayId } };
      const written = writer.commit(holding, recordWith(holding.record, { alarms }), [entry]);
      changed();
      return written ? 'done' : 'write-failed';
    },
    current: () => onScreen()?.shown ?? null,
    inPlay: () => [...held.values()].map((holding) => holding.shown),
    payment() {
      const holding = onScreen();
      return holding ? paymentView(view(holding), clock.monotonicMs(), deps.qrSource(), deps.isChanging(holding.record.facts.id)) : null;
    },
    tabs: (openSaleId) =>
      [...held.values()].map((holding) => tabView(view(holding), clock.monotonicMs(), openSaleId)).filter((tab) => tab !== null),
    tray: () => [...held.values()].flatMap((holding) => trayItems(view(holding))),
    lastUserId: () => asking.lastUserId(),
    lastGood() {
      const last = asking.lastGood();
      return last && { ageMs: clock.monotonicMs() - last.atMs, tookMs: last.tookMs };
    },
    wake() {
      for (const holding of held.values()) {
        // How long the machine slept only the wall clock knows.
        holding.watch = { ...holding.watch, lapsesMs: null };
        if (isAtRest(holding.record.state)) continue;
        if (clock.wallMs() - holding.lastGoodWallMs >= TIMING.contactLostMs) writer.apply(holding, { kind: 'contactLost' });
        if (!holding.watch.pollInFlight) holding.watch = { ...holding.watch, nextPollMs: clock.monotonicMs() };
      }
      changed();
    },
    stop() {
      stopped = true;
      durable.stop();
      withdrawTimer();
    },
  };
}
