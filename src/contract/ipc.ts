import { z } from 'zod';
import type { Product } from '../catalogue/product.ts';
import type { Close } from '../day/close.ts';
import type { Language } from '../language/language.ts';
import type { Money } from '../money/index.ts';
import type { Receipt, ReceiptKind } from '../receipt/receipt.ts';
import type { Problem } from '../text/index.ts';
import type { CloseDocument, CloseRow, ReportDocumentView } from './day-view.ts';
import { refundWishSchema } from './disbursement-intents.ts';
import type { DisbursementLine, RefundSum, RefundView } from './disbursement-view.ts';
import { intentSchema } from './intents.ts';
import type { Snapshot } from './snapshot.ts';

/** What became of an intent. A refusal is a value with a stable code; the catalogue has its sentence. */
export type IntentResult = { readonly ok: true; readonly detail?: string } | { readonly ok: false; readonly problem: Problem };

/** One line of the journal's list. */
export interface JournalRow {
  readonly number: number;
  /** A return's total is negative. */
  readonly kind: ReceiptKind;
  readonly issuedAt: string;
  readonly total: Money;
  readonly cashierName: string;
  readonly ersReference: string | null;
  readonly invoiceReference: string;
  readonly copyPrinted: boolean;
}

export interface PrinterInfo {
  readonly deviceName: string;
  readonly displayName: string;
  readonly isDefault: boolean;
}

/** What a print window draws. */
export type PrintPage =
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly copy: boolean; readonly paper: '80mm' | '58mm' | 'A4' }
  | { readonly kind: 'close'; readonly close: Close; readonly paper: '80mm' | '58mm' | 'A4' }
  | { readonly kind: 'sticker'; readonly seqrId: string; readonly register: string; readonly shop: string; readonly language: Language };

/**
 * The one description of what crosses between windows and main. The preload's bridge, main's handlers and the tests'
 * fakes are all derived from it, so a call that is missing on one side does not compile.
 */
export const CALLS = {
  snapshot: z.tuple([]),
  intent: z.tuple([intentSchema]),
  catalogue: z.tuple([]),
  /** Newest first, at most 200; an empty query lists the latest. Number, amount (149.00 / 149,00) or reference. */
  journal: z.tuple([z.string().max(80)]),
  receipt: z.tuple([z.int().min(1)]),
  /** What of a sale can be given back; null: there is no such sale. */
  refund: z.tuple([z.int().min(1)]),
  refundSum: z.tuple([z.int().min(1), refundWishSchema]),
  /** The latest pay-outs, newest first. */
  payOuts: z.tuple([]),
  /** The closes of day that are done, newest first. */
  closes: z.tuple([]),
  close: z.tuple([z.int().min(1)]),
  /** The report that was read last. */
  report: z.tuple([]),
  printers: z.tuple([]),
  printPage: z.tuple([z.string().max(64)]),
} as const;

export interface CallResults {
  readonly snapshot: Snapshot;
  readonly intent: IntentResult;
  readonly catalogue: { readonly revision: number; readonly products: readonly Product[] };
  readonly journal: readonly JournalRow[];
  readonly receipt: Receipt | null;
  readonly refund: RefundView | null;
  readonly refundSum: RefundSum;
  readonly payOuts: readonly DisbursementLine[];
  readonly closes: readonly CloseRow[];
  readonly close: CloseDocument | null;
  readonly report: ReportDocumentView | null;
  readonly printers: readonly PrinterInfo[];
  readonly printPage: PrintPage | null;
}

export type CallName = keyof typeof CALLS;
export type CallArgs<Name extends CallName> = z.infer<(typeof CALLS)[Name]>;

/** What the preload puts on `window.kassa`. */
export interface KassaBridge {
  call<Name extends CallName>(name: Name, ...args: CallArgs<Name>): Promise<CallResults[Name]>;
  /** Returns a function that ends the subscription. */
  onState(listener: (snapshot: Snapshot) => void): () => void;
}
