import { expect } from 'vitest';
import { LANGUAGES } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';

/** A hole in a text, a text that was not found, or a shout. */
const SPOILED = /\{\{|\}\}|\b(undefined|null|NaN)\b|!|\b(answer|problem|payment|seqr)\.[a-z]/;

/** No text is missing, none has a hole, none shouts, and the code can be read out. */
export function expectWholeWords(texts: Readonly<Record<Language, string>>, code: number | null, about: string): void {
  for (const language of LANGUAGES) {
    const text = texts[language];
    expect(text, about).not.toMatch(SPOILED);
    expect(text, about).toMatch(/^\p{Lu}.*\.$/u);
    if (code !== null) expect(text, about).toContain(`(${language === 'en' ? 'code' : 'kod'} ${code})`);
    expect(text.split(/[.:] /).length, about).toBeGreaterThan(1);
  }
  expect(texts.en, about).not.toBe(texts.sv);
}
