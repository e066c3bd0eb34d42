import { scryptSync, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock/clock.ts';
import type { RandomBytes } from '../ids.ts';

export interface PinHash {
  readonly salt: string;
  readonly hash: string;
}

export function hashPin(pin: string, randomBytes: RandomBytes): PinHash {
  const salt = Buffer.from(randomBytes(16)).toString('base64');
  return { salt, hash: derive(pin, salt).toString('base64') };
}

function derive(pin: string, salt: string): Buffer {
  return scryptSync(pin, Buffer.from(salt, 'base64'), 32);
}

export function pinMatches(pin: string, stored: PinHash): boolean {
  return timingSafeEqual(derive(pin, stored.salt), Buffer.from(stored.hash, 'base64'));
}

/** Tries until the wait begins, and how long it then is: enough to make guessing four digits take days. */
const FREE_TRIES = 5;
const WAIT_MS = 30_000;

export type PinCheck = { readonly ok: true } | { readonly ok: false; readonly waitSeconds: number | null };

/** Counts wrong PINs; after five, each further try has to wait. */
export function createPinGate(clock: Clock): (pin: string, stored: PinHash) => PinCheck {
  let wrong = 0;
  let closedUntilMs = 0;
  return (pin, stored) => {
    const leftMs = closedUntilMs - clock.monotonicMs();
    if (leftMs > 0) return { ok: false, waitSeconds: Math.ceil(leftMs / 1000) };
    if (pinMatches(pin, stored)) {
      wrong = 0;
      return { ok: true };
    }
    wrong += 1;
    if (wrong >= FREE_TRIES) closedUntilMs = clock.monotonicMs() + WAIT_MS;
    return { ok: false, waitSeconds: null };
  };
}
