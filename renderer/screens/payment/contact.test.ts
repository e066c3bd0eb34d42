import { describe, expect, it } from 'vitest';
import { readContact } from './contact.ts';

describe('the seconds since the last good answer (PF-04)', () => {
  it('nothing is said before the first answer', () => {
    expect(readContact(null)).toEqual({ seconds: null, late: false, part: 0 });
  });

  it.each([
    [0, 0, false, 0],
    [9999, 9, false, 0.49995],
    [10_000, 10, true, 0.5],
    [20_000, 20, true, 1],
    [65_000, 65, true, 1],
  ])('%i ms are %i s', (ageMs, seconds, late, part) => {
    expect(readContact(ageMs)).toEqual({ seconds, late, part });
  });
});
