import type { Action, Offers, Seen } from './action.ts';
import { closeLineActions } from './close-line-actions.ts';
import { dayActions } from './day-actions.ts';
import { listActions } from './list-actions.ts';
import { otherActions } from './other-actions.ts';
import { paymentActions, tabActions } from './payment-actions.ts';
import { refundActions } from './refund-actions.ts';
import { saleActions } from './sale-actions.ts';
import { setUpActions } from './set-up-actions.ts';
import { shopActions } from './shop-actions.ts';

/** Everything that can be pressed, by its name in schedules. */
export const ACTIONS = {
  ...saleActions,
  ...paymentActions,
  ...tabActions,
  ...refundActions,
  ...listActions,
  ...dayActions,
  ...closeLineActions,
  ...otherActions,
  ...setUpActions,
  ...shopActions,
} satisfies Record<string, Action>;
export type ActionName = keyof typeof ACTIONS;

export async function offersOf(name: ActionName, seen: Seen): Promise<Offers> {
  const action: Action = ACTIONS[name];
  return action(seen);
}
