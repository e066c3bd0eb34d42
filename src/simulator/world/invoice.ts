import type { CustomerToken, InvoiceStatus, WireInvoice } from '../wire/schema.ts';

/**
 * One invoice and where it stands (protocol §5, §6, §13):
 *
 *   waiting  --scan--> scanned ; held, when the till is to be asked first
 *   held     --updateInvoice--> scanned
 *   scanned  --pay--> inBank ; --decline--> failed
 *   inBank   --bankMs over--> paid ; reserved, when a reservation is wanted ; failed, when it is a must and cannot be
 *   reserved --commitReservation--> paid ; --cancel, unregister--> canceled ; --time-out--> expired ; paid, when only in passing ;
 *            --the bank lets go--> failed
 *   paid     --read or receipt--> paid, acknowledged ; --20 s without either--> reversed
 *   waiting, scanned, held --cancel, new invoice, unregister--> canceled ; --lifetime over--> expired
 *
 * updateInvoice also changes what is asked for in waiting and in reserved, which stay what they are.
 */
export interface Invoice {
  readonly reference: string;
  readonly terminalId: string;
  readonly resellerId: string;
  readonly terminalName: string;
  readonly currency: string;
  readonly totalMinor: number;
  /** As the till sent it: the receipt of a paid invoice repeats it. */
  readonly data: WireInvoice;
  /** The cards the till has sent, as it sent them last. */
  readonly tokens: readonly CustomerToken[];
  /** What the till is told of the customer's cards: nothing before a scan (protocol §5). */
  readonly customerTokens: readonly CustomerToken[];
  /** 0 when issued, one more at every change of status and every update. */
  readonly version: number;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly stage: Stage;
  /** How many reads have said PAID, counted up to two; absent: none. */
  readonly paidReads?: number;
}

/** Money that left the customer's account. */
export interface Payment {
  readonly payerTerminalId: string;
  readonly ersReference: string;
  readonly paidAtMs: number;
  /** The version that said PAID first; in `version` mode only a read that sends it acknowledges. */
  readonly paidVersion: number;
  /** Taken by commitReservation; otherwise absent. */
  readonly committed?: true;
}

/** Money held, not taken. */
export interface Reservation {
  /** What the customer confirmed; the invoice's total may have changed since. */
  readonly amountMinor: number;
  readonly reservedAtMs: number;
  /** When it is released by itself. */
  readonly endsAtMs: number;
}

export type Stage =
  /** Nobody has scanned yet. */
  | { readonly kind: 'waiting' }
  /** A customer sees the amount and has not confirmed. */
  | { readonly kind: 'scanned'; readonly payerTerminalId: string }
  /** A customer has scanned and the phone waits for the till's updateInvoice (PENDING_ISSUER_ACKNOWLEDGE). */
  | { readonly kind: 'held'; readonly payerTerminalId: string }
  /** The PIN was right and the bank has not answered: the till sees ISSUED, a cancel is answered 51. */
  | { readonly kind: 'inBank'; readonly payerTerminalId: string; readonly ersReference: string; readonly finishesAtMs: number }
  /** Held on the customer's account for the merchant until it is committed; nothing is paid (protocol §6). */
  | {
      readonly kind: 'reserved';
      readonly payerTerminalId: string;
      readonly reservation: Reservation;
      /** Only in passing: at its end it is paid with this reference (switch `reservedInPassingMs`). */
      readonly takesAs?: string;
    }
  /** The money is the merchant's; for good once acknowledged. */
  | { readonly kind: 'paid'; readonly payment: Payment; readonly acknowledgedAtMs: number | null }
  /** Paid, not asked about in time, and given back. The till sees CANCELED. */
  | { readonly kind: 'reversed'; readonly payment: Payment; readonly reversedAtMs: number }
  | { readonly kind: 'canceled'; readonly by: CanceledBy; readonly atMs: number }
  | { readonly kind: 'failed'; readonly atMs: number }
  | { readonly kind: 'expired'; readonly atMs: number };

export type CanceledBy = 'till' | 'newInvoice' | 'customer' | 'unregistered';

export function statusOf(stage: Stage): InvoiceStatus {
  switch (stage.kind) {
    case 'waiting':
    case 'scanned':
    case 'inBank':
      return 'ISSUED';
    case 'held':
      return 'PENDING_ISSUER_ACKNOWLEDGE';
    case 'reserved':
      return 'RESERVED';
    case 'paid':
      return 'PAID';
    case 'reversed':
    case 'canceled':
      return 'CANCELED';
    case 'failed':
      return 'FAILED';
    case 'expired':
      return 'EXPIRED';
  }
}

/** Whether the invoice can still become something else by itself or by somebody's act. */
export function isLive(stage: Stage): boolean {
  switch (stage.kind) {
    case 'waiting':
    case 'scanned':
    case 'held':
    case 'inBank':
    case 'reserved':
      return true;
    case 'paid':
      return stage.acknowledgedAtMs === null;
    case 'reversed':
    case 'canceled':
    case 'failed':
    case 'expired':
      return false;
  }
}

/** Whether the invoice still asks for money: the terminal's one open transaction (protocol §3.2). A reserved one does not. */
export function isOpen(stage: Stage): boolean {
  return stage.kind === 'waiting' || stage.kind === 'scanned' || stage.kind === 'held' || stage.kind === 'inBank';
}
