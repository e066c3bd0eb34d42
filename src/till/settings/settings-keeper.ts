import type { Preferences } from '../../contract/snapshot.ts';
import { clientId, clientReference, isReferenceTemplate } from '../../protocol/index.ts';
import { logFailure } from '../log-failure.ts';
import type { SettingsStore, TillDeps } from '../ports.ts';
import { parseSettings } from './parse-settings.ts';
import { broughtForward, lastVersion, SETTINGS_STEPS } from './settings-version.ts';
import type { SettingsStep } from './settings-version.ts';
import { defaultBusiness } from './settings.ts';
import type { Business, Profile, ProfileStore, Settings } from './settings.ts';

/** As long as every correlation id. */
const SOME_ID = 'K0000000';

/** The settings in memory, always as they are on disk. */
export interface SettingsKeeper {
  get(): Settings;
  preferences(): Preferences;
  /** The profile of the mode in use; before one was chosen, the real service's. */
  readonly profile: ProfileStore;
  /**
   * Where the owner's PIN stands. One owner a till: once a PIN was chosen for the real service, it holds in practice too, so
   * that nobody gets at the real service through practice.
   */
  readonly ownerProfile: ProfileStore;
  /** @param mode another than the one in use */
  business(mode?: 'practice' | 'live'): Business;
  /** What goes with a call about this id, from the owner's template (PF-19). */
  clientReference(correlationId: string): string;
  /** Whether a template can be used: it keeps the id, and fits. */
  takesReference(template: string): boolean;
  /** Who SEQR is told is calling, from the owner's template. */
  clientId(): string;
  /** Durable when it returns true; false: the disk refused, nothing changed. */
  save(patch: Partial<Settings>): boolean;
  /** Something stored could not be read; it has its defaults now. */
  readonly wasDamaged: boolean;
  /** What was found at the start does not say which mode was in use (parse-settings.ts). */
  readonly modeIsLost: boolean;
  /** Nothing was found at the start. */
  readonly areMissing: boolean;
  /** Goes on in this mode: by what lies beside the settings, where they do not say it. On disk with whatever is saved next. */
  goOnIn(mode: 'practice' | 'live'): void;
}

/** @throws NewerFileError: the settings are a newer Kassa's; they were not touched. */
export function keepSettings(
  store: SettingsStore,
  nowIso: () => string,
  { log, appVersion }: Pick<TillDeps, 'log' | 'appVersion'>,
  steps: readonly SettingsStep[] = SETTINGS_STEPS,
): SettingsKeeper {
  const forward = broughtForward(store.load(), steps);
  const stored = parseSettings(forward.settings);
  let settings = stored.settings;
  const wasDamaged = stored.damaged.length > 0 || store.damagedFile != null;
  let keepCopyOf = forward.keepCopyOf;
  let keepDamaged = stored.damaged.length > 0;
  if (wasDamaged) log({ level: 'error', what: 'settings damaged', data: { parts: stored.damaged } });

  function save(patch: Partial<Settings>): boolean {
    const next = { ...settings, ...patch };
    try {
      if (keepCopyOf !== null) store.keepCopy(keepCopyOf);
      keepCopyOf = null;
      if (keepDamaged) store.keepDamaged();
      keepDamaged = false;
      store.save({ version: lastVersion(steps), ...next });
    } catch (error) {
      logFailure(log, 'settings were not saved', error);
      return false;
    }
    settings = next;
    return true;
  }

  const inUse = (): 'practice' | 'live' => (settings.mode === 'practice' ? 'practice' : 'live');
  const profileOf = (name: () => 'practice' | 'live'): ProfileStore => ({
    get: (): Profile => settings[name()],
    save: (patch) => save({ [name()]: { ...settings[name()], ...patch } }),
  });

  const business = (mode = inUse()): Business => settings[mode].business ?? defaultBusiness(nowIso());

  return {
    get: () => settings,
    preferences: () => settings.preferences,
    profile: profileOf(inUse),
    ownerProfile: profileOf(() => (settings.live.ownerPin === null ? inUse() : 'live')),
    business,
    clientReference: (id) => clientReference(settings.preferences.clientReferenceTemplate, { id, version: appVersion }),
    takesReference: (template) => isReferenceTemplate(template, { id: SOME_ID, version: appVersion }),
    clientId: () => clientId(settings.preferences.clientId, { version: appVersion, shop: business().name }),
    save,
    wasDamaged,
    modeIsLost: stored.modeIsLost,
    areMissing: stored.areMissing,
    goOnIn(mode) {
      settings = { ...settings, mode };
    },
  };
}
