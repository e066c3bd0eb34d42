import type { Intent, IntentKind, IntentOf } from '../../contract/intents.ts';
import type { Snapshot } from '../../contract/snapshot.ts';

/** What the intents of a test say beside what the till shows. */
export interface Given {
  /** Left out of the intent if undefined, as a window could. */
  readonly pin: string | undefined;
  /** Of the SEQR that the till is set up with. */
  readonly endpoint: string;
}

type Makers = { readonly [Kind in IntentKind]: (shown: Snapshot, given: Given) => Omit<IntentOf<Kind>, 'kind' | 'pin'> };

const NOTHING = (): object => ({});
const PASSWORD = { password: '1234', keep: null } as const;
const BUSINESS = {
  name: 'Fisk & Co',
  organisationNumber: '556016-0680',
  address: ['Kajen 1'],
  currency: 'SEK',
  vatRates: [2_500, 1_200],
  defaultVatRate: 1_200,
} as const;

const sale = ({ sale: { revision } }: Snapshot) => ({ revision });
const attempt = ({ payment, tabs }: Snapshot) => {
  const { attemptId, stateNumber } = payment ?? tabs[0] ?? { attemptId: 'none', stateNumber: 1 };
  return { attemptId, stateNumber };
};
const row = ({ sale: { sale: open } }: Snapshot) => ({ rowId: open.rows[0]?.id ?? 'none' });
const disbursement = ({ disbursement: { current } }: Snapshot) => ({ id: current?.id ?? 'none', stateNumber: current?.stateNumber ?? 1 });
const business = () => ({ ...BUSINESS, address: [...BUSINESS.address], vatRates: [...BUSINESS.vatRates] });
const close = ({ day: { close: shown } }: Snapshot) => ({ closeId: shown?.closeId ?? 'none', stateNumber: shown?.stateNumber ?? 1 });

