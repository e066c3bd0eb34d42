import { describe, expect, it } from 'vitest';
import { comboOf, comboText } from './combo.ts';
import { actionOf, shortcutConflict, SHORTCUTS, shortcutsWith } from './shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('shortcuts', () => {
  it('no two actions of a fresh till share a key', () => {
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.combo)).size).toBe(SHORTCUTS.length);
  });

  it.each(SHORTCUTS.filter((shortcut) => shortcut.changeable).map((shortcut) => [shortcut.action, shortcut.combo] as const))(
    'the default of %s could be given to it again',
    (action, combo) => {
      expect(shortcutConflict(action, combo, {})).toBeNull();
    },
  );

  it('refuses a key that another action has', () => {
    expect(shortcutConflict('note', 'F9', {})).toEqual({ kind: 'taken', by: 'charge' });
  });

  it('a changed key is taken, and the key it left is free', () => {
    const changes = { charge: 'F12' };
    expect(shortcutConflict('note', 'F12', changes)).toEqual({ kind: 'taken', by: 'charge' });
    expect(shortcutConflict('note', 'F9', changes)).toBeNull();
    expect(actionOf('F12', changes)).toBe('charge');
    expect(actionOf('F9', changes)).toBeNull();
  });

  it.each(['a', 'Å', '7', '.', 'Tab', 'F8', 'Backspace', 'Ctrl+V'])('refuses %s, which means something already', (combo) => {
    expect(shortcutConflict('note', combo, {})).toEqual({ kind: 'reserved' });
  });

  it('a fixed key stays, whatever the preferences say', () => {
    const back = shortcutsWith({ back: 'F12' }).find((shortcut) => shortcut.action === 'back');
    expect(back?.combo).toBe('Escape');
  });
});

describe('comboOf', () => {
  it.each([
    ['Ctrl+Z', { ...plain, key: 'z', ctrlKey: true }],
    ['Ctrl+Z', { ...plain, key: 'z', metaKey: true }],
    ['Ctrl+Shift+Z', { ...plain, key: 'Z', ctrlKey: true, shiftKey: true }],
    ['Shift+F4', { ...plain, key: 'F4', shiftKey: true }],
    ['+', { ...plain, key: '+', shiftKey: true }],
    ['Space', { ...plain, key: ' ' }],
  ])('writes %s', (combo, event) => {
    expect(comboOf(event)).toBe(combo);
  });

  it('shows what stands on the key', () => {
    expect(['ArrowUp', 'Ctrl+Z', '+', 'Ctrl++'].map(comboText)).toEqual(['↑', 'Ctrl+Z', '+', 'Ctrl++']);
  });
});
