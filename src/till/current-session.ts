import type { Currency } from '../money/index.ts';
import { isAtRest, isOpen } from '../payment/index.ts';
import type { AttemptRecord } from '../records/index.ts';
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
  /** SEQR is ending the period just now. */
  readonly isMarking: () => boolean;
  /** What has been rung up or sold is in the book in this currency; null: there is nothing yet. */
  readonly currencyOfBook: () => Currency | null;
  readonly quitWarning: Till['quitWarning'];
  /** The wizard's payment gives up the screen: the till is set up, and the next customer comes. */
  readonly putAwayTestPayment: () => void;
  /** Polls first, thinks later (PF-04). */
  readonly wake: () => void;
}

export function createCurrentSession(): CurrentSession {
  let session: Session | null = null;

  function isWatched(): boolean {
    return session !== null && openPayments(session).some(({ state }) => !isAtRest(state));
  }

  return {
    get: () => session,
    replace(next) {
      session?.close();
      session = next;
    },
    isWatched,
    moneyMoves: () => isWatched() || (session?.disbursement.isBusy() ?? false),
    isMarking: () => session?.closes.isMarking() ?? false,
    currencyOfBook() {
      if (session === null) return null;
      const { journal, sales, desk } = session;
      const { sale } = sales.view();
      const rungUp = sale.rows.length > 0 ? sale.currency : null;
      return journal.lastReceipt()?.receipt.total.currency ?? desk.inPlay()[0]?.facts.amount.currency ?? rungUp;
    },
    quitWarning() {
      if (session === null) return null;
      if (isWatched()) return 'payment-open';
      if (session.disbursement.isBusy()) return 'refund-open';
      if (session.closes.isMarking()) return 'day-marking';
      return session.prints.isBusy() ? 'printing' : null;
    },
    putAwayTestPayment() {
      const desk = session?.desk;
      const shown = desk?.inPlay().find(({ facts, onScreen }) => facts.test && onScreen);
      // Refused where there is no end yet: then it stays on the screen.
      if (shown !== undefined) desk?.wish('dismiss', shown.facts.id, shown.stateNumber);
    },
    wake: () => session?.desk.wake(),
  };
}

/** Payments that have not come to an end, and about which somebody can be asked. */
export function openPayments({ desk }: Pick<Session, 'desk'>): readonly AttemptRecord[] {
  return desk.inPlay().filter(({ facts, state }) => isOpen(state) && !desk.isLost(facts));
}

/** Where those are asked who may answer about payments that have not come to an end. */
export function openEndpoints({ journal }: Pick<Session, 'journal'>): readonly string[] {
  return journal.attemptsInPlay().flatMap(({ facts, state }) => (isOpen(state) ? [facts.endpoint] : []));
}
