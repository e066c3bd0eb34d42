import { NewerFileError } from '../../records/index.ts';

/** What one version changed in the settings: names, or what a value means. New ones with a default need no step. */
export interface SettingsStep {
  /** The version that the settings have after it. */
  readonly to: number;
  readonly change: (stored: StoredSettings) => StoredSettings;
}

/** The settings as they lie on disk: nothing is known about them yet. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** In their order, without a gap. None so far. */
export const SETTINGS_STEPS: readonly SettingsStep[] = [];

/** Settings of before there was a number are of this version too. */
const FIRST_VERSION = 1;

/** The version that settings have after these steps. */
export function lastVersion(steps: readonly SettingsStep[]): number {
  return steps.at(-1)?.to ?? FIRST_VERSION;
}

export interface BroughtForward {
  readonly settings: unknown;
  /** The version of the file that has to be kept as it is before it is written anew; null: no step has changed anything. */
  readonly keepCopyOf: number | null;
}

/**
 * Stored settings in the form of these steps.
 * @throws NewerFileError: what a newer Kassa means by its settings is not known, and passwords are among them.
 */
export function broughtForward(stored: unknown, steps: readonly SettingsStep[] = SETTINGS_STEPS): BroughtForward {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return { settings: stored, keepCopyOf: null };
  const { version, ...settings } = stored as StoredSettings;
  const found = typeof version === 'number' && Number.isInteger(version) ? version : FIRST_VERSION;
  const known = lastVersion(steps);
  if (found > known) throw new NewerFileError({ file: 'settings.json', found, known });
  const missing = steps.filter(({ to }) => to > found);
  return {
    settings: missing.reduce<StoredSettings>((before, step) => step.change(before), settings),
    keepCopyOf: missing.length > 0 ? found : null,
  };
}
