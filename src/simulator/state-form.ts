import type { WorldSnapshot } from './world/snapshot.ts';

/*
 * The form of the state file: a line that names the format, its version and the SHA-256 of the rest, then the snapshot as
 * JSON. A file whose sum is right was written by us in the form that it names.
 */

const FORMAT = 'kassa-simulator-state';

/** What one version changed in the snapshot. Members that older files do not have need no step: `world/snapshot.ts` knows. */
export interface SnapshotStep {
  /** The version that a snapshot has after it. */
  readonly to: number;
  readonly change: (snapshot: StoredSnapshot) => StoredSnapshot;
}
export type StoredSnapshot = Readonly<Record<string, unknown>>;

/** In their order, without a gap. None so far. */
export const SNAPSHOT_STEPS: readonly SnapshotStep[] = [];

const FIRST_VERSION = 1;

export function lastVersion(steps: readonly SnapshotStep[]): number {
  return steps.at(-1)?.to ?? FIRST_VERSION;
}

/*
 * Checked by hand and not by a schema: this runs in the simulator's own thread, whose file would be twice as large with the
 * library, and practice waits for it.
 */
const NUMBERS = ['takenAtMs', 'randomState', 'advancedMs'] as const satisfies readonly (keyof WorldSnapshot)[];
const LISTS = ['terminals', 'invoices', 'blocked', 'ledger', 'receipts'] as const satisfies readonly (keyof WorldSnapshot)[];
/** Older files do not have them. */
const NEWER_LISTS = [
  'customers',
  'reportLines',
  'periods',
  'lost',
  'bookings',
  'lateCalls',
] as const satisfies readonly (keyof WorldSnapshot)[];

/** What the world cannot do without. What is in the lists is trusted, since the sum was right. */
function isSnapshot(stored: StoredSnapshot): boolean {
  return (
    NUMBERS.every((name) => typeof stored[name] === 'number') &&
    LISTS.every((name) => Array.isArray(stored[name])) &&
    NEWER_LISTS.every((name) => stored[name] === undefined || Array.isArray(stored[name]))
  );
}

function isObject(value: unknown): value is StoredSnapshot {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Header {
  readonly version: number;
  readonly sha256: string;
}

function headerOf(line: string): Header | null {
  const stored = json(line);
  if (!isObject(stored) || stored.format !== FORMAT) return null;
  const { version, sha256 } = stored;
  return typeof version === 'number' && version >= FIRST_VERSION && typeof sha256 === 'string' ? { version, sha256 } : null;
}

export type Decoded =
  | { readonly kind: 'found'; readonly snapshot: WorldSnapshot }
  /** A newer Kassa has written it. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

export function header(sum: string, steps: readonly SnapshotStep[] = SNAPSHOT_STEPS): string {
  return `${JSON.stringify({ format: FORMAT, version: lastVersion(steps), sha256: sum })}\n`;
}

/** Reads a file's text; `sum` is SHA-256 in hex. */
export function decodeState(text: string, sum: (body: string) => string, steps: readonly SnapshotStep[] = SNAPSHOT_STEPS): Decoded {
  const end = text.indexOf('\n');
  const head = headerOf(text.slice(0, Math.max(end, 0)));
  if (head === null) return { kind: 'damaged' };
  const { version, sha256 } = head;
  if (version > lastVersion(steps)) return { kind: 'newer', version };
  const body = text.slice(end + 1);
  if (sum(body) !== sha256) return { kind: 'damaged' };
  const stored = json(body);
  if (!isObject(stored)) return { kind: 'damaged' };
  const snapshot = steps.filter(({ to }) => to > version).reduce((before, step) => step.change(before), stored);
  return isSnapshot(snapshot) ? { kind: 'found', snapshot: snapshot as unknown as WorldSnapshot } : { kind: 'damaged' };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
