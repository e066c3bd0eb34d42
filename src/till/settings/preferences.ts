import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { OK, refuse } from '../results.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** Changes what the patch names of the cashier's own, and nothing else: what SEQR is told is the owner's. */
export function changePreferences(
  settings: SettingsKeeper,
  { language, receiptLanguage, theme, shortcuts, sounds = {}, printer = {} }: IntentOf<'preferences.change'>['patch'],
): IntentResult {
  const now = settings.preferences();
  const preferences = {
    ...now,
    ...given({ language, receiptLanguage, theme, shortcuts }),
    sounds: { ...now.sounds, ...given(sounds) },
    printer: { ...now.printer, ...given(printer) },
  };
  return settings.save({ preferences }) ? OK : refuse('settings.not-saved');
}

/** What goes with every call to SEQR (PF-19), and which code customers scan (PF-20). */
export function changeWire(
  settings: SettingsKeeper,
  { qrSource, clientReferenceTemplate, clientId }: IntentOf<'wire.change'>,
): IntentResult {
  if (!settings.takesReference(clientReferenceTemplate)) return refuse('preferences.template-invalid');
  const preferences = { ...settings.preferences(), qrSource, clientReferenceTemplate, clientId };
  return settings.save({ preferences }) ? OK : refuse('settings.not-saved');
}

/** @returns without what stands there as undefined: it would hide the value it is spread over */
function given<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
