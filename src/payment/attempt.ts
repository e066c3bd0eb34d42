import type { Money } from '../money/index.ts';
import type { Sale, SaleFigures } from '../sale/sale.ts';

/*
 * One payment attempt: the heart of the till (PF-01). The state chart, with what makes each arrow:
 *
 *   sending ──answer with a reference──▶ live ──PAID──▶ paid ──PAID once more──▶ completed
 *      │ │                                │               └────CANCELED────────▶ reversed   (alarm)
 *      │ └─no usable answer─▶ sendUnknown │
 *      │                        │    ▲    ├─CANCELED──▶ cancelled
 *      │     late good answer ──┘    │    ├─FAILED────▶ failed
 *      │     (back to live)      restart  └─EXPIRED───▶ expired
 *      ├─before the first byte left─▶ notSent
 *      ├─SEQR said no───────────────▶ refused
 *      └─the cashier chose──────────▶ orphan     (also from sendUnknown)
 *
 * Only an answer from SEQR moves an attempt to an outcome; elapsed time never does. A PAID for an attempt that has ended
 * changes nothing but raises an alarm (PF-06).
 */

/** What is fixed when the attempt starts, and on disk before anything leaves (PF-02). */
export interface AttemptFacts {
  readonly id: string;
  /** Short, on screen, receipt and log (PF-19). */
  readonly correlationId: string;
  /** As sent; at most 32 characters (PF-19). */
  readonly clientReference: string;
  readonly clientInvoiceId: string;
  /** `simulator` for the built-in one, otherwise the endpoint's URL. The attempt belongs to it (PF-24). */
  readonly endpoint: string;
  readonly terminalId: string;
  /** What the customer scans. */
  readonly seqrId: string;
  /** The register's designation, for the receipt. */
  readonly register: string;
  readonly cashier: { readonly number: string; readonly name: string };
  readonly amount: Money;
  readonly sale: Sale;
  readonly figures: SaleFigures;
  /** Wall time with zone, ISO 8601. */
  readonly startedAt: string;
  /** The wizard's test payment. */
  readonly test: boolean;
  /** The attempt whose send was unknown and that this one replaces at SEQR (PF-10). */
  readonly replaces: string | null;
}

/** What SEQR said about a payment when it said PAID. */
export interface PaidFacts {
  /** Null: paid, reference missing (PF-08). */
  readonly ersReference: string | null;
  readonly afterRestart: boolean;
  readonly wonAgainstCancel: boolean;
}

export type AttemptState =
  /** The invoice is on disk and may be on its way. SEQR may or may not have it. */
  | { readonly kind: 'sending' }
  /** SEQR may hold an invoice whose reference nobody knows; if it is paid, SEQR returns the money within 20 s. */
  | { readonly kind: 'sendUnknown'; /** The customer says it is paid: 25 s have to pass before sending again. */ readonly saysPaid: boolean }
  /** SEQR holds the invoice, and may hold the customer's money: it is asked about every second. */
  | Live
  /** SEQR holds the money and knows that we know; the sale has its receipt. One more read makes sure. */
  | { readonly kind: 'paid'; readonly invoiceReference: string; readonly version: number; readonly payment: PaidFacts }
  /** Paid, recorded, acknowledged. */
  | { readonly kind: 'completed'; readonly invoiceReference: string; readonly payment: PaidFacts }
  /** SEQR said PAID and then took it back: no money is kept, though a receipt exists. */
  | { readonly kind: 'reversed'; readonly invoiceReference: string; readonly payment: PaidFacts }
  /** SEQR said so: no money is kept. */
  | { readonly kind: 'cancelled'; readonly invoiceReference: string; readonly contactLost: boolean; readonly askedHere: boolean }
  | { readonly kind: 'failed'; readonly invoiceReference: string }
  | { readonly kind: 'expired'; readonly invoiceReference: string }
  /** Nothing left this machine. */
  | { readonly kind: 'notSent' }
  /** SEQR said no to the invoice; there is none. */
  | { readonly kind: 'refused'; readonly resultCode: number }
  /** Given up or sent again without knowing; listed until the day's report clears it. Never asked about (a read is an act). */
  | { readonly kind: 'orphan'; /** Learned too late to matter, kept all the same (PF-02). */ readonly lateReference: string | null };

export interface Live {
  readonly kind: 'live';
  readonly invoiceReference: string;
  readonly invoiceQRCode: string | null;
  /** The last version received; 0 before the first (PF-03). */
  readonly version: number;
  /** The last status received: ISSUED until told otherwise; may be a text Kassa does not know (PF-07). */
  readonly status: string;
  /** The cashier wants it cancelled (PF-12). */
  readonly cancelWished: boolean;
  /** Off the screen, in the tray, still asked about (PF-16). */
  readonly setAside: boolean;
  /** For 20 s or more nobody here had a good answer: SEQR may have reversed a payment. */
  readonly contactLost: boolean;
  /** The code with which SEQR refuses to answer for this terminal or reference (PF-07); null: it answers. */
  readonly unanswerable: number | null;
}

export type AttemptStateKind = AttemptState['kind'];

/** Something a person has to know, whatever screen is up (PF-06, PF-08, PF-16). */
export type AlarmKind =
  | 'paidAfterEnd'
  | 'reversedAfterPaid'
  | 'otherInvoice'
  | 'otherAmount'
  | 'completedLoudly';

export interface Alarm {
  readonly kind: AlarmKind;
  /** What SEQR said, for the record: its reference or its figure. */
  readonly seqrSaid: string;
}

/** States in which SEQR may still change the outcome, so that somebody has to ask or decide. */
export function isOpen(state: AttemptState): boolean {
  switch (state.kind) {
    case 'sending':
    case 'sendUnknown':
    case 'live':
    case 'paid':
      return true;
    case 'completed':
    case 'reversed':
    case 'cancelled':
    case 'failed':
    case 'expired':
    case 'notSent':
    case 'refused':
    case 'orphan':
      return false;
  }
}

/** The states that say the customer's money is kept for this sale. */
export function isPaid(state: AttemptState): boolean {
  return state.kind === 'paid' || state.kind === 'completed';
}

/** States that hold back the next charge on the terminal: their outcome is not known, and they are on the screen. */
export function blocksNextCharge(state: AttemptState): boolean {
  return state.kind === 'sending' || state.kind === 'sendUnknown' || (state.kind === 'live' && !state.setAside);
}

/** The reference that SEQR gave, if it gave one. */
export function referenceOf(state: AttemptState): string | null {
  if ('invoiceReference' in state) return state.invoiceReference;
  return state.kind === 'orphan' ? state.lateReference : null;
}

