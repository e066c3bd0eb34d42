import { describe, expect, it } from 'vitest';
import type { ChangeView } from '../../../src/contract/index.ts';
import { money } from '../../../src/money/index.ts';
import { translator } from '../../../src/text/index.ts';
import { changeWords } from './change-words.ts';

const sek = (minor: number) => money(minor, 'SEK');

function said(change: Partial<ChangeView>): string | undefined {
  const view = {
    amount: sek(14_900),
    screen: { kind: 'waiting', question: false } as const,
    change: { asked: null, doubts: [], last: null, ...change },
  };
  const words = changeWords(view, translator('en'), 'en');
  return words === null ? undefined : `${words.tone}: ${words.text}`;
}

describe('what became of a change (PF-25)', () => {
  it.each<[string, Partial<ChangeView>, string | undefined]>([
    ['nothing was changed', {}, undefined],
    ['it is on its way', { asked: sek(12_900) }, 'quiet: Telling SEQR: 129.00\u00a0SEK …'],
    ['a word about a card that changes nothing', { asked: sek(14_900) }, 'quiet: Telling SEQR about the card …'],
    ['it was taken', { last: { kind: 'taken' } }, 'quiet: Changed to 149.00\u00a0SEK'],
    [
      'it was never sent',
      { last: { kind: 'notSent' } },
      'caution: Not changed: SEQR could not be reached. The payment is still open for 149.00\u00a0SEK.',
    ],
  ])('%s', (_, change, words) => {
    expect(said(change)).toBe(words);
  });

  it('names both amounts while it is not known which one SEQR has', () => {
    const words = said({ doubts: [sek(12_900)], last: { kind: 'unsure', resultCode: 90 } });
    expect(words).toContain('The customer has probably scanned already (code 90)');
    expect(words).toContain('149.00\u00a0SEK or 129.00\u00a0SEK');
  });

  it('does not say that the amount is as it was after a refusal, while an earlier change is in doubt', () => {
    expect(said({ last: { kind: 'refused', resultCode: 49 } })).toContain('still open for 149.00\u00a0SEK');
    const inDoubt = said({ doubts: [sek(12_900)], last: { kind: 'refused', resultCode: 49 } });
    expect(inDoubt).not.toContain('still open');
    expect(inDoubt).toContain('149.00\u00a0SEK or 129.00\u00a0SEK');
  });
});
