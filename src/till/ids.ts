/** Crockford's base 32 without look-alikes: read out on the phone without a mistake. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type RandomBytes = (count: number) => Uint8Array;

/** So many characters that can be told from one another. */
export function word(randomBytes: RandomBytes, length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % 32]).join('');
}

/** Names rows, sales, attempts, jobs: 80 random bits. */
export function newId(randomBytes: RandomBytes): string {
  return word(randomBytes, 16);
}

/** Short, on screen, receipt and log (PF-19): 35 random bits. */
export function newCorrelationId(randomBytes: RandomBytes): string {
  return `K${word(randomBytes, 7)}`;
}

/** A terminal's password: 160 random bits; SEQR refuses fewer than four characters (protocol §7). */
export function newTerminalPassword(randomBytes: RandomBytes): string {
  return word(randomBytes, 32);
}
