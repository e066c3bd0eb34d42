/*
 * What each answer of getPaymentStatus makes of an attempt (PF-07), as data: a row for each way in which an attempt can
 * stand, a column for each answer, and a named outcome in every cell. It decides nothing: the tests hold `step` to it, and
 * `npm run docs` draws it.
 */

/** How an attempt stands when the answer comes. */
export type Situation =
  /** An invoice that waits, whatever is wished of it. */
  | 'waiting'
  /** The same, in a payment that asked for a reservation. */
  | 'waitingForTab'
  /** A tab, in any phase but `committed`, and not in doubt about an update alone. */
  | 'tab'
  /** SEQR has said yes to taking a tab's money. */
  | 'tabTaken'
  /** A tab whose invoice may have been changed. */
  | 'tabChanged'
  /** PAID, and asked about once more. */
  | 'paid'
  /** It has ended without money. */
  | 'ended'
  /** No invoice of it is known: SEQR refused it, it was not sent, or it was given up. Nobody asks about it. */
  | 'noInvoice'
  /** SEQR took it back after PAID. */
  | 'takenBack'
  /** Not asked about: there is no reference yet, or all has been said. */
  | 'notAsked';

export type AnswerKind =
  | 'PAID'
  | 'ISSUED'
  | 'PENDING_ISSUER_ACKNOWLEDGE'
  | 'RESERVED'
  | 'CANCELED'
  | 'FAILED'
  | 'EXPIRED'
  | 'another status'
  | '55'
  | '58'
  | '20, 21, 29, 33, 37, 54'
  | 'another code, or none';

export type Outcome =
  | 'paid'
  /** The second PAID: nothing more is asked. */
  | 'confirmed'
  /** SEQR took the money back: alarm, counter-receipt, rows back. */
  | 'reversed'
  | 'cancelled'
  | 'failed'
  | 'expired'
  | 'becomes a tab'
  /** The status is kept and shown, and asking goes on. */
  | 'shown, asked on'
  /** A tab whose money is held, as far as this answer can say. */
  | 'held'
  /** SEQR said yes and did not do it: it is asked to again. */
  | 'taken again'
  /** Nothing changes but that SEQR was heard, and asking goes on. */
  | 'asked on'
  /** The screen says that SEQR does not answer for it, and asking goes on. */
  | 'unanswerable'
  /** PAID after an end: the sale completes with an alarm, or its money goes back (PF-06). */
  | 'paid after all'
  /** PAID of what no read can be about: an alarm. */
  | 'alarm'
  /** Nothing changes. */
  | 'nothing';

/** One outcome, or one for an older version than the last and one otherwise. A code has no version. */
export type Cell = Outcome | { readonly older: Outcome; readonly otherwise: Outcome };

const unlessOlder = (otherwise: Outcome): Cell => ({ older: 'nothing', otherwise });
const SHOWN = unlessOlder('shown, asked on');
const ENDS = { CANCELED: unlessOlder('cancelled'), FAILED: unlessOlder('failed'), EXPIRED: unlessOlder('expired') } as const;
const END_CODES = { '55': 'cancelled', '58': 'expired' } as const;
const UNTOLD = { '20, 21, 29, 33, 37, 54': 'unanswerable', 'another code, or none': 'nothing' } as const;

type Row = Readonly<Record<AnswerKind, Cell>>;

const WAITING: Row = {
  PAID: 'paid',
  ISSUED: SHOWN,
  PENDING_ISSUER_ACKNOWLEDGE: SHOWN,
  RESERVED: SHOWN,
  ...ENDS,
  'another status': SHOWN,
  ...END_CODES,
  ...UNTOLD,
};

const TAB: Row = {
  PAID: 'paid',
  ISSUED: 'nothing',
  PENDING_ISSUER_ACKNOWLEDGE: 'nothing',
  RESERVED: unlessOlder('asked on'),
  ...ENDS,
  'another status': 'nothing',
  ...END_CODES,
  ...UNTOLD,
};

const SILENT: Row = {
  PAID: 'nothing',
  ISSUED: 'nothing',
  PENDING_ISSUER_ACKNOWLEDGE: 'nothing',
  RESERVED: 'nothing',
  CANCELED: 'nothing',
  FAILED: 'nothing',
  EXPIRED: 'nothing',
  'another status': 'nothing',
  '55': 'nothing',
  '58': 'nothing',
  '20, 21, 29, 33, 37, 54': 'nothing',
  'another code, or none': 'nothing',
};

export const STATUS_TABLE: Readonly<Record<Situation, Row>> = {
  waiting: WAITING,
  waitingForTab: { ...WAITING, RESERVED: unlessOlder('becomes a tab') },
  tab: TAB,
  tabTaken: { ...TAB, RESERVED: unlessOlder('taken again') },
  tabChanged: { ...TAB, RESERVED: unlessOlder('held') },
  paid: {
    ...SILENT,
    PAID: 'confirmed',
    CANCELED: unlessOlder('reversed'),
    FAILED: unlessOlder('reversed'),
    EXPIRED: unlessOlder('reversed'),
    '55': 'reversed',
    '58': 'reversed',
  },
  ended: { ...SILENT, PAID: 'paid after all' },
  takenBack: { ...SILENT, PAID: 'paid after all' },
  noInvoice: { ...SILENT, PAID: 'alarm' },
  notAsked: SILENT,
};
