import fs from 'node:fs';
import path from 'node:path';
import type { Runtime, RuntimeChoice } from '../../e2e/machine/runtime.ts';

/** The name of what runs a part without windows. */
export const NO_WINDOWS = `Node ${process.versions.node.split('.')[0] ?? ''}`;

const FILE_NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** What an Electron's folder says of itself; null if it says nothing. */
function versionIn(dir: string): string | null {
  const file = path.join(dir, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
}

/** @returns the Electron in a folder, or a sentence that says that there is none */
export function electronIn(dir: string): RuntimeChoice {
  const executablePath = path.resolve(dir, FILE_NAMES[process.platform] ?? 'electron');
  if (!fs.existsSync(executablePath)) return { ok: false, sentence: `There is no Electron in ${dir}.` };
  return {
    ok: true,
    runtime: { kind: 'electron', executablePath, sentence: `Electron ${versionIn(dir) ?? 'of an unknown version'} (--beside)` },
  };
}

/** For a column of the table. */
export function shortName({ kind, executablePath }: Runtime): string {
  if (kind === 'stand-in') return 'stand-in';
  return `Electron ${versionIn(path.dirname(executablePath)) ?? ''}`.trim();
}
