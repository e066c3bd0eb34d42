import path from 'node:path';
import { readPages } from './http/read-pages.ts';

/**
 * What a build does with the simulator: the module that finds the pages becomes one that holds them, so that the built
 * simulator is a single file (worker.ts is where it begins).
 * @param folder `src/simulator`
 * @returns the module, and what stands in its place
 */
export function embeddedPages(folder: string): { readonly file: string; readonly code: () => string } {
  return {
    file: path.resolve(folder, 'http/page-sources.ts'),
    code: () => `export const pageSources = () => new Map(${JSON.stringify([...readPages(path.resolve(folder, 'pages'))])});`,
  };
}
