import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOMS_OF_CODE } from './imports/read-imports.ts';

const ROOT = path.join(import.meta.dirname, '..');
/** A comment that silences a linter, and what it says after that. */
const SILENCE = /(?:\/\/|\/\*)\s*(?:eslint|oxlint)-disable(-next-line|-line|)\b(.*)/g;

interface Silence {
  readonly kind: string;
  readonly rules: string;
}

function silences(text: string): readonly Silence[] {
  return [...text.matchAll(SILENCE)].map(([, kind = '', rules = '']) => ({ kind, rules }));
}

describe('a comment that silences the linter', () => {
  it('is for one line, names its rule and its reason, and is never about the length of a function', () => {
    const found = ROOMS_OF_CODE.flatMap((folder) => filesBelow(ROOT, folder))
      .filter((file) => /\.(ts|tsx|mts|js|mjs)$/.test(file) && file !== 'scripts/silenced.test.ts')
      .flatMap((file) => silences(fs.readFileSync(path.join(ROOT, file), 'utf8')).map((silence) => ({ file, ...silence })));
    const allowed = ({ kind, rules }: Silence): boolean =>
      kind !== '' && /^ [\w@/-]+ -- \S/.test(rules) && !/fits-a-screen|max-lines/.test(rules);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((silence) => !allowed(silence))).toEqual([]);
  });

  it('is found however it is written', () => {
    expect(silences('/* eslint-disable */\n// oxlint-disable-next-line no-var -- old\nx; // eslint-disable-line')).toEqual([
      { kind: '', rules: ' */' },
      { kind: '-next-line', rules: ' no-var -- old' },
      { kind: '-line', rules: '' },
    ]);
  });
});
