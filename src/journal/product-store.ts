import { DatabaseSync } from 'node:sqlite';
import type { Product } from '../catalogue/product.ts';
import { JournalWriteError, NewerFileError } from '../records/index.ts';
import type { NewerFile, ProductStore } from '../records/index.ts';
import { productBodyFor } from './bodies/product.ts';
import { refuseNewer, userVersion } from './file-version.ts';
import { asWriteError } from './write-error.ts';

/** The form of the file: SQLite's `user_version`. A file of before there was a number has this form too. */
const PRODUCTS_VERSION = 1;

/** Opens the products' own file: one row a product, so that a change to one of 100,000 writes one. */
export function openProductStore(file: string, onDamage: (what: string, detail: string) => void = () => undefined): ProductStore {
  try {
    refuseNewer(file, PRODUCTS_VERSION);
  } catch (error) {
    if (error instanceof NewerFileError) return leftAlone(error.newer);
    throw error;
  }
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
  db.exec('CREATE TABLE IF NOT EXISTS product (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const put = db.prepare('INSERT INTO product (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body');
  const all = db.prepare('SELECT id, body FROM product ORDER BY rowid');
  const any = db.prepare('SELECT 1 FROM product LIMIT 1');

  function readAll(rows: readonly { readonly id: string; readonly body: string }[]): readonly Product[] {
    const schema = productBodyFor(rows.length);
    return rows.flatMap(({ id, body }) => {
      const product = parsed(body);
      if (schema.safeParse(product).success) return [product as Product];
      onDamage(`product ${id}`, 'unreadable');
      return [];
    });
  }

  return {
    newer: null,
    all: () => readAll(all.all() as unknown as { id: string; body: string }[]),
    isEmpty: () => any.get() === undefined,
    put(products) {
      try {
        db.exec('BEGIN IMMEDIATE');
        if (userVersion(db) < PRODUCTS_VERSION) db.exec(`PRAGMA user_version=${PRODUCTS_VERSION}`);
        for (const product of products) put.run(product.id, JSON.stringify(product));
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw asWriteError(error);
      }
    },
    close: () => db.close(),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** A newer Kassa's products: none is sold at a price that may be misread, and none is changed. Not empty: there are some. */
function leftAlone(newer: NewerFile): ProductStore {
  return {
    newer,
    all: () => [],
    isEmpty: () => false,
    put() {
      throw new JournalWriteError('other', `${newer.file} is of a newer Kassa`);
    },
    close: () => undefined,
  };
}
