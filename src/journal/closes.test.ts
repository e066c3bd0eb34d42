import { expect, test } from 'vitest';
import type { Close } from '../day/index.ts';
import { openJournal } from './index.ts';

const mark = { at: '2026-11-23T17:00:00.000+01:00', entry: 0, receipt: 0, open: [] };
function close(id: string, more: Partial<Close> = {}): Close {
  const facts = {
    id,
    endpoint: 'simulator',
    terminalId: 't',
    register: 'Till 1',
    scope: 'terminal',
    cashier: { number: '1', name: 'Anna' },
    business: { name: 'Fisk', organisationNumber: '1', address: [] },
    currency: 'SEK',
    language: 'sv',
    practice: true,
    startedAt: mark.at,
  } as const;
  return { facts, number: null, from: null, mark, lost: [], state: { kind: 'marking' }, stateNumber: 1, ...more };
}
const done = (id: string, number: number): Close =>
  close(id, { number, state: { kind: 'done', periodId: id, result: null, doneAt: mark.at } });

test('closes are numbered without a gap, one is under way at most, and a done one never changes again', () => {
  const journal = openJournal({ file: ':memory:', nowIso: () => mark.at });
  const put = (each: Close): void =>
    journal.write({ entries: [{ kind: `close.${each.state.kind}`, subject: each.facts.id, body: each }], closes: [each] });
  put(close('a'));
  expect(journal.closeUnderWay()?.facts.id).toBe('a');
  expect(() => put(done('a', 2))).toThrow(RangeError);
  put(done('a', 1));
  expect(journal.closeUnderWay()).toBeNull();
  expect(() => put(close('a'))).toThrow();
  expect(() => put(done('b', 1))).toThrow(RangeError);
  put(close('b', { state: { kind: 'notMarked', problem: { code: 'seqr.not-sent' } } }));
  expect(journal.closeUnderWay()).toBeNull();
  put(done('c', 2));
  expect(journal.latestCloses(9).map(({ number }) => number)).toEqual([2, 1]);
  expect(journal.closeNumbered(1)?.facts.id).toBe('a');
  expect(journal.subjectsOf('close.done', 0, journal.entryCount())).toEqual(['a', 'c']);
  expect(journal.verify()).toEqual([]);
  journal.close();
});
