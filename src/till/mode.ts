import type { IntentResult } from '../contract/ipc.ts';
import { openEndpoints } from './current-session.ts';
import type { CurrentSession } from './current-session.ts';
import type { HeldTerminal } from './held-terminal.ts';
import { logFailure } from './log-failure.ts';
import type { TillDeps } from './ports.ts';
import { OK, refuse } from './results.ts';
import type { Connection } from './service/connection.ts';
import type { Keychain } from './service/keychain.ts';
import type { Session } from './session.ts';
import type { Mode } from './set-up/mode-change.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import type { Settings } from './settings/settings.ts';

export interface ModeDeps {
  readonly settings: SettingsKeeper;
  readonly current: CurrentSession;
  readonly terminalHeld: HeldTerminal['terminalHeld'];
  readonly keychain: Pick<Keychain, 'unlock' | 'patiently'>;
  readonly connection: Pick<Connection, 'open'>;
  readonly open: (mode: 'practice' | 'live') => Session;
  readonly log: TillDeps['log'];
}

export function createMode({ settings, current, terminalHeld, keychain, connection, open, log }: ModeDeps): Mode {
  /** Only one session is ever started. The one before stays until the other is open and the settings are on disk. */
  function change(mode: Settings['mode'], patch: Partial<Settings>): boolean {
    const before = current.get();
    const next = mode === 'unset' ? null : before?.mode === mode ? before : open(mode);
    const isSaved = settings.save({ ...patch, mode });
    if (next === before) return isSaved;
    if (!isSaved) {
      next?.close();
      return false;
    }
    current.replace(next);
    if (next !== null) begin(next);
    return true;
  }

  /** With the passwords and the services of this mode's terminals, which the start has not asked for. */
  function begin(session: Session): void {
    void connection.open(openEndpoints(session));
    void keychain.patiently(keychain.unlock());
    session.start().catch((error: unknown) => {
      logFailure(log, 'the session did not start', error);
    });
  }

  function mayLeavePractice(): IntentResult {
    if (settings.get().mode !== 'practice') return refuse('practice.only');
    const held = terminalHeld();
    return held === null ? OK : refuse(held);
  }

  return {
    use(mode, patch) {
      const profile = settings.get()[mode];
      return change(mode, { [mode]: { ...profile, ...patch(profile) } });
    },
    mayLeavePractice,
    leavePractice() {
      const may = mayLeavePractice();
      if (!may.ok) return may;
      const isBegun = settings.get().live.endpoint !== null;
      return change(isBegun ? 'live' : 'unset', {}) ? OK : refuse('settings.not-saved');
    },
  };
}
