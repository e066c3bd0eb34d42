import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSealed, writeSealed } from './sealed-text.ts';
import { createSecretVault } from './secret-vault.ts';
import type { Keychain } from './secret-vault.ts';

describe('a sealed text', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.constantFrom('safe' as const, 'plain' as const), fc.uint8Array(), (sealing, bytes) => {
        const read = readSealed(writeSealed(sealing, bytes));
        expect(read?.sealing).toBe(sealing);
        expect(new Uint8Array(read?.bytes ?? [])).toEqual(bytes);
      }),
    );
  });

  it('has the form that the files already have', () => {
    expect(writeSealed('plain', Buffer.from('hush'))).toBe('plain:v1:aHVzaA==');
  });

  it.each(['', 'hush', 'safe:v1', 'safe:v2:aHVzaA==', 'Safe:v1:aHVzaA==', 'plain:v1:aHVzaA=', 'plain:v1:a!==', ' plain:v1:aHVzaA==', 'plain:v1:aHVzaA==\n'])(
    'in no known form is not opened: %j',
    (text) => {
      expect(readSealed(text)).toBeNull();
    },
  );
});

/** A keychain that turns texts round. */
function keychain(backend: ReturnType<Keychain['getSelectedStorageBackend']>, available = true): Keychain {
  const turned = (text: string): string => Array.from(text).reverse().join('');
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(available),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(turned(text))),
    decryptStringAsync: (bytes) =>
      bytes.length === 0
        ? Promise.reject(new Error('cannot'))
        : Promise.resolve({ result: turned(bytes.toString()), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => backend,
  };
}
const vault = (chain: Keychain, platform: NodeJS.Platform = 'linux'): ReturnType<typeof createSecretVault> =>
  createSecretVault({ keychain: chain, platform, ready: Promise.resolve() });

describe('the vault', () => {
  it.each([
    ['linux', 'basic_text', true, 'none'],
    ['linux', 'unknown', true, 'none'],
    ['linux', 'gnome_libsecret', true, 'keychain'],
    ['linux', 'kwallet6', true, 'keychain'],
    ['linux', 'gnome_libsecret', false, 'none'],
    ['win32', 'unknown', true, 'keychain'],
    ['darwin', 'unknown', false, 'none'],
  ] as const)('on %s with %s (available: %s) protects by %s', async (platform, backend, available, protection) => {
    expect(await vault(keychain(backend, available), platform).protection()).toBe(protection);
  });

  it('seals with the keychain where there is one, and opens it again', async () => {
    const safe = vault(keychain('gnome_libsecret'));
    const sealed = await safe.seal('hush');
    expect(sealed).toMatch(/^safe:v1:/);
    expect(sealed).not.toContain(Buffer.from('hush').toString('base64'));
    expect(await safe.open(sealed)).toBe('hush');
  });

  it('calls no protection plain', async () => {
    const plain = vault(keychain('basic_text'));
    expect(await plain.seal('hush')).toMatch(/^plain:v1:/);
    expect(await plain.open(await plain.seal('hush'))).toBe('hush');
  });

  it('opens what was sealed before a keyring came', async () => {
    const sealed = await vault(keychain('basic_text')).seal('hush');
    expect(await vault(keychain('kwallet5')).open(sealed)).toBe('hush');
  });

  it('answers null for what cannot be opened', async () => {
    expect(await vault(keychain('kwallet5')).open('safe:v1:')).toBeNull();
    expect(await vault(keychain('kwallet5')).open('hush')).toBeNull();
  });
});
