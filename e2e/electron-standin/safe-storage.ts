/**
 * `safeStorage` as Electron has it on a Linux without a keyring: `basic_text`, AES with a key everybody knows. It hides a
 * password from a glance and protects it from nobody. The synchronous calls refuse unless told to do it all the same; the
 * asynchronous ones, which came later, do it.
 */
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { app } from './app.ts';
import { Strict } from './strict.ts';

/** Chromium's constants for this case, so that the bytes are the ones it would write. */
const VERSION = 'v10';
const KEY = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
const IV = Buffer.alloc(16, ' ');

function encrypt(text: string): Buffer {
  const cipher = createCipheriv('aes-128-cbc', KEY, IV);
  return Buffer.concat([Buffer.from(VERSION), cipher.update(text, 'utf8'), cipher.final()]);
}

function decrypt(bytes: Buffer): string {
  if (bytes.subarray(0, VERSION.length).toString() !== VERSION) {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Ciphertext does not appear to be encrypted.',
    );
  }
  const decipher = createDecipheriv('aes-128-cbc', KEY, IV);
  return Buffer.concat([decipher.update(bytes.subarray(VERSION.length)), decipher.final()]).toString('utf8');
}

class SafeStorage extends Strict implements Pick<Electron.SafeStorage, keyof Electron.SafeStorage> {
  readonly apiName = 'safeStorage';
  private plainTextAllowed = false;

  isEncryptionAvailable(): boolean {
    return this.syncAllowed();
  }
  private syncAllowed(): boolean {
    return app.isReady() && this.plainTextAllowed;
  }
  setUsePlainTextEncryption(usePlainText: boolean): void {
    this.plainTextAllowed = usePlainText;
  }
  getSelectedStorageBackend(): 'basic_text' | 'unknown' {
    return app.isReady() ? 'basic_text' : 'unknown';
  }
  encryptString(plainText: string): Buffer {
    this.requireSync('Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.');
    return encrypt(plainText);
  }
  decryptString(encrypted: Buffer): string {
    this.requireSync('Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.');
    return decrypt(encrypted);
  }
  private requireSync(refusal: string): void {
    requireReady();
    if (!this.syncAllowed()) throw new Error(refusal);
  }

  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(app.isReady());
  }
  encryptStringAsync(plainText: string): Promise<Buffer> {
    return new Promise((resolve) => {
      requireReady();
      resolve(encrypt(plainText));
    });
  }
  decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    return new Promise((resolve) => {
      requireReady();
      resolve({ shouldReEncrypt: false, result: decryptAsync(encrypted) });
    });
  }
}

function decryptAsync(bytes: Buffer): string {
  try {
    return decrypt(bytes);
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
  }
}

function requireReady(): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
}

export const safeStorage = new SafeStorage();
