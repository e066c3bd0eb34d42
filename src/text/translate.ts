import { createInstance } from 'i18next';
import type { Language } from '../money/index.ts';
import { TEXTS } from './catalogue.ts';

type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Prefix}${Key}` : Leaves<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** Every text there is, as `section.path`. A key that does not exist does not compile. */
export type TextKey = Leaves<(typeof TEXTS)['en']>;

/** Every code with which the core says that something did not work. One without a sentence does not compile. */
export type ProblemCode = Leaves<(typeof TEXTS)['en']['problem']>;

export type TextParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key with its placeholders filled. */
export type Translate = (key: TextKey, params?: TextParams) => string;

const catalogue = createInstance({
  resources: { en: { translation: TEXTS.en }, sv: { translation: TEXTS.sv } },
  fallbackLng: 'en',
  // React and our HTML writer escape; doing it here would show entities on screen.
  interpolation: { escapeValue: false },
  initAsync: false,
});
void catalogue.init();

export function translator(language: Language): Translate {
  const t = catalogue.getFixedT(language);
  return (key, params) => t(key, params ?? {});
}

/** The sentence of a stable code from the core, `problem.<code>`; an unknown code is shown itself, never hidden. */
export function problemText(
  language: Language,
  problem: { readonly code: ProblemCode; readonly params?: TextParams },
): string {
  const key = `problem.${problem.code}`;
  const t = catalogue.getFixedT(language);
  return catalogue.exists(key) ? t(key, problem.params ?? {}) : problem.code;
}
