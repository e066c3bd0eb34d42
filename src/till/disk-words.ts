import type { IntentResult } from '../contract/ipc.ts';
import type { WriteFault } from '../records/index.ts';
import type { ProblemCode } from '../text/index.ts';
import { refuse } from './results.ts';

/** What is said of a disk that takes no record: each reason has its own sentence, with what to do. */
export const FAULT_PROBLEM: Readonly<Record<WriteFault, ProblemCode>> = {
  full: 'journal.full',
  readOnly: 'journal.read-only',
  locked: 'journal.locked',
  io: 'journal.failing',
  changed: 'journal.changed',
  damaged: 'journal.damaged',
  other: 'journal.write-failed',
};

/** The same where it kept money from beginning to move: that nothing was sent is said as well. */
const NOT_BEGUN: Readonly<Record<'payment' | 'refund', Readonly<Record<WriteFault, ProblemCode>>>> = {
  payment: {
    full: 'payment.disk-full',
    readOnly: 'payment.disk-read-only',
    locked: 'payment.disk-locked',
    io: 'payment.disk-failing',
    changed: 'journal.changed',
    damaged: 'journal.damaged',
    other: 'payment.disk-failing',
  },
  refund: {
    full: 'refund.disk-full',
    readOnly: 'refund.disk-read-only',
    locked: 'refund.disk-locked',
    io: 'refund.disk-failing',
    changed: 'journal.changed',
    damaged: 'journal.damaged',
    other: 'refund.disk-failing',
  },
};

/** A refusal that the disk has brought about, with the reason that it has now. Any other result is left as it is. */
export function withReason(result: IntentResult, fault: WriteFault | null): IntentResult {
  if (result.ok || fault === null) return result;
  switch (result.problem.code) {
    case 'journal.write-failed':
      return refuse(FAULT_PROBLEM[fault]);
    case 'payment.disk-full':
      return refuse(NOT_BEGUN.payment[fault]);
    case 'refund.disk-full':
      return refuse(NOT_BEGUN.refund[fault]);
    default:
      return result;
  }
}
