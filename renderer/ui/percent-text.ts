import type { Language } from '../../src/language/language.ts';

/** Hundredths of a percent as a figure without its sign: 1250 is `12.5`, in Swedish `12,5`. */
export function percentText(hundredths: number, language: Language): string {
  const figure = String(hundredths / 100);
  return language === 'sv' ? figure.replace('.', ',') : figure;
}
