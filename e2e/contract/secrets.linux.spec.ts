/** `safeStorage` where there is no keyring, as on the machines these tests run on. Windows and macOS always have a keychain. */
import { expect, test } from './fixture.ts';

test('without a keyring the synchronous half refuses, in these words', async ({ app, page }) => {
  await page.title();
  const refusals = await app.evaluate(({ safeStorage }) => {
    const attempts: (() => unknown)[] = [() => safeStorage.encryptString('hush'), () => safeStorage.decryptString(Buffer.from('v10hush'))];
    const said = attempts.map((attempt) => {
      try {
        return attempt();
      } catch (error) {
        return (error as Error).message;
      }
    });
    return [safeStorage.getSelectedStorageBackend(), safeStorage.isEncryptionAvailable(), ...said];
  });
  expect(refusals).toEqual([
    'basic_text',
    false,
    'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    'Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.',
  ]);
});

test('without a keyring the asynchronous half refuses too, or hides a secret behind a key that everybody knows', async ({ app, page }) => {
  await page.title();
  const outcome = await app.evaluate(async ({ safeStorage }) => {
    if (!(await safeStorage.isAsyncEncryptionAvailable()))
      return safeStorage.encryptStringAsync('lösenord').catch((error: unknown) => (error as Error).message);
    const hidden = await safeStorage.encryptStringAsync('lösenord');
    const { result } = await safeStorage.decryptStringAsync(hidden);
    return [hidden.subarray(0, 3).toString(), hidden.includes('lösenord'), result];
  });
  const acceptable: readonly unknown[] = [['v10', false, 'lösenord'], expect.stringContaining('Encryption is not available')];
  expect(acceptable).toContainEqual(outcome);
});

test('what is no ciphertext is not opened', async ({ app, page }) => {
  await page.title();
  const refusal = await app.evaluate(({ safeStorage }) =>
    safeStorage.decryptStringAsync(Buffer.from('hush')).then(
      () => 'opened',
      (error: unknown) => (error as Error).message,
    ),
  );
  expect(refusal).toMatch(/^Error while decrypting the ciphertext provided to safeStorage\.decryptString/);
});

test('before ready the keychain is not available, and does not wait', async ({ app, page }) => {
  await page.title();
  expect(await app.evaluate(() => globalThis.keychainBeforeReady)).toBe(false);
});
