import type { Snapshot } from '../contract/snapshot.ts';
import type { WriteFault } from '../records/index.ts';
import type { Problem } from '../text/index.ts';
import type { ProblemCode } from '../text/index.ts';
import { FAULT_PROBLEM } from './disk-words.ts';
import type { TillDeps } from './ports.ts';

/** What went wrong outside a payment, told until somebody has read it. */
export interface Notices {
  /** The newest last. */
  view(): Snapshot['notices'];
  /** Said once, however often it happens before somebody has read it. */
  readonly tell: (problem: Problem) => void;
  /** Something stored cannot be read: the log has what, the screen that it is so. */
  readonly damaged: (what: string, detail: string) => void;
  /** A payment, a refund or a close is in a state that is not known, and goes on in a safe one. */
  readonly unknownState: (what: string, detail: string) => void;
  /** Why the disk takes no records; null: it takes them again. */
  readonly diskFault: (fault: WriteFault | null) => void;
  /** It is no longer so. */
  withdraw(code: ProblemCode): void;
  /** Somebody has read it. */
  dismiss(id: string): void;
}

/** So many notices are kept. */
const MAX_NOTICES = 20;

/** @param onChange told when a notice came or went outside an intent */
export function createNotices(newId: () => string, log: TillDeps['log'], onChange: () => void): Notices {
  let notices: Snapshot['notices'] = [];

  function tell(problem: Problem): void {
    if (notices.some((shown) => shown.problem.code === problem.code)) return;
    notices = [...notices, { id: newId(), problem }].slice(-MAX_NOTICES);
  }

  function withdraw(code: ProblemCode): void {
    notices = notices.filter((shown) => shown.problem.code !== code);
  }

  return {
    view: () => notices,
    tell,
    damaged(what, detail) {
      log({ level: 'error', what: 'damaged line', data: { what, detail } });
      tell({ code: 'journal.damaged' });
    },
    unknownState(what, detail) {
      log({ level: 'error', what: 'unknown state', data: { what, detail } });
      tell({ code: 'journal.unknown-state' });
    },
    diskFault(fault) {
      const before = notices.length;
      for (const [reason, code] of Object.entries(FAULT_PROBLEM)) if (reason !== 'damaged') withdraw(code);
      if (fault !== null) tell({ code: FAULT_PROBLEM[fault] });
      if (fault === null && notices.length === before) return;
      log({ level: fault === null ? 'info' : 'error', what: 'the disk', data: { fault } });
      onChange();
    },
    withdraw,
    dismiss(id) {
      notices = notices.filter((shown) => shown.id !== id);
    },
  };
}
