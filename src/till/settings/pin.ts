import { scrypt, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '../ids.ts';
import type { Derive } from '../ports.ts';

/** What of a PIN, or of a recovery code, lies on disk. */
export interface SecretHash {
  readonly salt: string;
  readonly hash: string;
}

const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** On a thread of its own: whoever tries PINs does not hold up the questions about a payment. */
export const deriveByScrypt: Derive = (secret, salt) =>
  new Promise((resolve, reject) => {
    scrypt(secret, salt, HASH_BYTES, (error, derived) => {
      if (error === null) resolve(derived);
      else reject(error);
    });
  });

export async function hashSecret(secret: string, randomBytes: RandomBytes, derive: Derive): Promise<SecretHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(secret, salt);
  return { salt: Buffer.from(salt).toString('base64'), hash: Buffer.from(hash).toString('base64') };
}

/** There is one, and it does not have the form that {@link hashSecret} gives: no secret matches it. */
export function isDamaged(stored: SecretHash | null): boolean {
  if (stored === null) return false;
  const { salt, hash } = stored;
  return Buffer.from(salt, 'base64').length !== SALT_BYTES || Buffer.from(hash, 'base64').length !== HASH_BYTES;
}

/** Compared in a time that says nothing about how much of it was right. */
export async function secretMatches(secret: string, stored: SecretHash, derive: Derive): Promise<boolean> {
  if (isDamaged(stored)) return false;
  const derived = await derive(secret, Buffer.from(stored.salt, 'base64'));
  return derived.length === HASH_BYTES && timingSafeEqual(derived, Buffer.from(stored.hash, 'base64'));
}
