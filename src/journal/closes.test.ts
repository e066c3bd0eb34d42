import { expect, test } from 'vitest';
import type { Close } from '../day/index.ts';
import { NOW } from '../payment/testing/example.ts';
import { openJournal } from './index.ts';
import { exampleClose } from './testing/examples.ts';

const done = (id: string, number: number): Close =>
  exampleClose(id, { number, state: { kind: 'done', periodId: id, result: null, doneAt: NOW } });

test('closes are numbered without a gap, one is under way at most, and a done one never changes again', () => {
  const journal = openJournal({ file: ':memory:', nowIso: () => NOW });
  const put = (each: Close): void =>
    journal.write({ entries: [{ kind: `close.${each.state.kind}`, subject: each.facts.id, body: each }], closes: [each] });
  put(exampleClose('a'));
  expect(journal.closeUnderWay()?.facts.id).toBe('a');
  expect(() => put(done('a', 2))).toThrow(RangeError);
  put(done('a', 1));
  expect(journal.closeUnderWay()).toBeNull();
  expect(() => put(exampleClose('a'))).toThrow();
  expect(() => put(done('b', 1))).toThrow(RangeError);
  put(exampleClose('b', { state: { kind: 'notMarked', problem: { code: 'seqr.not-sent' } } }));
  expect(journal.closeUnderWay()).toBeNull();
  expect(journal.triedCloses(9).map(({ facts }) => facts.id)).toEqual(['b']);
  put(done('c', 2));
  expect(journal.latestCloses(9).map(({ number }) => number)).toEqual([2, 1]);
  expect(journal.closeNumbered(1)?.facts.id).toBe('a');
  expect(journal.subjectsOf('close.done', 0, journal.entryCount())).toEqual(['a', 'c']);
  expect(journal.verify()).toEqual([]);
  journal.close();
});
