import type { Language } from '../../src/language/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE' };

function format(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(iso));
}

/** `14:32:07`. */
export function timeOfDay(iso: string, language: Language): string {
  return format(iso, language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** `14:32`. */
export function clockTime(iso: string, language: Language): string {
  return format(iso, language, { hour: '2-digit', minute: '2-digit' });
}

/** `Saturday 22 November 2025`. */
export function dayInWords(iso: string, language: Language): string {
  return format(iso, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `22 Nov 2025, 14:32`. */
export function dateAndTime(iso: string, language: Language): string {
  return format(iso, language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}
