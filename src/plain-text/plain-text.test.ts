import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounded, cleanText } from './plain-text.ts';
import { anyText } from './testing/any-text.ts';

const anyUnits = fc
  .array(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    { maxLength: 60 },
  )
  .map((units) => units.join(''));

describe('plain text', () => {
  it('is one line without what misleads paper and parsers', () => {
    expect(cleanText('  Fika\r\n\tpack\u0000 \u202eabc\u2066 ')).toBe('Fika pack abc');
    expect(cleanText('a\ud800b\uffff')).toBe('a\ufffdb');
  });

  it('is clean whatever it was, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const clean = cleanText(text);
        expect(clean).toMatch(/^[^\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]*$/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('is never cut inside a character', () => {
    expect(bounded('abc😀', 4)).toBe('abc');
    expect(bounded('abc😀', 5)).toBe('abc😀');
    fc.assert(
      fc.property(anyText(), fc.nat(20), (text, max) => {
        const cut = bounded(text, max);
        expect(cut.length <= max && cut.isWellFormed() && text.startsWith(cut)).toBe(true);
      }),
    );
  });
});
