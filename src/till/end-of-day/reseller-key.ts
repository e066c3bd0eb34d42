import type { Credentials } from '../../protocol/index.ts';
import type { Problem } from '../../text/index.ts';
import type { SecretVault } from '../ports.ts';
import type { ProfileStore } from '../settings/settings.ts';

/** The reseller's password as a person gave it. Null: the kept one, or the one of a moment ago. */
export interface GivenPassword {
  readonly password: string | null;
  /** It is to be kept once SEQR has accepted it. */
  readonly keep: boolean;
}

/**
 * The reseller's password, without which no period ends and no report comes (protocol §10). It is asked for each time and
 * lives in memory while it is needed; only if the owner wants it so is it kept, sealed by the system's keychain.
 */
export interface ResellerKey {
  isKept(): boolean;
  /** Ready for use, from what was typed or kept; or why not. */
  take(given: GivenPassword): Promise<Problem | null>;
  /** Null: nobody has given it. */
  credentials(): Credentials | null;
  /** SEQR has accepted it: kept from now on, if that was wanted. */
  accepted(): Promise<void>;
  /** SEQR has refused it: neither remembered nor kept. */
  refused(): void;
  /** Not needed any more for now. */
  drop(): void;
  /** The kept one too. False: the settings could not be saved. */
  forget(): boolean;
}

export function createResellerKey(secrets: SecretVault, profile: ProfileStore): ResellerKey {
  let password: string | null = null;
  let keep = false;

  function forget(): boolean {
    password = null;
    keep = false;
    return profile.get().resellerSecret === null || profile.save({ resellerSecret: null });
  }

  return {
    isKept: () => profile.get().resellerSecret !== null,
    async take(given) {
      if (profile.get().reseller === null) return { code: 'setup.reseller-missing' };
      if (given.password !== null && given.password !== '') {
        password = given.password;
        keep = given.keep;
        return null;
      }
      const sealed = profile.get().resellerSecret;
      if (password !== null) return null;
      if (sealed === null) return { code: 'day.password-missing' };
      const opened = await secrets.open(sealed.sealedPassword);
      if (opened.kind === 'later') return { code: 'day.password-locked' };
      if (opened.kind === 'lost') return { code: 'day.password-unreadable' };
      password = opened.secret;
      if (opened.resealed !== null) profile.save({ resellerSecret: { sealedPassword: opened.resealed } });
      return null;
    },
    credentials() {
      const { reseller } = profile.get();
      return reseller === null || password === null ? null : { type: 'RESELLERUSER', ...reseller, password };
    },
    async accepted() {
      if (!keep || password === null) return;
      keep = false;
      profile.save({ resellerSecret: { sealedPassword: await secrets.seal(password) } });
    },
    refused: () => void forget(),
    drop() {
      password = null;
      keep = false;
    },
    forget,
  };
}
