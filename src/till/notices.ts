import type { Problem } from '../contract/setup-view.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { ProblemCode } from '../text/index.ts';

/** What went wrong outside a payment, told until somebody has read it. */
export interface Notices {
  /** The newest last. */
  view(): Snapshot['notices'];
  /** Said once, however often it happens before somebody has read it. */
  tell(problem: Problem): void;
  /** It is no longer so. */
  withdraw(code: ProblemCode): void;
  /** Somebody has read it. */
  dismiss(id: string): void;
}

/** So many notices are kept. */
const MAX_NOTICES = 20;

export function createNotices(newId: () => string): Notices {
  let notices: Snapshot['notices'] = [];

  return {
    view: () => notices,
    tell(problem) {
      if (notices.some((shown) => shown.problem.code === problem.code)) return;
      notices = [...notices, { id: newId(), problem }].slice(-MAX_NOTICES);
    },
    withdraw(code) {
      notices = notices.filter((shown) => shown.problem.code !== code);
    },
    dismiss(id) {
      notices = notices.filter((shown) => shown.id !== id);
    },
  };
}
