import type { PrintPage } from '../../../src/contract/index.ts';

/** Pages on their way to paper: each waits under an id for the one window that was made for it. */
export interface PrintPages {
  put(page: PrintPage): string;
  /** Binds the page to its window; no other may read it. */
  bind(pageId: string, windowId: number): void;
  /** The page, if `windowId` is its window; null otherwise. */
  take(pageId: string, windowId: number): PrintPage | null;
  drop(pageId: string): void;
}

export function createPrintPages(newId: () => string): PrintPages {
  const pages = new Map<string, { readonly page: PrintPage; readonly windowId: number | null }>();
  return {
    put(page) {
      const id = newId();
      pages.set(id, { page, windowId: null });
      return id;
    },
    bind(pageId, windowId) {
      const entry = pages.get(pageId);
      if (entry !== undefined) pages.set(pageId, { ...entry, windowId });
    },
    take(pageId, windowId) {
      const entry = pages.get(pageId);
      return entry?.windowId === windowId ? entry.page : null;
    },
    drop: (pageId) => void pages.delete(pageId),
  };
}
