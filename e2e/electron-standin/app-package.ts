/** Finds the application that is to be run: a folder with a package.json, or a script. */
import fs from 'node:fs';
import path from 'node:path';
import { startArguments } from './switches.ts';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

export interface AppPackage {
  readonly dir: string;
  readonly mainFile: string;
  readonly name: string;
  readonly version: string;
}

function readManifest(dir: string): Manifest {
  const file = path.join(dir, 'package.json');
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest) : {};
}

function find(): AppPackage {
  const given = startArguments.find((argument) => !argument.startsWith('-'));
  if (given === undefined || !fs.existsSync(given)) {
    process.stderr.write(`The Electron stand-in was given no application to run${given === undefined ? '' : `: ${given}`}\n`);
    process.exit(1);
  }
  const absolute = path.resolve(given);
  const isDirectory = fs.statSync(absolute).isDirectory();
  const dir = isDirectory ? absolute : path.dirname(absolute);
  const manifest = readManifest(dir);
  return {
    dir,
    mainFile: isDirectory ? path.join(dir, manifest.main ?? 'index.js') : absolute,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
  };
}

export const appPackage = find();
