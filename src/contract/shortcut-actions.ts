/** What a key can do, apart from typing. A till's settings may give each of these another key, and nothing else. */
export const SHORTCUT_ACTIONS = [
  'help',
  'search',
  'discount',
  'saleDiscount',
  'note',
  'openTab',
  'freeRow',
  'charge',
  'chargePlus',
  'journal',
  'ringUp',
  'times',
  'rowUp',
  'rowDown',
  'removeRow',
  'undo',
  'back',
] as const;
export type ShortcutAction = (typeof SHORTCUT_ACTIONS)[number];
