/** SEQR's local time is that of Stockholm (protocol §1): ahead of UTC by one hour in winter and by two in summer. */
const AHEAD_MS = { least: 60 * 60_000, most: 2 * 60 * 60_000 };

/**
 * The moment that one of SEQR's references begins with, `yyyyMMddHHmmss` in its local time (protocol §1). Which of the two
 * offsets held is left open. Null: it does not begin with a moment.
 */
export function timeOfReference(reference: string): { readonly earliestMs: number; readonly latestMs: number } | null {
  const parts = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(reference)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  const localMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return { earliestMs: localMs - AHEAD_MS.most, latestMs: localMs - AHEAD_MS.least };
}
