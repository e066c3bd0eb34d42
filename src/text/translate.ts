import { createInstance } from 'i18next';
import type { Language } from '../language/language.ts';
import { TEXTS } from './catalogue.ts';
import type { Leaves } from './section.ts';

/** Every text there is, as `section.path`. A key that does not exist does not compile. */
export type TextKey = Leaves<(typeof TEXTS)['en']>;

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

/** Whether there is a text; a code that comes from elsewhere may be one that this version does not know. */
export function isTextKey(key: string): key is TextKey {
  return catalogue.exists(key);
}

export function translator(language: Language): Translate {
  const t = catalogue.getFixedT(language);
  return (key, params) => t(key, params ?? {});
}
