import fc from 'fast-check';
import type { Operation } from '../../../protocol/index.ts';
import type { ActionName } from './actions.ts';
import { paid, tabAddedTo, tabHeld, waiting } from './beginnings.ts';
import { phone, press, spoil, wait } from './moves.ts';
import type { Ending, Move, Schedule } from './moves.ts';
import { faults, looksAround, singles, WAITS, weighed } from './random-moves.ts';
import { STORIES } from './stories.ts';
import type { GroundName } from './template.ts';

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

/** Something under way, a call of it in trouble for long, the reads too, and somebody who looks for what can be done. */
const BEGUN: readonly (readonly Move[])[] = [[], waiting, paid, tabHeld, tabHeld, tabAddedTo];
const troubled: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.constantFrom(...BEGUN),
    fc.constantFrom(...CALLED_BY),
    fc.tuple(faults, fc.constantFrom(1, 2, 12, 40)),
    fc.option(fc.tuple(faults, fc.constantFrom(3, 40, 400)), { nil: null }),
    fc.tuple(fc.nat({ max: 7 }), fc.constantFrom(40, 300, 7_000, 31_000, 65_000), looksAround),
    fc.tuple(fc.constantFrom(40, 1_000, 7_000, 31_000), looksAround, fc.constantFrom(40, 1_000, 7_000)),
  )
  .map(([begun, [operation, action], [fault, times], reads, [pick, ms, first], [thenMs, second, lastMs]]) => [
    ...begun,
    spoil(operation, fault, times),
    ...(reads === null ? [] : [spoil('getPaymentStatus', reads[0], reads[1])]),
    press(action, pick),
    wait(ms),
    first,
    wait(thenMs),
    second,
    wait(lastMs),
  ]);

/** A sale that takes shape under the cashier's hands. */
const AT_THE_COUNTER: readonly ActionName[] = [
  'ringUp',
  'addAmount',
  'addProduct',
  'setQuantity',
  'rowDiscount',
  'saleDiscount',
  'note',
  'scanCard',
  'removeMember',
  'select',
  'removeRow',
  'undo',
];
const sold: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...AT_THE_COUNTER), fc.nat({ max: 3 })), { minLength: 1, maxLength: 5 }),
    fc.constantFrom<readonly Move[]>([], [phone('pay'), wait(2_500)], [phone('payLater'), wait(7_000)], [press('swipe'), wait(300)]),
  )
  .map(([changes, then]) => [
    press('dismiss'),
    press('ringUp'),
    ...changes.map(([action, pick]) => press(action, pick)),
    press('charge'),
    wait(300),
    ...then,
  ]);

/** What somebody changes beside the sales. */
const IN_THE_OFFICE: readonly ActionName[] = [
  'changePin',
  'newCode',
  'recoverPin',
  'changeWire',
  'changeBusiness',
  'changeLoyalty',
  'changeLoyalty',
  'preferences',
  'newCashier',
  'takeOver',
  'newPrice',
  'retire',
  'absence',
  'scope',
  'closeAndKeep',
  'forgetPassword',
  'runReport',
  'stopReport',
  'assign',
  'check',
  'online',
  'readNotice',
];
const changed: fc.Arbitrary<readonly Move[]> = fc
  .array(fc.tuple(fc.constantFrom(...IN_THE_OFFICE), fc.nat({ max: 3 }), fc.constantFrom(40, 300, 3_000)), { minLength: 1, maxLength: 4 })
  .map((changes) => changes.flatMap(([action, pick, ms]) => [press(action, pick), wait(ms)]));

const stories: fc.Arbitrary<readonly Move[]> = fc.oneof(
  { weight: 5, arbitrary: fc.array(singles, { minLength: 1, maxLength: 4 }) },
  { weight: 7, arbitrary: fc.constantFrom(...STORIES) },
  { weight: 3, arbitrary: spoiled },
  { weight: 3, arbitrary: troubled },
  { weight: 1, arbitrary: sold },
  { weight: 1, arbitrary: changed },
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
