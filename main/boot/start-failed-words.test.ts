import { describe, expect, it } from 'vitest';
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

describe.each([
  ['en', /No money/, /Payments may be open/],
  ['sv', /Inga pengar/, /Betalningar kan vara öppna/],
] as const)('anything else, in %s', (language, falsehood, truth) => {
  const system = (code: string): Error => Object.assign(new Error(`${code}: what the system says`), { code });
  const sqlite = (errcode: number): Error =>
    Object.assign(new Error(`${errcode}: what SQLite says`), { code: 'ERR_SQLITE_ERROR', errcode });

  it.each([
    [system('ENOSPC'), /full/],
    [sqlite(13), /full/],
    [system('EROFS'), /read|skriv/],
    [system('EACCES'), /permissions|rättigheter/],
    [sqlite(5), /Another program|annat program/],
    [system('EIO'), /errors|ger fel/],
    [sqlite(26), /what it should be|som det den ska vara/],
    [system('EEXIST'), /in the place|på platsen/],
    [system('ENOTDIR'), /in the place|på platsen/],
    [new Error('no such thing'), /Something went wrong|Något gick fel/],
  ])('%s is said with its kind and what to do, and never that no money has moved', (error, kind) => {
    const { content } = startFailedWords(error, folder, language);
    for (const part of [error.message, folder.logs, kind, truth]) expect(content).toMatch(part);
    expect(content).not.toMatch(falsehood);
  });
});
