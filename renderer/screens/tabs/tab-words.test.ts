import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.ts';
import { translator } from '../../../src/text/index.ts';
import type { TabFacts } from './tab-words.ts';
import { phaseWords, captureProblem, timeLeftWords } from './tab-words.ts';

const t = translator('en');
const reserved = money(50_000, 'SEK');
const taking = money(34_000, 'SEK');
const tab = (more: Partial<TabFacts>): TabFacts => ({
  phase: 'held',
  inDoubt: false,
  reserved,
  taking,
  lastUpdate: null,
  lastCommit: null,
  ...more,
});

describe('the words of a tab (PF-29)', () => {
  it('never say paid before it is', () => {
    expect(phaseWords(tab({}), t, 'en')).toBe('Reserved 500.00\u00a0SEK. Not paid until you settle it.');
    expect(phaseWords(tab({ phase: 'committing' }), t, 'en')).toBe('Taking 340.00\u00a0SEK …');
    expect(phaseWords(tab({ phase: 'unsure', inDoubt: true }), t, 'en')).toContain('It may or may not be paid');
    expect(phaseWords(tab({ phase: 'committing', inDoubt: true }), t, 'en')).toContain('It may or may not be paid');
  });

  it('explain 96 while SEQR is asked, and when it lists the reservation all the same', () => {
    const lastCommit = { kind: 'refused', resultCode: 96 } as const;
    expect(phaseWords(tab({ phase: 'unsure', lastCommit }), t, 'en')).toContain('no longer reserved (code 96)');
    expect(captureProblem(tab({ lastCommit }), t, 'en')).toEqual({
      text: t('tab.refused.notReservedYet'),
      code: 'seqr.commitReservation.96',
    });
  });

  it('say what a refused resolution means for the money, with its code', () => {
    const problem = captureProblem(tab({ lastUpdate: { kind: 'refused', resultCode: 11 } }), t, 'en');
    expect(problem?.text).toContain('(code 11). Nothing has been taken; 500.00\u00a0SEK is still reserved.');
    expect(problem?.code).toBe('seqr.updateInvoice.11');
  });

  it('say nothing of an earlier try while another is under way', () => {
    expect(captureProblem(tab({ phase: 'committing', lastCommit: { kind: 'notSent' } }), t, 'en')).toBeNull();
  });

  it.each([
    [4_800_000, '1 h 20 min left'],
    [59 * 60_000, '59 min left'],
    [59_000, 'less than a minute left'],
    [0, 'its time is up'],
  ])('%i ms before the end: %s', (leftMs, words) => {
    const now = Date.parse('2026-11-25T18:00:00Z');
    expect(timeLeftWords(new Date(now + leftMs).toISOString(), now, t)).toBe(words);
  });
});
