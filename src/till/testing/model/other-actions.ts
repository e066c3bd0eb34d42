import type { Intent } from '../../../contract/intents.ts';
import { NOTHING } from './action.ts';
import type { Action } from './action.ts';

/** Paper, notices and the till's own health. */
export const otherActions = {
  readNotice: ({ snapshot: { notices } }) => notices.map(({ id: noticeId }): Intent => ({ kind: 'notice.dismiss', noticeId })),
  print: ({ snapshot: { lastReceipt } }) =>
    lastReceipt === null
      ? NOTHING
      : [
          { kind: 'receipt.print', number: lastReceipt.number },
          { kind: 'receipt.savePdf', number: lastReceipt.number },
        ],
  printAgain: ({ snapshot: { printJobs } }) =>
    printJobs
      .filter(({ state }) => state === 'failed' || state === 'unsure')
      .flatMap(({ jobId }): Intent[] => [
        { kind: 'print.retry', jobId },
        { kind: 'print.abandon', jobId },
      ]),
  online: () => [{ kind: 'network.online' }],
  check: () => [{ kind: 'health.check' }],
} satisfies Record<string, Action>;
