/*
 * What may not reach the log (PF-19): passwords, PINs, sealed secrets. By the name of the field, and by the look of an
 * envelope in a text. A second net: the core and the connector mask by themselves.
 */
const SECRET_KEY = /pass(?:word|phrase)?|secret|\bpin\b|pin(?:again|hash|code)|sealed|credential|authorization|cookie/i;
const SECRET_ELEMENT = /(<(?:[\w.-]+:)?(?:password|pin)\b[^>]*>)[^<]*/gi;
const SECRET_PAIR = /("?(?:password|passwd|pin|secret)"?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}&]+)/gi;
const SEALED = /\b(safe|plain):v1:[A-Za-z0-9+/=]+/g;

const MASK = '[masked]';
const MAX_TEXT = 4000;
const MAX_ITEMS = 50;
const MAX_DEPTH = 6;

export function redactText(text: string): string {
  return text.slice(0, MAX_TEXT).replace(SECRET_ELEMENT, `$1${MASK}`).replace(SECRET_PAIR, `$1${MASK}`).replace(SEALED, `$1:v1:${MASK}`);
}

/** A copy that may be logged: bounded in depth, number and length. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactText(value.stack ?? value.message);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([key, item]) => [key, SECRET_KEY.test(key) ? MASK : redact(item, depth + 1)]),
  );
}
