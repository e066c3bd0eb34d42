import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Product } from '../catalogue/product.ts';
import { JournalWriteError, NewerFileError, onDisk } from '../records/index.ts';
import type { NewerFile, ProductStore } from '../records/index.ts';
import { productBodyFor } from './bodies/product.ts';
import { refuseNewer, userVersion } from './file-version.ts';
import { openDatabase, openFile } from './open-file.ts';
import type { OpenDatabase, OpenFile } from './open-file.ts';

/** The form of the file: SQLite's `user_version`. A file of before there was a number has this form too. */
const PRODUCTS_VERSION = 1;

export interface ProductStoreOptions {
  readonly file: string;
  readonly onDamage?: (what: string, detail: string) => void;
  /** SQLite's door; a test may let the disk fail behind it. */
  readonly openDatabase?: OpenDatabase;
}

/**
 * Opens the products' own file: one row a product, so that a change to one of 100,000 writes one. A file that is there is not
 * written to. One that cannot be opened keeps nobody from selling: it is left alone until the next start.
 */
export function openProductStore({
  file,
  onDamage = () => undefined,
  openDatabase: open = openDatabase,
}: ProductStoreOptions): ProductStore {
  let opened: Opened;
  try {
    refuseNewer(file, PRODUCTS_VERSION, open);
    opened = openProducts(file, open);
  } catch (error) {
    if (error instanceof NewerFileError) return leftAlone(file, { newer: error.newer, unreadable: null });
    return leftAlone(file, { newer: null, unreadable: error instanceof Error ? error.message : 'unknown' });
  }

  function readAll(rows: readonly { readonly id: string; readonly body: string }[]): readonly Product[] {
    const schema = productBodyFor(rows.length);
    return rows.flatMap(({ id, body }) => {
      const product = parsed(body);
      if (schema.safeParse(product).success) return [product as Product];
      onDamage(`product ${id}`, 'unreadable');
      return [];
    });
  }

  /** What could only be read may be open to writing by now. */
  function openAgain(): void {
    if (opened.openness !== 'reading') return;
    const next = openProducts(file, open);
    opened.db.close();
    opened = next;
  }

  return {
    newer: null,
    unreadable: null,
    all: () => readAll(opened.sql.all.all() as unknown as { id: string; body: string }[]),
    isEmpty: () => opened.sql.any.get() === undefined,
    put(products) {
      onDisk(() => {
        openAgain();
        const { db, sql } = opened;
        try {
          db.exec('BEGIN IMMEDIATE');
          if (userVersion(db) < PRODUCTS_VERSION) db.exec(`PRAGMA user_version=${PRODUCTS_VERSION}`);
          for (const product of products) sql.put.run(product.id, JSON.stringify(product));
          db.exec('COMMIT');
        } catch (error) {
          if (db.isTransaction) db.exec('ROLLBACK');
          throw error;
        }
      });
    },
    close: () => opened.db.close(),
  };
}

interface Opened extends OpenFile {
  readonly sql: ReturnType<typeof prepare>;
}

function openProducts(file: string, open: OpenDatabase): Opened {
  const there = existsSync(file);
  const opened: OpenFile = there
    ? openFile({ file, open, giveRoom: () => false })
    : { db: open(file, { readOnly: false }), openness: 'shared', hindered: null };
  const { db } = opened;
  try {
    if (!there) db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
    // Nothing is written where it is there.
    if (opened.openness !== 'reading') db.exec('CREATE TABLE IF NOT EXISTS product (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
    return { ...opened, sql: prepare(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: DatabaseSync) {
  return {
    put: db.prepare('INSERT INTO product (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body'),
    all: db.prepare('SELECT id, body FROM product ORDER BY rowid'),
    any: db.prepare('SELECT 1 FROM product LIMIT 1'),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** No product is sold at a price that may be misread, and none is changed. Not empty: there are some. */
function leftAlone(file: string, why: { readonly newer: NewerFile | null; readonly unreadable: string | null }): ProductStore {
  return {
    ...why,
    all: () => [],
    isEmpty: () => false,
    put() {
      const reason = why.newer === null ? 'cannot be read' : 'is of a newer Kassa';
      throw new JournalWriteError('other', `${basename(file)} ${reason}`);
    },
    close: () => undefined,
  };
}
