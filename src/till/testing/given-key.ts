import type { ResellerKey } from '../end-of-day/reseller-key.ts';

/** A reseller's password that has been given, for closes of which a test owns the rest. */
export const GIVEN_KEY: ResellerKey = {
  isKept: () => false,
  take: () => Promise.resolve(null),
  credentials: () => ({ type: 'RESELLERUSER', id: 'r', userId: 'u', password: 'p' }),
  accepted: () => Promise.resolve(),
  refused: () => undefined,
  drop: () => undefined,
  forget: () => true,
};
