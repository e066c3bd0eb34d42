import { isOpen } from '../payment/index.ts';
import { openEndpoints } from './current-session.ts';
import type { CurrentSession } from './current-session.ts';
import { logFailure } from './log-failure.ts';
import type { TillDeps } from './ports.ts';
import type { Connection } from './service/connection.ts';
import type { Keychain } from './service/keychain.ts';
import type { Session } from './session.ts';
import type { Setup } from './set-up/set-up.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

export interface StartDeps {
  readonly settings: SettingsKeeper;
  readonly setup: Pick<Setup, 'checkProtection'>;
  readonly keychain: Keychain;
  readonly connection: Connection;
  readonly current: CurrentSession;
  readonly open: (mode: 'practice' | 'live') => Session;
  readonly onChange: () => void;
  readonly log: TillDeps['log'];
}

/** Opens keychain, journal and service side by side; whoever has an unfinished payment is asked about before all else (PF-15). */
export async function startTill({ settings, setup, keychain, connection, current, open, onChange, log }: StartDeps): Promise<void> {
  const { mode } = settings.get();
  // Only the wizard wants to know how passwords are protected.
  const protection = setup.checkProtection().then(onChange);
  if (mode === 'unset') return keychain.patiently(protection);
  protection.catch((error: unknown) => {
    logFailure(log, 'the keychain failed', error);
  });
  const unlocked = keychain.unlock();
  const opened = open(mode);
  current.replace(opened);
  const connected = connection.open(openEndpoints(opened));
  // One password that the keychain keeps back holds up nobody else's payment.
  await Promise.race([keychain.patiently(unlocked), keychain.somePassword()]);
  // Somebody's payment is waiting to be asked about: nothing comes before that. Otherwise the window does.
  if (opened.journal.attemptsInPlay().some((record) => isOpen(record.state))) await connected;
  // The till has been stopped meanwhile, or practice was left.
  if (current.get() !== opened) return;
  await opened.start();
}
