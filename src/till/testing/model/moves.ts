import fc from 'fast-check';
import type { Operation } from '../../../protocol/index.ts';
import type { ActionName } from './actions.ts';
import type { Fault, Lie } from './faults.ts';
import type { DiskError } from './model-disk.ts';
import type { GroundName } from './template.ts';

/** What the customer does with the phone. */
export type PhoneAct = 'scan' | 'pay' | 'payLater' | 'decline' | 'cancel' | 'putCard' | 'takeCard';
/** What happens to SEQR itself. `restore`: it goes on from the state that `remember` has kept. */
export type SeqrAct =
  | 'remember'
  | 'restore'
  | 'block'
  | 'unblock'
  | 'dropReserved'
  | 'keepReserved'
  | 'reportSwapped'
  | 'reportPlain'
  | 'noRefundsInReports'
  /** What goes out is booked after the next mark, or the one after it; payments too. */
  | 'bookLate'
  | 'bookAtOnce'
  /** Reports list payments that nobody has asked about yet. */
  | 'listUnread'
  /** RESERVED is said in passing of a payment that asks for no reservation. */
  | 'reservedInPassing'
  /** How a payment has ended is told by a code. */
  | 'endsAsCode';

/** One thing that happens. What cannot be done when its turn comes has no effect. */
export type Move =
  /** `pick`: which of the buttons of this name; `old`: in the window that has not heard of the latest changes. */
  | { readonly do: 'press'; readonly action: ActionName; readonly pick: number; readonly old?: true }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'phone'; readonly act: PhoneAct }
  | { readonly do: 'fault'; readonly operation: Operation; readonly fault: Fault; readonly count: number }
  | { readonly do: 'network'; readonly up: boolean }
  | { readonly do: 'refuseWrites'; readonly of: 'journal' | 'settings'; readonly kind: DiskError; readonly count: number }
  | {
      readonly do: 'dieAtWrite';
      readonly of: 'journal' | 'settings';
      readonly when: 'before' | 'after';
      readonly nth: number;
      readonly downMs: number;
    }
  | { readonly do: 'kill'; readonly downMs: number }
  | { readonly do: 'quit'; readonly downMs: number }
  | { readonly do: 'wall'; readonly ms: number }
  | { readonly do: 'keychain'; readonly state: 'good' | 'locked' | 'lost' | 'silent' }
  | { readonly do: 'printer'; readonly state: 'good' | 'broken' | 'silent' }
  | { readonly do: 'seqr'; readonly act: SeqrAct }
  | { readonly do: 'loseSettings' }
  | { readonly do: 'wake' }
  /** The window that lags behind is drawn anew. */
  | { readonly do: 'look' };

/** Peace: nothing is spoiled, SEQR answers. `gone`: nothing reaches it ever again. `lost`: it takes the terminal no more. */
export type Ending = 'peace' | 'gone' | 'lost';

/** All that one run of the model needs. */
export interface Schedule {
  readonly ground: GroundName;
  readonly ack: 'any' | 'version';
  /** Of ids and passwords; and which kind of its ending. */
  readonly seed: number;
  readonly moves: readonly Move[];
  readonly ending: Ending;
}

export const press = (action: ActionName, pick = 0): Move => ({ do: 'press', action, pick });
export const wait = (ms: number): Move => ({ do: 'wait', ms });
export const phone = (act: PhoneAct): Move => ({ do: 'phone', act });
export const network = (up: boolean): Move => ({ do: 'network', up });
export const spoil = (operation: Operation, fault: Fault, count = 1): Move => ({ do: 'fault', operation, fault, count });
export const kill = (downMs: number): Move => ({ do: 'kill', downMs });
export const quit = (downMs: number): Move => ({ do: 'quit', downMs });
export const refuseWrites = (kind: DiskError, count: number, of: 'journal' | 'settings' = 'journal'): Move => ({
  do: 'refuseWrites',
  of,
  kind,
  count,
});
export const dieAtWrite = (when: 'before' | 'after', nth: number, downMs: number, of: 'journal' | 'settings' = 'journal'): Move => ({
  do: 'dieAtWrite',
  of,
  when,
  nth,
  downMs,
});

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const OPERATIONS: readonly Operation[] = [
  'sendInvoice',
  'getPaymentStatus',
  'getPaymentStatus',
  'cancelInvoice',
  'updateInvoice',
  'commitReservation',
  'submitPaymentReceipt',
  'refundPayment',
  'creditUser',
  'markTransactionPeriod',
  'executeReport',
  'registerTerminal',
  'unregisterTerminal',
  'assignSeqrId',
];
/** Not 55 and 58: they say of a payment that it has ended. */
const CODES = [1, 20, 21, 29, 33, 37, 48, 49, 51, 54, 90, 93, 94, 95, 96, 98, 123] as const;
const LIES: readonly Lie[] = ['unnamed', 'otherAmount', 'otherInvoice', 'oddStatus', 'stale', 'http500'];

