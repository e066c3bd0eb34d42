import type { Currency, VatRate } from '../money/index.ts';
import type { Problem } from '../text/index.ts';

/** The wizard's pages in their order. */
export const SETUP_STEPS = ['service', 'business', 'owner', 'reseller', 'terminal', 'seqrId', 'sticker', 'testPayment'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export interface SetupView {
  /** A terminal is registered and the test payment was made, or practice was chosen. */
  readonly done: boolean;
  readonly step: SetupStep;
  readonly completed: readonly SetupStep[];
  readonly service: {
    readonly kind: 'simulator' | 'endpoint' | null;
    /** What was typed; `null` for the built-in simulator. */
    readonly endpoint: string | null;
    /** `benchmarkingNop` was answered; how fast. */
    readonly provedInMs: number | null;
  };
  readonly business: {
    readonly name: string;
    readonly organisationNumber: string;
    readonly address: readonly string[];
    readonly currency: Currency;
    /** In hundredths of a percent, highest first. */
    readonly vatRates: readonly VatRate[];
    /** For amounts from the keypad. */
    readonly defaultVatRate: VatRate;
  };
  /** The journal is kept in the business's currency: it stays. */
  readonly currencyFixed: boolean;
  /** The owner has to give the PIN before the set-up goes on. */
  readonly locked: boolean;
  /** `recoverBy`: what a forgotten PIN is chosen anew with; the password is the reseller's. In practice it guards no money. */
  readonly owner: {
    readonly pinSet: boolean;
    /** None is set, because the settings are lost, and another can be chosen with the recovery code (PF-30). */
    readonly codeKept: boolean;
    readonly recoverBy: 'code' | 'codeOrPassword' | 'nothing';
    readonly cashierNumber: string;
    readonly cashierName: string;
  };
  readonly reseller: { readonly id: string; readonly userId: string; readonly passwordGiven: boolean };
  readonly terminal: { readonly name: string; readonly externalTerminalId: string; readonly terminalId: string | null };
  /** As assigned; null before. */
  readonly seqrId: string | null;
  /** `none`: this system gives no protection; passwords are stored only after consent. */
  readonly secrets: { readonly protection: 'keychain' | 'none'; readonly consent: boolean };
  readonly testPaid: boolean;
  /** What is under way with SEQR, since how long (ms at the time of the snapshot). */
  readonly busy: { readonly what: 'connection' | 'register' | 'assign' | 'unregister' | 'testPayment'; readonly forMs: number } | null;
  readonly problem: Problem | null;
}
