import { canFree } from '../../payment/index.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import type { PrintQueue } from '../receipts/print-queue.ts';
import { refuse } from '../results.ts';
import type { SessionIntents } from '../rule.ts';
import type { Charging } from './charging.ts';
import type { Desk } from './desk.ts';
import type { InvoiceChanges } from './invoice-changes.ts';
import { mayTakePart } from './record.ts';
import { findShown } from './shown.ts';
import type { Shown } from './shown.ts';
import type { Tabs } from './tabs.ts';
import type { UnpaidRows } from './unpaid-rows.ts';
import { wished } from './wished.ts';
import type { WishKind } from './wished.ts';

export interface PaymentParts {
  readonly desk: Desk;
  readonly charging: Charging;
  readonly changes: InvoiceChanges;
  readonly tabs: Tabs;
  readonly unpaidRows: UnpaidRows;
  readonly prints: Pick<PrintQueue, 'confirmPrinted'>;
}

const PAYMENT = { right: 'anyone', movesMoney: false, without: 'stale' } as const;
const CHARGE = { ...PAYMENT, movesMoney: true } as const;

/** A button of the payment's screen, in the state in which the window was showing it (PF-26). */
function wish(kind: WishKind) {
  const apply = ({ desk }: PaymentParts, shown: Shown) => wished(desk.wish(kind, shown.attemptId, shown.stateNumber));
  return { ...PAYMENT, apply };
}

export const paymentIntents = {
  'sale.charge': {
    ...CHARGE,
    before: ({ charging }) => charging.ready(),
    apply: ({ charging }, { revision }) => charging.charge(revision),
  },
  'payment.sendAgain': { ...CHARGE, apply: ({ charging }, intent) => charging.sendAgain(intent) },

  'payment.cancel': wish('cancel'),
  'payment.keepWaiting': wish('keepWaiting'),
  'payment.giveUp': wish('giveUp'),
  'payment.customerSaysPaid': wish('customerSaysPaid'),
  'payment.setAside': wish('setAside'),
  'payment.dismiss': wish('dismiss'),
  /** The rows of what was set aside come back, to be charged another way (PF-16). */
  'payment.free': {
    ...PAYMENT,
    right: 'owner',
    apply({ desk, unpaidRows }, { attemptId, stateNumber }) {
      const record = findShown(desk, { attemptId, stateNumber });
      const can = record?.stateNumber === stateNumber && canFree(record.state);
      return can && !unpaidRows.canCome() ? refuse('tab.free-waits') : wished(desk.free(attemptId, stateNumber));
    },
  },

  /** The smaller amount that SEQR took is a part of the sale, whose rest is to be paid (PF-08). */
  'payment.takePart': {
    ...PAYMENT,
    right: 'owner',
    apply({ desk, unpaidRows }, { attemptId, stateNumber }) {
      const record = findShown(desk, { attemptId, stateNumber });
      if (record?.stateNumber !== stateNumber || !mayTakePart(record)) return refuse('stale');
      switch (unpaidRows.asCharged(record)) {
        case 'yes':
          return wished(desk.takePart(attemptId, stateNumber));
        case 'waits':
          return refuse('unresolved.part-waits');
        case 'gone':
          return refuse('unresolved.part-changed');
      }
    },
  },

  /** SEQR refuses the refund for good, and the customer has the money otherwise (PF-06). */
  'payment.closeRefused': {
    ...PAYMENT,
    right: 'owner',
    apply({ desk }, { attemptId, stateNumber, reason }) {
      const words = cleanText(reason);
      return words === '' ? refuse('unresolved.reason-missing') : wished(desk.closeRefused(attemptId, stateNumber, words));
    },
  },

  /** The answer to "Did it print?" about the receipt of this payment. */
  'payment.didPrint': {
    ...PAYMENT,
    apply({ desk, prints }, { attemptId, printed }) {
      const number = desk.inPlay().find((record) => record.facts.id === attemptId)?.receiptNumber;
      return number == null ? refuse('stale') : prints.confirmPrinted(number, printed);
    },
  },

  // Changing a sale while its customer is waited for (PF-25).
  'payment.change': { ...PAYMENT, apply: ({ changes }, intent) => changes.begin(intent) },
  'payment.leaveUnchanged': { ...PAYMENT, apply: ({ changes }, intent) => changes.leave(intent) },
  'payment.update': { ...PAYMENT, apply: ({ changes }, intent) => changes.send(intent, intent.revision) },
  'payment.swipeCard': { ...PAYMENT, apply: ({ changes }, intent) => changes.swipe(intent, intent.code) },

  // Tabs (PF-29).
  'tab.open': {
    ...CHARGE,
    before: ({ charging }) => charging.ready(),
    apply({ charging }, { revision, name, mode, minutes }) {
      const cleaned = cleanText(name);
      return cleaned === '' ? refuse('tab.name-missing') : charging.openTab(revision, { mode, timeoutS: minutes * 60, name: cleaned });
    },
  },
  'tab.edit': { ...PAYMENT, apply: ({ tabs }, intent) => tabs.edit(intent) },
  'tab.keep': { ...PAYMENT, apply: ({ tabs }, intent) => tabs.keep(intent, intent.revision) },
  'tab.capture': { ...CHARGE, apply: ({ tabs }, intent) => tabs.capture(intent, intent.revision) },

  'unresolved.dismiss': {
    ...PAYMENT,
    apply({ desk, unpaidRows }, { itemId, attemptId, stateNumber }) {
      const came = unpaidRows.takeUp(attemptId);
      return came.ok ? wished(desk.readAlarm(itemId, attemptId, stateNumber)) : came;
    },
  },
} satisfies SessionIntents<PaymentParts>;
