/** What of the simulator can be reached through `app://phone`: the customer's phone, and nothing that bends the rules. */
const PAGE = '/phone';
/** What the page loads: its own styles and modules, and those that it shares with the operator's page. */
const FILE = /^\/(phone|shared)\/[a-z-]+\.(css|ts)$/;
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
 * The simulator's path for a request of the phone page, or null if there is none. Paths are compared as they are, not
 * decoded: neither faults nor the clock of the simulator can be reached from a window.
 */
export function phoneRoute(method: string, pathname: string): string | null {
  if (method === 'GET' && (pathname === PAGE || FILE.test(pathname))) return pathname;
  if ((method === 'GET' || method === 'POST') && ACTIONS.includes(pathname)) return pathname;
  return null;
}
