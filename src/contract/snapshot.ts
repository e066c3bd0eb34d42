import type { Language } from '../language/language.ts';
import type { Currency, Money, VatRate } from '../money/index.ts';
import type { Sale, SaleFigures } from '../sale/sale.ts';
import type { Problem } from '../text/index.ts';
import type { DayView } from './day-view.ts';
import type { DisbursementPart } from './disbursement-view.ts';
import type { PaymentView, TabView, UnresolvedItem } from './payment-view.ts';
import type { SetupView } from './setup-view.ts';
import type { LoyaltyView, TabRulesView } from './shop-rules.ts';

export interface CashierView {
  readonly number: string;
  readonly name: string;
}

export interface SaleView {
  readonly sale: Sale;
  /** Goes up with every change; `sale.charge` and `sale.void` name it (PF-26). */
  readonly revision: number;
  readonly figures: SaleFigures;
  readonly selectedRowId: string | null;
  readonly canUndo: boolean;
  /** The sale cannot be changed: a payment for it is open. */
  readonly locked: boolean;
}

export interface PrintJobView {
  readonly jobId: string;
  readonly receiptNumber: number;
  readonly copy: boolean;
  readonly state: 'queued' | 'printing' | 'failed' | 'done' | 'unsure';
  readonly problem: Problem | null;
}

/** One line of the health screen (PF-11). `unknown`: not checked yet. */
export interface HealthItem {
  readonly check: 'registered' | 'password' | 'clock' | 'disk' | 'printer' | 'attempts' | 'journal';
  readonly state: 'good' | 'bad' | 'unknown' | 'checking';
  readonly problem: Problem | null;
}

export interface Preferences {
  readonly language: Language;
  readonly receiptLanguage: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly sounds: { readonly scan: boolean; readonly paid: boolean; readonly attention: boolean };
  readonly printer: {
    /** The system's name for it; null: no printer, receipts stay on screen and in the journal. */
    readonly deviceName: string | null;
    readonly paper: '80mm' | '58mm' | 'A4';
  };
  /** Key of an action -> key combination; only what differs from the defaults. */
  readonly shortcuts: Readonly<Record<string, string>>;
  /** PF-20: the terminal's own code, or the one SEQR returned with the invoice. */
  readonly qrSource: 'terminal' | 'invoice';
  /** PF-19: templates of what goes with every call, see `WireForm`. */
  readonly clientReferenceTemplate: string;
  readonly clientId: string;
}

/** Everything a window needs to draw itself. One at start, then again at every change. */
export interface Snapshot {
  /** Rises with every notice; a window drops older ones. */
  readonly seq: number;
  readonly appVersion: string;
  /** `practice`: the built-in simulator is the service (PF-23). `unset`: not set up yet. */
  readonly mode: 'unset' | 'practice' | 'live';
  readonly preferences: Preferences;
  readonly shop: {
    readonly name: string;
    readonly currency: Currency;
    readonly vatRates: readonly VatRate[];
    readonly defaultVatRate: VatRate;
  };
  readonly loyalty: LoyaltyView;
  readonly tabRules: TabRulesView;
  readonly register: string;
  readonly cashiers: readonly CashierView[];
  readonly cashier: CashierView | null;
  readonly setup: SetupView;
  readonly sale: SaleView;
  readonly payment: PaymentView | null;
  /** The player's account that the latest customer's phone has shown, for a pay-out; null: none since the start. */
  readonly lastUserId: string | null;
  /** Money that is reserved, the oldest first (PF-29). */
  readonly tabs: readonly TabView[];
  readonly unresolved: readonly UnresolvedItem[];
  readonly disbursement: DisbursementPart;
  readonly lastReceipt: { readonly number: number; readonly total: Money; readonly issuedAt: string } | null;
  readonly day: DayView;
  readonly printJobs: readonly PrintJobView[];
  /** Receipts not yet accepted by SEQR (submitPaymentReceipt is retried from disk). */
  readonly receiptsToSubmit: number;
  /** Age in ms of the last good word from SEQR at the time of the snapshot; null: none yet. `tookMs`: how long it took. */
  readonly seqrContact: { readonly ageMs: number | null; readonly tookMs: number | null };
  readonly health: readonly HealthItem[];
  /** Something that went wrong outside a payment: shown until read. The newest last. */
  readonly notices: readonly { readonly id: string; readonly problem: Problem }[];
  /** Rises when products change; a window then asks for the catalogue again. */
  readonly catalogueRevision: number;
}
