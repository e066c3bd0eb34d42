/** What of the simulator can be reached through `app://phone`: the customer's phone, and nothing that bends the rules. */
const PAGES: readonly string[] = ['/phone', '/phone.js', '/phone.css'];
const ACTIONS: readonly string[] = [
  'scan',
  'state',
  'pay',
  'decline',
  'cancel',
  'account',
  'owners',
  'share',
  'cards/add',
  'cards/choose',
  'cards/remove',
].map((action) => `/api/phone/${action}`);

/**
 * The simulator's path for a request of the phone page, or null if there is none. Fixed lists, compared as they are:
 * neither faults nor the clock of the simulator can be reached from a window.
 */
export function phoneRoute(method: string, pathname: string): string | null {
  if (method === 'GET' && PAGES.includes(pathname)) return pathname;
  if ((method === 'GET' || method === 'POST') && ACTIONS.includes(pathname)) return pathname;
  return null;
}
