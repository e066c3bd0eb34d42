import type { Clock } from '../../clock/clock.ts';
import { blocksNextCharge, isSetAside, keepsTerminal, startWatch, step } from '../../payment/index.ts';
import type { AttemptEvent, AttemptFacts } from '../../payment/index.ts';
import { isSameTerminal } from '../../protocol/index.ts';
import type { AttemptRecord, Entry, Journal } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';
import type { Asking } from './calls.ts';
import { holdsItsTerminal } from './holding.ts';
import type { Hold, Holding, Holdings } from './holding.ts';
import { newRecord, recordAfter, recordWith } from './record.ts';
import type { ShownHoldings } from './showing.ts';
import type { ToWriteDeps } from './to-write.ts';
import type { WishResult } from './wished.ts';
import type { WriterDeps } from './writer.ts';

export interface BeginningDeps extends Pick<ToWriteDeps, 'afterParking'>, Pick<WriterDeps, 'onOutcome'> {
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'write'>;
  readonly nowIso: () => string;
  readonly holdings: Holdings;
  readonly hold: Hold;
  readonly showing: Pick<ShownHoldings, 'atState'>;
  readonly asking: Pick<Asking, 'send'>;
  /** Other payments may be taken while a tab is open, though SEQR may let them cancel it (PF-29). */
  readonly salesWithTab: () => boolean;
  /** Nobody can ask about this payment: its terminal's password is lost. */
  readonly isLost: (facts: AttemptFacts) => boolean;
  readonly changed: () => void;
  readonly log: (what: string, data: object) => void;
}

/** How an attempt begins: on disk first, then at SEQR (PF-02). */
export interface Beginning {
  /**
   * Writes the attempt down and sends its invoice. One blocking attempt of its terminal at a time (PF-09); what belongs to
   * another terminal makes way (PF-24).
   */
  charge(facts: AttemptFacts): 'started' | 'open' | 'tab-open' | 'write-failed';
  /** Gives up `attemptId` and charges anew in one breath (PF-10). */
  sendAgain(attemptId: string, stateNumber: number, facts: (replaces: AttemptFacts) => AttemptFacts): WishResult;
}

export function createBeginning({ clock, journal, holdings, hold, asking, ...deps }: BeginningDeps): Beginning {
  /**
   * Writes a new attempt, and what ends with it, then sends its invoice. False: the disk refused.
   *
   * @param parked those of `alongside` that are set aside: their sale leaves the counter, as when a person sets them aside
   */
  function begin(
    facts: AttemptFacts,
    alongside: readonly AttemptRecord[],
    entries: readonly Entry[],
    parked: readonly AttemptRecord[] = [],
  ): boolean {
    const record = newRecord(facts);
    const slots = parked.map((other) => deps.afterParking(other)).find((left) => left !== undefined);
    const refusal = refusedByDisk(() => {
      journal.write({
        begins: true,
        entries: [...entries, { kind: 'attempt.sending', subject: facts.id, body: facts }],
        attempts: [...alongside, record],
        ...(slots ? { slots } : {}),
      });
    });
    if (refusal !== null) {
      deps.log('charge refused by the disk', { reason: refusal });
      return false;
    }
    for (const other of alongside) {
      const holding = holdings.get(other.facts.id);
      if (holding) holding.record = holding.shown = other;
    }
    asking.send(hold(record, startWatch(clock.monotonicMs(), { restarted: false, heardNow: false }), clock.wallMs()));
    for (const other of parked) deps.onOutcome(other);
    deps.changed();
    return true;
  }

  /** A tab of the terminal: SEQR may let a new invoice cancel it (PF-29), if it answers about it at all (PF-24). */
  function keepsTab(holding: Holding): boolean {
    const { state, facts } = holding.record;
    return keepsTerminal(state) && holdsItsTerminal(holding, clock.monotonicMs(), deps.isLost(facts));
  }

  /**
   * Another terminal's payment makes way for what begins (PF-24): as a person would put it away, so that it is in the list and
   * asked about for as long as somebody can.
   */
  function outOfTheWay(holding: Holding): { readonly record: AttemptRecord; readonly entry: Entry } {
    const event: AttemptEvent = holding.record.state.kind === 'live' ? { kind: 'setAside' } : { kind: 'giveUp' };
    return after(holding, event, { by: event.kind, cause: 'another terminal' });
  }

  /** An attempt that something takes off the screen as another begins, to be written with it. */
  function after({ record, watch }: Holding, event: AttemptEvent, why: object): { readonly record: AttemptRecord; readonly entry: Entry } {
    const result = step(record.state, event, { facts: record.facts, restarted: watch.restarted, nowIso: deps.nowIso() });
    const next = recordAfter(record, result, deps.nowIso());
    return { record: next, entry: { kind: `attempt.${next.state.kind}`, subject: record.facts.id, body: { ...why, state: next.state } } };
  }

  return {
    charge(facts) {
      const all = [...holdings.values()];
      const own = all.filter((holding) => isSameTerminal(holding.record.facts, facts));
      if (own.some((holding) => blocksNextCharge(holding.record.state))) return 'open';
      if (!deps.salesWithTab() && own.some(keepsTab)) return 'tab-open';
      if (all.some((holding) => holding.unwritten !== null)) return 'write-failed';
      const inTheWay = all.filter((holding) => blocksNextCharge(holding.record.state)).map(outOfTheWay);
      // What is done leaves the screen to what begins.
      const pushedOff = all
        .filter(({ record }) => record.onScreen && !blocksNextCharge(record.state))
        .map(({ record }) => recordWith(record, { onScreen: false }));
      const outOfIt = inTheWay.map(({ record }) => record);
      const entries = inTheWay.map(({ entry }) => entry);
      const parked = outOfIt.filter(({ state }) => isSetAside(state));
      return begin(facts, [...outOfIt, ...pushedOff], entries, parked) ? 'started' : 'write-failed';
    },
    sendAgain(attemptId, stateNumber, makeFacts) {
      const holding = deps.showing.atState(attemptId, stateNumber, 'sendAgain');
      if (!holding) return 'stale';
      const orphan = after(holding, { kind: 'giveUp' }, { by: 'sendAgain' });
      return begin(makeFacts(holding.record.facts), [orphan.record], [orphan.entry]) ? 'done' : 'write-failed';
    },
  };
}
