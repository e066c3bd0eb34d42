import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { OK, refuse } from '../results.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** Changes what the patch names, and nothing else. */
export function changePreferences(
  settings: SettingsKeeper,
  { sounds = {}, printer = {}, ...others }: IntentOf<'preferences.change'>['patch'],
): IntentResult {
  const template = others.clientReferenceTemplate;
  if (template !== undefined && !settings.takesReference(template)) return refuse('preferences.template-invalid');
  const now = settings.preferences();
  const preferences = {
    ...now,
    ...given(others),
    sounds: { ...now.sounds, ...given(sounds) },
    printer: { ...now.printer, ...given(printer) },
  };
  return settings.save({ preferences }) ? OK : refuse('settings.not-saved');
}

/** @returns without what stands there as undefined: it would hide the value it is spread over */
function given<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
