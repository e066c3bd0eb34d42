import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { WorldSnapshot } from './world/snapshot.ts';

/**
 * The state on disk: a line that names the format and the SHA-256 of the rest, then the snapshot as JSON. A file whose
 * sum is right was written by us in this form; any other is damaged and set aside.
 */
const FORMAT = 'kassa-simulator-state';
const VERSION = 1;

export type Loaded =
  | { readonly kind: 'found'; readonly snapshot: WorldSnapshot }
  | { readonly kind: 'none' }
  /** The file could not be read as a state; it lies at `movedTo` now. */
  | { readonly kind: 'damaged'; readonly movedTo: string };

/** @param wallMs names the file a damaged state is moved to */
export async function loadState(path: string, wallMs: number): Promise<Loaded> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'none' };
    throw error;
  }
  const snapshot = decodeState(text);
  if (snapshot) return { kind: 'found', snapshot };
  const movedTo = `${path}.damaged-${wallMs}`;
  await rename(path, movedTo);
  return { kind: 'damaged', movedTo };
}

/** Writes so that the file is the old state or the new one, never half of either. */
export async function saveState(path: string, snapshot: WorldSnapshot): Promise<void> {
  const temporary = `${path}.new`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(encodeState(snapshot));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

export function encodeState(snapshot: WorldSnapshot): string {
  const body = JSON.stringify(snapshot);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256: sha256(body) })}\n${body}`;
}

function decodeState(text: string): WorldSnapshot | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  const expected = JSON.stringify({ format: FORMAT, version: VERSION, sha256: sha256(body) });
  return end > 0 && text.slice(0, end) === expected ? (JSON.parse(body) as WorldSnapshot) : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
