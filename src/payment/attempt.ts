import type { Money } from '../money/index.ts';
import type { AcknowledgmentMode, CallFacts, CustomerToken, PaymentMode } from '../protocol/index.ts';
import type { Sale, SaleFigures } from '../sale/sale.ts';
import type { Terms } from './terms.ts';

/*
 * One payment attempt: the heart of the till (PF-01). What leads from one state to another, and why, stands in chart.ts,
 * and is drawn in docs/state-charts.md; `step` in step.ts does it.
 */

/** What is fixed when the attempt starts, and on disk before anything leaves (PF-02). */
export interface AttemptFacts extends CallFacts {
  /** What the customer scans. */
  readonly seqrId: string;
  readonly amount: Money;
  readonly sale: Sale;
  readonly figures: SaleFigures;
  /** The wizard's test payment. */
  readonly test: boolean;
  /** The attempt whose send was unknown and that this one replaces at SEQR (PF-10). */
  readonly replaces: string | null;
  /** Whether SEQR asks the till once it knows the customer (protocol §5); absent: never. */
  readonly acknowledgmentMode?: AcknowledgmentMode;
  /** Cards swiped at the till before the charge, told to SEQR with the invoice (protocol §5, flow B). */
  readonly tokens?: readonly CustomerToken[];
  /** A tab: the money is reserved first and taken later (PF-29). Absent: an immediate debit. */
  readonly reservation?: Reservation;
  /**
   * Attempts that ended, were given up or were freed without having paid for these rows, oldest first: once this one is paid,
   * none of them sells the rows a second time (PF-06). Absent: there was none.
   */
  readonly unpaidBy?: readonly string[];
}

export interface Reservation {
  readonly mode: Exclude<PaymentMode, 'IMMEDIATE_DEBIT'>;
  /** How long SEQR keeps the money for us, seconds: `commitReservationTimeout`. */
  readonly timeoutS: number;
  /** What the cashier calls the tab: a table, a name. */
  readonly name: string;
}

/** What SEQR said about a payment when it said PAID. */
export interface PaidFacts {
  /** Null: paid, reference missing (PF-08). */
  readonly ersReference: string | null;
  readonly afterRestart: boolean;
  readonly wonAgainstCancel: boolean;
  /** What was paid for; absent in records of before invoices could change: the terms of the facts. */
  readonly terms?: Terms;
  /** The reference was attached by a supervisor, from SEQR's report (PF-18). */
  readonly byReport?: boolean;
  /** It sells nothing, and its money is the customer's (PF-06). Absent: it has paid for its sale. */
  readonly giveBack?: GiveBack;
  /** It was for this, and SEQR took less: a supervisor has taken that as a part, which is what it has paid for (PF-08). */
  readonly partOf?: Terms;
}

/** Why the money of a payment is to go back to the customer. */
export type GiveBackWhy =
  /** Its rows have been paid by another payment, or are being charged by one. */
  | 'paidOtherwise'
  /** A supervisor had freed its sale before SEQR said PAID (PF-16). */
  | 'freed'
  /** Its rows lie nowhere any more: somebody has voided them. */
  | 'voided'
  /** Only SEQR's report knows it, and a supervisor has taken it up (PF-17). */
  | 'unexplained'
  // SEQR's receipt names something else than ours, so that nothing is sold by it (PF-08).
  | 'otherAmount'
  | 'otherInvoice';

/** Money that the shop holds for nothing, until the customer has it (PF-06). */
export interface GiveBack {
  readonly why: GiveBackWhy;
  /** What SEQR took, where that is not what it was asked for; null: it named no amount that can be read. */
  readonly taken?: Money | null;
  /** What SEQR named instead of ours, for people. */
  readonly seqrSaid?: string;
  /** How the customer came to have it; absent: not yet. */
  readonly settled?: GiveBackSettled;
}

export type GiveBackSettled =
  | { readonly by: 'refund' }
  /** SEQR refuses the refund for good: another tender, or SEQR's letter. */
  | { readonly by: 'supervisor'; readonly reason: string };

