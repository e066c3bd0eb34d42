import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsStore } from '../../src/till/ports.ts';
import { copyBeside, copyDamaged, makeDurable, openOrSetAside } from './set-aside.ts';

const NAME = 'settings';
/** electron-store opens a channel for stores in pages. There are none, and no channel is left open (security §17). */
const STORE_CHANNEL = 'electron-store-get-data';

/**
 * The settings file in `folder`. One that cannot be read is set aside, and this start begins with defaults and says so;
 * electron-store alone would throw, or silently forget. Nor does it make the name of a new file durable.
 */
export function createSettingsStore(folder: string, now: Date): SettingsStore {
  const options = { name: NAME, cwd: folder, configFileMode: 0o600, clearInvalidConfig: false, accessPropertiesByDotNotation: false };
  const { opened: store, damagedFile } = openOrSetAside(join(folder, `${NAME}.json`), now, () => new ElectronStore(options));
  ipcMain.removeAllListeners(STORE_CHANNEL);
  return {
    damagedFile,
    load: () => (store.size === 0 ? undefined : store.store),
    save(settings) {
      store.store = { ...settings };
      makeDurable(store.path);
    },
    keepCopy: (version) => copyBeside(store.path, version),
    keepDamaged: () => copyDamaged(store.path, now),
  };
}
