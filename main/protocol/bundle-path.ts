import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * The file that a path of `app://kassa` names, or null if it would be outside the bundle or cannot be a file name
 * (security §18). Decoded once: a second escape stays the odd file name it is.
 * @param bundle absolute folder of the built pages.
 * @param pathname as in the URL, still escaped.
 */
export function fileInBundle(bundle: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A backslash separates folders on Windows, a colon names a drive or a stream there; none of our files has either.
  if (/[\\:\0]/.test(decoded) || !decoded.startsWith('/')) return null;
  if (decoded.split('/').some((part) => part === '..' || part === '.')) return null;
  const file = resolve(join(bundle, decoded));
  const inside = relative(resolve(bundle), file);
  if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) return null;
  return file;
}
