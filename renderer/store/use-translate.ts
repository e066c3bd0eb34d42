import { useMemo } from 'react';
import { translator } from '../../src/contract/index.ts';
import type { Language, Translate } from '../../src/contract/index.ts';
import { useSnapshotState } from './snapshot-store.ts';

/** The texts in the cashier's language; English before the first snapshot. */
export function useTranslate(): { readonly t: Translate; readonly language: Language } {
  const language = useSnapshotState((state) => state.snapshot?.preferences.language ?? 'en');
  return useMemo(() => ({ t: translator(language), language }), [language]);
}
