import type { SafeStorage } from 'electron';
import type { SecretVault } from '../../src/till/ports.ts';
import { readSealed, writeSealed } from './sealed-text.ts';

/** The part of `safeStorage` that is used: its asynchronous half. */
export type Keychain = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

export interface SecretVaultDeps {
  readonly keychain: Keychain;
  readonly platform: NodeJS.Platform;
  /** The keychain answers only after Electron is ready; the vault waits for it, so that the core may start earlier. */
  readonly ready: Promise<void>;
}

/**
 * Passwords at rest (security, promise 5). On Linux without a keyring Chromium "encrypts" with a key that everybody
 * knows (`basic_text`). That is no protection, and is not dressed up as such: the vault says `none`, and what the core
 * seals nevertheless, after consent, is marked `plain`.
 */
export function createSecretVault({ keychain, platform, ready }: SecretVaultDeps): SecretVault {
  const protection = async (): Promise<'keychain' | 'none'> => {
    await ready;
    if (!(await keychain.isAsyncEncryptionAvailable())) return 'none';
    if (platform !== 'linux') return 'keychain';
    const backend = keychain.getSelectedStorageBackend();
    return backend === 'basic_text' || backend === 'unknown' ? 'none' : 'keychain';
  };
  return {
    protection,
    async seal(secret) {
      if ((await protection()) === 'none') return writeSealed('plain', Buffer.from(secret, 'utf8'));
      return writeSealed('safe', await keychain.encryptStringAsync(secret));
    },
    async open(text) {
      const sealed = readSealed(text);
      if (sealed === null) return null;
      if (sealed.sealing === 'plain') return sealed.bytes.toString('utf8');
      await ready;
      try {
        return (await keychain.decryptStringAsync(sealed.bytes)).result;
      } catch {
        // Another user, another machine, a keychain reset: the secret is gone, and the till asks for it anew.
        return null;
      }
    },
  };
}
