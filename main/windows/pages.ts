import { APP_HOSTS, APP_SCHEME } from './roles.ts';

const BUNDLE = `${APP_SCHEME}://${APP_HOSTS.bundle}`;

/** The addresses of our windows. */
export const PAGES = {
  cashier: `${BUNDLE}/index.html`,
  customer: `${BUNDLE}/customer.html`,
  /** The same with the sentence that it is to be dragged to its screen; and without it again, the page not loaded anew. */
  customerToPlace: `${BUNDLE}/customer.html#to-place`,
  customerPlaced: `${BUNDLE}/customer.html#placed`,
  print: (pageId: string): string => `${BUNDLE}/print.html#${encodeURIComponent(pageId)}`,
  phone: (code: string): string => `${APP_SCHEME}://${APP_HOSTS.phone}/phone?code=${encodeURIComponent(code)}`,
} as const;
