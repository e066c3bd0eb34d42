import type { Product } from '../catalogue/product.ts';
import type { NewerFile } from './newer-file.ts';

/** Where products lie; shared by practice and the real till, since what is sold is the same. */
export interface ProductStore {
  /** A newer Kassa has written the file: no product is read from it, nothing is written to it. Null: it can be read. */
  readonly newer: NewerFile | null;
  /** The file cannot be opened or is none of Kassa's: it is left alone in the same way, and this is what was said. Null: it can. */
  readonly unreadable: string | null;
  /** In the order they were added. */
  all(): readonly Product[];
  isEmpty(): boolean;
  /** Adds or replaces by id, all or none. Durable when it returns. @throws JournalWriteError */
  put(products: readonly Product[]): void;
  close(): void;
}
