/**
 * `npm run lint`, its last part: the rules that comments, tests and pages cite are written down in this repository. A rule is
 * cited by its page and its number or heading, as `PF-08`, `invariant 5`, `protocol §3.6`, `security §17` or
 * `security, promise 4`, `till-features B11` or `till-features, Numbers`, `screens, Keys`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Citable {
  /** Finds citations; the first group is what is cited. */
  readonly cited: RegExp;
  /** Where it is written, from the repository's root. */
  readonly page: string;
  /** Finds what the page has; the first group, in the same form. */
  readonly written: RegExp;
}

const CITABLE: readonly Citable[] = [
  { cited: /\b(PF-\d+)\b/g, page: 'docs/payment-rules.md', written: /^## (PF-\d\d) /gm },
  { cited: /\binvariant (\d+)\b/gi, page: 'docs/payment-rules.md', written: /^## Invariant (\d+): /gm },
  { cited: /\bprotocol,? §(\d+(?:\.\d+)?)/gi, page: 'docs/protocol.md', written: /^##+ §(\d+(?:\.\d+)?) /gm },
  { cited: /\bsecurity,? §(\d+)/gi, page: 'docs/security.md', written: /^### §(\d+) /gm },
  { cited: /\bsecurity, promise (\d+)/gi, page: 'docs/security.md', written: /^### Promise (\d+): /gm },
  { cited: /\btill-features,? ([A-E]\d+)\b/g, page: 'docs/till-features.md', written: /^\| ([A-E]\d+) · /gm },
  { cited: /\btill-features, ([A-Z][a-z]+)/g, page: 'docs/till-features.md', written: /^## ([A-Z][a-z]*)/gm },
  { cited: /\bscreens, ([A-Z][a-z]+)/g, page: 'docs/screens.md', written: /^## ([A-Z][a-z]*)/gm },
];

const FOLDERS = ['src', 'main', 'renderer', 'e2e', 'scripts', 'docs'];
const ENDINGS = /\.(ts|tsx|mts|mjs|js|css|md)$/;

/**
 * @param files by name, from the repository's root: the texts to look through
 * @param page what a page says, by its name; undefined if there is none
 * @returns what is cited and written nowhere, as `FILE:LINE: CITATION is not in PAGE`
 */
export function danglingCitations(files: ReadonlyMap<string, string>, page: (name: string) => string | undefined): readonly string[] {
  const written = CITABLE.map(
    ({ page: name, written: pattern }) => new Set([...(page(name) ?? '').matchAll(pattern)].map((found) => found[1])),
  );
  const dangling: string[] = [];
  for (const [file, text] of files) {
    for (const [index, { cited, page: name }] of CITABLE.entries()) {
      for (const found of text.matchAll(cited)) {
        if (written[index]?.has(found[1]) === true) continue;
        const line = text.slice(0, found.index).split('\n').length;
        dangling.push(`${file}:${line}: ${found[0]} is not in ${name}`);
      }
    }
  }
  return dangling;
}

function repositoryFiles(root: string): Map<string, string> {
  const names = [
    ...readdirSync(root),
    ...FOLDERS.flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    ),
  ].filter((name) => ENDINGS.test(name));
  return new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(root, name), 'utf8')]));
}

if (import.meta.main) {
  const files = repositoryFiles(path.join(import.meta.dirname, '..'));
  // Its own test cites what there is not.
  files.delete('scripts/citations.test.ts');
  const dangling = danglingCitations(files, (name) => files.get(name));
  for (const each of dangling) process.stdout.write(`${each}\n`);
  process.exitCode = dangling.length === 0 ? 0 : 1;
}
