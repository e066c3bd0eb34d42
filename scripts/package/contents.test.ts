import fs from 'node:fs';
import path from 'node:path';
import { FileMatcher } from 'app-builder-lib/out/fileMatcher.js';
import { describe, expect, it } from 'vitest';
import { readConfiguration, ROOT } from './configuration.ts';
import { archiveProblems, mayBeBeside, mayBeInArchive } from './contents.ts';
import { loadedPackages } from './licences.ts';

const packages = new Set(loadedPackages().map(({ name }) => name));
const patterns = [readConfiguration().files ?? []].flat().filter((pattern) => typeof pattern === 'string');

/** Files below the root that electron-builder's own matcher lets through; it does not go into a folder that it leaves out. */
function taken(from: string, matcher: FileMatcher, except: readonly string[] = []): string[] {
  const lets = matcher.createFilter();
  const walk = (folder: string): string[] =>
    fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      const full = path.join(ROOT, file);
      if (except.includes(entry.name) || !lets(full, fs.statSync(full))) return [];
      return entry.isDirectory() ? walk(file) : [file];
    });
  return walk(from);
}
const matcher = (chosen: readonly string[]): FileMatcher => new FileMatcher(ROOT, ROOT, (text) => text, [...chosen]);

describe('what the configuration puts into the archive', () => {
  it('is of this checkout only what the till needs', () => {
    const files = taken('.', matcher(patterns), ['node_modules', 'out', '.git']);
    expect(files.filter((file) => !mayBeInArchive(file, packages))).toEqual([]);
    expect(files).toContain('assets/seqr-cashregister.wsdl');
  });

  it('is of the packages that are loaded as they are only code and licences', () => {
    const leftOut = matcher(['**/*', ...patterns.filter((pattern) => pattern.startsWith('!'))]);
    const files = loadedPackages().flatMap(({ folder }) => taken(folder, leftOut, ['node_modules']));
    // electron-builder leaves these out by itself.
    const strangers = files.filter((file) => !mayBeInArchive(file, packages) && !/\.(d\.ts|o|a)$/.test(file));
    expect(strangers).toEqual([]);
    expect(files.length).toBeGreaterThan(1_000);
  });

  it('leaves no package without its entry', () => {
    const leftOut = matcher(['**/*', ...patterns.filter((pattern) => pattern.startsWith('!'))]);
    const lets = leftOut.createFilter();
    const entries = loadedPackages().map(({ folder }) => {
      const { main } = JSON.parse(fs.readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as { main?: string | string[] | false };
      // Some have several; those that only stand in for what Node has by itself have none.
      return { folder, main: [main ?? 'index.js'].flat()[0] || 'index.js' };
    });
    const lost = entries.filter(({ folder, main }) => {
      const file = [main, `${main}.js`, path.join(main, 'index.js')]
        .map((name) => path.join(ROOT, folder, name))
        .find((name) => fs.statSync(name, { throwIfNoEntry: false })?.isFile());
      return file !== undefined && !lets(file, fs.statSync(file));
    });
    expect(lost).toEqual([]);
  });
});

describe('the allow-list', () => {
  it.each([
    'out/main/index.js',
    'out/main/run.js',
    'out/renderer/assets/index-CUGbdg9r.js',
    'node_modules/strong-soap/src/soap.js',
    'node_modules/strong-soap/node_modules/uuid/package.json',
    'node_modules/strong-soap/LICENSE',
  ])('lets %s in', (file) => {
    expect(mayBeInArchive(file, packages)).toBe(true);
  });

  it.each([
    'main/index.ts',
    'scripts/bench.ts',
    'e2e/specs/sale.spec.ts',
    'out/main/index.js.map',
    'out/main/licences.json',
    'out/built',
    'src/till/index.ts',
    'node_modules/vitest/index.js',
    'node_modules/strong-soap/test/a.js',
    'node_modules/strong-soap/README.md',
    'node_modules/strong-soap/.babelrc',
    'node_modules/strong-soap/node_modules/vitest/index.js',
    'settings.json',
    'trial-loader/main.js',
  ])('keeps %s out', (file) => {
    expect(mayBeInArchive(file, packages)).toBe(false);
  });

  it('says what is too much and what is missing', () => {
    const problems = archiveProblems(['package.json', 'src/till/index.ts'], false);
    expect(problems).toContain('The archive holds what the till does not need: src/till/index.ts');
    expect(problems).toContain('The archive lacks out/main/index.js');
    expect(problems).toContain('The archive lacks the package strong-soap');
    expect(problems.join()).not.toContain('need: package.json');
  });

  it('lets a trial’s loader into a trial only', () => {
    const told = (isTrial: boolean): string => archiveProblems(['trial-loader/main.js'], isTrial).join();
    expect(told(false)).toContain('trial-loader/main.js');
    expect(told(true)).not.toContain('trial-loader/main.js');
  });

  it.each(['resources/app/package.json', 'resources/default_app.asar', 'resources/app.asar.unpacked/x.node', 'locales/de.pak'])(
    'keeps %s from beside the archive',
    (file) => {
      expect(mayBeBeside(file)).toBe(false);
    },
  );
});
