/** The shared libraries a Linux program needs and does not find, and the Debian packages that bring them. */
import { spawnSync } from 'node:child_process';

/** By the library's name without its number: all that Electron links to and a minimal Debian does not have. */
const DEBIAN: Readonly<Record<string, string>> = {
  libX11: 'libx11-6',
  libXcomposite: 'libxcomposite1',
  libXdamage: 'libxdamage1',
  libXext: 'libxext6',
  libXfixes: 'libxfixes3',
  libXrandr: 'libxrandr2',
  libasound: 'libasound2',
  libatk: 'libatk1.0-0',
  'libatk-bridge': 'libatk-bridge2.0-0',
  libatspi: 'libatspi2.0-0',
  libcairo: 'libcairo2',
  libcups: 'libcups2',
  libdbus: 'libdbus-1-3',
  libdrm: 'libdrm2',
  libexpat: 'libexpat1',
  libgbm: 'libgbm1',
  libgio: 'libglib2.0-0',
  libglib: 'libglib2.0-0',
  libgobject: 'libglib2.0-0',
  libgtk: 'libgtk-3-0',
  libnspr4: 'libnspr4',
  libnss3: 'libnss3',
  libnssutil3: 'libnss3',
  libpango: 'libpango-1.0-0',
  libsmime3: 'libnss3',
  libudev: 'libudev1',
  libxcb: 'libxcb1',
  libxkbcommon: 'libxkbcommon0',
};

/** @param listed what `ldd PROGRAM` prints @returns the libraries it did not find, each once */
export function missingIn(listed: string): string[] {
  const names = [...listed.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/** @returns the Debian package's name before the 64-bit `time_t`; undefined if none is known */
export function debianPackageOf(library: string): string | undefined {
  return DEBIAN[library.replace(/(-\d+(\.\d+)*)?\.so(\.\d+)*$/, '')];
}

/** @returns empty where there is no ldd: then nothing can be said before the program is started */
export function missingLibraries(executable: string): string[] {
  const { error, stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return error === undefined ? missingIn(stdout) : [];
}
