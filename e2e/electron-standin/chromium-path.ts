/** Which of this machine's browsers the stand-in drives. */
import fs from 'node:fs';
import path from 'node:path';

/** Debian's own program first: what lies in /usr/bin is a script around it. */
const DEBIAN = '/usr/lib/chromium/chromium';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_DIRS = ['/usr/bin', '/usr/local/bin'];
/** A script that starts a snap is short. */
const SCRIPT_BYTES = 4_096;

/**
 * A snap is shut off from the rest of the machine: it finds neither the profile that the stand-in makes nor the pipe it talks
 * through.
 */
function isSnap(file: string): boolean {
  const real = fs.realpathSync(file);
  if (real.startsWith('/snap/') || file.startsWith('/snap/') || path.basename(real) === 'snap') return true;
  if (fs.statSync(real).size > SCRIPT_BYTES) return false;
  return /\/snap\/bin\/|snap install/.test(fs.readFileSync(real, 'latin1'));
}

/** @param searchPath as in PATH @returns the browsers that are there, the best first; a snap is none */
export function findChromium(searchPath: string, debian = DEBIAN, usualDirs = USUAL_DIRS): string | undefined {
  const dirs = [...usualDirs, ...searchPath.split(path.delimiter).filter((dir) => path.isAbsolute(dir))];
  const candidates = [debian, ...NAMES.flatMap((name) => dirs.map((dir) => path.join(dir, name)))];
  return candidates.find((candidate) => fs.existsSync(candidate) && !isSnap(candidate));
}
