import { describe, expect, it } from 'vitest';
import { problem } from './problem.ts';
import type { TextTree } from './section.ts';

/** Every sentence with its code. */
function sentences(tree: TextTree, path = ''): readonly (readonly [code: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const code = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[code, value] as const] : sentences(value, code);
  });
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
const english = sentences(problem.en);
const swedish = new Map(sentences(problem.sv));

describe('the sentences of problems', () => {
  it.each(english)('%s ends its sentences calmly, with the same figures in both languages', (code, text) => {
    const other = swedish.get(code) ?? '';
    for (const each of [text, other]) {
      expect(each).toMatch(/[.}]$/);
      expect(each).not.toMatch(/!/);
    }
    expect(placeholders(other)).toEqual(placeholders(text));
  });

  it.each(english.filter(([code]) => !code.startsWith('product.') && !['pdf.cancelled'].includes(code)))(
    '%s says more than what happened: what it means, or what to do',
    (code, text) => {
      expect(text.split(/[.:] /).length).toBeGreaterThan(1);
      expect((swedish.get(code) ?? '').split(/[.:] /).length).toBeGreaterThan(1);
    },
  );
});
