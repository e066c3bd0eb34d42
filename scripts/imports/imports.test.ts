import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, circlesByFolder, reachable } from './circles.ts';
import { FOREIGN, isTest, LAYERS, mayImport, PURE_PACKAGES, PURE_ROOMS, roomOf, ROOMS } from './layers.ts';
import { importedNames, readImports } from './read-imports.ts';

/* The imports of the whole tree. Those of types count: whoever follows a type has to open its file. */

const SRC = path.join(import.meta.dirname, '..', '..', 'src');
const { files, packages, missing } = readImports(path.join(import.meta.dirname, '..', '..'));
const withoutTests = new Map([...files].filter(([file]) => !isTest(file)));
const PURE_AND_CONTRACT = [...PURE_ROOMS, 'src/contract'];
const arrow = (from: string, to: string): string => `${from} → ${to}`;
const filesIn = (rooms: readonly string[]): readonly string[] =>
  [...withoutTests.keys()].filter((file) => rooms.includes(roomOf(file) ?? ''));

describe('the imports of a file', () => {
  it('are those of values and types, of what is passed on, and of what is loaded later', () => {
    const text = `
      import a from './a.ts';
      import type { B } from './b.ts';
      export * from './c.ts';
      export type { D } from './d.ts';
      const later = () => import('./e.ts');
      type F = import('./f.ts').F;
      // import './not-this.ts';
      const text = "import './nor-this.ts'";
      import './g.css';
    `;
    expect([...importedNames(text)].sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts', './g.css']);
  });

  it('lead to files that are there', () => {
    expect(files.size).toBeGreaterThan(800);
    // Two are outside of what is read: a package's own file and the sample catalogue.
    expect(missing.filter((each) => !/: (node_modules|assets)\//.test(each))).toEqual([]);
  });
});

describe('circles', () => {
  it('are found wherever they are, in files and in folders', () => {
    const graph = new Map([
      ['a/one.ts', ['b/two.ts']],
      ['b/two.ts', []],
      ['b/three.ts', ['a/four.ts']],
      ['a/four.ts', []],
      ['c/five.ts', ['c/six.ts']],
      ['c/six.ts', ['c/five.ts']],
    ]);
    expect(circles(graph)).toEqual([['c/five.ts', 'c/six.ts']]);
    expect(circlesByFolder(graph)).toEqual([
      ['a', 'b'],
      ['c/five.ts', 'c/six.ts'],
    ]);
  });

  it('are none among files', () => {
    expect(circles(files)).toEqual([]);
  });

  it('are none among what lies in one folder, files and folders', () => {
    expect(circlesByFolder(withoutTests)).toEqual([]);
  });
});

describe('layers', () => {
  it('have a place for every file of code', () => {
    const homeless = [...files.keys()].filter((file) => roomOf(file) === null);
    // Types of what has none, for the compiler alone.
    expect(homeless.filter((file) => !file.endsWith('.d.ts'))).toEqual([]);
    expect(new Set(ROOMS).size).toBe(ROOMS.length);
  });

  it('are kept by every import but those of tests', () => {
    const wrong = LAYERS.flatMap((layer) =>
      filesIn(layer.rooms).flatMap((file) => {
        const targets = files.get(file) ?? [];
        const allowed = (target: string): boolean => mayImport(layer, roomOf(file) ?? '', roomOf(target) ?? '');
        return targets.filter((target) => !allowed(target)).map((target) => arrow(file, target));
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('name no Node, Electron or React where a layer knows none', () => {
    const wrong = LAYERS.flatMap(({ rooms, never }) =>
      filesIn(rooms).flatMap((file) =>
        (packages.get(file) ?? []).filter((name) => never.some((each) => FOREIGN[each].test(name))).map((name) => arrow(file, name)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('keep helpers of tests out of what is shipped', () => {
    const shipped = [...withoutTests].filter(
      ([file]) => !['e2e', 'e2e/electron-standin', 'scripts', 'src/conformance', null].includes(roomOf(file)),
    );
    expect(shipped.flatMap(([file, targets]) => targets.filter(isTest).map((target) => arrow(file, target)))).toEqual([]);
  });
});

describe('the pure part', () => {
  /** All imports on all ways from the files of these rooms, however far they lead; each once. */
  const arrowsFrom = (rooms: readonly string[]): readonly (readonly [from: string, to: string])[] => {
    const reached = new Set(filesIn(rooms).flatMap((file) => [file, ...reachable(files, file)]));
    return [...reached].flatMap((from) => (files.get(from) ?? []).map((to) => [from, to] as const));
  };

  it('reaches nothing but itself and the packages that touch no machine', () => {
    const reached = arrowsFrom(PURE_AND_CONTRACT);
    const outside = reached.filter(([, to]) => !PURE_AND_CONTRACT.includes(roomOf(to) ?? '')).map(([from, to]) => arrow(from, to));
    const ends = [...new Set([...filesIn(PURE_AND_CONTRACT), ...reached.map(([, to]) => to)])];
    const foreign = ends.flatMap((file) =>
      (packages.get(file) ?? []).filter((name) => !PURE_PACKAGES.includes(name)).map((name) => arrow(file, name)),
    );
    expect([...outside, ...foreign]).toEqual([]);
  });

  it('is what the compiler checks without a machine', () => {
    const { include } = JSON.parse(fs.readFileSync(path.join(SRC, 'tsconfig.pure.json'), 'utf8')) as { include: readonly string[] };
    expect(include.filter((name) => !name.endsWith('.ts')).toSorted()).toEqual(
      PURE_AND_CONTRACT.map((room) => room.replace('src/', '')).toSorted(),
    );
  });

  it('reaches no type of a window', () => {
    const wrong = arrowsFrom(PURE_ROOMS).filter(([from, to]) => roomOf(from) !== 'src/contract' && roomOf(to) === 'src/contract');
    expect(wrong.map(([from, to]) => arrow(from, to))).toEqual([]);
  });
});
