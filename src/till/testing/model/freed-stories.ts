import { tabAddedTo, tabHeld, tabLapsed } from './beginnings.ts';
import { HOUR_MS } from './durations.ts';
import { press, spoil, wait } from './moves.ts';
import type { Move } from './moves.ts';

/** So long in doubt, set aside, and a supervisor frees it. */
const setAsideAndFreed: readonly Move[] = [wait(31_000), press('setTabAside'), wait(300), press('free'), wait(7_000)];
/** A tab is freed while each of its calls is in doubt. */
export const FREED: readonly (readonly Move[])[] = [
  [...tabHeld, spoil('commitReservation', { kind: 'refused', code: 90 }, 40), press('capture'), ...setAsideAndFreed],
  [
    ...tabHeld,
    spoil('cancelInvoice', { kind: 'refused', code: 90 }, 40),
    press('release'),
    wait(40),
    press('keepAfterRelease'),
    ...setAsideAndFreed,
  ],
  [
    ...tabHeld,
    spoil('commitReservation', { kind: 'carriedOut', code: 0, afterMs: HOUR_MS }, 40),
    spoil('getPaymentStatus', { kind: 'lostBefore', cut: false }, 20),
    press('capture'),
    ...setAsideAndFreed,
  ],
  [
    ...tabAddedTo,
    spoil('updateInvoice', { kind: 'lostBefore', cut: true }),
    spoil('getPaymentStatus', { kind: 'lostBefore', cut: false }, 8),
    press('capture'),
    wait(31_000),
    press('setTabAside'),
    wait(7_000),
    press('free'),
    wait(7_000),
  ],
  [
    ...tabHeld,
    spoil('commitReservation', { kind: 'lostBefore', cut: true }),
    spoil('commitReservation', { kind: 'refused', code: 49 }),
    spoil('updateInvoice', { kind: 'slow', ms: 3_500 }),
    press('capture'),
    wait(31_000),
    press('setTabAside'),
    press('editTab'),
    press('ringUp'),
    press('capture'),
    wait(300),
    press('free'),
    wait(7_000),
  ],
  [...tabLapsed, wait(65_000), press('free'), wait(7_000)],
];
