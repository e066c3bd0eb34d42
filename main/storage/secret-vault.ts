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

/** What Chromium on Linux puts before a text that it "encrypted" with the key everybody knows. */
const KNOWN_KEY = 'v10';
/** Electron says it in words only. */
const TEMPORARY = /temporarily unavailable/;

/**
 * Passwords at rest (security, promise 5). On Linux without a keyring Chromium "encrypts" with a key that everybody knows
 * (`basic_text`), and so it does where the desktop should have a keyring but none answers. That is no protection, and is not
 * dressed up as such: the vault says `none`, and what the core seals nevertheless, after consent, is marked `plain`.
 */
export function createSecretVault({ keychain, platform, ready }: SecretVaultDeps): SecretVault {
  const protection = async (): Promise<'keychain' | 'none'> => {
    await ready;
    if (!(await keychain.isAsyncEncryptionAvailable())) return 'none';
    if (platform !== 'linux') return 'keychain';
    const backend = keychain.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return 'none';
    const trial = await keychain.encryptStringAsync('trial').catch(() => null);
    return trial === null || trial.subarray(0, KNOWN_KEY.length).toString() === KNOWN_KEY ? 'none' : 'keychain';
  };
  const seal = async (secret: string): Promise<string> => {
    if ((await protection()) === 'none') return writeSealed('plain', Buffer.from(secret, 'utf8'));
    return writeSealed('safe', await keychain.encryptStringAsync(secret));
  };
  /** With the new key, but never with less protection than it had. */
  const reseal = async (secret: string): Promise<string | null> => {
    const text = await seal(secret).catch(() => null);
    return text !== null && readSealed(text)?.sealing === 'safe' ? text : null;
  };
  return {
    protection,
    seal,
    async open(text) {
      const sealed = readSealed(text);
      if (sealed === null) return { kind: 'lost' };
      if (sealed.sealing === 'plain') return { kind: 'opened', secret: sealed.bytes.toString('utf8'), resealed: null };
      await ready;
      try {
        const { result, shouldReEncrypt } = await keychain.decryptStringAsync(sealed.bytes);
        return { kind: 'opened', secret: result, resealed: shouldReEncrypt ? await reseal(result) : null };
      } catch (error) {
        return { kind: error instanceof Error && TEMPORARY.test(error.message) ? 'later' : 'lost' };
      }
    },
  };
}