const faults: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Fault>({ kind: 'notSent' }) },
  { weight: 3, arbitrary: fc.boolean().map((cut): Fault => ({ kind: 'lostBefore', cut })) },
  { weight: 5, arbitrary: fc.boolean().map((cut): Fault => ({ kind: 'lostAfter', cut })) },
  { weight: 3, arbitrary: fc.constantFrom(300, 1_500, 3_500, 6_000, 12_000).map((ms): Fault => ({ kind: 'slow', ms })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(500, 3_000, 16_000, 22_000, 61_000, HOUR_MS, DAY_MS), fc.boolean())
      .map(([ms, cut]): Fault => ({ kind: 'late', ms, cut })),
  },
  { weight: 2, arbitrary: fc.constantFrom(...CODES).map((code): Fault => ({ kind: 'refused', code })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 90, 93, 94), fc.constantFrom(0, 1_000, 16_000))
      .map(([code, afterMs]): Fault => ({ kind: 'carriedOut', code, afterMs })),
  },
);
const lies: fc.Arbitrary<Move> = fc
  .tuple(fc.constantFrom(...LIES), fc.integer({ min: 1, max: 4 }))
  .map(([lie, count]) => spoil('getPaymentStatus', { kind: 'lie', lie }, count));

/** How long a schedule waits, ms. */
const WAITS = [40, 300, 300, 1_000, 1_000, 3_000, 3_000, 7_000, 16_000, 22_000, 31_000, 65_000] as const;
const DOWN = [0, 300, 2_000, 9_000, 13_000, 21_000, 60_000, 10 * 3_600_000] as const;

