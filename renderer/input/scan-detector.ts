/** A scanner types faster than any hand: characters less than this apart belong to one burst. */
export const BURST_GAP_MS = 35;
/** A burst of at least so many characters is a scan (screens, Keys). */
export const MIN_SCAN_LENGTH = 6;
/** A burst shorter than that, but longer than two keys pressed at once, is a scan that was cut short (till-features A4). */
export const MIN_BURST_LENGTH = 3;
/** A burst grows no longer than this: the next character begins another. The contract takes no longer code. Characters. */
export const MAX_SCAN_LENGTH = 80;

export interface KeyAt {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** Milliseconds on the event's own clock. */
  readonly atMs: number;
}

/** Characters that came fast enough to be a scanner's so far. */
export interface Burst {
  readonly text: string;
  readonly lastMs: number;
}

export const NO_BURST: Burst = { text: '', lastMs: -Infinity };

export type Detected =
  /** The first character after a pause: it may be a hand or a scanner. */
  | { readonly kind: 'first'; readonly burst: Burst }
  /** Fast after the one before: hold it back until it is known what it is. */
  | { readonly kind: 'more'; readonly burst: Burst }
  /** Enter or Tab ended a burst that is a scan. */
  | { readonly kind: 'scan'; readonly code: string }
  /** Enter or Tab ended a burst that is too short to be a whole code. */
  | { readonly kind: 'short'; readonly code: string }
  /** Not a character of any scan. What was held back was a hand's. */
  | { readonly kind: 'other' };

/** What one key makes of the burst before it. Pure: time comes with the key. */
export function detectScan(burst: Burst, { key, atMs }: KeyAt): Detected {
  const fast = atMs - burst.lastMs < BURST_GAP_MS;
  if (key === 'Enter' || key === 'Tab') return fast ? endOf(burst.text) : { kind: 'other' };
  if (key.length !== 1) return { kind: 'other' };
  if (!fast || burst.text.length >= MAX_SCAN_LENGTH) return { kind: 'first', burst: { text: key, lastMs: atMs } };
  return { kind: 'more', burst: { text: burst.text + key, lastMs: atMs } };
}

function endOf(code: string): Detected {
  if (code.length >= MIN_SCAN_LENGTH) return { kind: 'scan', code };
  return code.length >= MIN_BURST_LENGTH ? { kind: 'short', code } : { kind: 'other' };
}
