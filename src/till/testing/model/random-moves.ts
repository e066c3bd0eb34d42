import fc from 'fast-check';
import type { Operation } from '../../../protocol/index.ts';
import type { ActionName } from './actions.ts';
import { DAY_MS, HOUR_MS } from './durations.ts';
import type { Fault, Lie } from './faults.ts';
import type { DiskError } from './model-disk.ts';
import { dieAtWrite, kill, network, phone, quit, refuseWrites, spoil, wait } from './moves.ts';
import type { Move, PhoneAct, SeqrAct } from './moves.ts';

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

export const faults: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(1, 1, 3_500).map((ms): Fault => ({ kind: 'notSent', ms })) },
  { weight: 3, arbitrary: fc.boolean().map((cut): Fault => ({ kind: 'lostBefore', cut })) },
  { weight: 5, arbitrary: fc.boolean().map((cut): Fault => ({ kind: 'lostAfter', cut })) },
  { weight: 3, arbitrary: fc.constantFrom(300, 1_500, 3_500, 6_000, 12_000).map((ms): Fault => ({ kind: 'slow', ms })) },
  { weight: 2, arbitrary: fc.constantFrom(300, 3_500, 12_000, 22_000).map((ms): Fault => ({ kind: 'underWay', ms })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(500, 3_000, 16_000, 22_000, 61_000, HOUR_MS, DAY_MS), fc.boolean())
      .map(([ms, cut]): Fault => ({ kind: 'late', ms, cut })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...CODES), fc.constantFrom(20, 20, 3_500))
      .map(([code, ms]): Fault => ({ kind: 'refused', code, ms })),
  },
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
export const WAITS = [40, 300, 300, 1_000, 1_000, 3_000, 3_000, 7_000, 16_000, 22_000, 31_000, 65_000] as const;
const DOWN = [0, 300, 2_000, 9_000, 13_000, 21_000, 60_000, 10 * 3_600_000] as const;

type Weighted<Value> = readonly [weight: number, value: Value];
export const weighed = <Value>(...all: readonly Weighted<Value>[]): fc.Arbitrary<Value> =>
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
      [1, 'letterFromSeqr'],
      [1, 'free'],
      [1, 'giveBack'],
      [1, 'closeRefused'],
      [1, 'takePart'],
      [1, 'takeUpRow'],
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
      [1, 'addAmount'],
      [2, 'addProduct'],
      [2, 'setQuantity'],
      [1, 'rowDiscount'],
      [1, 'saleDiscount'],
      [1, 'note'],
      [1, 'removeMember'],
      [1, 'select'],
      [1, 'supervisorClosesDisbursement'],
      [1, 'absence'],
      [1, 'forgetPassword'],
      [1, 'runReport'],
      [1, 'stopReport'],
      [1, 'closeTillOnly'],
      [1, 'closeDiffering'],
      [1, 'closeSeqrOnly'],
      [1, 'closeNotCompared'],
      [1, 'closeLineByLetter'],
      [1, 'closeAllLines'],
      [1, 'closeLineAsNotPaid'],
      [1, 'turnBack'],
      [1, 'changePin'],
      [1, 'newCode'],
      [1, 'recoverPin'],
      [1, 'changeWire'],
      [1, 'changeBusiness'],
      [2, 'changeLoyalty'],
      [1, 'preferences'],
      [1, 'newCashier'],
      [1, 'takeOver'],
      [1, 'newPrice'],
      [1, 'retire'],
    ),
    fc.nat({ max: 7 }),
    fc.nat({ max: 15 }),
  )
  .map(([action, pick, lag]) => (lag === 0 ? { do: 'press', action, pick, old: true } : { do: 'press', action, pick }));

/** What can seldom be pressed, so that somebody has to look for it. */
const RARELY_OFFERED: readonly ActionName[] = [
  'free',
  'setTabAside',
  'setAside',
  'attach',
  'letterFromSeqr',
  'supervisorClosesPayment',
  'letterAboutDisbursement',
  'sendRefundAgain',
  'giveBack',
  'closeRefused',
  'takePart',
  'takeUpRow',
  'closeTillOnly',
  'closeDiffering',
  'closeSeqrOnly',
  'closeNotCompared',
  'closeLineByLetter',
  'closeLineAsNotPaid',
  'supervisorClosesDisbursement',
  'removeMember',
  'customerSaysPaid',
  'sendAgain',
  'capture',
  'release',
  'keepAfterRelease',
  'editTab',
  'goOn',
  'finishWithout',
];
export const looksAround: fc.Arbitrary<Move> = fc
  .tuple(fc.shuffledSubarray([...RARELY_OFFERED], { minLength: 3, maxLength: 10 }), fc.nat({ max: 7 }))
  .map(([actions, pick]) => ({ do: 'pressOneOf', actions, pick }));

export const singles: fc.Arbitrary<Move> = fc.oneof(
  { weight: 40, arbitrary: presses },
  { weight: 8, arbitrary: looksAround },
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
        'takeBack',
        'letGo',
        'lowerVersions',
        'readElsewhere',
        'sellElsewhere',
        'reportSwapped',
        'reportPlain',
      )
      .map((act): Move => ({ do: 'seqr', act })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Move>({ do: 'wake' }, { do: 'look' }, { do: 'look' }, { do: 'olderKassa' }) },
);
