/** The windows of a running Kassa, told apart by the page they were opened at. */
import type { ElectronApplication, Page } from '@playwright/test';
import { whenServed } from './launch.ts';

export type WindowName = 'cashier' | 'customer' | 'phone';

/** Each in Electron (`app://kassa/…`) and in the stand-in (`https://kassa.app.invalid/…`). */
const ADDRESSES: Readonly<Record<WindowName, RegExp>> = {
  cashier: /\/index\.html(#.*)?$/,
  customer: /\/customer\.html(#.*)?$/,
  phone: /^(app:\/\/phone|https:\/\/phone\.app\.invalid)\//,
};
const LIMIT_MS = 20_000;

/** @returns the window once its page has loaded, whether it is open already or about to be */
export async function windowOf(app: ElectronApplication, name: WindowName): Promise<Page> {
  const isIt = async (page: Page): Promise<boolean> => {
    const served = await whenServed(page).catch(() => null);
    return served !== null && ADDRESSES[name].test(served.url());
  };
  const opening = app.waitForEvent('window', { predicate: isIt, timeout: LIMIT_MS });
  // Whichever comes first; the other is not waited for.
  opening.catch(() => undefined);
  for (const page of app.windows()) {
    if (await isIt(page)) return page;
  }
  return opening;
}
