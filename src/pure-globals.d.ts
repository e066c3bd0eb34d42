/*
 * What the pure part has beside the language itself: addresses and bytes of text. Node, Electron and every browser have them
 * alike, and they give the same answer for the same argument. Nothing else of a machine can be named in it: no window, no
 * Node, no timer, no network (tsconfig.pure.json).
 */

interface URL {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  hash: string;
  search: string;
}
declare const URL: {
  /** Null for what is no absolute address. */
  parse(text: string): URL | null;
};

interface TextEncoder {
  /** In UTF-8. */
  encode(text: string): Uint8Array;
}
declare const TextEncoder: new () => TextEncoder;

/** Base64 of a text in which each character is a byte. */
declare function btoa(bytes: string): string;
