import { isSameTerminal } from '../protocol/index.ts';
import type { ProblemCode } from '../text/index.ts';
import { openPayments } from './current-session.ts';
import type { CurrentSession } from './current-session.ts';
import { presentTerminal } from './settings/settings.ts';
import type { ProfileStore } from './settings/settings.ts';

/** What a change of the terminal, or of the service it belongs to, has to ask first (PF-24). */
export interface HeldTerminal {
  /**
   * Why nothing may change about the terminal that speaks to SEQR now: what has begun on it can only be ended with it, and
   * SEQR answers about it. Null: it may; what was begun by another terminal, or is not answered about, holds nothing.
   */
  readonly terminalHeld: () => ProblemCode | null;
  /** Why this journal may not be left for practice: somebody can still ask about a payment in it, and nobody would. */
  readonly leftBehind: () => ProblemCode | null;
  /** The journal knows of payments of another terminal than the present one. */
  readonly hadOtherTerminal: () => boolean;
}

export function createHeldTerminal(current: Pick<CurrentSession, 'get'>, profile: Pick<ProfileStore, 'get'>): HeldTerminal {
  return {
    terminalHeld() {
      const session = current.get();
      const present = presentTerminal(profile.get());
      if (session === null || present === null) return null;
      if (session.desk.holds(present)) {
        session.desk.askAboutTabs();
        return 'terminal.attempt-open';
      }
      if (session.closes.isUnderWay(present)) return 'day.under-way';
      return session.disbursement.isBusy() ? 'terminal.disbursement-open' : null;
    },
    leftBehind() {
      const session = current.get();
      return session?.mode === 'live' && openPayments(session).length > 0 ? 'terminal.attempt-open' : null;
    },
    hadOtherTerminal() {
      const session = current.get();
      if (session === null) return false;
      const present = presentTerminal(profile.get());
      const last = session.journal.lastReceipt();
      const sold = last === null ? null : session.journal.attempt(last.attemptId);
      const known = [...session.desk.inPlay(), ...(sold === null ? [] : [sold])];
      return known.some(({ facts }) => present === null || !isSameTerminal(facts, present));
    },
  };
}
