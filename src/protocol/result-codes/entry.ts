import type { Operation } from '../service.ts';

/**
 * What a code means for the till, by operation (PF-05, 07, 10, 12, 14, 21):
 * - `ok`: done.
 * - `noInformation`: tells nothing about the outcome; keep asking, or treat the call as unanswered.
 * - `cancelled`, `expired`: the invoice has come to that end (55 and 58 on a status call; 95 and 55 on a cancel wish,
 *   where the next status read still has to confirm it).
 * - `paid`: on a cancel, too late: it is paid; the next status read brings the receipt.
 * - `inProgress`: SEQR is at work on it just now, or the customer is confirming; ask again.
 * - `unanswerable`: this question cannot be answered until a person has mended the registration or the report has spoken.
 * - `registration`: no customer's fault; the terminal's registration has a problem (PF-21).
 * - `refused`: SEQR did not do it and will not, unless something is changed.
 */
export type ResultClass =
  | 'ok'
  | 'noInformation'
  | 'cancelled'
  | 'expired'
  | 'paid'
  | 'inProgress'
  | 'unanswerable'
  | 'registration'
  | 'refused';

/** What a person does next. The words are in `src/text/answer.ts`. */
export type NextStep =
  /** Kassa asks again by itself. */
  | 'wait'
  | 'tryAgain'
  | 'chargeAgain'
  /** The two choices after a `sendInvoice` whose outcome is unknown (PF-10). */
  | 'sendAgainOrGiveUp'
  /** Money may have gone out: never again by itself (PF-14). */
  | 'leaveUnresolved'
  /** Only SEQR's report can tell (PF-07, PF-17). */
  | 'askTheReport'
  | 'checkAmount'
  | 'checkCurrency'
  | 'checkPayment'
  | 'checkUser'
  | 'checkReseller'
  | 'refundLess'
  | 'refundOtherwise'
  | 'registerAgain'
  /** The same while a payment hangs on the terminal (PF-24). */
  | 'mendRegistration'
  /** To register once more makes another terminal. */
  | 'registerAnother'
  | 'otherExternalId'
  | 'otherSeqrId'
  | 'printedReceipt'
  | 'callSeqr'
  | 'callSupport';

/**
 * Who may answer with a code: the operations that are published or that a rule counts with; `every`; `identified`, every
 * one that says who is calling; `unstated`, for no operation in particular; `elsewhere`, services of SEQR that a
 * register never asks. The last two are handled all the same if they come.
 */
export type Issuers = readonly Operation[] | 'every' | 'identified' | 'unstated' | 'elsewhere';

/** One row of the table. `on` and `stepOn` say where an operation differs. */
export interface CodeEntry {
  readonly name: string;
  readonly issuedBy: Issuers;
  readonly is: ResultClass;
  readonly on?: Readonly<Partial<Record<Operation, ResultClass>>>;
  /** A refusal that SEQR or support mends, rather than another amount or another id. */
  readonly configuration?: true;
  readonly step: NextStep;
  readonly stepOn?: Readonly<Partial<Record<Operation, NextStep>>>;
}
