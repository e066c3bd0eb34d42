import { createHash } from 'node:crypto';
import type { Derive } from '../ports.ts';

/** A PIN is made slow to guess on purpose. A test presses it often, on a clock that real time does not move. */
export const quickDerive: Derive = (secret, salt) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(secret).update(salt).digest()));
