import type { Problem } from '../text/index.ts';
import { lookIntoBook } from './look-into-book.ts';
import type { TillDeps } from './ports.ts';
import { modeFound } from './settings/mode-found.ts';
import { keepSettings } from './settings/settings-keeper.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

/**
 * The settings as a start finds them; where they do not say the mode, by the journals that lie beside them. What is wrong
 * with them is told.
 *
 * @throws NewerFileError: they are a newer Kassa's
 */
export function findSettings(deps: TillDeps, nowIso: () => string, tell: (problem: Problem) => void): SettingsKeeper {
  const settings = keepSettings(deps.settings, nowIso, deps);
  if (settings.wasDamaged) tell({ code: 'settings.damaged' });
  const { mode, told } = modeFound(settings, (kind) => lookIntoBook(deps, kind, nowIso));
  if (told !== null) tell({ code: told });
  if (mode !== 'unset') settings.goOnIn(mode);
  return settings;
}
