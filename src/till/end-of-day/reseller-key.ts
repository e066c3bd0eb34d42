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
 * lives in memory while it is needed; only if the owner wants it so is it kept, sealed by the system's keychain. It belongs
 * to the service that it was given for, and is sent to no other.
 */
export interface ResellerKey {
  isKept(): boolean;
  /** Ready for use at this service, from what was typed or kept for it; or why not. */
  take(given: GivenPassword, endpoint: string): Promise<Problem | null>;
  /** Null: nobody has given it for this service. */
  credentials(endpoint: string): Credentials | null;
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
  let known: { readonly password: string; readonly endpoint: string } | null = null;
  let keep = false;

  /** One of before services were written down with it is of the service of the settings: another one's choice forgets it. */
  function keptFor(endpoint: string): string | null {
    const { resellerSecret, endpoint: present } = profile.get();
    return resellerSecret !== null && (resellerSecret.endpoint ?? present) === endpoint ? resellerSecret.sealedPassword : null;
  }

  function forget(): boolean {
    known = null;
    keep = false;
    return profile.get().resellerSecret === null || profile.save({ resellerSecret: null });
  }

  return {
    isKept: () => profile.get().resellerSecret !== null,
    async take(given, endpoint) {
      if (profile.get().reseller === null) return { code: 'setup.reseller-missing' };
      if (given.password !== null && given.password !== '') {
        known = { password: given.password, endpoint };
        keep = given.keep;
        return null;
      }
      if (known?.endpoint === endpoint) return null;
      const sealed = keptFor(endpoint);
      if (sealed === null) return { code: 'day.password-missing' };
      const opened = await secrets.open(sealed);
      if (opened.kind === 'later') return { code: 'day.password-locked' };
      // It was forgotten while the keychain was asked, or another service was chosen.
      if (keptFor(endpoint) !== sealed) return { code: 'day.password-missing' };
      if (opened.kind === 'lost') {
        // What nobody can open is not kept: it is asked for again, and no longer recovers the owner's PIN.
        forget();
        return { code: 'day.password-unreadable' };
      }
      known = { password: opened.secret, endpoint };
      keep = false;
      if (opened.resealed !== null) profile.save({ resellerSecret: { sealedPassword: opened.resealed, endpoint } });
      return null;
    },
    credentials(endpoint) {
      const { reseller } = profile.get();
      return reseller === null || known?.endpoint !== endpoint ? null : { type: 'RESELLERUSER', ...reseller, password: known.password };
    },
    async accepted() {
      if (!keep || known === null) return;
      keep = false;
      const { password, endpoint } = known;
      const sealedPassword = await secrets.seal(password);
      // Another service was chosen meanwhile.
      if (profile.get().endpoint === endpoint) profile.save({ resellerSecret: { sealedPassword, endpoint } });
    },
    refused: () => void forget(),
    drop() {
      known = null;
      keep = false;
    },
    forget,
  };
}
