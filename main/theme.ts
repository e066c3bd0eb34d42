import { nativeTheme } from 'electron';
import type { Till } from '../src/till/till.ts';

/** The chosen theme reaches pages, dialogs and the ground of new windows through Chromium's own switch. */
export function followTheme(till: Till): void {
  const apply = (theme: typeof nativeTheme.themeSource): void => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
  };
  apply(till.snapshot().preferences.theme);
  till.subscribe((snapshot) => apply(snapshot.preferences.theme));
}
