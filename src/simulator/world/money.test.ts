import { describe, expect, it } from 'vitest';
import { formatMinor, parseMinor } from './money.ts';
import { RESULT_TEXTS, resultText } from './result-codes.ts';
import { zoneTime } from './zone-time.ts';

describe('money', () => {
  it.each([
    ['149.99', 14_999],
    ['1500', 150_000],
    ['0.1', 10],
    ['-3.80', -380],
    ['+1.', 100],
    ['.5', 50],
    ['007.00', 700],
    ['-0', 0],
    ['999999999999.99', 99_999_999_999_999],
  ])('%s is %d hundredths', (text, minor) => {
    expect(parseMinor(text)).toBe(minor);
  });

  it.each(['', '.', '1.234', '1.000', '1e2', '1,5', 'x', '1000000000000'])('"%s" is no amount', (text) => {
    expect(parseMinor(text)).toBeUndefined();
  });

  it('is printed with two decimals', () => {
    expect([0, 5, -5, 14_999, -100].map(formatMinor)).toEqual(['0.00', '0.05', '-0.05', '149.99', '-1.00']);
  });
});

describe('local time of the service', () => {
  it('follows the sample of the interface text, in winter and summer', () => {
    expect(zoneTime(Date.UTC(2015, 9, 29, 9, 18, 48, 663))).toEqual({
      date: '20151029',
      time: '101848663',
      dateTime: '2015-10-29T10:18:48.663+01:00',
    });
    expect(zoneTime(Date.UTC(2026, 5, 30, 22, 0, 0, 7)).dateTime).toBe('2026-07-01T00:00:00.007+02:00');
  });
});

describe('result codes', () => {
  it('have a text for every number, known or not', () => {
    expect(resultText(98)).toBe('Sum of refunds can not be more than original transaction');
    expect(resultText(7)).toBe('UNKNOWN ERSWSResultCode = 7');
    expect(Object.keys(RESULT_TEXTS)).toHaveLength(56);
  });
});
