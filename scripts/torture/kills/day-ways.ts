import { PASSWORD, PIN } from './hands.ts';
import { closeDay } from './tidy.ts';
import type { Way } from './way.ts';

/** Closes of day. */
export const DAY_WAYS = {
  close: { calls: ['markTransactionPeriod', 'executeReport'], go: closeDay },
  closeMarkLost: {
    calls: [],
    async go(hands) {
      await hands.spoil('markTransactionPeriod', 'drop:after');
      await closeDay(hands);
    },
  },
  closeNotMarked: {
    calls: [],
    async go(hands) {
      await hands.spoil('markTransactionPeriod', 'result:20');
      await hands.must({ kind: 'day.close', ...PASSWORD });
      await hands.until('a refusal', ({ day }) => day.close?.state === 'notMarked');
    },
  },
  closeHeld: {
    calls: [],
    async go(hands) {
      await hands.spoil('executeReport', 'result:10');
      await hands.must({ kind: 'day.close', ...PASSWORD });
      const { day } = await hands.until('no report', (seen) => seen.day.close?.state === 'held');
      const { closeId = '', stateNumber = 0 } = day.close ?? {};
      await hands.must({ kind: 'day.goOn', closeId, stateNumber, ...PASSWORD });
      await hands.until('the close', (seen) => seen.day.lastNumber > day.lastNumber);
    },
  },
  keptPassword: {
    calls: [],
    async go(hands) {
      const { lastNumber } = (await hands.look()).day;
      await hands.must({ kind: 'day.close', password: PASSWORD.password, keep: { pin: PIN, consent: true } });
      await hands.until('the close', ({ day }) => day.lastNumber > lastNumber);
      await hands.must({ kind: 'day.forgetPassword' });
    },
  },
} satisfies Record<string, Way>;
