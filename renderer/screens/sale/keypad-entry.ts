import { quantityFromText } from '../../../src/money/index.ts';

/** What stands on the keypad line. */
export interface Entry {
  /** Digits, at most one point. Without a point an amount fills from the right: `14900` is 149.00 (till-features A2). */
  readonly text: string;
  /** From `3 ×`: how many of the next item; null: one. */
  readonly quantityMilli: number | null;
}

export const EMPTY_ENTRY: Entry = { text: '', quantityMilli: null };

export type EntryKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'backspace' | 'times' | 'clear';

/** 99,999,999.99: as large as an amount may be. Digits. */
const MAX_DIGITS = 10;
const MAX_DECIMALS = 3;

/** The line after one key. A key that makes no sense changes nothing. */
export function pressKey(entry: Entry, key: EntryKey): Entry {
  switch (key) {
    case 'clear':
      return EMPTY_ENTRY;
    case 'backspace':
      return entry.text === '' ? EMPTY_ENTRY : { ...entry, text: entry.text.slice(0, -1) };
    case 'times':
      return times(entry);
    case '.':
      return entry.text.includes('.') ? entry : { ...entry, text: entry.text === '' ? '0.' : `${entry.text}.` };
    default:
      return withDigits(entry, key);
  }
}

function withDigits(entry: Entry, digits: string): Entry {
  const joined = entry.text + digits;
  const text = joined.includes('.') ? joined : joined.replace(/^0+(?=\d)/, '');
  const decimals = text.split('.')[1] ?? '';
  if (text.replace('.', '').length > MAX_DIGITS || decimals.length > MAX_DECIMALS) return entry;
  return { ...entry, text };
}

/** `3 ×`: the figure becomes the quantity of what comes next. `×` alone takes it back. */
function times(entry: Entry): Entry {
  if (entry.text === '') return EMPTY_ENTRY;
  const quantityMilli = quantityFromText(entry.text.replace(/\.$/, ''));
  return quantityMilli === null || quantityMilli <= 0 ? entry : { text: '', quantityMilli };
}

/** The amount on the line in minor units; null if there is none, or not one with two decimals. */
export function entryMinor({ text }: Entry): number | null {
  if (text === '') return null;
  if (!text.includes('.')) return Number(text) === 0 ? null : Number(text);
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length > 2) return null;
  const minor = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return minor === 0 ? null : minor;
}

/** The figure on the line as a percentage in hundredths: `10` is 1000; null if it is none between 0 and 100. */
export function entryPercentHundredths({ text }: Entry): number | null {
  const [whole = '', fraction = ''] = text.split('.');
  if (text === '' || fraction.length > 2) return null;
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return hundredths >= 1 && hundredths <= 10_000 ? hundredths : null;
}
