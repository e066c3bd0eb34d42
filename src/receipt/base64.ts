/** The text's UTF-8 bytes in Base64, padded, as `receiptData` wants it (protocol §8). Half characters become U+FFFD. */
export function toBase64Utf8(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
