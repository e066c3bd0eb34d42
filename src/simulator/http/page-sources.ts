import { fileURLToPath } from 'node:url';
import { readPages } from './read-pages.ts';

/** The pages as they lie in this folder. A build puts a file in this one's place that holds what it read itself. */
export function pageSources(): ReadonlyMap<string, string> {
  return readPages(fileURLToPath(new URL('../pages', import.meta.url)));
}
