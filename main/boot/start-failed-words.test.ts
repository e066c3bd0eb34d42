import { expect, it } from 'vitest';
import { NewerFileError } from '../../src/records/index.ts';
import { startFailedWords } from './start-failed-words.ts';

const folder = { root: '/data/kassa', logs: '/data/kassa/logs' };

it.each([
  ['en', 'too old', 'It was not touched.', 'Start the newer Kassa', 'nobody asks SEQR'],
  ['sv', 'för gammal', 'Den är orörd.', 'Starta den nyare Kassa', 'frågar ingen SEQR'],
] as const)('a file of a newer Kassa is named in %s, with what to do and what it means for a payment', (language, title, ...rest) => {
  const words = startFailedWords(new NewerFileError({ file: 'settings.json', found: 3, known: 1 }), folder, language);
  expect(words.title).toContain(title);
  for (const part of ['settings.json', '/data/kassa', '3', '1', ...rest]) expect(words.content).toContain(part);
});

it('anything else is said with its reason and where the log is', () => {
  const words = startFailedWords(new Error('disk I/O error'), folder, 'en');
  expect(words.content).toContain('disk I/O error');
  expect(words.content).toContain('/data/kassa/logs');
});
