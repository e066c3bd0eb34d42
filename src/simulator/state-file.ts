import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WorldSnapshot } from './world/snapshot.ts';

/**
 * The state on disk: a line that names the format and the SHA-256 of the rest, then the snapshot as JSON. A file whose
 * sum is right was written by us in this form; any other is damaged and set aside.
 */
const FORMAT = 'kassa-simulator-state';
const VERSION = 1;
/** How much of the state is written out before anything else gets its turn. */
const PART_CHARACTERS = 64 * 1024;

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
  const parts = await encodeInTurns(snapshot);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(temporary, 'w', 0o600);
  try {
    for (const part of parts) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** The file's text, all at once. */
export function encodeState(snapshot: WorldSnapshot): string {
  const body = [...bodyParts(snapshot)].join('');
  return header(sha256(body)) + body;
}

/** A day's invoices take a quarter of a second to write out: between two parts the tills are answered. */
async function encodeInTurns(snapshot: WorldSnapshot): Promise<readonly string[]> {
  const hash = createHash('sha256');
  const parts: string[] = [];
  for (const part of bodyParts(snapshot)) {
    hash.update(part);
    parts.push(part);
    await nextTurn();
  }
  return [header(hash.digest('hex')), ...parts];
}

/** The snapshot's JSON in parts of some milliseconds' work. Its records are never changed in place, so it stays one moment's. */
function* bodyParts(snapshot: WorldSnapshot): Generator<string> {
  let text = '{';
  let separator = '';
  for (const [name, value] of Object.entries(snapshot) as readonly (readonly [string, unknown])[]) {
    text += `${separator}${JSON.stringify(name)}:`;
    separator = ',';
    if (!Array.isArray(value)) {
      text += JSON.stringify(value);
      continue;
    }
    text += '[';
    for (const [index, record] of value.entries()) {
      text += (index === 0 ? '' : ',') + JSON.stringify(record);
      if (text.length < PART_CHARACTERS) continue;
      yield text;
      text = '';
    }
    text += ']';
  }
  yield `${text}}`;
}

function header(sum: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256: sum })}\n`;
}

function decodeState(text: string): WorldSnapshot | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return end > 0 && text.slice(0, end + 1) === header(sha256(body)) ? (JSON.parse(body) as WorldSnapshot) : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
