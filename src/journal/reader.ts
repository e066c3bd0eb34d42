import { readBody } from './read-body.ts';
import type { Stored } from './read-body.ts';

export interface ReaderOptions {
  readonly onDamage?: (what: string, detail: string) => void;
  readonly onUnknownState?: (what: string, detail: string) => void;
}

/** A row as SQLite gives it. */
interface Row {
  readonly id: string | number;
  readonly body: string;
}

/** Reads rows. One that cannot be read is told and left out, and hides no other (security, promise 4). */
export interface Reader {
  /** Null: there is no such row, or it cannot be read. */
  one<Value>(stored: Stored<Value>, row: unknown): Value | null;
  all<Value>(stored: Stored<Value>, rows: readonly unknown[]): readonly Value[];
  /** What lies under this name could not be read when it was last tried. */
  isUnreadable(name: string): boolean;
  /** Something else lies there now. */
  forget(name: string): void;
}

export function createReader({ onDamage, onUnknownState }: ReaderOptions): Reader {
  const unreadable = new Set<string>();
  const told = new Set<string>();

  function read<Value>(stored: Stored<Value>, { id, body }: Row): Value | null {
    const what = stored.kind === id ? `slot ${id}` : `${stored.kind} ${id}`;
    const found = readBody(stored, body);
    switch (found.kind) {
      case 'read':
        return found.value;
      case 'salvaged':
        if (!told.has(what)) onUnknownState?.(what, found.why);
        told.add(what);
        return found.value;
      case 'unreadable':
        unreadable.add(String(id));
        onDamage?.(what, found.why);
        return null;
    }
  }

  return {
    one: (stored, row) => (row === undefined ? null : read(stored, row as Row)),
    all: (stored, rows) => rows.map((row) => read(stored, row as Row)).filter((value) => value !== null),
    isUnreadable: (name) => unreadable.has(name),
    forget: (name) => void unreadable.delete(name),
  };
}
