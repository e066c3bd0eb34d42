import type { ActionName } from './actions.ts';
import { NIGHT_MS } from './durations.ts';
import { phone, press, quit, spoil, wait } from './moves.ts';
import type { Move } from './moves.ts';

/** A sale up to the waiting customer, the beginning of most stories. */
export const waiting: readonly Move[] = [press('dismiss'), press('ringUp'), press('charge'), wait(300)];
export const paid: readonly Move[] = [...waiting, phone('pay'), wait(2_500)];
export const tabHeld: readonly Move[] = [press('dismiss'), press('ringUp'), press('openTab', 0), wait(300), phone('pay'), wait(1_500)];
/** SEQR keeps a tab whose time is up, and says so late. */
export const runsOut: readonly Move[] = [
  { do: 'seqr', act: 'keepReserved' },
  spoil('getPaymentStatus', { kind: 'refused', code: 54 }, 30),
  wait(65_000),
  wait(65_000),
];
export const tabLapsed: readonly Move[] = [...tabHeld, ...runsOut];
/** Rung up for the tab, so that settling it tells SEQR another amount first. */
export const tabAddedTo: readonly Move[] = [...tabHeld, press('dismiss'), press('editTab'), press('ringUp')];
/** Paid and acknowledged by a read whose answer is lost; from then on SEQR does not answer for it. */
export const paidUnseen: readonly Move[] = [
  ...waiting,
  spoil('getPaymentStatus', { kind: 'lostAfter', cut: true }),
  spoil('getPaymentStatus', { kind: 'refused', code: 54 }, 400),
  phone('pay'),
  wait(31_000),
];
/** Somebody looks for one of these. */
export const oneOf = (...actions: readonly ActionName[]): Move => ({ do: 'pressOneOf', actions, pick: 0 });
/** The day is closed, and Kassa until tomorrow. */
export const night: readonly Move[] = [press('close'), wait(31_000), quit(NIGHT_MS), wait(3_000)];
