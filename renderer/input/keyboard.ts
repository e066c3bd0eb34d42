import { comboOf } from './combo.ts';
import { fieldOf, guard, isInList, restore, typeInto } from './field-guard.ts';
import type { GuardedField } from './field-guard.ts';
import { handAction, handTyped } from './handlers.ts';
import { BURST_GAP_MS, detectScan, NO_BURST } from './scan-detector.ts';
import type { Burst } from './scan-detector.ts';
import { actionOf } from './shortcuts.ts';
import type { ShortcutChanges } from './shortcuts.ts';

export interface KeyboardDeps {
  readonly changes: () => ShortcutChanges;
  readonly onScan: (code: string) => void;
  readonly onShortScan: (code: string) => void;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Unidentified']);

/**
 * Listens before everything else in the window. Characters that may be a scanner's are held back until it is known:
 * outside fields all of them, in a field from the second on; the first is taken out again if it was a scan. So a scan
 * never lands in a field, never presses the focused button with its Enter, and never becomes a quantity. Keys may also come
 * late, on a busy machine: what was given to the screen as a hand's is taken back when their own times say that it was a scan's.
 */
export function startKeyboard(deps: KeyboardDeps): () => void {
  let burst: Burst = NO_BURST;
  let held = '';
  let field: GuardedField | null = null;
  /** So many characters of the present burst the screen has had. */
  let typed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** It was a hand: what was held back goes where it was meant to. */
  const release = () => {
    clearTimeout(timer);
    const text = held;
    held = '';
    if (text === '') return;
    if (field === null) typed += typeOutside(text, deps.changes());
    else typeInto(field, text);
  };

  const hold = (event: KeyboardEvent) => {
    stop(event);
    held += event.key;
    clearTimeout(timer);
    timer = setTimeout(release, BURST_GAP_MS);
  };

  /** It was a scan: nothing of it stays on the screen. */
  const takeBack = () => {
    clearTimeout(timer);
    held = '';
    burst = NO_BURST;
    for (; typed > 0; typed -= 1) handTyped('\b');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || MODIFIERS.has(event.key) || isInList(event.target)) return;
    const target = fieldOf(event.target);
    const command = (event.ctrlKey && !event.getModifierState('AltGraph')) || event.metaKey || event.repeat;
    const detected = command ? ({ kind: 'other' } as const) : detectScan(burst, { key: event.key, atMs: event.timeStamp });
    switch (detected.kind) {
      case 'first':
        release();
        typed = 0;
        burst = detected.burst;
        field = target === null ? null : guard(target);
        if (field === null && event.key !== ' ') hold(event);
        return;
      case 'more':
        burst = detected.burst;
        hold(event);
        return;
      case 'scan':
        stop(event);
        takeBack();
        if (field !== null) restore(field);
        deps.onScan(detected.code);
        return;
      case 'short':
        if (field !== null) break;
        stop(event);
        takeBack();
        deps.onShortScan(detected.code);
        return;
      case 'other':
        break;
    }
    release();
    typed = 0;
    burst = NO_BURST;
    dispatch(event, target !== null, deps.changes());
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** In a field only keys that type and move nothing: the function keys. */
function dispatch(event: KeyboardEvent, inField: boolean, changes: ShortcutChanges): void {
  const combo = comboOf(event);
  const action = actionOf(combo, changes);
  if (inField && !/(^|\+)F\d+$/.test(combo)) return;
  if (action !== null && handAction(action)) stop(event);
  else if (!inField && event.repeat && event.key.length === 1 && event.key !== ' ') typeOutside(event.key, changes);
  else if (!inField && event.key === 'Backspace' && handTyped('\b')) stop(event);
  else if (/^F\d+$/.test(combo)) event.preventDefault();
}

/** One character may be a shortcut (`+`); the rest is text for the screen. @returns how many it was given */
function typeOutside(text: string, changes: ShortcutChanges): number {
  return text.split('').filter((character) => {
    const action = actionOf(character.toUpperCase(), changes);
    return (action === null || !handAction(action)) && handTyped(character);
  }).length;
}
