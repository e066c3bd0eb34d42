import { money } from '../../money/index.ts';
import type { Close, Mark } from '../close.ts';
import type { Period } from '../period.ts';
import { periodsOf } from '../period.ts';
import { TERMINAL } from './examples.ts';

export const HOUR_MS = 3_600_000;
/** SEQR's time of the first moment of an example. */
export const START_MS = Date.UTC(2026, 10, 23, 6);

const NONE = { count: 0, total: money(0, 'SEK') };
const META = { resellerId: null, terminalId: TERMINAL, transactionPeriodId: null, generatedAt: null };

export function exampleMark(entry: number, more: Partial<Mark> = {}): Mark {
  return { at: '2026-11-23T17:00:00.000+01:00', entry, receipt: 0, open: [], ...more };
}

/** A close whose report is still awaited. */
export function exampleClose(more: Partial<Close> = {}): Close {
  return {
    facts: {
      id: 'c',
      endpoint: 'simulator',
      terminalId: TERMINAL,
      register: 'Till 1',
      scope: 'terminal',
      cashier: { number: '1', name: 'Anna' },
      business: { name: 'Fisk', organisationNumber: '1', address: [] },
      currency: 'SEK',
      language: 'en',
      practice: false,
      startedAt: '2026-11-23T17:00:00.000+01:00',
    },
    number: null,
    from: null,
    mark: exampleMark(0),
    lost: [],
    state: { kind: 'waiting', periodId: '1' },
    stateNumber: 1,
    ...more,
  };
}

/** The close as it is when its comparison is done. */
export function doneClose(
  close: Close,
  number: number,
  result: Partial<Extract<Close['state'], { kind: 'done' }>['result']> | null,
): Close {
  const whole =
    result === null
      ? null
      : {
          root: 'TransactionDetails',
          meta: META,
          sales: NONE,
          returns: NONE,
          comparison: { kind: 'details', both: [], differs: [], tillOnly: [], seqrOnly: [], lost: [], elsewhere: NONE } as const,
          resolutions: [],
          ...result,
        };
  const periodId = 'periodId' in close.state ? close.state.periodId : '';
  return { ...close, number, state: { kind: 'done', periodId, result: whole, doneAt: close.mark.at } };
}

/** Periods one after another, a day each and ten entries each, all read and empty but for what is given. */
export function examplePeriods(...given: readonly Partial<Period>[]): readonly Period[] {
  const closes = given.map((_, index) => {
    const from = index === 0 ? null : exampleMark(index * 10, { seqrMs: START_MS + index * 24 * HOUR_MS });
    const mark = exampleMark((index + 1) * 10, { seqrMs: START_MS + (index + 1) * 24 * HOUR_MS });
    return doneClose(exampleClose({ from, mark }), index + 1, {});
  });
  const read = periodsOf(closes, ({ state }) => (state.kind === 'done' ? (state.result?.comparison ?? null) : null));
  return read.map((period, index) => ({ ...period, ...given[index] }));
}
