import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const DOCS = ['README.md', 'ARCHITECTURE.md'];
const FOLDERS = ['src', 'main', 'renderer', 'e2e', 'scripts', 'docs', '.github'];
const FILE = /^[\w./-]+\.(ts|tsx|js|css|yml|md|png)$/;

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const files = FOLDERS.flatMap((folder) => fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })).map((file) => path.basename(file));

/** What stands between backticks or in a link and is a file or folder of this repository. */
function named(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`|\]\(([^)\n]+)\)/g)].map((found) => found[1] ?? found[2] ?? '');
  return spans.filter((span) => FILE.test(span) || (FOLDERS.includes(span.split('/')[0] ?? '') && /^[\w./-]+$/.test(span)));
}

/** A bare name stands for a file of the folder named before it. */
function exists(name: string): boolean {
  return fs.existsSync(path.join(ROOT, name)) || (!name.includes('/') && files.includes(name));
}

describe.each(DOCS)('%s', (doc) => {
  it('names only files and folders that are there', () => {
    const names = named(read(doc));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !exists(name))).toEqual([]);
  });
});

describe('README.md', () => {
  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const commands = [...read('README.md').matchAll(/npm run ([\w-]+)/g)].map((found) => found[1] ?? '');
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});
