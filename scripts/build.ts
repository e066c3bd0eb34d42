/** Builds into out/, if anything that goes into it has changed since. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const SOURCES = ['src', 'main', 'renderer', 'assets', 'electron.vite.config.ts', 'package.json'];
/** Written when all of a build went well; a half-finished one is stale. */
const STAMP = path.join(ROOT, 'out', 'built');

/** @returns the latest change below `entry`, in milliseconds since 1970 */
function newestChange(entry: string): number {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time changes when a file in it goes.
  return fs.readdirSync(entry).reduce((newest, name) => Math.max(newest, newestChange(path.join(entry, name))), stat.mtimeMs);
}

export function buildIsStale(): boolean {
  const built = fs.statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((source) => newestChange(path.join(ROOT, source)) > built);
}

/** @returns whether the build went well; what went wrong has been printed by then */
export function build(): boolean {
  fs.rmSync(STAMP, { force: true });
  const startedAt = new Date();
  const cli = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const options = { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], options);
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    return false;
  }
  // What changed while it was being built is not in it.
  fs.writeFileSync(STAMP, '');
  fs.utimesSync(STAMP, startedAt, startedAt);
  return true;
}

if (import.meta.main) process.exitCode = build() ? 0 : 1;
