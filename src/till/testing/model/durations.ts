export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** From closing time to the next morning, and a little more than a day of SEQR's. */
export const NIGHT_MS = 26 * HOUR_MS;
