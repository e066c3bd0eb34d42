import type { Clock } from '../../clock/clock.ts';
import type { CloseView } from '../../contract/day-view.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { canDoWithout, isUnderWay } from '../../day/index.ts';
import type { Close, CloseFacts } from '../../day/index.ts';
import { isSameTerminal } from '../../protocol/index.ts';
import type { Problem } from '../../text/index.ts';
import { OK, refuse, refused } from '../results.ts';
import { createCloseSteps } from './close-steps.ts';
import type { CloseStepsDeps } from './close-steps.ts';
import { closeView } from './close-view.ts';
import { recoveriesSince } from './recoveries.ts';
import type { GivenPassword } from './reseller-key.ts';

export interface CloseDeskDeps extends Omit<CloseStepsDeps, 'newClose'> {
  readonly clock: Clock;
  /** Of the till as it is set up now; or why there can be no close. */
  readonly facts: () => CloseFacts | Problem;
  readonly newId: () => string;
  /** A payment or a refund is under way on this screen: it comes first. */
  readonly inTheWay: () => Problem | null;
}

/** Closes the day: what a window sees of it and may ask (PF-17). */
export interface CloseDesk {
  /** Goes on with what an earlier run of the till left. */
  start(): void;
  /** SEQR is ending the period just now: no money may move. */
  isMarking(): boolean;
  /** A close of this terminal has begun and is not done. */
  isUnderWay(terminal: Pick<CloseFacts, 'endpoint' | 'terminalId'>): boolean;
  whyNot(): Problem | null;
  begin(given: GivenPassword): Promise<IntentResult>;
  /** Marks again, or asks for the report again. */
  goOn(closeId: string, stateNumber: number, given: GivenPassword): Promise<IntentResult>;
  /** SEQR's report does not come, or SEQR ends no period: the close is numbered without. */
  finishWithout(closeId: string, stateNumber: number): IntentResult;
  view(): CloseView | null;
  stop(): void;
}

export function createCloseDesk(deps: CloseDeskDeps): CloseDesk {
  const { clock, books, key } = deps;
  const steps = createCloseSteps({ ...deps, newClose: (facts) => newClose(facts, deps) });

  const underWay = (): boolean => {
    const close = steps.close();
    return close !== null && isUnderWay(close);
  };

  function whyNot(): Problem | null {
    if (underWay()) return { code: 'day.under-way' };
    const facts = deps.facts();
    return 'code' in facts ? facts : deps.inTheWay();
  }

  /** The close under way, if it is in the very state that the window was showing (PF-26). */
  function at(closeId: string, stateNumber: number): Close | null {
    const close = steps.close();
    return close?.facts.id === closeId && close.stateNumber === stateNumber ? close : null;
  }

  /** A report that has not been asked for in vain yet is waited for. */
  function mayDoWithout({ state: { kind } }: Close): boolean {
    return canDoWithout(kind) && (kind !== 'waiting' || steps.tries() > 1);
  }

  return {
    start: () => steps.resume(),
    isMarking: () => steps.close()?.state.kind === 'marking',
    isUnderWay(terminal) {
      const close = steps.close();
      return close !== null && isUnderWay(close) && isSameTerminal(close.facts, terminal);
    },
    whyNot,
    async begin(given) {
      const before = whyNot();
      if (before !== null) return refused(before);
      const first = deps.facts();
      if ('code' in first) return refused(first);
      const problem = await key.take(given, first.endpoint);
      if (problem !== null) return refused(problem);
      // Once more: something may have begun while the keychain was asked.
      const facts = deps.facts();
      const now = whyNot();
      if (now !== null || 'code' in facts || facts.endpoint !== first.endpoint) return refused(now ?? { code: 'stale' });
      return steps.begin([facts, ...formerOnes(facts, deps)]);
    },
    async goOn(closeId, stateNumber, given) {
      const first = at(closeId, stateNumber);
      if (first === null) return refuse('stale');
      const problem = await key.take(given, first.facts.endpoint);
      if (problem !== null) return refused(problem);
      const shown = at(closeId, stateNumber);
      switch (shown?.state.kind) {
        case 'markLost': {
          const blocked = deps.inTheWay();
          if (blocked !== null) return refused(blocked);
          steps.happened({ kind: 'markAgain', mark: books.mark(shown.facts.endpoint) });
          return OK;
        }
        case 'held':
          steps.happened({ kind: 'goOn' });
          return OK;
        default:
          return refuse('stale');
      }
    },
    finishWithout(closeId, stateNumber) {
      const shown = at(closeId, stateNumber);
      if (shown === null || !mayDoWithout(shown)) return refuse('stale');
      steps.finish();
      return OK;
    },
    view() {
      const close = steps.close();
      if (close === null) return null;
      const forMs = clock.monotonicMs() - steps.sinceMs();
      const canFinishWithout = mayDoWithout(close);
      return closeView(close, {
        forMs,
        canFinishWithout,
        needsPassword: key.credentials(close.facts.endpoint) === null,
        tries: steps.tries(),
      });
    },
    stop: () => steps.stop(),
  };
}

function newClose(facts: CloseFacts, { books, journal }: Pick<CloseDeskDeps, 'books' | 'journal'>): Close {
  const [from, mark] = [books.lastMark(facts), books.mark(facts.endpoint)];
  return { facts, number: null, from, mark, lost: [], ...recoveriesSince(journal), state: { kind: 'marking' }, stateNumber: 1 };
}

/** A shop's period is marked once for all its terminals: it has no closes of former ones. */
function formerOnes(present: CloseFacts, { books, newId }: Pick<CloseDeskDeps, 'books' | 'newId'>): readonly CloseFacts[] {
  if (present.scope === 'shop') return [];
  return books
    .formerTerminals(present)
    .map(({ terminalId, register }) => ({ ...present, id: newId(), terminalId, register, former: true }));
}
