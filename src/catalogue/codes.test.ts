import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../plain-text/testing/any-text.ts';
import { checkEan, eanCheckDigit } from './ean.ts';
import { parseScan } from './scan.ts';
import { wireUnit } from './unit.ts';
import { vatRateOf, vatRatesOn } from './vat-rates.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

describe('an EAN', () => {
  // GS1's own worked example 629104150021-3, the usual EAN-8 example, and a UPC-A.
  it.each([
    ['6291041500213', '6291041500213'],
    ['96385074', '96385074'],
    ['036000291452', '0036000291452'],
    [' 6291041500213\n', '6291041500213'],
  ])('is read from %j', (text, ean) => {
    expect(checkEan(text)).toEqual({ ok: true, ean });
  });

  it.each([
    ['', 'length'],
    ['629104150021', 'check-digit'],
    ['6291041500214', 'check-digit'],
    ['62910415002130', 'length'],
    ['629104150021X', 'digits'],
    ['6291 041500213', 'digits'],
    ['٦٢٩١٠٤١٥٠٠٢١٣', 'digits'],
  ])('is not %j: %s', (text, problem) => {
    expect(checkEan(text)).toEqual({ ok: false, problem });
  });

  it('shows every single misread digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(7, 11, 12).chain(digits), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, where, by) => {
        const code = body + eanCheckDigit(body);
        expect(checkEan(code).ok).toBe(true);
        const at = where % code.length;
        const misread = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
        expect(checkEan(misread)).toEqual({ ok: false, problem: 'check-digit' });
      }),
    );
  });
});

describe('a scan', () => {
  it.each([
    ['6291041500213', { kind: 'ean', ean: '6291041500213' }],
    ['2000123014906', { kind: 'in-store', ean: '2000123014906' }],
    ['20123451', { kind: 'ean', ean: '20123451' }], // EAN-8 has no price rules
    ['HTTP://SEQR.SE/Q004610027501', { kind: 'seqr', code: 'HTTP://SEQR.SE/Q004610027501' }],
    ['seqr://seqr.se/R1397222701693', { kind: 'seqr', code: 'seqr://seqr.se/R1397222701693' }],
    ['6291041500214', { kind: 'other', text: '6291041500214', misread: true }],
    ['KAF-001', { kind: 'other', text: 'KAF-001', misread: false }],
    ['', { kind: 'other', text: '', misread: false }],
  ])('of %j is told apart', (text, scan) => {
    expect(parseScan(text)).toEqual(scan);
  });

  it('of anything at all ends in one of the kinds, bounded', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(JSON.stringify(parseScan(text)).length).toBeLessThan(600);
      }),
    );
  });
});

describe('units and VAT rates', () => {
  it('prints units as SEQR does', () => {
    expect((['EA', 'KGM', 'LTR', 'MTR'] as const).map(wireUnit)).toEqual(['EA', 'kg', 'l', 'm']);
  });

  it('knows the day on which groceries change their rate', () => {
    const groceries = (day: string) => vatRateOf('groceries', day, 'SE');
    expect(['2026-03-31', '2026-04-01', '2027-12-31', '2028-01-01'].map(groceries)).toEqual([1200, 600, 600, 1200]);
    expect(groceries('2027-12-31T23:59:59+01:00')).toBe(600);
  });

  it('has the same four rates on every day, highest first', () => {
    for (const day of ['2026-01-01', '2026-11-23', '2030-06-01']) expect(vatRatesOn(day, 'SE')).toEqual([2500, 1200, 600, 0]);
  });
});
