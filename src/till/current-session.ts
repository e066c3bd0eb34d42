import { isAtRest, isOpen } from '../payment/index.ts';
import type { ProblemCode } from '../text/index.ts';
import type { Session } from './session.ts';
import type { Till } from './till.ts';

/** The one session that is open, if any, and what the rest of the till has to know of it whether it is or not. */
export interface CurrentSession {
  /** Null until a service has been chosen, and after practice was left. */
  readonly get: () => Session | null;
  /** Closes the one before. */
  readonly replace: (next: Session | null) => void;
  /** Somebody has to go on asking. A tab at rest does not need that: the machine may sleep, and Kassa may be closed (PF-29). */
  readonly isWatched: () => boolean;
  /** Money is in the air: a payment that somebody has to go on asking about, or a refund that is being sent. */
  readonly moneyMoves: () => boolean;
  /** What nobody knows yet can only be resolved with the terminal it was sent through (PF-24). Null: nothing is open. */
  readonly terminalHeld: () => ProblemCode | null;
  /** SEQR is ending the period just now. */
  readonly isMarking: () => boolean;
  /** Something has been rung up or sold, so that the book has amounts in one currency. */
  readonly hasAmounts: () => boolean;
  readonly quitWarning: Till['quitWarning'];
  /** Polls first, thinks later (PF-04). */
  readonly wake: () => void;
}

export function createCurrentSession(): CurrentSession {
  let session: Session | null = null;

  function isWatched(): boolean {
    return session?.desk.inPlay().some(({ state }) => isOpen(state) && !isAtRest(state)) ?? false;
  }

  return {
    get: () => session,
    replace(next) {
      session?.close();
      session = next;
    },
    isWatched,
    moneyMoves: () => isWatched() || (session?.disbursement.isBusy() ?? false),
    terminalHeld() {
      if (session === null) return null;
      if (session.desk.inPlay().some(({ state }) => isOpen(state))) return 'terminal.attempt-open';
      if (session.closes.isUnderWay()) return 'day.under-way';
      return session.disbursement.unresolved().length > 0 ? 'terminal.disbursement-open' : null;
    },
    isMarking: () => session?.closes.isMarking() ?? false,
    hasAmounts() {
      if (session === null) return false;
      const { journal, sales, desk } = session;
      return journal.nextReceiptNumber() > 1 || desk.inPlay().length > 0 || sales.view().sale.rows.length > 0;
    },
    quitWarning() {
      if (session === null) return null;
      if (isWatched()) return 'payment-open';
      if (session.disbursement.isBusy()) return 'refund-open';
      if (session.closes.isMarking()) return 'day-marking';
      return session.prints.isBusy() ? 'printing' : null;
    },
    wake: () => session?.desk.wake(),
  };
}