/** One of every kind, as a window would send it that shows `shown`. */
const MAKERS: Makers = {
  'sale.scan': () => ({ code: '7350053850019' }),
  'sale.addProduct': () => ({ productId: 'none' }),
  'sale.addAmount': () => ({ minor: 1_000 }),
  'sale.addFree': () => ({ name: 'Gift wrapping', minor: 1_000, vatRate: 2_500 }),
  'sale.setQuantity': (shown) => ({ ...row(shown), quantityMilli: 2_000 }),
  'sale.setRowDiscount': (shown) => ({ ...row(shown), discount: null }),
  'sale.setSaleDiscount': () => ({ discount: null }),
  'sale.setNote': () => ({ note: 'Table 4' }),
  'sale.removeMember': NOTHING,
  'sale.removeRow': row,
  'sale.select': row,
  'sale.undo': NOTHING,
  'sale.void': sale,
  'sale.charge': sale,
  'payment.cancel': attempt,
  'payment.keepWaiting': attempt,
  'payment.sendAgain': attempt,
  'payment.giveUp': attempt,
  'payment.customerSaysPaid': attempt,
  'payment.setAside': attempt,
  'payment.dismiss': attempt,
  'payment.free': attempt,
  'payment.takePart': attempt,
  'payment.closeRefused': (shown) => ({ ...attempt(shown), reason: 'Paid out in cash' }),
  'payment.didPrint': (shown) => ({ ...attempt(shown), printed: true }),
  'payment.change': attempt,
  'payment.leaveUnchanged': attempt,
  'payment.update': (shown) => ({ ...attempt(shown), ...sale(shown) }),
  'payment.swipeCard': (shown) => ({ ...attempt(shown), code: '9752000001' }),
  'tab.open': (shown) => ({ ...sale(shown), name: 'Table 4', mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes: 60 }),
  'tab.edit': attempt,
  'tab.keep': (shown) => ({ ...attempt(shown), ...sale(shown) }),
  'tab.capture': (shown) => ({ ...attempt(shown), revision: null }),
  'unresolved.dismiss': (shown) => ({ ...attempt(shown), itemId: 'none' }),
  'receipt.print': () => ({ number: 1 }),
  'receipt.savePdf': () => ({ number: 1 }),
  'print.retry': () => ({ jobId: 'none' }),
  'print.abandon': () => ({ jobId: 'none' }),
  'refund.send': ({ disbursement: { revision } }) => ({
    number: 1,
    revision,
    wish: { kind: 'amount', minor: 100 },
    minor: 100,
    reason: 'Wrong size',
  }),
  'payOut.send': ({ disbursement: { revision } }) => ({ revision, userId: '46700000001', minor: 100, description: 'PrizeOfTheDay' }),
  'payment.giveBack': (shown) => ({ ...attempt(shown), revision: shown.disbursement.revision, reason: 'Paid twice' }),
  'refund.sendAgain': disbursement,
  'disbursement.dismiss': disbursement,
  'disbursement.resolve': (shown) => ({ ...disbursement(shown), done: false, reference: 'SEQR-2026-1' }),
  'product.save': () => ({
    product: { id: null, name: 'Semla', priceMinor: 4_500, vatRate: 1_200, unit: 'EA', category: 'Bakery', ean: '', sku: '' },
  }),
  'product.retire': () => ({ productId: 'none', retired: true }),
  'cashier.select': () => ({ number: '7' }),
  'cashier.save': () => ({ number: '8', name: 'Bertil' }),
  'day.close': () => PASSWORD,
  'day.goOn': (shown) => ({ ...close(shown), ...PASSWORD }),
  'day.finishWithout': close,
  'day.attach': () => ({ number: 1, attemptId: 'none', attemptStateNumber: 1, ersReference: '0123456789' }),
  'payment.close': (shown) => ({ ...attempt(shown), paid: false, ersReference: '', letter: 'SEQR-2026-1', reason: 'SEQR says so' }),
  'day.takeUpRow': () => ({ number: 1, id: 'none', reason: 'Nobody got anything' }),
  'day.closeLines': () => ({ number: 1, ids: ['none'], letter: '', reason: 'SEQR says so' }),
  'day.absence': () => ({ hours: 72 }),
  'day.print': () => ({ number: 1 }),
  'day.savePdf': () => ({ number: 1 }),
  'day.saveCsv': () => ({ number: 1 }),
  'day.scope': () => ({ scope: 'terminal' }),
  'day.forgetPassword': NOTHING,
  'report.run': () => ({ reportId: 'Reconciliation/STD_RECON_007.xml', periodId: '1', language: 'en', ...PASSWORD }),
  'report.stop': NOTHING,
  'report.saveCsv': NOTHING,
  'setup.practise': NOTHING,
  'setup.go': () => ({ step: 'service' }),
  'setup.service': (_shown, { endpoint }) => ({ service: { kind: 'endpoint', endpoint } }),
  'setup.business': business,
  'setup.owner': (_shown, { pin }) => ({
    pinAgain: '8642',
    cashierNumber: '7',
    cashierName: 'Anna',
    ...(pin === undefined ? {} : { pinNow: pin }),
  }),
  'setup.reseller': () => ({ id: 'fredellsfisk', userId: '9900', password: '2009', consent: false }),
  'setup.terminal': () => ({ name: 'Till 1', externalTerminalId: 'Store 1/Till 1' }),
  'setup.assignSeqrId': () => ({ seqrId: 'FISK01' }),
  'setup.stickerDone': NOTHING,
  'setup.saveSticker': NOTHING,
  'setup.testPayment': NOTHING,
  'setup.finish': NOTHING,
  'setup.leavePractice': NOTHING,
  'preferences.change': () => ({ patch: { theme: 'dark' } }),
  'owner.check': NOTHING,
  'owner.change': () => ({ newPin: '8642', newPinAgain: '8642' }),
  'owner.newCode': NOTHING,
  'owner.recover': () => ({ code: '00000-00000-00000-00000', newPin: '8642', newPinAgain: '8642' }),
  'owner.saveCode': NOTHING,
  'wire.change': () => ({ qrSource: 'invoice', clientReferenceTemplate: 'R{id}', clientId: 'Till of the rogue' }),
  'business.change': business,
  'loyalty.change': () => ({ acknowledgment: 'never', memberships: [], blockedCards: [] }),
  'tabs.change': () => ({ mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes: 60, salesWithTab: true }),
  'terminal.assignSeqrId': () => ({ seqrId: 'FISK02' }),
  'terminal.unregister': NOTHING,
  'health.check': NOTHING,
  'notice.dismiss': () => ({ noticeId: 'none' }),
  'network.online': NOTHING,
  'window.customerDisplay': () => ({ open: false }),
  'window.phone': NOTHING,
};

export const EVERY_KIND = Object.keys(MAKERS) as readonly IntentKind[];

/** As a window could send it: the PIN in it, or left out. The new PIN of `setup.owner` is 8642. */
export function intentOf(kind: IntentKind, shown: Snapshot, given: Given): Intent {
  const body = MAKERS[kind](shown, given);
  const pin = kind === 'setup.owner' ? '8642' : given.pin;
  return { kind, ...(pin === undefined ? {} : { pin }), ...body } as Intent;
}
