import type { Clock } from '../../clock/clock.ts';
import type { CloseView } from '../../contract/day-view.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { isUnderWay, stepClose } from '../../day/index.ts';
import type { Close, CloseEvent, CloseFacts, Settlement } from '../../day/index.ts';
import type { Batch, Journal } from '../../records/index.ts';
import type { Problem } from '../../text/index.ts';
import { createDurable, writeOrRefuse } from '../durable.ts';
import { OK, refuse, refused } from '../results.ts';
import type { Books } from './close-books.ts';
import { createCloseAsking } from './close-calls.ts';
import type { CloseAskingDeps } from './close-calls.ts';
import type { GivenPassword, ResellerKey } from './reseller-key.ts';

export interface CloseDeskDeps extends Omit<CloseAskingDeps, 'happened' | 'stopped'> {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly nowIso: () => string;
  readonly books: Books;
  readonly key: ResellerKey;
  /** Of the till as it is set up now; or why there can be no close. */
  readonly facts: () => CloseFacts | Problem;
  /** A payment or a refund is under way on this screen: it comes first. */
  readonly inTheWay: () => Problem | null;
  /**
   * Carries out what the report says about an open payment or refund. What it no longer applies to is left alone. False: the
   * disk refused.
   */
  readonly settle: (settlement: Settlement) => boolean;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** Closes the day, one step at a time, each on disk before the next (PF-17). */
export interface CloseDesk {
  /** Goes on with what an earlier run of the till left. */
  start(): void;
  /** SEQR is ending the period just now: no money may move. */
  isMarking(): boolean;
  /** A close has begun and is not done. */
  isUnderWay(): boolean;
  whyNot(): Problem | null;
  begin(given: GivenPassword): Promise<IntentResult>;
  /** Marks again, or asks for the report again. */
  goOn(closeId: string, stateNumber: number, given: GivenPassword): Promise<IntentResult>;
  /** The report does not come: the close is numbered without it. */
  finishWithout(closeId: string, stateNumber: number): IntentResult;
  view(): CloseView | null;
  stop(): void;
}

export function createCloseDesk(deps: CloseDeskDeps): CloseDesk {
  const { clock, journal, books, key } = deps;
  let close: Close | null = null;
  let sinceMs = 0;
  let tries = 0;
  let stopped = false;
  let withdraw: () => void = () => undefined;
  const durable = createDurable(deps);
  const asking = createCloseAsking({
    ...deps,
    stopped: () => stopped,
    happened,
  });

  // ---- one step at a time -------------------------------------------------------------------------------------------

  function batchOf(next: Close): Batch {
    return { entries: [{ kind: `close.${next.state.kind}`, subject: next.facts.id, body: next }], closes: [next] };
  }

  /** The close as it now is: on disk already. */
  function show(next: Close): void {
    if (close?.state.kind !== next.state.kind) sinceMs = clock.monotonicMs();
    close = next;
  }

  function happened(event: CloseEvent): void {
    if (stopped || close === null) return;
    const next = stepClose(close, event);
    if (next === close) return;
    if (durable.write(next.facts.id, batchOf(next), () => happened(event))) {
      show(next);
      advance(event);
    }
    deps.onChange();
  }

  function later(delayMs: number, run: () => void): void {
    withdraw();
    withdraw = clock.after(delayMs, run);
  }

  /** Whatever follows by itself from where the close now is. */
  function advance(event: CloseEvent | null): void {
    if (close === null) return;
    switch (close.state.kind) {
      case 'marking':
        void asking.mark(close);
        return;
      case 'markLost':
        // A first lost answer is made good at once; after a second one a person says when.
        if (event?.kind === 'markUnanswered' && close.lost.length === 1) happened({ kind: 'markAgain', mark: books.mark() });
        return;
      case 'waiting':
        tries = 0;
        askForReport();
        return;
      case 'reported':
        // In their order, and again from the first if the disk refuses one: what is settled already is left alone.
        if (close.state.result.settlements.every(deps.settle))
          happened({ kind: 'finished', number: journal.nextCloseNumber(), doneAt: deps.nowIso() });
        else durable.later(close.facts.id, () => advance(null));
        return;
      case 'done':
      case 'notMarked':
        key.drop();
        return;
      case 'held':
        return;
    }
  }

  function askForReport(): void {
    later(asking.waitMs(tries), () => {
      if (stopped || close?.state.kind !== 'waiting') return;
      tries += 1;
      deps.onChange();
      void asking.report(close, tries).then((isOver) => {
        if (!isOver && !stopped) askForReport();
      });
    });
  }

  // ---- what a window may ask ----------------------------------------------------------------------------------------

  function whyNot(): Problem | null {
    if (close !== null && isUnderWay(close)) return { code: 'day.under-way' };
    const facts = deps.facts();
    return 'code' in facts ? facts : deps.inTheWay();
  }

  /** The close under way, if it is in the very state that the window was showing (PF-26). */
  function at(closeId: string, stateNumber: number): Close | null {
    return close?.facts.id === closeId && close.stateNumber === stateNumber ? close : null;
  }

  return {
    start() {
      close = journal.closeUnderWay();
      sinceMs = clock.monotonicMs();
      if (close === null) return;
      // Half-done, so nobody knows whether SEQR has begun a new period.
      if (close.state.kind === 'marking') happened({ kind: 'markUnanswered' });
      else if (close.state.kind === 'waiting') {
        void key.take({ password: null, keep: false }).then((problem) => {
          if (problem === null) advance(null);
          else happened({ kind: 'noReport', problem });
        });
      } else advance(null);
    },
    isMarking: () => close?.state.kind === 'marking',
    isUnderWay: () => close !== null && isUnderWay(close),
    whyNot,
    async begin(given) {
      const before = whyNot();
      if (before !== null) return refused(before);
      const problem = await key.take(given);
      if (problem !== null) return refused(problem);
      // Once more: something may have begun while the keychain was asked.
      const facts = deps.facts();
      const now = whyNot();
      if (now !== null || 'code' in facts) return refused(now ?? { code: 'stale' });
      const begun: Close = {
        facts,
        number: null,
        from: books.lastMark(facts),
        mark: books.mark(),
        lost: [],
        state: { kind: 'marking' },
        stateNumber: 1,
      };
      const written = writeOrRefuse(() => journal.write(batchOf(begun)));
      if (!written.ok) return written;
      show(begun);
      advance(null);
      deps.onChange();
      return OK;
    },
    async goOn(closeId, stateNumber, given) {
      if (at(closeId, stateNumber) === null) return refuse('stale');
      const problem = await key.take(given);
      if (problem !== null) return refused(problem);
      const now = at(closeId, stateNumber);
      switch (now?.state.kind) {
        case 'markLost': {
          const blocked = deps.inTheWay();
          if (blocked !== null) return refused(blocked);
          happened({ kind: 'markAgain', mark: books.mark() });
          return OK;
        }
        case 'held':
          happened({ kind: 'goOn' });
          return OK;
        default:
          return refuse('stale');
      }
    },
    finishWithout(closeId, stateNumber) {
      if (at(closeId, stateNumber)?.state.kind !== 'held') return refuse('stale');
      happened({ kind: 'finished', number: journal.nextCloseNumber(), doneAt: deps.nowIso() });
      return OK;
    },
    view() {
      if (close === null || close.state.kind === 'done') return null;
      const { facts, state, stateNumber, lost } = close;
      return {
        closeId: facts.id,
        stateNumber,
        scope: facts.scope,
        startedAt: facts.startedAt,
        state: state.kind,
        forMs: clock.monotonicMs() - sinceMs,
        needsPassword: key.credentials() === null,
        tries,
        problem: 'problem' in state ? state.problem : null,
        lostMarks: lost.length,
      };
    },
    stop() {
      stopped = true;
      durable.stop();
      withdraw();
    },
  };
}
