import type { IntentResult } from '../contract/ipc.ts';
import type { CurrentSession } from './current-session.ts';
import { logFailure } from './log-failure.ts';
import type { TillDeps } from './ports.ts';
import { OK, refuse } from './results.ts';
import type { Session } from './session.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

export interface ModeDeps {
  readonly settings: SettingsKeeper;
  readonly current: CurrentSession;
  readonly open: (mode: 'practice' | 'live') => Session;
  readonly log: TillDeps['log'];
}

/** Practice or the real service: which journal is open, and the change from one to the other (PF-23). */
export interface Mode {
  readonly use: (mode: 'practice' | 'live') => void;
  /** Practice's journal stays where it is; the wizard begins anew. */
  readonly leavePractice: () => IntentResult;
}

export function createMode({ settings, current, open, log }: ModeDeps): Mode {
  return {
    use(mode) {
      if (current.get()?.mode !== mode) {
        // Only one is ever started. The one before stays until it is known that the other's journal can be opened.
        const session = open(mode);
        current.replace(session);
        session.start().catch((error: unknown) => {
          logFailure(log, 'the session did not start', error);
        });
      }
      if (settings.get().mode !== mode) settings.save({ mode });
    },
    leavePractice() {
      if (settings.get().mode !== 'practice') return refuse('practice.only');
      const held = current.terminalHeld();
      if (held !== null) return refuse(held);
      current.replace(null);
      return settings.save({ mode: 'unset' }) ? OK : refuse('settings.not-saved');
    },
  };
}
