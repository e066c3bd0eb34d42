/**
 * Text that a PDF gives beside its glyphs, where the glyphs alone would not tell (ISO 32000-1, 14.9.4): Chromium up to 130
 * writes figures of equal width so. pdf.js shows where such a text begins and ends and does not tell it.
 */
import { inflateSync } from 'node:zlib';

const COMPRESSED = /<<[^>]*\/FlateDecode[^>]*\/Length (\d+)\s*>>\s*stream\r?\n/g;
const SPAN = /\/Span\s*<<\s*\/ActualText\s*(\((?:\\[^]|[^\\)])*\)|<[0-9A-Fa-f\s]*>)\s*>>\s*BDC/g;

/** @returns the texts in the order in which the pages draw what they stand for */
export function actualTexts(pdf: Buffer): readonly string[] {
  return drawings(pdf).flatMap((drawing) => [...drawing.matchAll(SPAN)].map(([, text = '']) => decoded(text)));
}

/** What is drawn, as far as it is compressed; Chromium compresses all of it. */
function drawings(pdf: Buffer): readonly string[] {
  return [...pdf.toString('latin1').matchAll(COMPRESSED)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(pdf.subarray(start, start + Number(match[1]))).toString('latin1');
  });
}

/** @param text in parentheses with escapes, or in hexadecimal; UTF-16 if it says so */
function decoded(text: string): string {
  const bytes = text.startsWith('<')
    ? Buffer.from(text.replace(/[<>\s]/g, ''), 'hex')
    : Buffer.from(unescaped(text.slice(1, -1)), 'latin1');
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isUtf16 ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[^])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : (CONTROLS[sign] ?? sign),
  );
}
