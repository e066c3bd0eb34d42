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

  it.each([
    '',
    'hush',
    'safe:v1',
    'safe:v2:aHVzaA==',
    'Safe:v1:aHVzaA==',
    'plain:v1:aHVzaA=',
    'plain:v1:a!==',
    ' plain:v1:aHVzaA==',
    'plain:v1:aHVzaA==\n',
  ])('in no known form is not opened: %j', (text) => {
    expect(readSealed(text)).toBeNull();
  });
});

/** A keychain that turns texts round, under the mark `v11` of a key of its own, or under another. */
function keychain(
  backend: ReturnType<Keychain['getSelectedStorageBackend']>,
  available = true,
  more: Partial<Keychain> & { readonly mark?: string } = {},
): Keychain {
  const { mark = 'v11' } = more;
  const turned = (text: string): string => Array.from(text).reverse().join('');
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(available),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(`${mark}${turned(text)}`)),
    decryptStringAsync: (bytes) =>
      bytes.length === 0
        ? Promise.reject(new Error('cannot'))
        : Promise.resolve({ result: turned(bytes.toString().slice(3)), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => backend,
    ...more,
  };
}
const vault = (chain: Keychain, platform: NodeJS.Platform = 'linux'): ReturnType<typeof createSecretVault> =>
  createSecretVault({ keychain: chain, platform, ready: Promise.resolve() });

const OPENED = { kind: 'opened', secret: 'hush', resealed: null } as const;

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
    expect(await safe.open(sealed)).toEqual(OPENED);
  });

  it('calls no protection plain', async () => {
    const plain = vault(keychain('basic_text'));
    expect(await plain.seal('hush')).toMatch(/^plain:v1:/);
    expect(await plain.open(await plain.seal('hush'))).toEqual(OPENED);
  });

  it('opens what was sealed before a keyring came', async () => {
    const sealed = await vault(keychain('basic_text')).seal('hush');
    expect(await vault(keychain('kwallet5')).open(sealed)).toEqual(OPENED);
  });

  it('calls lost what cannot be opened', async () => {
    expect(await vault(keychain('kwallet5')).open('safe:v1:')).toEqual({ kind: 'lost' });
    expect(await vault(keychain('kwallet5')).open('hush')).toEqual({ kind: 'lost' });
  });

  it('does not call lost what a locked keychain cannot open now', async () => {
    const locked = {
      decryptStringAsync: () => Promise.reject(new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.')),
    };
    const sealed = await vault(keychain('gnome_libsecret')).seal('hush');
    expect(await vault(keychain('gnome_libsecret', true, locked)).open(sealed)).toEqual({ kind: 'later' });
  });

  it('does not believe in a keyring that seals with the key everybody knows, or with none', async () => {
    const known = vault(keychain('gnome_libsecret', true, { mark: 'v10' }));
    expect(await known.protection()).toBe('none');
    expect(await known.seal('hush')).toMatch(/^plain:v1:/);
    const refusing = keychain('gnome_libsecret', true, { encryptStringAsync: () => Promise.reject(new Error('no')) });
    expect(await vault(refusing).protection()).toBe('none');
    expect(await vault(keychain('unknown', true, { mark: 'v10' }), 'win32').protection()).toBe('keychain');
  });

  describe('told that the key has changed', () => {
    const changed = { decryptStringAsync: () => Promise.resolve({ result: 'hush', shouldReEncrypt: true }) };

    it('seals anew, for the till to store', async () => {
      const sealed = await vault(keychain('kwallet6')).seal('other');
      const opened = await vault(keychain('kwallet6', true, changed)).open(sealed);
      expect(opened).toEqual({ kind: 'opened', secret: 'hush', resealed: writeSealed('safe', Buffer.from('v11hsuh')) });
    });

    it('keeps the old text rather than store an unprotected one', async () => {
      const sealed = await vault(keychain('kwallet6')).seal('other');
      expect(await vault(keychain('kwallet6', true, { ...changed, mark: 'v10' })).open(sealed)).toEqual(OPENED);
    });

    it('keeps the old text if the keychain refuses to seal', async () => {
      const sealed = await vault(keychain('kwallet6')).seal('other');
      const refusing = { ...changed, encryptStringAsync: () => Promise.reject(new Error('no')) };
      expect(await vault(keychain('kwallet6', true, refusing)).open(sealed)).toEqual(OPENED);
    });
  });
});
