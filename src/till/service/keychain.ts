import { atMost } from '../../clock/at-most.ts';
import type { Clock } from '../../clock/clock.ts';
import { logFailure } from '../log-failure.ts';
import type { Notices } from '../notices.ts';
import type { TillDeps } from '../ports.ts';
import type { ProfileStore } from '../settings/settings.ts';
import type { Services } from './services.ts';

export interface KeychainDeps {
  readonly clock: Clock;
  readonly log: TillDeps['log'];
  readonly services: Pick<Services, 'unlock'>;
  readonly profile: ProfileStore;
  readonly notices: Pick<Notices, 'tell' | 'withdraw'>;
  /** A password is known: whoever waits to be asked about can be. */
  readonly onPassword: () => void;
  readonly onChange: () => void;
}

/** The terminals' passwords, from the system's keychain, which may be silent, locked or reset. */
export interface Keychain {
  /** Asks for every password that is not known; each counts as soon as it is. Told on the screen if one stays closed. */
  unlock(): Promise<void>;
  /** Resolves with the first password that is known: whoever waits for that one can be asked about, whatever the others do. */
  somePassword(): Promise<void>;
  /** The same as `unlock`, with {@link patiently}, if the keychain was locked when it was asked last: a person may have unlocked it. */
  unlockAgain(): Promise<void>;
  /** Waits for the keychain, but no longer than a person would without a word; when it is silent, the screen says so until it answers. */
  patiently(asked: Promise<void>): Promise<void>;
  stop(): void;
}

/** The keychain may ask a person for a password first; when it has been silent for so long, the screen says so. */
const KEYCHAIN_SILENT_MS = 2_000;

export function createKeychain(deps: KeychainDeps): Keychain {
  const { profile, notices } = deps;
  /** Some password could not be opened for now. */
  let isLocked = false;
  let stopped = false;
  const some = Promise.withResolvers<undefined>();

  async function unlock(): Promise<void> {
    const { lost, later, resealed } = await deps.services.unlock(profile.get(), () => {
      deps.log({ level: 'info', what: 'password known' });
      some.resolve(undefined);
      deps.onPassword();
    });
    if (stopped) return;
    if (resealed.size > 0) {
      // The keychain has a new key. If that cannot be saved, the old text still opens, and the next start tries again.
      const { terminalSecrets } = profile.get();
      profile.save({
        terminalSecrets: terminalSecrets.map((each) => ({
          ...each,
          sealedPassword: resealed.get(each.sealedPassword) ?? each.sealedPassword,
        })),
      });
    }
    isLocked = later > 0;
    notices.withdraw('secrets.locked');
    if (lost > 0) notices.tell({ code: 'secrets.unreadable' });
    else if (later > 0) notices.tell({ code: 'secrets.locked' });
  }

  async function patiently(asked: Promise<void>): Promise<void> {
    const answered = asked.catch((error: unknown) => {
      logFailure(deps.log, 'the keychain failed', error);
      notices.tell({ code: 'secrets.unreadable' });
    });
    if (await atMost(deps.clock, KEYCHAIN_SILENT_MS, answered)) return;
    if (stopped) return;
    notices.tell({ code: 'secrets.silent' });
    deps.onChange();
    void answered.then(() => {
      notices.withdraw('secrets.silent');
      deps.onChange();
    });
  }

  return {
    unlock,
    somePassword: () => some.promise,
    async unlockAgain() {
      if (!isLocked) return;
      await patiently(unlock());
      deps.onChange();
    },
    patiently,
    stop() {
      stopped = true;
    },
  };
}
