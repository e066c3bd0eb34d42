import { describe, expect, test } from 'vitest';
import type { OpenLine } from '../../../src/contract/index.ts';
import { money } from '../../../src/money/index.ts';
import { translator } from '../../../src/text/index.ts';
import { dayItems, namedLines } from './day-items.ts';
import { awaitedWords, doingWords } from './unresolved-words.ts';

const MOMENTS = { dateAndTime: (iso: string) => `day ${iso}`, timeOfDay: (iso: string) => `time ${iso}` };
const [en, sv] = [translator('en'), translator('sv')];

describe('the words of an item', () => {
  test('say how often SEQR is asked and when it last answered, or that it has not', () => {
    const asks = { kind: 'asks', everyMs: 5_000, lastAt: 'T', repeats: null } as const;
    expect(doingWords(asks, en, MOMENTS)).toBe('asks SEQR every 5 s. Last answer time T.');
    expect(doingWords({ ...asks, lastAt: null, repeats: 'cancel' }, sv, MOMENTS)).toBe(
      'avbryter fakturan hos SEQR och frågar var 5:e sekund. Inget svar än.',
    );
    expect(doingWords({ kind: 'neverAsks' }, en, MOMENTS)).toContain('does not ask SEQR');
  });

  test('name a supervisor’s time only when a close has come that could not tell (PF-30)', () => {
    const later = en('unresolved.waits.supervisorClose');
    expect(awaitedWords({ kind: 'supervisor', at: 'T', closes: 0 }, en, MOMENTS)).toBe('A supervisor, without a letter, from day T');
    expect(awaitedWords({ kind: 'supervisor', at: 'T', closes: 1 }, en, MOMENTS)).toBe(
      'A supervisor, without a letter, after one more close from day T on',
    );
    expect(awaitedWords({ kind: 'supervisor', at: null, closes: 0 }, en, MOMENTS)).toBe('A supervisor, without a letter, now');
    expect(awaitedWords({ kind: 'supervisor', at: null, closes: 1 }, en, MOMENTS)).toBe(later);
  });

  test('name the time and the closes of an absence, as far as they are known (PF-14)', () => {
    expect(awaitedWords({ kind: 'absence', at: 'T', closes: 3 }, en, MOMENTS)).toMatch(/begun after day T \(closes still needed: 3\)/);
    expect(awaitedWords({ kind: 'absence', at: null, closes: 4 }, sv, MOMENTS)).toBe('Att ingen rapport har den (avslut som återstår: 4)');
  });
});

describe('what a close has left open', () => {
  const line = (kind: OpenLine['kind'], id: string): OpenLine => ({
    kind,
    id,
    correlationId: id,
    receiptNumber: 7,
    ersReference: null,
    amount: money(100, 'SEK'),
    at: null,
    terminalId: null,
    notPaid: null,
  });

  test('is one item a kind, with its first lines by name', () => {
    const lines = [...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => line('tillOnly', id)), line('seqrOnly', 'g')];
    const items = dayItems({ close: null, lines });
    expect(items.map(({ kind, lines: of }) => [kind, of.length])).toEqual([
      ['tillOnly', 6],
      ['seqrOnly', 1],
    ]);
    const [tillOnly] = items;
    if (tillOnly === undefined) throw new Error('no item');
    expect(namedLines(tillOnly, en)).toHaveLength(5);
    expect(namedLines(tillOnly, en).at(-1)).toBe('and 2 more');
  });

  test('is a close under way only when nobody goes on with it', () => {
    const close = {
      closeId: 'c',
      stateNumber: 1,
      scope: 'terminal',
      startedAt: '',
      forMs: 0,
      needsPassword: false,
      tries: 0,
      problem: null,
      lostMarks: 0,
      former: null,
      canFinishWithout: false,
    } as const;
    expect(dayItems({ close: { ...close, state: 'waiting' }, lines: [] })).toEqual([]);
    expect(dayItems({ close: { ...close, state: 'markLost' }, lines: [] })).toMatchObject([{ kind: 'markLost' }]);
  });
});
