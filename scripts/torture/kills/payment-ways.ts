import { payFor } from './customer.ts';
import { WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';
import { at, charge, chargeAndWait, honourCards, onScreen, paid, press, readAlarms, sell, voidSale } from './presses.ts';
import { closeDay } from './tidy.ts';
import type { Way } from './way.ts';

/** More than a till makes. */
const READS_IN_20_S = 200;

async function simply(hands: Hands, end: 'cancel' | 'decline' | 'expire'): Promise<void> {
  const { code } = await chargeAndWait(hands);
  const { seqr } = hands.shop;
  if (end === 'cancel') await press(hands, 'cancel');
  else if (end === 'decline') await seqr.decline((await seqr.scan(code)).invoiceReference);
  else await seqr.advance(601_000);
  await onScreen(hands, 'cancelled', 'failed', 'expired');
  await press(hands, 'dismiss');
  await voidSale(hands);
}

/** SEQR says PAID, then cannot be heard for 20 s, and has taken the money back. */
async function reversed(hands: Hands): Promise<void> {
  await chargeAndWait(hands);
  await hands.spoil('getPaymentStatus', 'drop:before', READS_IN_20_S);
  await payFor(hands);
  // The read that brings PAID comes through, and none of those that would acknowledge it.
  await hands.shop.seqr.noFaults();
  await hands.spoil('getPaymentStatus', 'delay:0:after');
  for (const operation of ['getPaymentStatus', 'submitPaymentReceipt']) await hands.spoil(operation, 'drop:before', READS_IN_20_S);
  await onScreen(hands, 'paid');
  await hands.pass(21_000);
  await hands.shop.seqr.noFaults();
  await onScreen(hands, 'reversed');
  await press(hands, 'dismiss');
  await readAlarms(hands);
  await voidSale(hands);
}

/** Sales, and how their payments may end. */
export const PAYMENT_WAYS = {
  sale: { calls: ['sendInvoice', 'submitPaymentReceipt'], go: async (hands) => void (await sell(hands)) },
  sendLost: {
    calls: [],
    async go(hands) {
      await hands.ringUp();
      await hands.spoil('sendInvoice', 'drop:after');
      await charge(hands);
      await onScreen(hands, 'sendUnknown');
      await press(hands, 'giveUp');
      await hands.pass(1_000);
      const { payment } = await hands.look();
      if (payment?.actions.dismiss === true) await press(hands, 'dismiss');
      await voidSale(hands);
      await closeDay(hands);
    },
  },
  notSent: {
    calls: [],
    async go(hands) {
      await hands.ringUp();
      await hands.shop.till().setNetwork(false);
      await charge(hands);
      await onScreen(hands, 'notSent');
      await press(hands, 'dismiss');
      await hands.shop.till().setNetwork(true);
      await voidSale(hands);
    },
  },
  refused: {
    calls: [],
    async go(hands) {
      await hands.ringUp();
      await hands.spoil('sendInvoice', 'result:49');
      await charge(hands);
      await onScreen(hands, 'refused');
      await press(hands, 'dismiss');
      await voidSale(hands);
    },
  },
  cancelled: { calls: ['cancelInvoice'], go: (hands) => simply(hands, 'cancel') },
  declined: { calls: [], go: (hands) => simply(hands, 'decline') },
  expired: { calls: [], go: (hands) => simply(hands, 'expire') },
  reversed: { calls: ['sendInvoice'], versionOnly: true, go: reversed },
  change: {
    calls: ['updateInvoice'],
    async go(hands) {
      await chargeAndWait(hands);
      await press(hands, 'change');
      await hands.ringUp();
      const { payment, sale } = await hands.look();
      if (payment === null) throw new WentWrong('the payment has left the screen');
      await hands.must({ kind: 'payment.update', ...at(payment), revision: sale.revision });
      await hands.until('the change', (seen) => seen.payment?.change.asked === null);
      await payFor(hands);
      await paid(hands);
    },
  },
  leftUnchanged: {
    calls: ['updateInvoice'],
    async go(hands) {
      await chargeAndWait(hands);
      await press(hands, 'change');
      const row = await hands.ringUp();
      row.removed = true;
      await press(hands, 'leaveUnchanged');
      await payFor(hands);
      await paid(hands);
    },
  },
  rungUpMeanwhile: {
    calls: [],
    async go(hands) {
      await chargeAndWait(hands);
      await press(hands, 'change');
      await hands.ringUp();
      await payFor(hands);
      await paid(hands);
      await readAlarms(hands);
      await voidSale(hands);
    },
  },
  takenOffMeanwhile: {
    calls: [],
    async go(hands) {
      await hands.ringUp();
      await chargeAndWait(hands);
      await press(hands, 'change');
      const rowId = (await hands.look()).sale.sale.rows[0]?.id ?? '';
      await hands.must({ kind: 'sale.removeRow', rowId });
      await payFor(hands);
      await paid(hands);
      await readAlarms(hands);
      await voidSale(hands);
    },
  },
  swipedCard: {
    calls: ['updateInvoice'],
    async go(hands) {
      await honourCards(hands);
      const payment = await chargeAndWait(hands);
      await hands.must({ kind: 'payment.swipeCard', ...at(payment), code: '97521234' });
      await hands.until('the card', (seen) => seen.payment?.change.asked === null && seen.payment.member !== null);
      await press(hands, 'change');
      await press(hands, 'leaveUnchanged');
      await payFor(hands);
      await paid(hands);
    },
  },
  card: {
    calls: ['updateInvoice'],
    async go(hands) {
      await honourCards(hands);
      const { code } = await chargeAndWait(hands);
      const { invoiceReference } = await hands.shop.seqr.scan(code, 'dilara');
      await hands.until('the card', (seen) => seen.payment?.member !== null && seen.payment?.change.asked === null);
      await hands.shop.seqr.pay(invoiceReference);
      await paid(hands);
    },
  },
  voided: {
    calls: [],
    async go(hands) {
      await hands.ringUp();
      await hands.ringUp();
      await voidSale(hands);
    },
  },
} satisfies Record<string, Way>;
