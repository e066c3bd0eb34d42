/** Reads which file of the repository imports which, with TypeScript's own scanner: imports of types count as well. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The folders whose files are read. */
export const ROOMS_OF_CODE = ['src', 'main', 'renderer', 'e2e', 'scripts'] as const;

const CODE = /\.(ts|tsx|mts|js|mjs)$/;
const LEFT_OUT = new Set(['node_modules', 'test-results']);

/** Names of files are from the repository's root, with slashes. */
export interface Imports {
  /** Which files of the repository each file imports, itself left out; a file without any is there too. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** What else each file imports, as it writes it: `node:fs`, `react`. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
  /** Imports of files that are not there, as `FILE: NAME`. */
  readonly missing: readonly string[];
}

/** What one file imports, as it writes it; types, `import()` and `export … from` included. */
export function importedNames(text: string): readonly string[] {
  return [...new Set(ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName))];
}

/** All files below a folder, from the root. */
export function filesBelow(root: string, folder: string): readonly string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesBelow(root, name);
    return [name];
  });
}

/** Reads the whole tree. @param root the repository's folder */
export function readImports(root: string): Imports {
  const names = ROOMS_OF_CODE.flatMap((folder) => filesBelow(root, folder));
  const there = new Set(names);
  const files = new Map<string, readonly string[]>();
  const packages = new Map<string, readonly string[]>();
  const missing: string[] = [];
  for (const file of names.filter((name) => CODE.test(name)).sort()) {
    const imported = importedNames(fs.readFileSync(path.join(root, file), 'utf8'));
    const own = imported.filter((name) => name.startsWith('.')).map((name) => path.posix.join(path.posix.dirname(file), name));
    files.set(
      file,
      own.filter((name) => there.has(name) && name !== file),
    );
    packages.set(
      file,
      imported.filter((name) => !name.startsWith('.')),
    );
    missing.push(...own.filter((name) => !there.has(name)).map((name) => `${file}: ${name}`));
  }
  return { files, packages, missing };
}
