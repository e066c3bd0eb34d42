import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A PIN is made slow to try on purpose. A model presses it thousands of times with the same salt: what scrypt once came to
 * is remembered, and comes out again as it is.
 */
export function memoriseScrypt(): void {
  const { scryptSync } = crypto;
  const known = new Map<string, ReturnType<typeof scryptSync>>();
  crypto.scryptSync = (password: crypto.BinaryLike, salt: crypto.BinaryLike, length: number, options?: crypto.ScryptOptions) => {
    const name = JSON.stringify([password, salt, length, options]);
    const before = known.get(name);
    if (before !== undefined) return Buffer.from(before);
    const made = options === undefined ? scryptSync(password, salt, length) : scryptSync(password, salt, length, options);
    known.set(name, made);
    return Buffer.from(made);
  };
  syncBuiltinESMExports();
}
