// @ts-check
/**
 * The Node that runs Kassa's tools. They are TypeScript, and `node:sqlite` must be that of Electron: Node 24. It comes as a
 * package (scripts/toolchain) for the systems npm has it for; elsewhere the machine's own does if it is new enough.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The first with `import.meta.main`; it runs TypeScript without being asked. */
const OLDEST = { major: 24, minor: 2 };

/**
 * @param {string | null} version as in `v24.21.0`
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = (version ?? '').replace(/^v/, '').split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/**
 * @param {object} given
 * @param {{ path: string, version: string | null }} given.packaged null: it is not there, or does not run here
 * @param {{ path: string, version: string, runsTypeScript: boolean }} given.own the Node this process runs in
 * @param {string} given.system platform and processor, as in `win32-arm64`
 * @returns {{ ok: true, path: string } | { ok: false, sentence: string }}
 */
export function chooseNode({ packaged, own, system }) {
  if (isNewEnough(packaged.version)) return { ok: true, path: packaged.path };
  if (isNewEnough(own.version) && own.runsTypeScript) return { ok: true, path: own.path };
  const reason = `npm has no Node 24 that runs on ${system}, and this machine's own is ${own.version}`;
  const remedy = `Install Node ${OLDEST.major}.${OLDEST.minor} or newer (https://nodejs.org) and run the command again.`;
  return { ok: false, sentence: `Kassa's tools need Node 24: ${reason}. ${remedy}` };
}

/**
 * Puts the packaged Node where npm, npx and editors look first. npm 10 does not, for a package that one of our own folders asks for.
 * @param {string} root
 * @param {string} file
 */
function link(root, file) {
  const place = path.join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'win32' || fs.existsSync(place)) return;
  fs.rmSync(place, { force: true });
  fs.symlinkSync(path.relative(path.dirname(place), file), place);
}

/**
 * @param {string} root Kassa's folder
 * @returns {ReturnType<typeof chooseNode>}
 */
export function findNode(root) {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const file = path.join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  if (status === 0) link(root, file);
  return chooseNode({
    packaged: { path: file, version: status === 0 ? stdout.trim() : null },
    own: {
      path: process.execPath,
      version: process.version,
      runsTypeScript: 'typescript' in process.features && Boolean(process.features.typescript),
    },
    system: `${process.platform}-${process.arch}`,
  });
}
