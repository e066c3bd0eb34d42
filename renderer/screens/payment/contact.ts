/** PF-04: SEQR takes a payment back when nobody has asked for this long. */
export const CONTACT_LIMIT_S = 20;
/** From here the seconds are worth looking at. */
const LATE_FROM_S = 10;

export interface ContactReading {
  /** Whole seconds since the last good answer; null before the first. */
  readonly seconds: number | null;
  /** Ten or more: amber, and counted in words. */
  readonly late: boolean;
  /** Of the twenty seconds, 0 to 1: how much of the ring is drawn. */
  readonly part: number;
}

/** What the ring and the line under it show for an age in ms. */
export function readContact(ageMs: number | null): ContactReading {
  if (ageMs === null) return { seconds: null, late: false, part: 0 };
  const seconds = Math.floor(ageMs / 1000);
  return { seconds, late: seconds >= LATE_FROM_S, part: Math.min(1, ageMs / (CONTACT_LIMIT_S * 1000)) };
}
