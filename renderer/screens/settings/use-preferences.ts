import type { IntentOf, Preferences } from '../../../src/contract/index.ts';
import { sendIntent, useSnapshot } from '../../store/index.ts';

type Patch = IntentOf<'preferences.change'>['patch'];

/** The preferences, and how one of them is changed: at once. */
export function usePreferences(): { readonly preferences: Preferences; readonly change: (patch: Patch) => void } {
  const preferences = useSnapshot((snapshot) => snapshot.preferences);
  return { preferences, change: (patch) => void sendIntent({ kind: 'preferences.change', patch }) };
}
