import { escapeText, wireText } from './text.ts';

/** What stands where a password was. */
export const MASK = '***';
/** SEQR refuses passwords under four characters (21); masking shorter ones everywhere would blot out digits at random. */
const SHORTEST_MASKED = 4;

/**
 * The passwords of one call. The SOAP library is handed placeholders and never sees a password: whatever it keeps, throws
 * or traces cannot hold one (PF-19). They are put in at the last moment, into the bytes that leave.
 */
export interface Secrets {
  /** Takes a password, gives the placeholder to encode in its place. */
  seal(secret: string): string;
  /** The encoded request with the passwords in it, for the socket only. */
  reveal(encoded: string): string;
  /** Any text with placeholders and passwords masked: fit for logs and screens, also when a server echoes a password. */
  mask(text: string): string;
}

/** @param nonce random, so that no title or footer can hold a placeholder by chance. */
export function createSecrets(nonce: string): Secrets {
  const sealed = new Map<string, string>();
  return {
    seal(secret) {
      const placeholder = `sealed-${nonce}-${sealed.size}`;
      sealed.set(placeholder, secret);
      return placeholder;
    },
    reveal(encoded) {
      let text = encoded;
      for (const [placeholder, secret] of sealed) text = text.replace(placeholder, () => escapeText(wireText(secret)));
      return text;
    },
    mask(text) {
      let masked = text;
      for (const [placeholder, secret] of sealed) {
        masked = masked.replaceAll(placeholder, MASK);
        if (secret.length < SHORTEST_MASKED) continue;
        masked = masked.replaceAll(secret, MASK).replaceAll(escapeText(wireText(secret)), MASK);
      }
      return masked;
    },
  };
}
