import type { IncomingCall } from '../wire/envelope.ts';
import type { WireReceiptDocument } from '../wire/schema.ts';

/* What the simulator remembers, as values: shops, terminals, customers, movements of money and what reports are made of. */

/** A merchant's shop, which registers terminals. Its users are (id, userId) pairs; `9900` everywhere in practice. */
export interface Reseller {
  readonly id: string;
  readonly userId: string;
  readonly password: string;
  readonly name: string;
  /** The one currency of its invoices (protocol §2: another one is answered 49). */
  readonly currency: string;
}

export interface Terminal {
  readonly terminalId: string;
  readonly resellerId: string;
  readonly externalTerminalId: string;
  readonly name: string;
  readonly password: string;
  /** As assigned, letters in the case given; compared without case. */
  readonly seqrId: string | null;
  readonly registeredAtMs: number;
}

/**
 * One movement of money; amounts are positive. A debit goes from the customer to the shop, the others the other way. A
 * reversal repeats the reference of the payment it undoes; a refund and a credit have references of their own.
 */
export interface LedgerEntry {
  readonly kind: 'debit' | 'reversal' | 'refund' | 'credit';
  readonly atMs: number;
  readonly ersReference: string;
  /** The payment that a refund gives back; null for everything else. */
  readonly paymentReference: string | null;
  /** Null for a credit, which belongs to no invoice. */
  readonly invoiceReference: string | null;
  readonly customerId: string;
  readonly terminalId: string;
  readonly resellerId: string;
  readonly cashierId: string | null;
  readonly currency: string;
  readonly amountMinor: number;
}

export interface SubmittedReceipt {
  readonly atMs: number;
  readonly ersReference: string;
  readonly terminalId: string;
  readonly document: WireReceiptDocument;
}

/** What can be set about a customer. The first two are the bank's rules. */
export interface CustomerSettings {
  /** False: a refund is answered 99. */
  readonly allowsRefunds: boolean;
  /** False: a payment that must be reserved fails, and one that is to be reserved if possible is paid at once (protocol §6). */
  readonly allowsReservations: boolean;
  /** Whether a scan tells the till the customer's `userId`, as a token beside any card (protocol §2: creditUser). */
  readonly sharesUserId: boolean;
}

/** A customer with the phone that pays. The records are never changed in place; `core.putCustomer` takes the next one. */
export interface Customer extends CustomerSettings {
  readonly id: string;
  readonly name: string;
  /** The phone's id: what a paid invoice's receipt names as its payer. */
  readonly payerTerminalId: string;
  /** What the account holds, minor units of the service's one currency. Never below zero. */
  readonly balanceMinor: number;
  /** The value of this customer's token of type I_GAMING_INTEGRATION, to which creditUser pays (protocol §2). */
  readonly userId: string;
  /** Cards on the phone, one of each type; a scan brings the first (protocol §5). */
  readonly cards: readonly CustomerCard[];
}

/** A loyalty card as a token carries it, without the token's status. `id` is the type, as configured in SEQR. */
export interface CustomerCard {
  readonly id: string;
  readonly value: string;
  readonly description: string;
}

/**
 * What reports are made of: one line for each payment that stands and for each amount that went back. A payment gets its
 * line when the till knows of it, so that none is in a report and reversed afterwards, and none is in two periods; unless
 * the switch `unreadInReports` wants it otherwise.
 */
export interface ReportLine {
  /** 1, 2, 3 … in the order in which things came to stand; what periods are counted by. */
  readonly number: number;
  readonly kind: LedgerEntry['kind'];
  readonly ersReference: string;
  readonly terminalId: string;
  readonly resellerId: string;
  readonly cashierId: string | null;
  /** Negative for what went back. */
  readonly amountMinor: number;
  /** The payment was reversed after it had been listed: no report shows the line any more. */
  readonly takenBack?: true;
}

/** What was carried out and is not in the reports yet (switch `bookedLate`). */
export interface PendingBooking {
  readonly line: Omit<ReportLine, 'number'>;
  readonly notBeforeMs: number;
  /** How many marks that would have listed it still pass without it. */
  readonly periods: number;
}

/** A request that is carried out at `atMs`, whatever became of its connection and of its answer. */
export interface LateCall {
  readonly atMs: number;
  readonly call: IncomingCall;
}

/** What happened between two marks of one scope: the shop, or one of its terminals. */
export interface Period {
  readonly id: string;
  readonly resellerId: string;
  /** Null when the whole shop was marked. */
  readonly terminalId: string | null;
  readonly markedAtMs: number;
  /** Its lines are those with numbers above `afterLine`, up to and with `lastLine`. */
  readonly afterLine: number;
  readonly lastLine: number;
}
