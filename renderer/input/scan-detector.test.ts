import { describe, expect, it } from 'vitest';
import { detectScan, MAX_SCAN_LENGTH, NO_BURST } from './scan-detector.ts';
import type { Burst, Detected } from './scan-detector.ts';

/** Keys with the milliseconds that passed before each of them. */
type Timed = readonly (readonly [key: string, afterMs: number])[];

const typed = (text: string, apartMs: number): Timed => Array.from(text, (key) => [key, apartMs] as const);

function play(keys: Timed): Detected {
  let burst: Burst = NO_BURST;
  let atMs = 1000;
  let detected: Detected = { kind: 'other' };
  for (const [key, afterMs] of keys) {
    atMs += afterMs;
    detected = detectScan(burst, { key, atMs });
    burst = detected.kind === 'first' || detected.kind === 'more' ? detected.burst : NO_BURST;
  }
  return detected;
}

describe('detectScan', () => {
  const EAN = '7310865004703';
  const cases: readonly (readonly [rule: string, keys: Timed, expected: Detected])[] = [
    ['an EAN 5 ms apart, ending in Enter, is a scan', [...typed(EAN, 5), ['Enter', 5]], { kind: 'scan', code: EAN }],
    ['Tab ends a scan too', [...typed(EAN, 5), ['Tab', 5]], { kind: 'scan', code: EAN }],
    ['34 ms apart is a scanner', [...typed(EAN, 34), ['Enter', 34]], { kind: 'scan', code: EAN }],
    ['35 ms apart is a hand', [...typed(EAN, 35), ['Enter', 35]], { kind: 'other' }],
    ['Enter that comes late belongs to a hand', [...typed(EAN, 5), ['Enter', 35]], { kind: 'other' }],
    ['six characters are enough', [...typed('123456', 10), ['Enter', 10]], { kind: 'scan', code: '123456' }],
    ['five fast characters are a scan cut short', [...typed('12345', 10), ['Enter', 10]], { kind: 'short', code: '12345' }],
    ['two keys at once and Enter are a hand', [...typed('12', 10), ['Enter', 10]], { kind: 'other' }],
    [
      'a pause in the middle starts anew',
      [...typed('7310', 5), ['8', 80], ...typed('65004', 5), ['Enter', 5]],
      { kind: 'scan', code: '865004' },
    ],
    [
      'letters and punctuation are part of a code',
      [...typed('HTTP://SEQR.SE/Q123', 3), ['Enter', 3]],
      { kind: 'scan', code: 'HTTP://SEQR.SE/Q123' },
    ],
    ['an arrow key ends nothing', [...typed(EAN, 5), ['ArrowUp', 5]], { kind: 'other' }],
    ['Enter alone is a key', [['Enter', 500]], { kind: 'other' }],
  ];
  it.each(cases)('%s', (_rule, keys, expected) => {
    expect(play(keys)).toEqual(expected);
  });

  it('says which character is the first of a burst, and which must be held back', () => {
    expect(play(typed('7', 100)).kind).toBe('first');
    expect(
      play([
        ['7', 100],
        ['3', 10],
      ]).kind,
    ).toBe('more');
    expect(
      play([
        ['7', 100],
        ['3', 90],
      ]).kind,
    ).toBe('first');
  });

  it('a burst that never ends starts anew at its limit', () => {
    const detected = play(typed('x'.repeat(MAX_SCAN_LENGTH + 1), 1));
    expect(detected).toMatchObject({ kind: 'first', burst: { text: 'x' } });
  });
});
