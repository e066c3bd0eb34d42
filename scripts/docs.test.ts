import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDERS = ['src', 'main', 'renderer', 'e2e', 'scripts', 'docs', '.github'];
const PAGES = [
  ...fs.readdirSync(ROOT),
  ...FOLDERS.flatMap((folder) =>
    fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  ),
]
  .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
  .map((name) => name.split(path.sep).join('/'));
const FILE = /^[\w./-]+\.(ts|tsx|js|css|yml|md|png)$/;

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const files = FOLDERS.flatMap((folder) => fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })).map((file) =>
  path.basename(file),
);

/** What stands between backticks and is a file or folder of this repository. */
function named(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? '');
  return spans.filter((span) => FILE.test(span) || (FOLDERS.includes(span.split('/')[0] ?? '') && /^[\w./-]+$/.test(span)));
}

/** Where the links of a page lead, but for those to other sites: from the root, with the heading after `#` if there is one. */
function linked(page: string, text: string): (readonly [file: string, heading: string | undefined])[] {
  return [...text.matchAll(/\]\(([^)\n]+)\)/g)]
    .map((found) => found[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', heading] = target.split('#');
      return [file === '' ? page : path.posix.join(path.posix.dirname(page), file), heading] as const;
    });
}

/** As they are addressed: in small letters, spaces as hyphens, without other signs. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((found) =>
    (found[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A bare name stands for a file of the folder named before it. */
function exists(name: string): boolean {
  return fs.existsSync(path.join(ROOT, name)) || (!name.includes('/') && files.includes(name));
}

describe.each(PAGES)('%s', (page) => {
  it('names only files and folders that are there, and links to what is there', () => {
    const text = read(page);
    const [names, links] = [named(text), linked(page, text)];
    expect(names.filter((name) => !exists(name))).toEqual([]);
    expect(
      links.filter(
        ([file, heading]) => !fs.existsSync(path.join(ROOT, file)) || (heading !== undefined && !headings(read(file)).includes(heading)),
      ),
    ).toEqual([]);
  });
});

it('finds names and links', () => {
  const texts = PAGES.map((page) => [page, read(page)] as const);
  expect(texts.flatMap(([, text]) => named(text)).length).toBeGreaterThan(100);
  expect(texts.flatMap(([page, text]) => linked(page, text)).length).toBeGreaterThan(200);
});

describe('README.md', () => {
  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const commands = [...read('README.md').matchAll(/npm run ([\w-]+)/g)].map((found) => found[1] ?? '');
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});
