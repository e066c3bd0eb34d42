import type { Clock } from '../../clock/clock.ts';
import { isAtRest, isOpen, owesBack } from '../../payment/index.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import { isSameTerminal } from '../../protocol/index.ts';
import type { TerminalAt } from '../../protocol/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import { createDurable } from '../durable.ts';
import { createBeginning } from './beginning.ts';
import type { Beginning, BeginningDeps } from './beginning.ts';
import { createAsking } from './calls.ts';
import type { AskingDeps } from './calls.ts';
import { createDue } from './due.ts';
import type { DueDeps } from './due.ts';
import { createGivingBack } from './giving-back.ts';
import type { GivingBack } from './giving-back.ts';
import { holdsItsTerminal } from './holding.ts';
import type { Hold, Holding } from './holding.ts';
import { createPartPayment } from './part-payment.ts';
import type { PartPayment, PartPaymentDeps } from './part-payment.ts';
import { createResuming } from './resuming.ts';
import type { Resuming } from './resuming.ts';
import { createShowing } from './showing.ts';
import type { Showing, ShowingDeps } from './showing.ts';
import { createWishes } from './wishes.ts';
import type { Wishes } from './wishes.ts';
import { createWriter } from './writer.ts';
import type { WriterDeps } from './writer.ts';

/** What the desk needs from the rest of the till; every door is an argument, so a model can hold them all. */
export interface DeskDeps
  extends
    Omit<WriterDeps, 'journal' | 'durable' | 'again' | 'onOthers'>,
    Omit<ShowingDeps, 'holdings' | 'refundsOf'>,
    Pick<BeginningDeps, 'salesWithTab' | 'isLost'>,
    Pick<DueDeps, 'seqrNowMs'>,
    Pick<PartPaymentDeps, 'partTerms'>,
    Pick<AskingDeps, 'serviceFor' | 'invoiceFor' | 'withCards'> {
  readonly clock: Clock;
  readonly journal: Journal;
  /** After every change and at every moment at which a screen changes by itself. */
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** The payments of one journal: how they begin, how they go on, what a window sees of them and may do. */
export interface Desk extends Beginning, Wishes, Showing, Resuming, GivingBack, PartPayment {
  /** Resolves when SEQR has answered, or failed to answer, everything that it is being asked now. */
  asked(): Promise<void>;
  /** The player's account that the latest customer's phone has shown; of this run of the till only. */
  lastUserId(): string | null;
  lastGood(): { readonly ageMs: number; readonly tookMs: number } | null;
  /** A payment of this terminal has begun, has not come to an end, and SEQR answers about it (PF-24). */
  holds(terminal: TerminalAt): boolean;
  /** Asks how the tabs at rest stand: whether SEQR still answers about them is not known before (PF-24). */
  askAboutTabs(): void;
  /** Nobody can ask about this payment: its terminal's password is lost. */
  isLost(facts: AttemptFacts): boolean;
  stop(): void;
}

/** Holds the attempts and starts what is due. What it writes, asks, shows and obeys is in the files beside it. */
export function createDesk(deps: DeskDeps): Desk {
  const { clock } = deps;
  const holdings = new Map<string, Holding>();
  const durable = createDurable(deps);
  const writer = createWriter({ ...deps, durable, again: changed, onOthers: (records) => givingBack.takeOver(records) });
  const asking = createAsking({ ...deps, writer, stopped: () => stopped, changed });
  const due = createDue({ ...deps, writer, asking });
  const showing = createShowing({ ...deps, holdings, refundsOf: (number) => deps.journal.refundsOf(number) });
  const hands = { ...deps, holdings, hold, showing, writer, asking, changed, tick };
  const wishes = createWishes(hands);
  const givingBack = createGivingBack(hands);
  let withdrawTimer: () => void = () => undefined;
  let stopped = false;

  function hold(...[record, watch, lastGoodWallMs]: Parameters<Hold>): Holding {
    const holding: Holding = { record, shown: record, watch, unwritten: null, lastGoodWallMs };
    holdings.set(record.facts.id, holding);
    return holding;
  }

  /** The one loop: starts whatever is due, then sets the one timer to the next moment at which something is. */
  function tick(): void {
    if (stopped) return;
    withdrawTimer();
    const nowMs = clock.monotonicMs();
    const moments: number[] = [];
    for (const holding of holdings.values()) {
      writer.flush(holding);
      const wakeMs = due.start(holding, nowMs);
      if (wakeMs !== null) moments.push(wakeMs);
      // A read that is on its way may say PAID yet (PF-06).
      const isDone = holding.unwritten === null && !holding.watch.pollInFlight && !isInPlay(holding.record);
      if (isDone) holdings.delete(holding.record.facts.id);
    }
    withdrawTimer = moments.length === 0 ? () => undefined : clock.after(Math.max(0, Math.min(...moments) - nowMs), changed);
  }

  function changed(): void {
    tick();
    deps.onChange();
  }

  return {
    ...createBeginning(hands),
    ...wishes,
    ...createResuming(hands),
    ...givingBack,
    ...createPartPayment(hands),
    ...showing,
    asked: () => asking.answered(),
    lastUserId: () => asking.lastUserId(),
    isLost: deps.isLost,
    askAboutTabs() {
      for (const { record, watch } of holdings.values()) if (isAtRest(record.state) && !watch.checkWanted) wishes.checkTab(record.facts.id);
    },
    holds(terminal) {
      const nowMs = clock.monotonicMs();
      return [...holdings.values()].some(
        (holding) => isSameTerminal(holding.record.facts, terminal) && holdsItsTerminal(holding, nowMs, deps.isLost(holding.record.facts)),
      );
    },
    lastGood() {
      const last = asking.lastGood();
      return last && { ageMs: clock.monotonicMs() - last.atMs, tookMs: last.tookMs };
    },
    stop() {
      stopped = true;
      durable.stop();
      withdrawTimer();
    },
  };
}

function isInPlay(record: AttemptRecord): boolean {
  return isOpen(record.state) || owesBack(record.state) || record.onScreen || record.listed || record.alarms.some((alarm) => !alarm.read);
}
