import { APP_SCHEME } from '../windows/roles.ts';

/**
 * May a page fetch this? Nothing but our own scheme, and bytes that the page carries itself (an image as `data:`):
 * windows never reach the network (security §1).
 * @param developer in a build that was never packaged, Chromium's own developer tools are let through.
 */
export function isAllowedRequest(url: string, developer: boolean): boolean {
  if (url.startsWith(`${APP_SCHEME}://`) || url.startsWith('data:')) return true;
  return developer && (url.startsWith('devtools://') || url.startsWith('chrome://'));
}
