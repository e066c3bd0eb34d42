import type { Clock } from '../../clock/clock.ts';
import { isAtRest, startWatch, TIMING } from '../../payment/index.ts';
import type { Watch } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import type { Hold, Holding, Holdings } from './holding.ts';
import type { Writer } from './writer.ts';

export interface ResumingDeps {
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'attemptsInPlay'>;
  readonly holdings: Holdings;
  readonly hold: Hold;
  readonly writer: Writer;
  /** Starts whatever is due. */
  readonly tick: () => void;
  readonly changed: () => void;
}

/** What follows when nobody here has asked for a while: the till, or the whole machine, was not running. */
export interface Resuming {
  /** Asks at once about every unfinished attempt, before any window is up (PF-15). */
  start(): void;
  /** The machine woke or the network is back: poll first, think later (PF-04, PF-27). */
  wake(): void;
}

export function createResuming({ clock, journal, holdings, hold, writer, tick, changed }: ResumingDeps): Resuming {
  /** Takes up an attempt that an earlier run of the till left open. */
  function takeUp(record: AttemptRecord): void {
    const watch = startWatch(clock.monotonicMs(), { restarted: true, heardNow: false });
    const holding = hold(record, watch, lastGoodWallMs(record));
    writer.apply(holding, { kind: 'restarted' });
    holding.watch = { ...holding.watch, checkWanted: true };
  }

  /** Nobody here asked while the till was not running; a clock that was set back counts as silence too. */
  function noteSilence(holding: Holding): void {
    if (isAtRest(holding.record.state)) return;
    const gapMs = clock.wallMs() - holding.lastGoodWallMs;
    if (gapMs >= 0 && gapMs < TIMING.contactLostMs) return;
    writer.apply(holding, { kind: 'contactLost' });
    const { kind } = holding.record.state;
    if (kind === 'live' || kind === 'reserved') holding.watch = silentAlready(holding.watch, clock.monotonicMs());
  }

  return {
    start() {
      // What this run has begun before it came to this is in its hands already, and waits for its own answers.
      for (const record of journal.attemptsInPlay()) if (!holdings.has(record.facts.id)) takeUp(record);
      // Asked first, written down after: a disk may take its time.
      tick();
      for (const holding of holdings.values()) noteSilence(holding);
      changed();
    },
    wake() {
      for (const holding of holdings.values()) {
        // How long the machine slept only the wall clock knows.
        holding.watch = { ...holding.watch, lapsesMs: null };
        if (isAtRest(holding.record.state)) continue;
        noteSilence(holding);
        if (!holding.watch.pollInFlight) holding.watch = { ...holding.watch, nextPollMs: clock.monotonicMs() };
      }
      changed();
    },
  };
}

/** By this machine's clock, and never too late: that contact was lost is a change as well. */
function lastGoodWallMs({ state, changedAt }: AttemptRecord): number {
  return 'contactLost' in state && state.contactLost ? 0 : Date.parse(changedAt);
}

/** Nobody has had an answer for as long as it takes to say that the outcome is unknown, whoever watched meanwhile (invariant 2). */
function silentAlready(watch: Watch, nowMs: number): Watch {
  const fromMs = nowMs - TIMING.contactLostMs;
  const { sinceMs, lastGoodMs } = watch;
  return { ...watch, sinceMs: Math.min(sinceMs, fromMs), lastGoodMs: lastGoodMs === null ? null : Math.min(lastGoodMs, fromMs) };
}
