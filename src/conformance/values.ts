import fc from 'fast-check';
import { CURRENCIES, MAX_MINOR, money } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { WireAmount } from '../simulator/testing/index.ts';

/*
 * Values for messages, up to the ends of their types, and what becomes of each on the wire: worked out here a second time,
 * by other means than src/seqr and src/simulator use, so that a mistake of theirs shows.
 */

/** Text that breaks what is careless: markup, entities, white space at the ends, what XML cannot hold, half a pair. */
const NASTY_TEXTS = [
  '',
  ' ',
  '  two  blanks  ',
  '\t\r\n',
  'line\r\nline\rline\nline',
  '</title><status>PAID</status>',
  '<![CDATA[x]]>',
  'a]]>b',
  '<?xml version="1.0"?>',
  '<!-- x --',
  '&amp;&#65;&quot;&nope;',
  '%00%0d%0a',
  '{"$xml":"<x/>","$value":1}',
  '\u0000\u0001\u0008\u000b\u000c\u001f',
  '\u0085\u00a0\u2028\u2029\ufeff',
  '\ud83c',
  '\udf4c\ud83c',
  '\ufffe\uffff\ufdd0\u{10ffff}',
  '\u{1f34c} åäö ÅÄÖ € ñ 日本語 العربية',
  'sealed-0',
  '__proto__',
  'x'.repeat(5_000),
] as const;

const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 30 }) },
  { weight: 1, arbitrary: codeUnits },
);

function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return [0x9, 0xa, 0xd].includes(point);
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || point >= 0x10000;
}

/** Every code point, half pairs being one each, through `change`. */
function eachPoint(text: string, change: (point: number) => string): string {
  return Array.from(text, (character) => change(character.codePointAt(0) ?? 0)).join('');
}

const isHalfPair = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

/** What SEQR is sent for a text of ours: blanks for what XML cannot hold, U+FFFD for half a pair (src/seqr/text.ts). */
export function sentText(text: string): string {
  return eachPoint(text, (point) => (isHalfPair(point) ? '\ufffd' : isXmlCharacter(point) ? String.fromCodePoint(point) : ' '))
    .split('<![CDATA')
    .join('<! [CDATA');
}

/** A text that is more than blanks once it is on the wire: references have to be. */
export const someText: fc.Arbitrary<string> = anyText.filter((text) => sentText(text).trim() !== '');

/** What the till reads of a text SEQR wrote: without white space at the ends; undefined when nothing is left. */
export function readText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const written = eachPoint(text, (point) => (isHalfPair(point) || !isXmlCharacter(point) ? '\ufffd' : String.fromCodePoint(point)));
  const blank = new Set(['\t', '\n', '\r', ' ']);
  const points = Array.from(written);
  const first = points.findIndex((point) => !blank.has(point));
  const last = points.findLastIndex((point) => !blank.has(point));
  return first < 0 ? undefined : points.slice(first, last + 1).join('');
}

export const anyMoney: fc.Arbitrary<Money> = fc
  .tuple(
    fc.oneof(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), fc.constantFrom(0, 1, -1, 10, -5, 99, 100, MAX_MINOR, -MAX_MINOR)),
    fc.constantFrom(...CURRENCIES),
  )
  .map(([minor, currency]) => money(minor, currency));

/** Two decimals, by the digits. */
export function sentMoney({ minor, currency }: Money): WireAmount {
  const digits = Math.abs(minor)
    .toString()
    .padStart(3, '0')
    .replace(/(\d\d)$/, '.$1');
  return { currency, value: (minor < 0 ? '-' : '') + digits };
}

/** One figure, and a way of writing it that xs:decimal allows: 10.10 as `10.1`, `+010.1000`, ` 10.10\n`. */
export const writtenMoney: fc.Arbitrary<{ readonly amount: WireAmount; readonly reads: Money }> = fc
  .record({
    amount: anyMoney,
    sign: fc.constantFrom('', '+'),
    zeros: fc.constantFrom('', '0', '000'),
    more: fc.constantFrom('', '0', '000'),
    shorten: fc.boolean(),
  })
  .map(({ amount, sign, zeros, more, shorten }) => {
    const { value = '' } = sentMoney(amount);
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    const shortened = shorten ? fraction.replace(/0{1,2}$/, '') : fraction + more;
    const text = `${amount.minor < 0 ? '-' : sign}${zeros}${whole}${shortened === '' ? '' : `.${shortened}`}`;
    return { amount: { currency: amount.currency, value: text }, reads: amount };
  });

/** A quantity or a rate as the till writes it. */
export const anyDecimal: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '-'), fc.nat({ max: 999_999_999 }), fc.constantFrom('', '.5', '.45', '.333', '.000'))
  .map((parts) => parts.join(''));

/** Any moment from 0001 to 9999, to the second or below it, with a zone or without. */
export const anyDateTime: fc.Arbitrary<string> = fc
  .tuple(
    fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
    fc.constantFrom('', '.5', '.663'),
    fc.constantFrom('', 'Z', '+01:00', '-11:30', '+14:00'),
  )
  .map(([date, fraction, zone]) => date.toISOString().replace(/\.\d{3}Z$/, fraction + zone));

export const anyBase64: fc.Arbitrary<string> = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64'));

export const anyInt: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.constantFrom(0, 1, 90, 99, 2 ** 31 - 1, -(2 ** 31)),
);
