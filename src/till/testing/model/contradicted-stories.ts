import { night, oneOf, paid, tabHeld, waiting } from './beginnings.ts';
import { NIGHT_MS } from './durations.ts';
import type { Fault } from './faults.ts';
import { network, phone, press, quit, spoil, wait } from './moves.ts';
import type { Move } from './moves.ts';

/** PAID is seen once, and never confirmed. */
const unconfirmed: readonly Move[] = [
  ...waiting,
  spoil('getPaymentStatus', { kind: 'slow', ms: 50 }),
  spoil('submitPaymentReceipt', { kind: 'lostBefore', cut: false }, 8),
  spoil('getPaymentStatus', { kind: 'lostBefore', cut: false }, 8),
  phone('pay'),
  wait(31_000),
];

/** SEQR has the invoice, and the till does not know it. */
const lostSending: readonly Move[] = [
  spoil('sendInvoice', { kind: 'lostAfter', cut: true }),
  press('dismiss'),
  press('ringUp', 1),
  press('charge'),
  wait(1_000),
];
/** A payment that waits is paid unseen and set aside, and the day is closed. */
const paidAside: readonly Move[] = [
  spoil('getPaymentStatus', { kind: 'lostAfter', cut: true }, 2),
  spoil('getPaymentStatus', { kind: 'refused', code: 54 }, 400),
  phone('pay'),
  wait(31_000),
  oneOf('setAside'),
  press('close'),
  wait(65_000),
];
/** The customer says that it is paid while SEQR takes its time with the invoice. */
const saidToBePaid = (fault: Fault): readonly Move[] => [
  spoil('sendInvoice', fault),
  press('dismiss'),
  press('ringUp'),
  press('charge'),
  wait(7_000),
  oneOf('customerSaysPaid'),
  wait(16_000),
];

/** What SEQR says or does after everybody has believed something else. */
export const CONTRADICTED: readonly (readonly Move[])[] = [
  [...unconfirmed, oneOf('letterFromSeqr'), wait(3_000)],
  [...unconfirmed, { do: 'seqr', act: 'takeBack' }, oneOf('letterFromSeqr'), wait(3_000)],
  [...unconfirmed, { do: 'seqr', act: 'takeBack' }, wait(65_000)],
  [
    ...unconfirmed,
    spoil('getPaymentStatus', { kind: 'slow', ms: 3_500 }, 2),
    wait(7_000),
    { do: 'seqr', act: 'takeBack' },
    oneOf('letterFromSeqr'),
    wait(7_000),
  ],
  [...paid, press('dismiss'), { do: 'seqr', act: 'takeBack' }, press('close'), wait(65_000), oneOf('letterFromSeqr'), wait(1_000)],
  [
    ...waiting,
    network(false),
    wait(22_000),
    network(true),
    spoil('getPaymentStatus', { kind: 'underWay', ms: 3_500 }, 3),
    wait(5_000),
    oneOf('letterFromSeqr'),
    phone('pay'),
    wait(7_000),
  ],
  [
    ...waiting,
    network(false),
    wait(22_000),
    oneOf('setAside'),
    wait(300),
    oneOf('letterFromSeqr'),
    network(true),
    phone('pay'),
    wait(31_000),
  ],
  [...tabHeld, { do: 'seqr', act: 'letGo' }, press('dismiss'), press('editTab'), wait(3_000)],
  [...tabHeld, { do: 'seqr', act: 'letGo' }, press('capture'), wait(7_000)],
  [
    ...tabHeld,
    spoil('commitReservation', { kind: 'lostAfter', cut: true }),
    spoil('getPaymentStatus', { kind: 'lostAfter', cut: true }, 3),
    spoil('getPaymentStatus', { kind: 'refused', code: 54 }, 400),
    press('capture'),
    wait(31_000),
    oneOf('setTabAside'),
    press('close'),
    wait(31_000),
    oneOf('attach', 'letterFromSeqr'),
    wait(1_000),
  ],
  [...lostSending, oneOf('letterFromSeqr'), wait(1_000)],
  // Of the same amount, and the report has only one row: a supervisor may take it for the wrong one.
  [...lostSending, press('sendAgain'), wait(300), ...paidAside, press('attach', 0), wait(1_000)],
  [
    press('dismiss'),
    press('ringUp', 1),
    press('charge'),
    wait(300),
    ...paidAside,
    spoil('sendInvoice', { kind: 'lostBefore', cut: true }),
    press('ringUp', 1),
    press('charge'),
    wait(1_000),
    press('close'),
    wait(65_000),
    press('attach', 1),
    wait(1_000),
  ],
  [{ do: 'seqr', act: 'reservedInPassing' }, ...waiting, phone('pay'), wait(1_000), { do: 'olderKassa' }, wait(7_000)],
  ...[
    { kind: 'slow', ms: 12_000 } as const,
    { kind: 'notSent', ms: 12_000 } as const,
    { kind: 'refused', code: 90, ms: 12_000 } as const,
    { kind: 'refused', code: 49, ms: 12_000 } as const,
  ].map(saidToBePaid),
  // What nobody here knows how to ask about is paid, and stands.
  ...[oneOf('letterFromSeqr'), press('giveUp')].map((then) => [
    spoil('sendInvoice', { kind: 'lostAfter', cut: true }),
    press('dismiss'),
    press('ringUp'),
    press('charge'),
    wait(300),
    phone('pay'),
    { do: 'seqr', act: 'readElsewhere' } as const,
    wait(1_000),
    then,
    press('dismiss'),
    press('close'),
    wait(31_000),
    oneOf('attach', 'letterFromSeqr'),
    wait(1_000),
  ]),
  saidToBePaid({ kind: 'underWay', ms: 12_000 }),
  [
    ...paid,
    press('dismiss'),
    spoil('refundPayment', { kind: 'lostBefore', cut: true }),
    press('refund', 1),
    wait(300),
    press('readDisbursement'),
    oneOf('letterAboutDisbursement'),
    spoil('refundPayment', { kind: 'refused', code: 98 }),
    press('refund', 0),
    wait(1_000),
  ],
  [...tabHeld, spoil('cancelInvoice', { kind: 'notSent' }, 3), press('release'), wait(300), press('keepAfterRelease'), wait(3_000)],
  [...night, ...night, ...night, oneOf('supervisorClosesPayment', 'letterAboutDisbursement'), wait(1_000)],
  [press('close'), wait(31_000), quit(4 * NIGHT_MS), wait(3_000), press('close'), wait(31_000)],
];
