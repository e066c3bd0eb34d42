import type { Dice } from './dice.ts';

/*
 * Ways to spoil a message. Each takes a good document and gives one that may still be good: who judges it is another
 * matter (judge.ts). What is spoiled where is thrown with the dice, so the same seed spoils the same.
 */

type TextMutation = (text: string, dice: Dice) => string;

/** Places in the text where a tag starts or ends: where a cut does most harm. */
function seam(text: string, dice: Dice): number {
  const at = text.indexOf(dice.pick(['<', '>']), dice.below(text.length));
  return at < 0 ? dice.below(text.length + 1) : at + dice.below(2);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A whole element, from its opening to its closing tag, found by name; null if the text has none any more. */
function someElement(text: string, dice: Dice): Span | null {
  const openings = [...text.matchAll(/<([\w:]+)(?:\s[^<>]*)?>/g)];
  if (openings.length === 0) return null;
  const opening = dice.pick(openings);
  const close = `</${opening[1] ?? ''}>`;
  const end = text.indexOf(close, opening.index);
  return end < 0 ? null : { start: opening.index, end: end + close.length };
}

/** Text between two tags. */
function someValue(text: string, dice: Dice): Span | null {
  const values = [...text.matchAll(/>([^<>]+)</g)];
  if (values.length === 0) return null;
  const value = dice.pick(values);
  return { start: value.index + 1, end: value.index + 1 + (value[1] ?? '').length };
}

function replaced(text: string, span: Span | null, by: string): string {
  return span === null ? text : text.slice(0, span.start) + by + text.slice(span.end);
}

function inserted(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

const SEQR = 'http://external.interfaces.ers.seamless.com/';
const XSI = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

const VALUES = [
  '',
  ' ',
  '0',
  '00',
  '+0',
  '-0',
  '0.0',
  '0x0',
  '1e0',
  '٠',
  '\u00a00',
  '0\u0000',
  '\u20070',
  ' 0\n',
  '2147483647',
  '2147483648',
  '-2147483649',
  '20151029186719114',
  '9'.repeat(400),
  'NaN',
  'null',
  'true',
  'PAID',
  ' PAID ',
  'PAID\u00a0',
  'paid',
  'ISSUED',
  'PA<!---->ID',
  'P&#65;ID',
  '<![CDATA[PAID]]>',
  '<![CDATA[<status>PAID</status>]]>',
  '&lt;x/&gt;',
  '&nbsp;',
  '&#0;',
  '&#x1;',
  '&#xD800;',
  '&#x110000;',
  '&amp',
  '&',
  ']]>',
  '10.105',
  '1,5',
  '\ud83c',
  '\ufffe',
  '2026-02-30T00:00:00',
  'a\r\nb\rc',
  '\u0085\u2028',
  '__proto__',
  '%s%n',
  '<x/>',
  '<status>PAID</status>',
  '<resultCode>0</resultCode>',
] as const;

const PIECES = [
  '<!-- -->',
  '<!-- -- -->',
  '<!---->',
  '<?pi x?>',
  '<?xml version="1.0"?>',
  '<![CDATA[',
  '<![CDATA[]]>',
  ']]>',
  '-->',
  '&amp;',
  '&',
  '<',
  '>',
  '\u0000',
  '\u001b',
  '<status>PAID</status>',
  '<status>ISSUED</status>',
  '<resultCode>0</resultCode>',
  '<resultCode>90</resultCode>',
  `<q:status xmlns:q="${SEQR}">PAID</q:status>`,
  '<o:resultCode xmlns:o="urn:other">0</o:resultCode>',
  '<version>7</version>',
  '<return/>',
  '</return>',
  '<return>',
  '<x a="1" a="2"/>',
  '<x a="1"b="2"/>',
  '<x a=1/>',
  '<x a/>',
  "<x a='<'/>",
  '<x p:a="1"/>',
  '<p:x/>',
  '<a:b:c/>',
  '<1x/>',
  '<x/ >',
  '<x></x >',
  '< x/>',
  '<x\u00a0/>',
  '<xml:x/>',
  '<xmlns:x xmlns:xmlns="u"/>',
  '<x xmlns=""/>',
  '<x xmlns:p="" />',
  '<x xmlns:xml="u"/>',
  '<x xmlns:p="u" xmlns:q="u" p:a="" q:a=""/>',
  '<__proto__/>',
  '<constructor>1</constructor>',
  '<toString/>',
  '<hasOwnProperty/>',
  '<!DOCTYPE x>',
  '<!DOCTYPE x [<!ENTITY e "PAID">]>',
  '&e;',
  '<!ELEMENT x ANY>',
  '\ufeff',
  '\u2028',
  '<soap:Fault/>',
  '<s',
  '/>',
  '<!',
  '<?',
  '<x y="&lt;"/>',
  '<x y="&e;"/>',
] as const;

const ATTRIBUTES = [
  `${XSI} i:nil="true"`,
  `${XSI} i:nil="1"`,
  `${XSI} i:nil="false"`,
  `${XSI} i:nil=" true "`,
  'xmlns="urn:other"',
  `xmlns="${SEQR}"`,
  'xmlns=""',
  'xml:space="preserve"',
  'id="1" id="2"',
  'xmlns:soap="urn:other"',
  'xmlns:ns2="urn:other"',
  '__proto__="1"',
  'a="\t\n"',
  "a='\"'",
  'i:nil="true"',
  'a="<"',
  'nil="true"',
] as const;

const NAMES = [
  'status',
  'resultCode',
  'version',
  'return',
  'receipt',
  'token',
  'Body',
  'Fault',
  'x',
  'invoiceReference',
  'context',
] as const;

const DECLARATIONS = [
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.1"?>',
  '<?xml version="2.0"?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<?xml version="1.0" encoding="ISO-8859-1"?>',
  '<?xml version="1.0" encoding="x"?>',
  '<?xml version="1.0" standalone="maybe"?>',
  ' <?xml version="1.0"?>',
  '<?xml encoding="UTF-8"?>',
  '<?XML version="1.0"?>',
  '\n',
  '\ufeff',
  '\ufeff\ufeff',
] as const;

function bomb(dice: Dice): string {
  const size = dice.pick([40, 70, 1_000, 20_000]);
  return dice.pick([
    () => '<a>'.repeat(size) + '</a>'.repeat(size),
    () => '<a>'.repeat(size),
    () => '<a/>'.repeat(size),
    () => 'x'.repeat(size * 10),
    () => '&amp;'.repeat(size),
    () => '<!-- -->'.repeat(size),
    () => `<a ${Array.from({ length: size }, (_, i) => `a${i}="1"`).join(' ')}/>`,
    () => `<a ${Array.from({ length: size }, (_, i) => `xmlns:a${i}="u"`).join(' ')}/>`,
    () => `<${'a'.repeat(size)}/>`,
    () => ' '.repeat(size * 10),
  ])();
}

const TEXT_MUTATIONS: readonly TextMutation[] = [
  (text, dice) => replaced(text, someElement(text, dice), ''),
  (text, dice) => {
    const span = someElement(text, dice);
    return span === null ? text : inserted(text, dice.chance(0.5) ? span.end : seam(text, dice), text.slice(span.start, span.end));
  },
  (text, dice) => {
    const span = someElement(text, dice);
    return span === null ? text : inserted(replaced(text, span, ''), seam(text, dice), text.slice(span.start, span.end));
  },
  (text, dice) => {
    const span = someElement(text, dice);
    return replaced(text, span, `<x>${span === null ? '' : text.slice(span.start, span.end)}</x>`);
  },
  (text, dice) => replaced(text, someValue(text, dice), dice.pick(VALUES)),
  (text, dice) => replaced(text, someValue(text, dice), dice.pick(VALUES)),
  (text, dice) => inserted(text, seam(text, dice), dice.pick(PIECES)),
  (text, dice) => inserted(text, seam(text, dice), dice.pick(PIECES)),
  (text, dice) => {
    const tags = [...text.matchAll(/<[\w:]+(?=[\s/>])/g)];
    if (tags.length === 0) return text;
    const tag = dice.pick(tags);
    return inserted(text, tag.index + tag[0].length, ` ${dice.pick(ATTRIBUTES)}`);
  },
  (text, dice) => {
    const names = [...text.matchAll(/(?<=<\/?)[\w:]+/g)];
    if (names.length === 0) return text;
    const [from] = dice.pick(names);
    return dice.chance(0.5) ? text.replaceAll(from, dice.pick(NAMES)) : text.replace(from, dice.pick(NAMES));
  },
  (text, dice) => text.replace(/^\s*(?:<\?xml[^>]*\?>)?/, dice.pick(DECLARATIONS)),
  (text, dice) => text.slice(0, seam(text, dice)),
  (text, dice) => text.slice(seam(text, dice)),
  (text, dice) => text + dice.pick([text, ' ', 'x', '<x/>', '<!-- -->', '\u0000', '<?pi?>']),
  (text, dice) =>
    text.replaceAll(
      dice.pick(['http://schemas.xmlsoap.org/soap/envelope/', SEQR]),
      dice.pick(['urn:other', '', SEQR, 'http://www.w3.org/2003/05/soap-envelope']),
    ),
  (text, dice) => text.replaceAll('><', dice.pick(['> <', '>\r\n<', '><!-- --><', '>\u00a0<', '>x<', '><?pi?><'])),
  (text, dice) => inserted(text, seam(text, dice), bomb(dice)),
];

type ByteMutation = (bytes: Buffer, dice: Dice) => Buffer;

const BYTE_MUTATIONS: readonly ByteMutation[] = [
  (bytes, dice) => {
    const at = dice.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
    return bytes;
  },
  (bytes, dice) => {
    bytes[dice.below(bytes.length)] = dice.pick([0x00, 0x0a, 0x20, 0x26, 0x3c, 0x3e, 0x7f, 0x80, 0xc0, 0xff, 0xfe, 0xed]);
    return bytes;
  },
  (bytes, dice) => {
    const at = dice.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + dice.below(20))]);
  },
  (bytes, dice) => {
    const [from, to] = [dice.below(bytes.length), dice.below(bytes.length)];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + 1 + dice.below(200)), bytes.subarray(to)]);
  },
  (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
];

const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
  (text) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(`\ufeff${text}`),
];

/** A document spoiled in one to four ways, as the bytes that would be sent. */
export function mutate(document: string, dice: Dice): Buffer {
  let text = document;
  const times = dice.below(4);
  for (let i = 0; i < times; i += 1) text = dice.pick(TEXT_MUTATIONS)(text, dice);
  let bytes = dice.chance(0.05) ? dice.pick(ENCODINGS)(text) : Buffer.from(text);
  const bites = times === 0 ? 1 + dice.below(2) : dice.chance(0.15) ? 1 : 0;
  for (let i = 0; i < bites && bytes.length > 0; i += 1) bytes = dice.pick(BYTE_MUTATIONS)(bytes, dice);
  return bytes;
}
