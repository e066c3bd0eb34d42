import { describe, expect, it } from 'vitest';
import { EMPTY_ENTRY, entryMinor, entryPercentHundredths, pressKey } from './keypad-entry.ts';
import type { Entry, EntryKey } from './keypad-entry.ts';

const press = (...keys: readonly EntryKey[]): Entry => keys.reduce(pressKey, EMPTY_ENTRY);

describe('the keypad line', () => {
  it('digits fill an amount from the right', () => {
    expect(entryMinor(press('1'))).toBe(1);
    expect(entryMinor(press('1', '4', '9', '00'))).toBe(14_900);
  });

  it('a point makes whole units of what stands before it', () => {
    expect(entryMinor(press('1', '4', '9', '.'))).toBe(14_900);
    expect(entryMinor(press('1', '4', '9', '.', '5'))).toBe(14_950);
    expect(entryMinor(press('.', '5', '0'))).toBe(50);
  });

  it('an amount has at most two decimals', () => {
    expect(entryMinor(press('1', '.', '2', '3', '4'))).toBeNull();
  });

  it('nothing and zero are no amount', () => {
    expect(entryMinor(EMPTY_ENTRY)).toBeNull();
    expect(entryMinor(press('0', '00'))).toBeNull();
    expect(entryMinor(press('0', '.', '0'))).toBeNull();
  });

  it('leading zeros go, so that 0 0 5 is 5', () => {
    expect(press('0', '0', '5').text).toBe('5');
  });

  it('takes as many digits as an amount may have, and no more', () => {
    const nines = Array.from({ length: 12 }, () => '9' as const);
    expect(entryMinor(press(...nines))).toBe(9_999_999_999);
    expect(press(...nines.slice(0, 9), '00').text).toHaveLength(9);
  });

  it('3 × makes three of what comes next', () => {
    expect(press('3', 'times')).toEqual({ text: '', quantityMilli: 3000 });
    expect(press('3', 'times', '5', '00')).toEqual({ text: '500', quantityMilli: 3000 });
  });

  it('0.45 × is a weight', () => {
    expect(press('.', '4', '5', 'times').quantityMilli).toBe(450);
  });

  it('× without a figure, or after nought, makes no quantity', () => {
    expect(press('times')).toEqual(EMPTY_ENTRY);
    expect(press('0', 'times').quantityMilli).toBeNull();
    expect(press('3', 'times', 'times')).toEqual(EMPTY_ENTRY);
  });

  it('backspace takes the last digit, then the quantity', () => {
    expect(press('1', '2', 'backspace').text).toBe('1');
    expect(press('3', 'times', '1', 'backspace')).toEqual({ text: '', quantityMilli: 3000 });
    expect(press('3', 'times', 'backspace')).toEqual(EMPTY_ENTRY);
  });

  it.each([
    [['1', '0'], 1000],
    [['1', '2', '.', '5'], 1250],
    [['1', '0', '0'], 10_000],
    [['1', '0', '1'], null],
    [['0'], null],
    [[], null],
  ] as const)('%j as a percentage is %s hundredths', (keys, hundredths) => {
    expect(entryPercentHundredths(press(...keys))).toBe(hundredths);
  });
});
