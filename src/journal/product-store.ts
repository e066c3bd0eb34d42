import { DatabaseSync } from 'node:sqlite';
import type { Product } from '../catalogue/product.ts';
import type { ProductStore } from '../records/index.ts';
import { asWriteError } from './write-error.ts';

/** Opens the products' own file: one row a product, so that a change to one of 100,000 writes one. */
export function openProductStore(file: string, onDamage: (what: string, detail: string) => void = () => undefined): ProductStore {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
  db.exec('CREATE TABLE IF NOT EXISTS product (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const put = db.prepare('INSERT INTO product (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body');
  const all = db.prepare('SELECT id, body FROM product ORDER BY rowid');
  const any = db.prepare('SELECT 1 FROM product LIMIT 1');

  function read(row: { readonly id: string; readonly body: string }): Product | null {
    try {
      return JSON.parse(row.body) as Product;
    } catch (error) {
      onDamage(`product ${row.id}`, error instanceof Error ? error.message : 'unreadable');
      return null;
    }
  }

  return {
    all: () => (all.all() as unknown as { id: string; body: string }[]).map(read).filter((product) => product !== null),
    isEmpty: () => any.get() === undefined,
    put(products) {
      try {
        db.exec('BEGIN IMMEDIATE');
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
