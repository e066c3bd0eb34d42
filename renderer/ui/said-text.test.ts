import { expect, test } from 'vitest';
import { translator } from '../../src/text/index.ts';
import { saidText } from './said-text.ts';

test('what SEQR named is written in the language’s manner where it is a sum, and as it is where it is a reference', () => {
  expect(saidText('1234.50 SEK', translator('sv'), 'sv')).toBe('1\u00a0234,50\u00a0SEK');
  expect(saidText('1234.50 EUR', translator('en'), 'en')).toBe('1,234.50\u00a0EUR');
  expect(saidText('201511221432326', translator('sv'), 'sv')).toBe('201511221432326');
  expect(saidText('unreadable', translator('sv'), 'sv')).toBe('ett belopp som inte går att läsa');
});
