import { create } from 'zustand';
import { EMPTY_ENTRY, pressKey } from './keypad-entry.ts';
import type { Entry, EntryKey } from './keypad-entry.ts';

/** The keypad line outlives the screen: a digit that ends the PAID screen is the first of the next amount. */
export const useEntry = create<{ readonly entry: Entry }>(() => ({ entry: EMPTY_ENTRY }));

export function pressEntryKey(key: EntryKey): void {
  useEntry.setState(({ entry }) => ({ entry: pressKey(entry, key) }));
}

/** The quantity for the next item, and the line is empty again. */
export function takeQuantity(): { readonly quantityMilli?: number } {
  const { quantityMilli } = useEntry.getState().entry;
  useEntry.setState({ entry: EMPTY_ENTRY });
  return quantityMilli === null ? {} : { quantityMilli };
}
