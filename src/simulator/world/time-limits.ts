/*
 * The times the service can be at: whatever the computer's clock says and however often it is put forward, there is a date
 * with four digits for it, and the clock can go on.
 */

const FIRST_START_MS = Date.UTC(2000, 0, 1);
const LAST_START_MS = Date.UTC(2100, 0, 1);
const YEAR_MS = 31_557_600_000;

/** How far the clock can be put forward by hand, in all. */
export const MAX_ADVANCED_MS = 100 * YEAR_MS;
/** How far the time that the service tells can differ from the time by which it acts, either way. */
export const MAX_TOLD_SHIFT_MS = 10 * YEAR_MS;

/** A wall clock before the year 2000 or after 2099 counts as the nearest of these. */
export function startWithin(wallMs: number): number {
  return within(wallMs, FIRST_START_MS, LAST_START_MS);
}

export function within(ms: number, least: number, most: number): number {
  return Math.min(Math.max(ms, least), most);
}
