import type { TillDeps } from './ports.ts';

/** Writes to the log that something has failed, with the error's own words. */
export function logFailure(log: TillDeps['log'], what: string, error: unknown): void {
  log({ level: 'error', what, data: { reason: error instanceof Error ? error.message : 'unknown' } });
}
