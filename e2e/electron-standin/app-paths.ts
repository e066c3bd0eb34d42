/** `app.getPath`: where Electron puts things on Linux. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { notProvided } from './strict.ts';
import { commandLine, executablePath } from './switches.ts';

export type PathName = Parameters<Electron.App['getPath']>[0];

const set = new Map<string, string>();

/** A folder of the desktop: `XDG_DOCUMENTS_DIR="$HOME/Dokument"`, else its English name. */
function userFolder(variable: string, fallback: string): string {
  const config = path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config'), 'user-dirs.dirs');
  const text = fs.existsSync(config) ? fs.readFileSync(config, 'utf8') : '';
  const named = new RegExp(`^XDG_${variable}_DIR="(.*)"`, 'm').exec(text)?.[1];
  return named?.replace('$HOME', os.homedir()) ?? path.join(os.homedir(), fallback);
}

export function getPath(name: PathName, appName: string): string {
  const known = set.get(name);
  if (known !== undefined) return known;
  switch (name) {
    case 'home':
      return os.homedir();
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
    case 'userData':
    case 'sessionData': {
      const asked = commandLine.getSwitchValue('user-data-dir');
      return asked === '' ? path.join(getPath('appData', appName), appName) : path.resolve(asked);
    }
    case 'logs':
      return path.join(getPath('userData', appName), 'logs');
    case 'crashDumps':
      return path.join(getPath('userData', appName), 'Crashpad');
    case 'temp':
      return os.tmpdir();
    case 'exe':
    case 'module':
      return executablePath;
    case 'desktop':
      return userFolder('DESKTOP', 'Desktop');
    case 'documents':
      return userFolder('DOCUMENTS', 'Documents');
    case 'downloads':
      return userFolder('DOWNLOAD', 'Downloads');
    case 'music':
      return userFolder('MUSIC', 'Music');
    case 'pictures':
      return userFolder('PICTURES', 'Pictures');
    case 'videos':
      return userFolder('VIDEOS', 'Videos');
    default:
      return notProvided(`app.getPath('${name}')`);
  }
}

export function setPath(name: string, value: string): void {
  if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
  set.set(name, value);
}
