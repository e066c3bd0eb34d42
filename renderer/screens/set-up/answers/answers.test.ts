import { describe, expect, it } from 'vitest';
import { isOrganisationNumber } from './organisation-number.ts';
import { vatRatesFromText, vatRateText } from './vat-rates-text.ts';

describe('isOrganisationNumber', () => {
  it.each(['556016-0680', '5560160680', '16556016-0680', ' 556016-0680 '])('takes %s', (text) => {
    expect(isOrganisationNumber(text, 'SEK')).toBe(true);
  });

  it.each(['556016-0681', '556016-068', '', 'SE5560160680', '1234567890'])('refuses %s for a Swedish shop', (text) => {
    expect(isOrganisationNumber(text, 'SEK')).toBe(false);
  });

  it('takes other countries as they write it', () => {
    expect(isOrganisationNumber('FI2077474-0', 'EUR')).toBe(true);
    expect(isOrganisationNumber('123', 'EUR')).toBe(false);
  });
});

describe('vatRatesFromText', () => {
  it.each([
    ['25 12 6 0', [2500, 1200, 600, 0]],
    ['0, 6, 12, 25', [2500, 1200, 600, 0]],
    ['25,5 14', [2550, 1400]],
    ['25.5 % 14 %', [2550, 1400]],
    ['25 25', [2500]],
  ])('reads %s', (text, rates) => {
    expect(vatRatesFromText(text)).toEqual(rates);
  });

  it.each(['', 'abc', '101', '-5', '1 2 3 4 5 6 7 8 9', '5.123'])('refuses %s', (text) => {
    expect(vatRatesFromText(text)).toBeNull();
  });

  it('writes a rate with the sign of the language', () => {
    expect(vatRateText(2550, 'sv')).toBe('25,5');
    expect(vatRateText(2500, 'en')).toBe('25');
  });
});
