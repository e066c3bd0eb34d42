import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfiguration, ROOT } from './configuration.ts';
import type { Packed } from './pack.ts';

/** Where Debian keeps a program of many files. */
const HOME = 'usr/lib/kassa';
/** Debian's names for the machines that Electron is made for. */
const ARCHITECTURES: Readonly<Partial<Record<NodeJS.Architecture, string>>> = { x64: 'amd64', arm64: 'arm64', arm: 'armhf' };

/**
 * What Electron's executable is linked against, and libsecret, which it opens by name for the keychain. Debian 13 and
 * Ubuntu 24.04 renamed what their change to 64-bit time touched; the new name goes first, since only it is sure there.
 */
const DEPENDS = [
  ...['libasound2', 'libatk-bridge2.0-0', 'libatk1.0-0', 'libatspi2.0-0', 'libcups2', 'libglib2.0-0', 'libgtk-3-0'].map(
    (name) => `${name}t64 | ${name}`,
  ),
  'libc6',
  'libcairo2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgcc-s1',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libsecret-1-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];
/** Receipts go to a printer through CUPS' `lp`; passwords into a keychain. */
const RECOMMENDS = ['cups-client', 'gnome-keyring | libkf5wallet-bin | kwalletmanager'];

export interface DebFacts {
  /** As Debian writes it: `0.1.0`, or `0.1.0~trial`, which any release replaces. */
  readonly version: string;
  readonly architecture: string;
  readonly maintainer: string;
  readonly installedKiB: number;
}

/** The control file. Without scripts: nothing runs at installing and removing but dpkg's own triggers. */
export function control(facts: DebFacts): string {
  return `Package: kassa
Version: ${facts.version}
Architecture: ${facts.architecture}
Maintainer: ${facts.maintainer}
Installed-Size: ${facts.installedKiB}
Section: misc
Priority: optional
Depends: ${DEPENDS.join(', ')}
Recommends: ${RECOMMENDS.join(', ')}
Description: cash register that takes SEQR payments
 Kassa rings up sales, takes mobile payments through SEQR, prints receipts and
 closes the day. A second window shows the customer the same. Everything can be
 tried without money and without an account.
 .
 The journals of a shop lie in each user's own folder, ~/.config/kassa. Removing
 or purging this package leaves them there.
`;
}

/** How the desktop lists and starts it. */
export const DESKTOP_ENTRY = `[Desktop Entry]
Type=Application
Name=Kassa
GenericName=Cash register
GenericName[sv]=Kassaregister
Comment=Cash register that takes SEQR payments
Comment[sv]=Kassaregister som tar betalt med SEQR
Exec=/usr/bin/kassa
Icon=kassa
StartupWMClass=kassa
Terminal=false
Categories=Office;Finance;
`;

/** In the form that Debian's tools read. */
export function copyright(licence: string): string {
  const indented = licence
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line}`));
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Kassa
Comment: The licences of what Kassa contains are in /${HOME}/resources/third-party-licences.txt,
 those of what Chromium contains in /${HOME}/LICENSES.chromium.html.

Files: *
Copyright: 2026 The Kassa founders
License: Expat
${indented.join('\n')}
`;
}

function write(root: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

function copy(root: string, from: string, to: string): void {
  fs.mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
  fs.cpSync(from, path.join(root, to), { recursive: true, verbatimSymlinks: true });
}

function regularFiles(root: string): readonly string[] {
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Readable for everybody, executable where it was, whatever umask this ran with. Where a system forbids unprivileged user
 * namespaces (Ubuntu from 23.10), Chromium's sandbox is set up by chrome-sandbox, which must be root's and setuid for that.
 */
function setModes(root: string): void {
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || (fs.statSync(file).mode & 0o100) !== 0;
    fs.chmodSync(file, executable ? 0o755 : 0o644);
  }
  fs.chmodSync(root, 0o755);
  fs.chmodSync(path.join(root, HOME, 'chrome-sandbox'), 0o4755);
}

/** With these `dpkg --verify kassa` tells whether a file was changed. On Linux Electron itself does not look. */
function checksums(root: string, files: readonly string[]): string {
  return files
    .map(
      (file) =>
        `${createHash('md5')
          .update(fs.readFileSync(path.join(root, file)))
          .digest('hex')}  ${file}\n`,
    )
    .join('');
}

/**
 * Makes the .deb out of the packed folder, with dpkg-deb alone. Root is not needed. Compressed with zstd, which Debian knows
 * from 12 and Ubuntu from 22.04 on: xz takes minutes for a quarter less.
 * @returns its path
 * @throws if dpkg-deb is absent or fails
 */
export function makeDeb(packed: Packed, isTrial: boolean): string {
  const architecture = ARCHITECTURES[process.arch];
  const maintainer = readConfiguration().linux?.maintainer;
  if (architecture === undefined || typeof maintainer !== 'string') throw new Error(`No .deb for ${process.arch}, or no maintainer named.`);
  const version = isTrial ? `${packed.version}~trial` : packed.version;
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-deb-'));
  try {
    copy(root, packed.folder, HOME);
    copy(root, path.join(ROOT, 'assets', 'icon.png'), 'usr/share/icons/hicolor/512x512/apps/kassa.png');
    copy(root, path.join(ROOT, 'assets', 'icon.svg'), 'usr/share/icons/hicolor/scalable/apps/kassa.svg');
    write(root, 'usr/share/applications/kassa.desktop', DESKTOP_ENTRY);
    write(root, 'usr/share/doc/kassa/copyright', copyright(fs.readFileSync(path.join(ROOT, 'LICENSE'), 'utf8')));
    fs.mkdirSync(path.join(root, 'usr/bin'));
    fs.symlinkSync('../lib/kassa/kassa', path.join(root, 'usr/bin/kassa'));
    const files = regularFiles(root);
    const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(root, file)).size, 0);
    write(root, 'DEBIAN/control', control({ version, architecture, maintainer, installedKiB: Math.ceil(bytes / 1_024) }));
    write(root, 'DEBIAN/md5sums', checksums(root, files));
    setModes(root);
    const deb = path.join(packed.output, `kassa_${version}_${architecture}.deb`);
    const { status, stderr, error } = spawnSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '--build', root, deb], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`dpkg-deb failed: ${error?.message ?? stderr}`);
    return deb;
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}