export type AttemptState =
  /** The invoice is on disk and may be on its way. SEQR may or may not have it. */
  | { readonly kind: 'sending' }
  /** SEQR may hold an invoice whose reference nobody knows; if it is paid, SEQR returns the money within 20 s. */
  | {
      readonly kind: 'sendUnknown';
      /** The customer says it is paid: 25 s have to pass before sending again. */ readonly saysPaid: boolean;
    }
  /** SEQR holds the invoice, and may hold the customer's money: it is asked about every second. */
  | Live
  /** The customer's bank keeps money for us that is not ours yet. */
  | Reserved
  /** SEQR has said PAID, and the sale has its receipt. It is read until SEQR has said so once more (PF-08). */
  | Paid
  /** Paid, recorded, acknowledged. */
  | { readonly kind: 'completed'; readonly invoiceReference: string; readonly payment: PaidFacts }
  /** SEQR said PAID and then took it back: no money is kept, though a receipt exists. */
  | { readonly kind: 'reversed'; readonly invoiceReference: string; readonly payment: PaidFacts }
  /** SEQR said so: no money is kept. */
  | ({ readonly kind: 'cancelled'; readonly contactLost: boolean; readonly askedHere: boolean } & Ended)
  | ({ readonly kind: 'failed' } & Ended)
  | ({ readonly kind: 'expired' } & Ended)
  /** Nothing left this machine. */
  | { readonly kind: 'notSent' }
  /** SEQR said no to the invoice; there is none. */
  | { readonly kind: 'refused'; readonly resultCode: number }
  /** Given up or sent again without knowing; listed until the day's report clears it. Never asked about (a read is an act). */
  | { readonly kind: 'orphan'; /** Learned too late to matter, kept all the same (PF-02). */ readonly lateReference: string | null }
  /** SEQR's report of the day does not have it: no money is kept (PF-17). */
  | ({ readonly kind: 'notPaid'; readonly invoiceReference: string | null } & Pick<Ended, 'unpaid' | 'aside' | 'terms'>);

export interface Paid {
  readonly kind: 'paid';
  readonly invoiceReference: string;
  readonly version: number;
  readonly payment: PaidFacts;
  /** For 25 s SEQR has said neither PAID again nor an end: it is on the unresolved list and holds back no sale (PF-08). */
  readonly unconfirmed?: boolean;
}

export interface Ended {
  readonly invoiceReference: string;
  /** Of a tab, or a payment that had been set aside: what had been rung up, which nobody has paid. */
  readonly unpaid?: Terms;
  /** What SEQR held of it, where an updateInvoice had changed that; absent: the terms of the facts. */
  readonly terms?: Terms;
  /** It had been set aside, so that its rows are on no counter (PF-16). */
  readonly aside?: true;
}

/** How the last updateInvoice ended; the screen says so. */
export type UpdateOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'notSent' }
  /** SEQR said no: the invoice is as it was. */
  | { readonly kind: 'refused'; readonly resultCode: number }
  /** No usable answer, or one that tells nothing (90: mostly that the customer has scanned already). */
  | { readonly kind: 'unsure'; readonly resultCode: number | null };

/** An invoice that SEQR holds and that updateInvoice may change. */
export interface Invoiced {
  readonly invoiceReference: string;
  /** The last version received; 0 before the first (PF-03). */
  readonly version: number;
  /** What SEQR has said yes to. */
  readonly terms: Terms;
  /** An updateInvoice that is on disk and may be on its way. */
  readonly asked: Terms | null;
  /** Updates without a usable answer: SEQR may hold one of these instead. PAID's receipt tells which (PF-25). Newest last. */
  readonly doubts: readonly Terms[];
  readonly lastUpdate: UpdateOutcome | null;
  /** For 20 s or more nobody here had a good answer: SEQR may have reversed a payment. */
  readonly contactLost: boolean;
  /** The code with which SEQR refuses to answer for this terminal or reference (PF-07); null: it answers. */
  readonly unanswerable: number | null;
}

