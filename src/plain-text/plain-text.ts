/** Control characters, line separators, direction overrides and what XML cannot hold: they mislead paper and parsers. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** One line of plain words: nothing unprintable, no half characters, single spaces, none at the ends. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();
}

/** Cuts at `max` UTF-16 units without leaving half a character behind. */
export function bounded(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd();
}
