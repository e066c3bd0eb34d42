import fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/** What a browser is given; anything else in the folder is for those who write the pages. */
const SERVED = /\.(html|css|ts)$/;

/**
 * The pages' files by their path, with `/`. TypeScript has lost its types and is what a browser runs; its imports stay as they
 * are, so the files are served under their own names.
 * @param folder `src/simulator/pages`
 */
export function readPages(folder: string): ReadonlyMap<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SERVED.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file).replaceAll('\\', '/'), served(file)]));
}

function served(file: string): string {
  const text = fs.readFileSync(file, 'utf8');
  return file.endsWith('.ts') ? withoutTypes(text) : text;
}

/** Node warns once a process that this is new. Whoever opens a page of the simulator can do nothing about it. */
function withoutTypes(text: string): string {
  const usual = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    if (usual) Object.defineProperty(process, 'emitWarning', usual);
  }
}
