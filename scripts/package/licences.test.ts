import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './configuration.ts';
import { licenceOf, licencesText, loadedPackages, STYLE_PACKAGES } from './licences.ts';
import type { ShippedPackage } from './licences.ts';

const SOURCE = /^(?!.*\.test\.).*\.(ts|tsx|css)$/;
/** `from 'x'`, `import 'x'`, `import('x')` and CSS' `@import 'x'`, of a package. */
const IMPORT = /(?:from|import)\s*\(?\s*'((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g;

function imported(kind: RegExp): readonly string[] {
  const files = ['src', 'main', 'renderer'].flatMap((folder) =>
    fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(ROOT, folder, file)),
  );
  const texts = files.filter((file) => SOURCE.test(file) && kind.test(file)).map((file) => fs.readFileSync(file, 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(IMPORT)].map((found) => found[1] ?? ''));
  return [...new Set(names)].filter((name) => fs.existsSync(path.join(ROOT, 'node_modules', name, 'package.json')));
}

describe('licences', () => {
  it('has the text of every package that is loaded as it is', () => {
    const packages = loadedPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter((one) => licenceOf(one) === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('has the text of every package that the till imports', () => {
    const names = imported(/./);
    expect(names).toEqual(expect.arrayContaining(['react', 'zod', 'saxes', '@fontsource-variable/inter']));
    expect(names.filter((name) => licenceOf({ name, folder: `node_modules/${name}` }) === undefined)).toEqual([]);
  });

  it('knows of every package that only style sheets import', () => {
    expect(imported(/\.css$/).map((name) => `node_modules/${name}`)).toEqual(STYLE_PACKAGES);
  });

  it('takes what a README says where there is no file, and not a line that only names a licence', () => {
    expect(licenceOf({ name: 'des.js', folder: 'node_modules/des.js' })).toContain('Permission is hereby granted');
    expect(licenceOf({ name: 'nobody', folder: 'node_modules/@nodable/entities' })).toBeUndefined();
  });

  it('fails for a package without a text', () => {
    const nobody: ShippedPackage = { name: 'nobody', version: '1.0.0', licence: 'MIT', folder: 'node_modules/@nodable/entities' };
    expect(licencesText([nobody], ROOT)).toEqual({ ok: false, problems: [expect.stringContaining('nobody 1.0.0')] });
  });

  it('begins with Electron', () => {
    const text = licencesText(loadedPackages().slice(0, 1), ROOT);
    expect(text.ok && text.text).toMatch(/^Kassa contains[\s\S]+\nElectron\n/);
  });
});
