import fs from 'node:fs';
import path from 'node:path';
import { chooseRuntime } from '../../e2e/machine/runtime.ts';

export type FoundElectron =
  | { readonly ok: true; readonly folder: string; readonly version: string }
  | { readonly ok: false; readonly sentence: string };

/** How many folders deep the executable lies in Electron's own: on macOS Electron.app/Contents/MacOS/Electron. */
const DEPTH = process.platform === 'darwin' ? 4 : 1;

/** The folder of the Electron to pack, and its version as written there. Only the real one can be packed. */
export async function findElectron(): Promise<FoundElectron> {
  process.env['KASSA_RUNTIME'] = 'electron';
  const choice = await chooseRuntime();
  if (!choice.ok) return choice;
  const folder = path.resolve(choice.runtime.executablePath, ...Array<string>(DEPTH).fill('..'));
  const file = path.join(folder, 'version');
  if (!fs.existsSync(file)) return { ok: false, sentence: `This folder does not say which Electron it holds: ${file} is missing.` };
  return { ok: true, folder, version: fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') };
}
