import type { Clock } from '../../clock/clock.ts';
import { appliesTo, blocksNextCharge, canClaim, claimed, isAtHand, isAtRest, restartWatch, startWatch } from '../../payment/index.ts';
import type { AttemptFacts, ReportVerdict, Terms, Watch } from '../../payment/index.ts';
import type { AttemptRecord, Entry, Journal } from '../../records/index.ts';
import type { Hold, Holding, Holdings } from './holding.ts';
import { recordWith } from './record.ts';
import type { ShownHoldings } from './showing.ts';
import type { ChangeKind, WishKind, WishResult } from './wished.ts';
import type { Writer } from './writer.ts';

export interface WishesDeps {
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'attempt'>;
  readonly holdings: Holdings;
  readonly hold: Hold;
  readonly showing: Pick<ShownHoldings, 'atState' | 'onScreen'>;
  readonly writer: Writer;
  /** Nobody can ask about this payment: its terminal's password is lost. */
  readonly isLost: (facts: AttemptFacts) => boolean;
  readonly changed: () => void;
}

/** What a person may do about an attempt that has begun, and what the day's report says of it. */
export interface Wishes {
  wish(kind: WishKind, attemptId: string, stateNumber: number): WishResult;
  /** A wish that names what the invoice shall ask for (PF-25, PF-29). */
  change(kind: ChangeKind, attemptId: string, stateNumber: number, terms: Terms): WishResult;
  /** Somebody has opened a tab: SEQR is asked once how it stands (PF-29). */
  checkTab(attemptId: string): void;
  /** The attempt, if that button could be pressed now in that state. */
  allows(action: WishKind | 'change' | 'capture', attemptId: string, stateNumber: number): AttemptRecord | null;
  /** What the day's report says of an attempt that SEQR does not answer for (PF-17, PF-18). */
  resolve(attemptId: string, verdict: ReportVerdict): WishResult;
  readAlarm(itemId: string, attemptId: string, stateNumber: number): WishResult;
}

export function createWishes({ clock, journal, holdings, hold, showing, writer, isLost, changed }: WishesDeps): Wishes {
  function done(written: boolean): WishResult {
    changed();
    return written ? 'done' : 'write-failed';
  }

  /** What is on the screen leaves it to a tab that is being settled; false while it holds the screen, or the disk refuses. */
  function leaveScreenTo(holding: Holding): boolean {
    const other = showing.onScreen();
    if (other === null || other === holding) return true;
    if (blocksNextCharge(other.record.state) || other.unwritten !== null) return false;
    return takeOffScreen(other);
  }

  function takeOffScreen(holding: Holding): boolean {
    const next = recordWith(holding.record, { onScreen: false });
    return writer.put(holding, next, [{ kind: 'attempt.dismissed', subject: next.facts.id, body: {} }]);
  }

  function obey(kind: WishKind, holding: Holding): boolean {
    const nowMs = clock.monotonicMs();
    switch (kind) {
      case 'dismiss':
        return takeOffScreen(holding);
      case 'keepWaiting':
        holding.watch = { ...holding.watch, waitingFromMs: nowMs, customerConfirming: false };
        return writer.ask(holding, { kind, cancelLeft: holding.watch.cancelLeft });
      case 'customerSaysPaid':
        holding.watch = canClaim(holding.record.state) ? claimed(holding.watch, nowMs) : { ...holding.watch, saysPaidFromMs: nowMs };
        break;
      case 'cancel':
        if (holding.record.state.kind === 'reserved') holding.watch = restartWatch(holding.watch, nowMs);
        holding.watch = { ...holding.watch, nextCancelMs: nowMs, unsettledFromMs: nowMs };
        break;
      case 'giveUp':
      case 'setAside':
        break;
    }
    return writer.ask(holding, { kind });
  }

  return {
    wish(kind, attemptId, stateNumber) {
      const holding = showing.atState(attemptId, stateNumber, kind);
      return holding ? done(obey(kind, holding)) : 'stale';
    },
    change(kind, attemptId, stateNumber, terms) {
      const holding = changeable(showing, kind, attemptId, stateNumber);
      if (!holding || (kind === 'capture' && !leaveScreenTo(holding))) {
        changed();
        return 'stale';
      }
      if (kind === 'capture') holding.watch = restartWatch(holding.watch, clock.monotonicMs());
      const { state } = holding.record;
      const written = writer.ask(holding, { kind, terms }, kind === 'capture' ? { onScreen: true } : {});
      const result = done(written);
      // Nothing has come of it: whoever asked is not to go on as if it had.
      return written && holding.record.state === state ? 'stale' : result;
    },
    checkTab(attemptId) {
      const holding = holdings.get(attemptId);
      if (!holding || !isAtRest(holding.record.state)) return;
      holding.watch = { ...restartWatch(holding.watch, clock.monotonicMs()), checkWanted: true };
      changed();
    },
    allows: (action, attemptId, stateNumber) => showing.atState(attemptId, stateNumber, action)?.record ?? null,
    resolve(attemptId, verdict) {
      const held = holdings.get(attemptId);
      const record = held?.record ?? journal.attempt(attemptId);
      if (record === null || (held !== undefined && held.unwritten !== null)) return 'stale';
      const nobodyAnswers = isLost(record.facts);
      if (!appliesTo(record.state, verdict, nobodyAnswers)) return 'stale';
      const holding = held ?? hold(record, afterRest(clock.monotonicMs()), Date.parse(record.changedAt));
      const note = verdict.told === undefined ? {} : { told: verdict.told };
      // Whoever says it says it again, the close too: what the disk refuses has not been said, and SEQR is asked on.
      return done(writer.ask(holding, { kind: 'reportSays', verdict, nobodyAnswers }, {}, note));
    },
    readAlarm(itemId, attemptId, stateNumber) {
      const holding = showing.atState(attemptId, stateNumber, null);
      if (!holding?.record.alarms.some((alarm) => alarm.id === itemId && !alarm.read)) return 'stale';
      const alarms = holding.record.alarms.map((alarm) => (alarm.id === itemId ? { ...alarm, read: true } : alarm));
      const entry: Entry = { kind: 'alarm.read', subject: attemptId, body: { alarm: itemId } };
      return done(writer.put(holding, recordWith(holding.record, { alarms }), [entry]));
    },
  };
}

/** What has ended is in nobody's hands, and nobody has asked about it, until somebody says that it ended otherwise. */
function afterRest(nowMs: number): Watch {
  return startWatch(nowMs, { restarted: true, heardNow: false });
}

/** What was rung up for a tab is put away with it even where nobody can ask about it any more: nothing is sent (PF-29). */
function changeable(showing: Pick<ShownHoldings, 'atState'>, kind: ChangeKind, attemptId: string, stateNumber: number): Holding | null {
  if (kind !== 'draft') return showing.atState(attemptId, stateNumber, kind === 'capture' ? 'capture' : 'change');
  const holding = showing.atState(attemptId, stateNumber, null);
  return holding !== null && isAtHand(holding.record.state) ? holding : null;
}
