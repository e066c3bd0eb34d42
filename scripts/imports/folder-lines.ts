/** The one line of each folder that says what lives in it: the first of its README.md that is no heading. */
import fs from 'node:fs';
import path from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'test-results']);

/** All folders below a folder, and itself, from the root; folders without any file are left out. */
export function foldersFrom(root: string, folder: string): readonly string[] {
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name))
    .flatMap(({ name }) => foldersFrom(root, `${folder}/${name}`));
  return below.length > 0 || entries.some((entry) => entry.isFile()) ? [folder, ...below.sort()] : [];
}

/** @returns undefined if the folder does not say */
export function lineOf(root: string, folder: string): string | undefined {
  const file = path.join(root, folder, 'README.md');
  if (!fs.existsSync(file)) return undefined;
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#'));
}
