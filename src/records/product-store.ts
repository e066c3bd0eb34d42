import type { Product } from '../catalogue/product.ts';

/** Where products lie; shared by practice and the real till, since what is sold is the same. */
export interface ProductStore {
  /** In the order they were added. */
  all(): readonly Product[];
  isEmpty(): boolean;
  /** Adds or replaces by id, all or none. Durable when it returns. @throws JournalWriteError */
  put(products: readonly Product[]): void;
  close(): void;
}
