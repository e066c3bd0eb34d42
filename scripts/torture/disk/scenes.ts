import type { Hindrance } from './small-disk.ts';

/** What a disk is like when Kassa starts with a payment that was paid while it did not run, or goes on with one. */
export interface Scene {
  readonly name: string;
  /** How the Kassa before ended: killed, or in order; null: it is this one, and goes on. */
  readonly before: 'killed' | 'closed' | null;
  readonly how: Hindrance;
  /** The room that is kept for payments lies there. */
  readonly kept: boolean;
  /** PAID comes to disk though the disk is so: in the room that was kept. */
  readonly records: boolean;
  /** What is told of the disk, where it takes nothing. */
  readonly said: 'journal.full' | 'journal.read-only';
}

const started = (
  how: Hindrance,
  before: 'killed' | 'closed',
  { kept, records }: { readonly kept: boolean; readonly records: boolean },
): Scene => ({
  name: `start: ${NAMES[how]}, Kassa was ${before}, ${kept ? 'with' : 'without'} the kept room`,
  before,
  how,
  kept,
  records,
  said: how === 'readOnly' ? 'journal.read-only' : 'journal.full',
});

const NAMES: Readonly<Record<Hindrance, string>> = { full: 'full', readOnly: 'read-only', noPlace: 'no places for files' };

export const SCENES: readonly Scene[] = [
  started('full', 'killed', { kept: true, records: true }),
  started('full', 'killed', { kept: false, records: false }),
  started('full', 'closed', { kept: true, records: true }),
  started('full', 'closed', { kept: false, records: false }),
  started('readOnly', 'killed', { kept: true, records: false }),
  started('readOnly', 'closed', { kept: true, records: false }),
  // What is there can be written to: log and index were left by the one before.
  started('noPlace', 'killed', { kept: true, records: true }),
  started('noPlace', 'killed', { kept: false, records: true }),
  // The kept room gives its place in the folder to the log.
  started('noPlace', 'closed', { kept: true, records: true }),
  started('noPlace', 'closed', { kept: false, records: false }),
  { name: 'running: full while the customer pays', before: null, how: 'full', kept: true, records: true, said: 'journal.full' },
];
