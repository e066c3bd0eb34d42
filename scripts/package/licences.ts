/**
 * The licences of all that is in the package, as one text: packages that a build bundled (Vite lists those), packages that
 * are loaded as they are (`dependencies`, and theirs), and Electron. Chromium's own list, LICENSES.chromium.html, lies
 * beside it in Electron's folder.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './configuration.ts';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As npm knows it, e.g. `MIT`; empty if the package says none. */
  readonly licence: string;
  /** Below the root, with `/`: `node_modules/react`. */
  readonly folder: string;
}

/** Folders of packages that only style sheets import, so that no build lists them. */
export const STYLE_PACKAGES: readonly string[] = ['node_modules/@fontsource-variable/inter'];
/** Below out/; each build leaves one. */
const BUNDLED = [
  'main/licences.json',
  'main/licences-index.json',
  'main/licences-simulator-worker.json',
  'preload/licences.json',
  'renderer/licences.json',
];
/** The texts of packages that come without one, by their name with `__` for `/`. */
const OWN_TEXTS = path.join(import.meta.dirname, 'licences');

const LICENCE_FILE = /^(licen[cs]e|copying|unlicense)/i;
const NOTICE_FILE = /^notice/i;
/** From a heading that speaks of the licence to the next heading, or the end. */
const README_PART = /^#+ *licen[cs].*\n(?:(?!^#).*(?:\n|$))*/gim;
/** A licence gives a permission; a line in a README that merely names one does not. */
const GIVES_PERMISSION = /permi(t|ssion)|redistribution/i;

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
}

/** A package as installed. */
function installed(folder: string): ShippedPackage {
  const { name, version, license, licenses } = readJson(`${folder}/package.json`) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    /** How it was written before npm had names for licences. */
    readonly licenses?: readonly { readonly type: string }[];
  };
  return { name, version, licence: license ?? licenses?.map(({ type }) => type).join(' or ') ?? '', folder };
}

/** Packages that the archive holds as they are, out of the lock file: all that is not for development alone, and not of this checkout. */
export function loadedPackages(): readonly ShippedPackage[] {
  const { packages } = readJson('package-lock.json') as {
    packages: Readonly<Record<string, { dev?: true; devOptional?: true; link?: true }>>;
  };
  return Object.entries(packages)
    .filter(
      ([folder, { dev, devOptional, link }]) => folder.startsWith('node_modules/') && dev !== true && devOptional !== true && link !== true,
    )
    .filter(([folder]) => fs.existsSync(path.join(ROOT, folder)))
    .map(([folder]) => installed(folder));
}

/** Packages of which something is in a bundle of out/. */
function bundledPackages(): readonly ShippedPackage[] {
  const listed = BUNDLED.flatMap((file) => readJson(`out/${file}`) as { name: string; version: string }[]);
  return [
    ...STYLE_PACKAGES.map(installed),
    ...listed.map(({ name, version }) => {
      const folder = folderOf(name, version);
      if (folder === undefined) throw new Error(`The build bundled ${name} ${version}, which is not installed.`);
      return installed(folder);
    }),
  ];
}

/** Where a version of a package is installed; one that two packages need differently lies within one of them. */
function folderOf(name: string, version: string): string | undefined {
  const { packages } = readJson('package-lock.json') as { packages: Readonly<Record<string, { version?: string }>> };
  return Object.keys(packages).find((folder) => folder.endsWith(`node_modules/${name}`) && packages[folder]?.version === version);
}

/** Every package of which something is shipped, by name, each version once. Needs a build in out/. */
export function shippedPackages(): readonly ShippedPackage[] {
  const all = [...loadedPackages(), ...bundledPackages()];
  const byId = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
}

/** The text under which a package may be shipped; undefined if it has none. Its own file goes before a part of its README. */
export function licenceOf({ name, folder }: Pick<ShippedPackage, 'name' | 'folder'>): string | undefined {
  const dir = path.join(ROOT, folder);
  const names = fs.readdirSync(dir).sort();
  const read = (kind: RegExp): string[] =>
    names.filter((file) => kind.test(file)).map((file) => fs.readFileSync(path.join(dir, file), 'utf8').trim());
  const own = path.join(OWN_TEXTS, `${name.replace('/', '__')}.txt`);
  const licences = read(LICENCE_FILE);
  if (licences.length > 0) return [...licences, ...read(NOTICE_FILE)].join('\n\n');
  const parts = read(/^readme/i).flatMap((text) => text.match(README_PART) ?? []);
  if (parts.some((part) => GIVES_PERMISSION.test(part))) return parts.map((part) => part.trim()).join('\n\n');
  return fs.existsSync(own) ? fs.readFileSync(own, 'utf8').trim() : undefined;
}

export type Licences = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * One text with all licences.
 * @param electronFolder where Electron's own LICENSE lies
 * @returns a problem for each package without a text
 */
export function licencesText(packages: readonly ShippedPackage[], electronFolder: string): Licences {
  const found = packages.map((one) => ({ ...one, text: licenceOf(one) }));
  const problems = found
    .filter(({ text }) => text === undefined)
    .map(({ name, version }) => `${name} ${version} comes without a licence text: put one into scripts/package/licences.`);
  if (problems.length > 0) return { ok: false, problems };
  const head = 'Kassa contains the following software. What Chromium contains is listed in LICENSES.chromium.html.';
  const parts = found.map(({ name, version, licence, text }) => section(`${name} ${version} (${licence})`, text ?? ''));
  return { ok: true, text: [head, section('Electron', electronLicence(electronFolder)), ...parts].join('\n') };
}

function section(title: string, text: string): string {
  return `\n${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text}\n`;
}

/** Some archives of Electron call it otherwise. */
function electronLicence(folder: string): string {
  const file = ['LICENSE', 'LICENSE.electron.txt'].map((name) => path.join(folder, name)).find((name) => fs.existsSync(name));
  if (file === undefined) throw new Error(`No licence of Electron in ${folder}.`);
  return fs.readFileSync(file, 'utf8').trim();
}
