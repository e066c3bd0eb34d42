import { useMemo } from 'react';
import type { Language } from '../../src/language/language.ts';
import { translator } from '../../src/text/index.ts';
import type { Translate } from '../../src/text/index.ts';
import { useSnapshotState } from './snapshot-store.ts';

/** The texts in the cashier's language; English before the first snapshot. */
export function useTranslate(): { readonly t: Translate; readonly language: Language } {
  const language = useSnapshotState((state) => state.snapshot?.preferences.language ?? 'en');
  return useMemo(() => ({ t: translator(language), language }), [language]);
}
