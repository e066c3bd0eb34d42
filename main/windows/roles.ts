import type { CallName } from '../../src/contract/index.ts';

/** What a window is for. It is fixed when the window is made and decides what the window may ask. */
export type WindowRole = 'cashier' | 'customer' | 'print' | 'phone';

export const APP_SCHEME = 'app';
/** The hosts of our scheme: the bundle, and (in practice) the simulated customer's phone. */
export const APP_HOSTS = { bundle: 'kassa', phone: 'phone' } as const;

interface RoleRights {
  /** Calls of the contract this window may make; all others are refused (security §17). */
  readonly calls: readonly CallName[];
  /** Gets every snapshot pushed. */
  readonly getsState: boolean;
  readonly origin: `app://${string}`;
}

const BUNDLE = `${APP_SCHEME}://${APP_HOSTS.bundle}` as const;

/**
 * The allow list. Intents come from the cashier's window only: the customer display faces the customer and has no
 * controls, so it needs none, and a tap on its glass can never move money. The phone is a page of the simulator's and
 * gets no bridge at all.
 */
export const ROLE_RIGHTS: Readonly<Record<WindowRole, RoleRights>> = {
  cashier: {
    calls: [
      'snapshot',
      'intent',
      'catalogue',
      'journal',
      'receipt',
      'refund',
      'refundSum',
      'payOuts',
      'closes',
      'close',
      'report',
      'printers',
    ],
    getsState: true,
    origin: BUNDLE,
  },
  customer: { calls: ['snapshot'], getsState: true, origin: BUNDLE },
  print: { calls: ['snapshot', 'printPage'], getsState: false, origin: BUNDLE },
  phone: { calls: [], getsState: false, origin: `${APP_SCHEME}://${APP_HOSTS.phone}` },
};
