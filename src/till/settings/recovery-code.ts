import type { RandomBytes } from '../ids.ts';
import { word } from '../ids.ts';

/** 100 random bits, in groups that can be read out and typed. */
const LENGTH = 20;
const GROUP = 5;

export function newRecoveryCode(randomBytes: RandomBytes): string {
  return (word(randomBytes, LENGTH).match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** A code as it was typed, in the form in which it was made: letters that look alike are one. */
export function asRecoveryCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return (plain.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}
