import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { NewerStateError } from './newer-state.ts';
import { decodeState, header, lastVersion, SNAPSHOT_STEPS } from './state-form.ts';
import type { WorldSnapshot } from './world/snapshot.ts';

/** How much of the state is written out before anything else gets its turn. */
const PART_CHARACTERS = 64 * 1024;

export type Loaded =
  | { readonly kind: 'found'; readonly snapshot: WorldSnapshot }
  | { readonly kind: 'none' }
  /** The file could not be read as a state; it lies at `movedTo` now. */
  | { readonly kind: 'damaged'; readonly movedTo: string };

/**
 * Reads the state. A damaged one is set aside, a newer Kassa's stays as it is.
 * @param wallMs names the file a damaged state is moved to
 * @throws NewerStateError
 */
export async function loadState(path: string, wallMs: number): Promise<Loaded> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'none' };
    throw error;
  }
  const decoded = decodeState(text, sha256);
  if (decoded.kind === 'found') return decoded;
  if (decoded.kind === 'newer')
    throw new NewerStateError({ file: basename(path), found: decoded.version, known: lastVersion(SNAPSHOT_STEPS) });
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
