import type { Intent } from '../../../contract/intents.ts';
import type { PaymentActions } from '../../../contract/payment-view.ts';
import { isSelling, NOTHING } from './action.ts';
import type { Action } from './action.ts';

/** A button of the payment's screen. */
function paymentButton(
  name: keyof PaymentActions,
  kind: 'cancel' | 'keepWaiting' | 'sendAgain' | 'giveUp' | 'customerSaysPaid' | 'setAside' | 'dismiss' | 'change',
): Action {
  return ({ snapshot: { payment } }) =>
    payment !== null && payment.actions[name]
      ? [{ kind: `payment.${kind}`, attemptId: payment.attemptId, stateNumber: payment.stateNumber }]
      : NOTHING;
}

export const paymentActions = {
  cancel: paymentButton('cancel', 'cancel'),
  keepWaiting: paymentButton('keepWaiting', 'keepWaiting'),
  sendAgain: paymentButton('sendAgain', 'sendAgain'),
  giveUp: paymentButton('giveUp', 'giveUp'),
  customerSaysPaid: paymentButton('customerSaysPaid', 'customerSaysPaid'),
  setAside: paymentButton('setAside', 'setAside'),
  dismiss: paymentButton('dismiss', 'dismiss'),
  change: paymentButton('change', 'change'),
  leaveUnchanged: ({ snapshot: { payment: shown } }) =>
    shown?.changing === true ? [{ kind: 'payment.leaveUnchanged', attemptId: shown.attemptId, stateNumber: shown.stateNumber }] : NOTHING,
  update: ({ snapshot: { payment: shown, sale: open } }) =>
    shown?.changing === true
      ? [{ kind: 'payment.update', attemptId: shown.attemptId, stateNumber: shown.stateNumber, revision: open.revision }]
      : NOTHING,
  swipe: ({ snapshot: { payment: shown } }) =>
    shown?.actions.change === true
      ? [{ kind: 'payment.swipeCard', attemptId: shown.attemptId, stateNumber: shown.stateNumber, code: '97521234' }]
      : NOTHING,
  didPrint: ({ snapshot: { payment: shown } }) =>
    shown?.screen.kind === 'paid' && shown.screen.askIfPrinted
      ? [true, false].map((printed): Intent => ({
          kind: 'payment.didPrint',
          attemptId: shown.attemptId,
          stateNumber: shown.stateNumber,
          printed,
        }))
      : NOTHING,
} satisfies Record<string, Action>;

export const tabActions = {
  openTab: ({ snapshot, fresh }) => {
    if (!isSelling(snapshot) || snapshot.sale.sale.rows.length === 0) return NOTHING;
    const number = fresh();
    const { revision } = snapshot.sale;
    return (['RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', 'RESERVATION_REQUIRED', 'RESERVATION_DESIRED'] as const).flatMap((mode) =>
      [2, 60].map((minutes): Intent => ({ kind: 'tab.open', revision, name: `T${number}`, mode, minutes })),
    );
  },
  editTab: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions, editing }) => actions.change && !editing)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'tab.edit', attemptId, stateNumber })),
  keepTab: ({ snapshot: { tabs, sale: open } }) =>
    tabs
      .filter(({ editing }) => editing)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'tab.keep', attemptId, stateNumber, revision: open.revision })),
  capture: ({ snapshot: { tabs, sale: open } }) =>
    tabs
      .filter(({ actions }) => actions.capture)
      .map(({ attemptId, stateNumber, editing }): Intent => ({
        kind: 'tab.capture',
        attemptId,
        stateNumber,
        revision: editing ? open.revision : null,
      })),
  release: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions }) => actions.cancel)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.cancel', attemptId, stateNumber })),
  setTabAside: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions }) => actions.setAside)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.setAside', attemptId, stateNumber })),
  keepAfterRelease: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions }) => actions.keepWaiting)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.keepWaiting', attemptId, stateNumber })),
} satisfies Record<string, Action>;