export interface Live extends Invoiced {
  readonly kind: 'live';
  readonly invoiceQRCode: string | null;
  /** The last status received: ISSUED until told otherwise; may be a text Kassa does not know (PF-07). */
  readonly status: string;
  /** The cashier wants it cancelled (PF-12). */
  readonly cancelWished: boolean;
  /** Off the screen, on the unresolved list, still asked about (PF-16). */
  readonly setAside: boolean;
  /** A supervisor has given its rows back to be charged another way: from then on PAID sells nothing (PF-16). */
  readonly freed?: true;
}

/** What is being done about a reservation. All but `held` are asked about. */
export type ReservedPhase =
  /** Nothing is under way; SEQR is not asked (PF-29). */
  | 'held'
  /** updateInvoice with what is to be resolved is on disk and may be on its way. */
  | 'updating'
  /** commitReservation is on disk and may be on its way; while it is in doubt it is sent again (PF-29). */
  | 'committing'
  /** SEQR said yes; PAID has to be read. */
  | 'committed'
  /** An update had no usable answer, or a commit or release is in doubt and nobody wants it sent again: only asked about. */
  | 'unsure'
  /** cancelInvoice is wished, and sent again, until a read says CANCELED. */
  | 'releasing'
  /** Its time is up by our clock: SEQR is asked until it says so too. */
  | 'lapsed';

/** How the last commitReservation ended, if not with yes. */
export type CommitOutcome =
  | { readonly kind: 'notSent' }
  | { readonly kind: 'refused'; readonly resultCode: number }
  | { readonly kind: 'unsure' };

/**
 * What SEQR may carry out yet, or may have carried out without telling: calls about a tab that had no usable answer. Only
 * PAID or an end makes it sure; RESERVED does not, because the call may arrive late (PF-29).
 */
export interface TabDoubt {
  readonly commit: boolean;
  readonly release: boolean;
  /** SEQR has refused the amount of a repeated commit (11, 49): the tab may be taken for another one. */
  readonly amountRefused: boolean;
}

/** A tab (PF-29): `terms` is what SEQR holds, `draft` what has been rung up by now. */
export interface Reserved extends Invoiced {
  readonly kind: 'reserved';
  readonly phase: ReservedPhase;
  readonly draft: Terms;
  /** Absent: nothing is in doubt. */
  readonly doubt?: TabDoubt;
  /** Off the screen, on the unresolved list, still asked about, and in nobody's way (PF-29). */
  readonly setAside?: boolean;
  /** As of a payment: its rows are charged another way, and only its release is asked for (PF-29). */
  readonly freed?: true;
  readonly lastCommit: CommitOutcome | null;
  /** Wall time, ISO 8601. */
  readonly reservedAt: string;
  /** When SEQR lets go of the money; null: not known. */
  readonly lapsesAt: string | null;
}

export type AttemptStateKind = AttemptState['kind'];

/** Something a person has to know, whatever screen is up (PF-06, PF-08, PF-16). */
export type AlarmKind =
  /** PAID after an end: the sale is complete after all, or nothing can follow from it (PF-06). */
  | 'paidAfterEnd'
  | 'reversedAfterPaid'
  | 'otherInvoice'
  | 'otherAmount'
  /** A second PAID with another reference than the first (PF-06). */
  | 'otherReference'
  /** Another record has this reference already (PF-06). */
  | 'referenceKnown'
  /** While the customer paid, more was rung up: it lies on the counter as a sale of its own. */
  | 'moreRungUp'
  /** The customer paid for something that had been taken off the sale meanwhile: it can be given back. */
  | 'paidUnwanted'
  /** PAID without an amount, while it was not known which one SEQR held (PF-25). */
  | 'amountUnknown'
  | 'completedLoudly'
  /** PAID is on disk, and its receipt could not be made (PF-31). */
  | 'receiptMissing'
  /** A tab's money is no longer kept, and nobody here asked for that (PF-29). */
  | 'reservationEnded'
  /** A payment that had been set aside is not paid: its rows are to be charged again (PF-16). */
  | 'asideNotPaid';

export interface Alarm {
  readonly kind: AlarmKind;
  /** What SEQR said, for the record: its reference or its figure; of what was rung up meanwhile, its sum. */
  readonly seqrSaid: string;
}
