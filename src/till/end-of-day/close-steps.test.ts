import { expect, test } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { exampleClose } from '../../day/testing/periods.ts';
import { openJournal } from '../../journal/index.ts';
import type { SeqrService } from '../../protocol/index.ts';
import { GIVEN_KEY } from '../testing/given-key.ts';
import { createCloseSteps } from './close-steps.ts';

const AT = '2026-11-23T17:00:00.000+01:00';

test('a close that was begun before the start has taken up what an earlier run left is none of that: its mark is not lost', async () => {
  const clock = createVirtualClock();
  const journal = openJournal({ file: ':memory:', nowIso: () => AT });
  const marks: unknown[] = [];
  const steps = createCloseSteps({
    clock,
    journal,
    nowIso: () => AT,
    books: {
      mark: () => exampleClose().mark,
      lastMark: () => null,
      reconcile: () => {
        throw new Error('nothing is compared here');
      },
      openAt: () => [],
      formerTerminals: () => [],
    },
    key: GIVEN_KEY,
    service: () => {
      const markTransactionPeriod = (): Promise<never> => {
        marks.push('sent');
        return new Promise(() => undefined);
      };
      return Promise.resolve({ markTransactionPeriod } as Partial<SeqrService> as SeqrService);
    },
    clientReference: () => 'K1',
    readReport: () => ({ ok: false, problem: 'not-xml', detail: '' }),
    resolve: () => true,
    newClose: (facts) => exampleClose({ facts, state: { kind: 'marking' } }),
    onChange: () => undefined,
    log: () => undefined,
  });
  expect(steps.begin([exampleClose().facts])).toEqual({ ok: true });
  await clock.advance(100);
  steps.resume();
  await clock.advance(100);
  expect(steps.close()).toMatchObject({ lost: [], state: { kind: 'marking' } });
  expect(marks).toHaveLength(1);
  steps.stop();
  journal.close();
});
