import { createHash } from 'node:crypto';

/** What the first entry's hash is chained to. */
export const CHAIN_START = 'kassa';

/** The hash of an entry: over the one before it and every field, separated so that no two entries can look alike. */
export function chainHash(
  previous: string,
  entry: { readonly seq: number; readonly at: string; readonly kind: string; readonly subject: string; readonly body: string },
): string {
  const fields = [previous, String(entry.seq), entry.at, entry.kind, entry.subject, entry.body];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
