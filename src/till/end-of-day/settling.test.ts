import { expect, test } from 'vitest';
import type { Close } from '../../day/index.ts';
import { doneClose, exampleClose, exampleMark, HOUR_MS, START_MS } from '../../day/testing/periods.ts';
import { createSettling } from './settling.ts';

/** A close of each day, the newest last; each finds these open. */
const closesOf = (...open: readonly (readonly string[])[]): Close[] =>
  open.map((ids, index) => {
    const mark = exampleMark((index + 1) * 10, { seqrMs: START_MS + (index + 1) * 24 * HOUR_MS, open: ids });
    return doneClose(exampleClose({ mark }), index + 1, {});
  });

const PAYMENT = { id: 'A', endpoint: 'simulator', terminalId: 't1' };

test('closes are read again when there is another, or one has to be looked for further back, and not at every snapshot', () => {
  const closes = closesOf(...Array.from({ length: 40 }, (_, index) => (index < 3 ? [] : index < 30 ? ['B'] : ['A', 'B'])));
  let reads = 0;
  const settling = createSettling({
    journal: {
      nextCloseNumber: () => closes.length + 1,
      latestCloses(limit) {
        reads += 1;
        return closes.toReversed().slice(0, limit);
      },
      triedCloses: () => [],
    },
    absenceMs: () => 72 * HOUR_MS,
    seqrNowMs: () => null,
  });
  const ofA = settling(PAYMENT, null);
  // The first close that found it is the 31st, of the 31st day.
  expect(ofA.supervisor).toEqual({ closes: 0, atMs: START_MS + 32 * 24 * HOUR_MS });
  const once = reads;
  expect(settling(PAYMENT, null)).toEqual(ofA);
  expect(reads).toBe(once);

  const ofB = settling({ ...PAYMENT, id: 'B' }, null);
  expect(ofB.supervisor.atMs).toBe(START_MS + 5 * 24 * HOUR_MS);
  const further = reads;
  expect(further).toBeGreaterThan(once);
  expect(settling(PAYMENT, null)).toEqual(ofA);
  expect(reads).toBe(further);

  closes.push(...closesOf(['C']));
  expect(settling({ ...PAYMENT, id: 'C' }, null).supervisor.closes).toBe(0);
  expect(reads).toBeGreaterThan(further);
  expect(settling({ ...PAYMENT, endpoint: 'elsewhere' }, null).supervisor).toEqual({ closes: 1, atMs: null });
});

test('a close that was tried in vain counts as it does when a supervisor closes it (PF-30)', () => {
  const tried = (entry: number, countedMs: number): Close => ({
    ...exampleClose({ mark: exampleMark(entry, { open: ['A'], countedMs }) }),
    state: { kind: 'notMarked', problem: { code: 'seqr.not-sent' } },
  });
  const closes = [tried(10, 0)];
  const settling = createSettling({
    journal: {
      nextCloseNumber: () => 1,
      latestCloses: () => [],
      triedCloses: (limit) =>
        closes
          .map((close, at) => ({ ...close, stateNumber: at }))
          .toReversed()
          .slice(0, limit),
    },
    absenceMs: () => 72 * HOUR_MS,
    seqrNowMs: () => null,
  });
  expect(settling(PAYMENT, null).supervisor).toEqual({ closes: 1, atMs: null });
  // SEQR tells no time, and the till's own count says that a day has passed.
  closes.push(tried(20, 25 * HOUR_MS));
  expect(settling(PAYMENT, null).supervisor).toEqual({ closes: 0, atMs: null });
});
