import { describe, expect, it, test } from 'vitest';
import { pinProblem, pinRefusal } from './owner-pin.ts';

describe('pinProblem', () => {
  it.each([
    ['123', 'length'],
    ['1234567890123', 'length'],
    ['12a4', 'length'],
    ['0000', 'weak'],
    ['1234', 'weak'],
    ['9876', 'weak'],
    ['2580', null],
  ])('says of %s: %s', (pin, problem) => {
    expect(pinProblem(pin)).toBe(problem);
  });
});

test('the core refuses what is no PIN, and one digit repeated', () => {
  expect(['123', '0000', '1234', '2580'].map(pinRefusal)).toEqual(['length', 'weak', null, null]);
});
