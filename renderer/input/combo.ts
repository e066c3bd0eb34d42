/** The part of a keyboard event that a combination is made of. */
export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const SHOWN: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Delete: 'Del', Escape: 'Esc', '*': '×' };

/** `Ctrl+Z`, `Shift+F4`, `+`. Shift is named only where it does not already make another character. */
export function comboOf(event: KeyLike): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey);
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : null, event.altKey ? 'Alt' : null, shift ? 'Shift' : null, key];
  return parts.filter((part) => part !== null).join('+');
}

/** As it stands on the key: `Ctrl+Z`, `↑`, `Del`. */
export function comboText(combo: string): string {
  return combo
    .split(/\+(?=.)/)
    .map((part) => SHOWN[part] ?? part)
    .join('+');
}