type Weighted<Value> = readonly [weight: number, value: Value];
const weighed = <Value>(...all: readonly Weighted<Value>[]): fc.Arbitrary<Value> =>
  fc.oneof(...all.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const presses: fc.Arbitrary<Move> = fc
  .tuple(
    weighed<ActionName>(
      [10, 'ringUp'],
      [1, 'removeRow'],
      [1, 'undo'],
      [1, 'void'],
      [1, 'scanCard'],
      [10, 'charge'],
      [3, 'cancel'],
      [2, 'keepWaiting'],
      [3, 'sendAgain'],
      [2, 'giveUp'],
      [1, 'customerSaysPaid'],
      [3, 'setAside'],
      [6, 'dismiss'],
      [3, 'change'],
      [1, 'leaveUnchanged'],
      [3, 'update'],
      [1, 'swipe'],
      [1, 'didPrint'],
      [4, 'openTab'],
      [3, 'editTab'],
      [3, 'keepTab'],
      [4, 'capture'],
      [2, 'release'],
      [2, 'keepAfterRelease'],
      [3, 'readAlarm'],
      [1, 'readNotice'],
      [1, 'print'],
      [1, 'printAgain'],
      [1, 'online'],
      [1, 'check'],
      [5, 'refund'],
      [2, 'payOut'],
      [3, 'readDisbursement'],
      [1, 'sendRefundAgain'],
      [1, 'letterAboutDisbursement'],
      [1, 'supervisorClosesPayment'],
      [1, 'free'],
      [1, 'giveBack'],
      [1, 'closeRefused'],
      [1, 'takePart'],
      [4, 'close'],
      [1, 'closeAndKeep'],
      [2, 'goOn'],
      [1, 'finishWithout'],
      [2, 'attach'],
      [1, 'scope'],
      [1, 'givePin'],
      [1, 'setTabAside'],
      [3, 'wizard'],
      [1, 'practise'],
      [1, 'chooseLive'],
      [1, 'finishSetUp'],
      [1, 'leavePractice'],
      [1, 'unregister'],
      [1, 'assign'],
      [1, 'salesWithTab'],
    ),
    fc.nat({ max: 7 }),
    fc.nat({ max: 15 }),
  )
  .map(([action, pick, lag]) => (lag === 0 ? { do: 'press', action, pick, old: true } : { do: 'press', action, pick }));

const singles: fc.Arbitrary<Move> = fc.oneof(
  { weight: 40, arbitrary: presses },
  { weight: 20, arbitrary: fc.constantFrom(...WAITS).map(wait) },
  {
    weight: 14,
    arbitrary: fc
      .constantFrom<PhoneAct>('scan', 'pay', 'pay', 'pay', 'pay', 'payLater', 'decline', 'cancel', 'putCard', 'takeCard')
      .map(phone),
  },
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.constantFrom(...OPERATIONS), faults, fc.constantFrom(1, 1, 1, 2, 5))
      .map(([operation, fault, count]) => spoil(operation, fault, count)),
  },
  { weight: 2, arbitrary: lies },
  { weight: 4, arbitrary: fc.constantFrom(false, true, true).map(network) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom<'journal' | 'settings'>('journal', 'journal', 'settings'),
        fc.constantFrom<DiskError>('full', 'broken', 'locked'),
        fc.constantFrom(1, 1, 2, 4, 12),
      )
      .map(([of, kind, count]) => refuseWrites(kind, count, of)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom<'journal' | 'settings'>('journal', 'journal', 'journal', 'settings'),
        fc.constantFrom<'before' | 'after'>('before', 'after'),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...DOWN),
      )
      .map(([of, when, nth, downMs]) => dieAtWrite(when, nth, downMs, of)),
  },
  { weight: 3, arbitrary: fc.constantFrom(...DOWN).map(kill) },
  { weight: 1, arbitrary: fc.constantFrom(...DOWN).map(quit) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-DAY_MS, -HOUR_MS, -30_000, 30_000, HOUR_MS, 2 * DAY_MS).map((ms): Move => ({ do: 'wall', ms })),
  },
  { weight: 1, arbitrary: fc.constantFrom('good', 'good', 'locked', 'silent', 'lost').map((state): Move => ({ do: 'keychain', state })) },
  { weight: 1, arbitrary: fc.constantFrom('good', 'good', 'broken', 'silent').map((state): Move => ({ do: 'printer', state })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<SeqrAct>(
        'remember',
        'restore',
        'block',
        'unblock',
        'unblock',
        'dropReserved',
        'keepReserved',
        'noRefundsInReports',
        'bookLate',
        'bookLate',
        'bookAtOnce',
        'listUnread',
        'reservedInPassing',
        'endsAsCode',
      )
      .map((act): Move => ({ do: 'seqr', act })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Move>({ do: 'wake' }, { do: 'look' }, { do: 'look' }) },
);

/** A sale up to the waiting customer, the beginning of most stories. */
const waiting: readonly Move[] = [press('dismiss'), press('ringUp'), press('charge'), wait(300)];
const paid: readonly Move[] = [...waiting, phone('pay'), wait(2_500)];
const tabHeld: readonly Move[] = [press('dismiss'), press('ringUp'), press('openTab', 0), wait(300), phone('pay'), wait(1_500)];
/** SEQR keeps a tab whose time is up, and says so late. */
const tabLapsed: readonly Move[] = [
  ...tabHeld,
  { do: 'seqr', act: 'keepReserved' },
  spoil('getPaymentStatus', { kind: 'refused', code: 54 }, 30),
  wait(65_000),
  wait(65_000),
];
/** Rung up for the tab, so that settling it tells SEQR another amount first. */
const tabAddedTo: readonly Move[] = [...tabHeld, press('dismiss'), press('editTab'), press('ringUp')];
/** Paid and acknowledged by a read whose answer is lost; from then on SEQR does not answer for it. */
const paidUnseen: readonly Move[] = [
  ...waiting,
  spoil('getPaymentStatus', { kind: 'lostAfter', cut: true }),
  spoil('getPaymentStatus', { kind: 'refused', code: 54 }, 400),
  phone('pay'),
  wait(31_000),
];

/** Arrows of the state charts that nothing else comes to often. */
const RARE: readonly (readonly Move[])[] = [
  [...tabLapsed, press('capture'), wait(1_000)],
  [...tabLapsed, press('release'), wait(1_000)],
  [...tabLapsed, press('dismiss'), press('editTab'), press('ringUp'), press('capture'), wait(3_000)],
  [...tabHeld, { do: 'seqr', act: 'dropReserved' }, wait(65_000), wait(65_000), press('editTab'), wait(1_000)],
  [...tabAddedTo, spoil('updateInvoice', { kind: 'refused', code: 49 }), press('capture'), wait(1_000)],
  [...tabAddedTo, spoil('updateInvoice', { kind: 'slow', ms: 3_500 }), press('capture'), wait(300), kill(300), wait(3_000)],
  [...tabAddedTo, spoil('updateInvoice', { kind: 'lostBefore', cut: true }), press('capture'), wait(40), press('release'), wait(1_000)],
  [...tabHeld, spoil('commitReservation', { kind: 'refused', code: 49 }), press('capture'), wait(1_000)],
  [
    ...tabHeld,
    spoil('commitReservation', { kind: 'lostBefore', cut: true }),
    spoil('commitReservation', { kind: 'refused', code: 49 }),
    press('capture'),
    wait(7_000),
    press('capture'),
    wait(3_000),
  ],
  [
    ...tabAddedTo,
    spoil('commitReservation', { kind: 'lostBefore', cut: true }),
    spoil('commitReservation', { kind: 'refused', code: 11 }),
    press('capture'),
    wait(7_000),
    press('editTab'),
    press('ringUp'),
    press('capture'),
    wait(3_000),
  ],
  [...tabHeld, spoil('commitReservation', { kind: 'carriedOut', code: 0, afterMs: 16_000 }), press('capture'), wait(22_000)],
  [
    ...tabHeld,
    spoil('commitReservation', { kind: 'carriedOut', code: 0, afterMs: 16_000 }),
    press('capture'),
    wait(300),
    press('release'),
    wait(22_000),
  ],
  [
    ...tabHeld,
    spoil('commitReservation', { kind: 'lostBefore', cut: true }, 4),
    press('capture'),
    wait(1_000),
    press('release'),
    wait(3_000),
  ],
  [...tabHeld, network(false), press('release'), wait(300), press('keepAfterRelease'), network(true), wait(1_000)],
  [
    ...tabHeld,
    spoil('cancelInvoice', { kind: 'lostBefore', cut: false }, 4),
    press('release'),
    wait(300),
    press('keepAfterRelease'),
    wait(1_000),
    press('capture'),
    wait(3_000),
  ],
  [
    press('dismiss'),
    press('ringUp'),
    press('openTab', 0),
    wait(300),
    spoil('cancelInvoice', { kind: 'lostBefore', cut: false }, 2),
    press('cancel'),
    wait(40),
    phone('pay'),
    wait(3_000),
  ],
  [...paidUnseen, press('setAside'), press('close'), wait(65_000), press('attach'), wait(1_000)],
  [...paidUnseen, press('close'), wait(65_000), press('attach'), wait(1_000)],
  [spoil('sendInvoice', { kind: 'lostBefore', cut: true }), press('ringUp'), press('charge'), wait(1_000), press('giveUp'), press('close')],
  [
    press('dismiss'),
    press('ringUp'),
    press('charge'),
    wait(300),
    phone('decline'),
    wait(3_000),
    press('dismiss'),
    press('ringUp'),
    press('charge'),
    wait(65_000),
    wait(65_000),
  ],
  [
    ...paid,
    press('dismiss'),
    spoil('refundPayment', { kind: 'lostBefore', cut: true }),
    press('refund', 0),
    wait(300),
    press('readDisbursement'),
    press('sendRefundAgain'),
    wait(1_000),
  ],
  [
    ...paid,
    press('dismiss'),
    spoil('refundPayment', { kind: 'carriedOut', code: 90, afterMs: 3_000 }),
    press('refund', 0),
    wait(1_000),
    press('readDisbursement'),
    press('letterAboutDisbursement'),
    wait(3_000),
    press('refund', 0),
    wait(1_000),
  ],
];

/** What single moves seldom come to by themselves. */
const STORIES: readonly (readonly Move[])[] = [
  ...RARE,
  [refuseWrites('full', 12, 'settings'), press('unregister'), wait(1_000), press('charge')],
  waiting,
  paid,
  [...paid, press('dismiss')],
  tabHeld,
  [...tabHeld, press('dismiss')],
  [press('dismiss'), press('ringUp'), press('openTab', 1), wait(300), phone('pay'), wait(1_500)],
  [...paid, press('dismiss'), press('refund', 0), wait(1_000)],
  [...paid, press('dismiss'), press('refund', 1), wait(1_000), press('readDisbursement')],
  [spoil('refundPayment', { kind: 'lostAfter', cut: true }), press('refund', 0), wait(1_000)],
  [spoil('refundPayment', { kind: 'late', ms: 22_000, cut: false }), press('refund', 1), wait(16_000)],
  [spoil('creditUser', { kind: 'lostBefore', cut: true }), press('payOut', 0), wait(1_000)],
  [press('payOut', 0), wait(1_000), press('readDisbursement')],
  [press('close'), wait(7_000)],
  [press('close'), wait(7_000), press('readDisbursement'), press('payOut', 0), wait(1_000), press('readDisbursement')],
  [press('payOut', 0), wait(40), kill(0), press('ringUp'), press('charge'), wait(300), phone('pay'), wait(22_000)],
  [press('refund', 1), wait(40), kill(300), wait(300), press('refund', 0), wait(1_000)],
  [press('close'), wait(31_000)],
  [spoil('markTransactionPeriod', { kind: 'lostAfter', cut: true }, 2), press('close'), wait(3_000), press('goOn'), wait(16_000)],
  [spoil('executeReport', { kind: 'refused', code: 10 }, 1), press('close'), wait(7_000), press('goOn'), wait(7_000)],
  [spoil('sendInvoice', { kind: 'lostAfter', cut: false }), press('ringUp'), press('charge'), wait(16_000)],
  [spoil('sendInvoice', { kind: 'slow', ms: 12_000 }), press('ringUp'), press('charge'), wait(7_000), press('giveUp'), wait(7_000)],
  [...waiting, network(false), wait(22_000), press('setAside'), network(true), wait(3_000)],
  [...waiting, network(false), wait(22_000), press('setAside'), phone('pay'), wait(1_000), network(true), wait(7_000)],
  [...waiting, press('change'), press('ringUp'), phone('pay'), wait(2_500)],
  [...waiting, press('change'), press('ringUp'), press('update'), wait(300), phone('pay'), wait(2_500)],
  [...waiting, press('cancel'), wait(3_000), press('dismiss')],
  [...waiting, phone('payLater'), press('cancel'), wait(7_000)],
  [...tabHeld, press('editTab'), press('ringUp'), press('keepTab'), wait(1_000)],
  [...tabHeld, press('editTab'), press('ringUp'), press('capture'), wait(3_000)],
  [spoil('commitReservation', { kind: 'lostAfter', cut: true }), press('capture'), wait(3_000)],
  [spoil('commitReservation', { kind: 'late', ms: 16_000, cut: false }), press('capture'), wait(22_000)],
  [spoil('getPaymentStatus', { kind: 'slow', ms: 1_500 }), press('capture'), wait(3_000)],
  [press('release'), wait(300), press('keepAfterRelease'), wait(3_000)],
  [...waiting, phone('pay'), kill(9_000), wait(7_000)],
  [
    spoil('getPaymentStatus', { kind: 'slow', ms: 40 }),
    spoil('getPaymentStatus', { kind: 'lostBefore', cut: false }, 8),
    phone('pay'),
    wait(31_000),
  ],
  [press('leavePractice'), press('practise'), wait(3_000), press('finishSetUp')],
  [press('leavePractice'), press('wizard'), wait(3_000), press('finishSetUp')],
  [
    press('unregister'),
    wait(1_000),
    press('wizard'),
    wait(300),
    press('wizard'),
    wait(1_000),
    press('wizard'),
    wait(1_000),
    press('wizard'),
  ],
  [press('wizard'), wait(1_000), phone('pay'), wait(2_500), press('finishSetUp'), press('dismiss')],
  [{ do: 'seqr', act: 'remember' }, wait(7_000)],
  [press('dismiss'), press('ringUp'), press('charge'), refuseWrites('broken', 4), phone('pay'), wait(7_000)],
  [...waiting, phone('pay'), refuseWrites('full', 4), wait(3_000)],
  [...waiting, phone('pay'), refuseWrites('locked', 12), wait(3_000), kill(300), wait(3_000)],
  [{ do: 'seqr', act: 'bookLate' }, press('refund', 1), wait(1_000), press('readDisbursement'), press('close'), wait(7_000)],
  [...waiting, spoil('getPaymentStatus', { kind: 'lie', lie: 'oddStatus' }, 2), wait(3_000)],
  [
    press('dismiss'),
    press('ringUp'),
    press('charge'),
    wait(40),
    spoil('getPaymentStatus', { kind: 'lie', lie: 'http500' }, 4),
    phone('pay'),
    wait(2_500),
  ],
  [
    ...waiting,
    spoil('getPaymentStatus', { kind: 'slow', ms: 50 }),
    spoil('submitPaymentReceipt', { kind: 'lostBefore', cut: false }, 8),
    spoil('getPaymentStatus', { kind: 'lostBefore', cut: false }, 6),
    phone('pay'),
    wait(31_000),
    wait(3_000),
  ],
  [
    ...waiting,
    press('change'),
    press('ringUp'),
    spoil('updateInvoice', { kind: 'lostAfter', cut: true }),
    press('update'),
    wait(1_000),
    phone('pay'),
    wait(2_500),
  ],
  [...tabHeld, spoil('commitReservation', { kind: 'lostAfter', cut: true }), press('capture', 0), wait(31_000)],
  [...tabHeld, spoil('commitReservation', { kind: 'lostBefore', cut: true }), press('capture', 0), wait(7_000)],
  [...tabHeld, spoil('commitReservation', { kind: 'late', ms: 16_000, cut: false }), press('capture', 0), wait(31_000), wait(16_000)],
  [
    press('dismiss'),
    press('ringUp'),
    press('charge'),
    wait(300),
    { do: 'look' },
    press('cancel'),
    wait(3_000),
    press('dismiss'),
    { do: 'look' },
    press('ringUp'),
    { do: 'press', action: 'charge', pick: 0, old: true },
    wait(300),
  ],
  [kill(0), kill(0), wait(1_000)],
  [{ do: 'loseSettings' }, kill(300), wait(7_000)],
  [
    { do: 'loseSettings' },
    kill(300),
    press('wizard'),
    wait(1_000),
    press('wizard'),
    wait(1_000),
    press('wizard'),
    wait(1_000),
    press('wizard'),
    wait(3_000),
  ],
  [quit(10 * 3_600_000), wait(1_000)],
];

/** What a call can be spoiled with, and the button that makes the call. */
const CALLED_BY: readonly (readonly [Operation, ActionName])[] = [
  ['sendInvoice', 'charge'],
  ['sendInvoice', 'openTab'],
  ['sendInvoice', 'sendAgain'],
  ['refundPayment', 'refund'],
  ['refundPayment', 'refund'],
  ['refundPayment', 'refund'],
  ['creditUser', 'payOut'],
  ['creditUser', 'payOut'],
  ['markTransactionPeriod', 'close'],
  ['executeReport', 'close'],
  ['executeReport', 'goOn'],
  ['commitReservation', 'capture'],
  ['commitReservation', 'capture'],
  ['updateInvoice', 'capture'],
  ['updateInvoice', 'update'],
  ['cancelInvoice', 'cancel'],
  ['cancelInvoice', 'release'],
  ['registerTerminal', 'wizard'],
  ['assignSeqrId', 'wizard'],
  ['unregisterTerminal', 'unregister'],
];
const spoiled: fc.Arbitrary<readonly Move[]> = fc
  .tuple(fc.constantFrom(...CALLED_BY), faults, fc.constantFrom(1, 1, 1, 2), fc.nat({ max: 7 }), fc.constantFrom(...WAITS))
  .map(([[operation, action], fault, times, pick, ms]) => [
    spoil(operation, fault, times),
    ...(action === 'charge' || action === 'openTab' ? [press('dismiss'), press('ringUp')] : []),
    press(action, pick),
    wait(ms),
    ...(action === 'refund' || action === 'payOut' ? [press('readDisbursement')] : []),
  ]);

const stories: fc.Arbitrary<readonly Move[]> = fc.oneof(
  { weight: 5, arbitrary: fc.array(singles, { minLength: 1, maxLength: 4 }) },
  { weight: 7, arbitrary: fc.constantFrom(...STORIES) },
  { weight: 3, arbitrary: spoiled },
);

const schedules: fc.Arbitrary<Schedule> = fc.record({
  ground: weighed<GroundName>([6, 'live'], [3, 'practice'], [1, 'new']),
  ack: fc.constantFrom('any', 'version'),
  seed: fc.nat(),
  moves: fc.array(stories, { minLength: 2, maxLength: 14 }).map((told) => told.flat()),
  ending: weighed<Ending>([2, 'peace'], [1, 'gone'], [1, 'lost']),
});

/** @returns the schedule of a seed: the same one for the same seed */
export function scheduleOf(seed: number): Schedule {
  const [schedule] = fc.sample(schedules, { seed, numRuns: 1 });
  if (schedule === undefined) throw new Error('fast-check made no schedule');
  return schedule;
}
