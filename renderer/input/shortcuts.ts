import type { ShortcutAction } from '../../src/contract/index.ts';

export type { ShortcutAction };

export interface Shortcut {
  readonly action: ShortcutAction;
  /** As {@link comboOf} writes it: `F9`, `Ctrl+Z`, `+`. */
  readonly combo: string;
  /** Fixed ones are what every hand expects; they are shown and cannot be changed. */
  readonly changeable: boolean;
}

/** Preferences: an action's key -> its combination; only what differs from the defaults. */
export type ShortcutChanges = Readonly<Record<string, string>>;

/** The keys of a fresh till (screens, Keys). Their words are `common.keys.<action>`. */
export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'help', combo: 'F1', changeable: true },
  { action: 'search', combo: 'F2', changeable: true },
  { action: 'freeRow', combo: 'F3', changeable: true },
  { action: 'discount', combo: 'F4', changeable: true },
  { action: 'saleDiscount', combo: 'Shift+F4', changeable: true },
  { action: 'note', combo: 'F6', changeable: true },
  { action: 'openTab', combo: 'F7', changeable: true },
  { action: 'charge', combo: 'F9', changeable: true },
  { action: 'chargePlus', combo: '+', changeable: true },
  { action: 'journal', combo: 'F10', changeable: true },
  { action: 'times', combo: '*', changeable: true },
  { action: 'undo', combo: 'Ctrl+Z', changeable: true },
  { action: 'ringUp', combo: 'Enter', changeable: false },
  { action: 'rowUp', combo: 'ArrowUp', changeable: false },
  { action: 'rowDown', combo: 'ArrowDown', changeable: false },
  { action: 'removeRow', combo: 'Delete', changeable: false },
  { action: 'back', combo: 'Escape', changeable: false },
];

/** Kept for what keys always do, and F8 for parking a sale. */
const RESERVED: ReadonlySet<string> = new Set(['Tab', 'Shift+Tab', 'Space', 'Backspace', 'F8', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+A']);

/** The keys in force: the defaults with this till's changes. */
export function shortcutsWith(changes: ShortcutChanges): readonly Shortcut[] {
  return SHORTCUTS.map((shortcut) => {
    const changed = shortcut.changeable ? changes[shortcut.action] : undefined;
    return changed === undefined ? shortcut : { ...shortcut, combo: changed };
  });
}

/** The action of a combination; null if it has none. */
export function actionOf(combo: string, changes: ShortcutChanges): ShortcutAction | null {
  return shortcutsWith(changes).find((shortcut) => shortcut.combo === combo)?.action ?? null;
}

export type ShortcutConflict =
  /** Another action has it already. */
  | { readonly kind: 'taken'; readonly by: ShortcutAction }
  /** It types something or has a fixed meaning. */
  | { readonly kind: 'reserved' };

/** Why `combo` cannot be given to `action`; null if it can (till-features A13: duplicates refused). */
export function shortcutConflict(action: ShortcutAction, combo: string, changes: ShortcutChanges): ShortcutConflict | null {
  const taken = shortcutsWith(changes).find((shortcut) => shortcut.combo === combo && shortcut.action !== action);
  if (taken !== undefined) return { kind: 'taken', by: taken.action };
  return RESERVED.has(combo) || /^[\p{L}\d.,]$/u.test(combo) ? { kind: 'reserved' } : null;
}
