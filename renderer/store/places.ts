import { create } from 'zustand';
import type { SettingsSection } from './settings-sections.ts';

/** Where the cashier is in the window. */
export type Place =
  | { readonly kind: 'sale' }
  /** `receipt`: opened at that one. */
  | { readonly kind: 'journal'; readonly receipt: number | null }
  /** The receipt of the sale whose money goes back. */
  | { readonly kind: 'refund'; readonly receipt: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'payOut' }
  /** `section`: opened at that one. */
  | { readonly kind: 'settings'; readonly section: SettingsSection | null };

interface Places {
  readonly place: Place;
}

export const usePlaces = create<Places>(() => ({ place: { kind: 'sale' } }));

/** Goes to a place: how every screen leads to another. */
export function goTo(place: Place): void {
  usePlaces.setState({ place });
}
