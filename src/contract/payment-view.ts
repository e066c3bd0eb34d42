import type { Money } from '../money/index.ts';
import type { Awaited, ClosedAs, Doing } from './unresolved-view.ts';

/** The stages a cashier sees fill as they happen (screens, Charging). `confirming` joins only when SEQR shows it. */
export interface StageView {
  readonly stage: 'sent' | 'waiting' | 'confirming' | 'paid';
  /** Wall time as ISO 8601, null while it has not happened. */
  readonly at: string | null;
}

/** How long ago SEQR last gave a good answer (PF-04). The window counts on from here by itself. */
export interface ContactView {
  /** Milliseconds at the time of the snapshot; null before the first answer. */
  readonly ageMs: number | null;
  /** Two failures in a row: "connection unstable". */
  readonly unstable: boolean;
  /** Polling is under way, so the age is worth showing. */
  readonly polling: boolean;
  /**
   * Why SEQR is not being asked although it should be: the keychain has not given the terminal's password yet, or the
   * password is lost, so that nobody can ask. Null: it is asked, or need not be.
   */
  readonly unasked: 'keychain' | 'passwordLost' | null;
}

/** What the till has found out since somebody said that the customer has paid (B9). It never makes anything paid. */
export type ClaimView =
  /** SEQR is being asked, and has not answered since. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'notPaidYet' }
  | { readonly kind: 'confirming' }
  | { readonly kind: 'reserved' }
  | { readonly kind: 'oddStatus'; readonly status: string }
  /** SEQR does not say how it stands; `resultCode`: what it says instead, null: nothing. */
  | { readonly kind: 'noWord'; readonly resultCode: number | null }
  /** Nobody can ask, as {@link ContactView.unasked} says. */
  | { readonly kind: 'keychain' }
  | { readonly kind: 'passwordLost' };

/** The screens of a payment (payment-rules, "What the screens say"). Each variant holds just what its screen shows. */
export type PaymentScreen =
  /** `slow` from 4 s on (PF-10). */
  | { readonly kind: 'sending'; readonly slow: boolean }
  /** Failed before a byte left: SEQR cannot have seen it. */
  | { readonly kind: 'notSent' }
  /** SEQR answered no to sendInvoice; there is no invoice. `registration`: PF-21, leads to the wizard. */
  | { readonly kind: 'refused'; readonly resultCode: number; readonly registration: boolean }
  /** No usable answer to sendInvoice (PF-10). `returnInMs`: the 25 s wait after "the customer says it is paid". */
  | { readonly kind: 'sendUnknown'; readonly returnInMs: number | null }
  /** `question`: 30 s have passed (PF-13). */
  | { readonly kind: 'waiting'; readonly question: boolean }
  | { readonly kind: 'confirming'; readonly question: boolean }
  | { readonly kind: 'cancelling' }
  /** No good answer for 20 s, or SEQR cannot answer for this terminal. `resultCode`: what it answers instead, if anything. */
  | { readonly kind: 'unknown'; readonly resultCode: number | null }
  /** A status that Kassa does not know or does not expect here. */
  | { readonly kind: 'oddStatus'; readonly status: string }
  /** The money is reserved and not ours yet (PF-29). */
  | {
      readonly kind: 'reserved';
      readonly phase: ReservedPhaseView;
      /** A call about it may be carried out yet: only PAID or an end makes it sure. */
      readonly inDoubt: boolean;
    }
  | {
      readonly kind: 'paid';
      /** Last six characters (PF-22); null: paid, reference missing. */
      readonly lastSix: string | null;
      /** Null until the sale has its number. */
      readonly receiptNumber: number | null;
      /** SEQR says paid, but the disk refused the record: do not close Kassa (PF-02). */
      readonly recorded: boolean;
      readonly afterRestart: boolean;
      /** A cancel was wished, and the payment won (PF-12). */
      readonly wonAgainstCancel: boolean;
      /** A print job was under way when Kassa stopped: did it print? (PF-15) */
      readonly askIfPrinted: boolean;
      /** SEQR has not said PAID again for 25 s: it is on the unresolved list too (PF-08). */
      readonly unconfirmed: boolean;
      /** SEQR's receipt names another amount or invoice than ours, and this is what it says: the goods are held (PF-08). */
      readonly seqrSaid: string | null;
    }
  | {
      readonly kind: 'cancelled';
      /** 20 s without contact lay in between: money may have come back (screen table). */
      readonly contactLost: boolean;
      /** Somebody at this till asked for it. */
      readonly askedHere: boolean;
    }
  /** It was PAID, and the next read said CANCELED: SEQR has taken it back (PF-08). */
  | { readonly kind: 'reversed' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'expired' }
  /** SEQR's report of the day has no such payment (PF-17). */
  | { readonly kind: 'notPaid' };

/** What is being done about a reservation; `held`: nothing. */
export type ReservedPhaseView = 'held' | 'updating' | 'committing' | 'committed' | 'unsure' | 'releasing' | 'lapsed';

/** How the last change of an invoice ended, or the last try to resolve a tab. */
export type ChangeOutcomeView =
  | { readonly kind: 'taken' }
  | { readonly kind: 'notSent' }
  | { readonly kind: 'refused'; readonly resultCode: number }
  /** 90 mostly means that the customer had scanned already; null: there was no answer. */
  | { readonly kind: 'unsure'; readonly resultCode: number | null };

/** What became of changes to a waiting or reserved invoice (PF-25). */
export interface ChangeView {
  /** The amount that an updateInvoice on its way asks for. */
  readonly asked: Money | null;
  /** Amounts that SEQR may hold instead of the one shown; the customer's phone shows which. */
  readonly doubts: readonly Money[];
  readonly last: ChangeOutcomeView | null;
}

/** A tab (PF-29). */
export interface TabView {
  readonly attemptId: string;
  readonly stateNumber: number;
  readonly correlationId: string;
  readonly name: string;
  readonly phase: ReservedPhaseView;
  /** What SEQR keeps for us. */
  readonly reserved: Money;
  /** What has been rung up by now. */
  readonly draft: Money;
  readonly rowCount: number;
  /** ISO 8601. */
  readonly reservedAt: string;
  /** When SEQR lets go of the money; ISO 8601. */
  readonly lapsesAt: string | null;
  readonly lastUpdate: ChangeOutcomeView | null;
  readonly lastCommit: ChangeOutcomeView | null;
  /** It is the sale on the screen now. */
  readonly editing: boolean;
  /** A commit or a release may be carried out yet: SEQR is asked until it says PAID or an end (PF-29). */
  readonly inDoubt: boolean;
  readonly actions: Pick<PaymentActions, 'change' | 'capture' | 'cancel' | 'keepWaiting' | 'setAside'>;
}

/** Which buttons can be pressed now: pure functions of the state, made in the core, never in a window. */
export interface PaymentActions {
  readonly cancel: boolean;
  readonly keepWaiting: boolean;
  readonly sendAgain: boolean;
  readonly giveUp: boolean;
  /** Ask SEQR at once and say what it answers; where nobody can ask, begin the wait of PF-10. */
  readonly customerSaysPaid: boolean;
  readonly setAside: boolean;
  /** Take the sale up again to change it: while the customer has not scanned, or of a tab at rest. */
  readonly change: boolean;
  /** Take a tab's money. */
  readonly capture: boolean;
  /** Leave this screen for the next sale, or back to the sale if nothing was paid. */
  readonly dismiss: boolean;
}

/** The membership that the amount reckons with. */
export interface MemberView {
  readonly name: string;
  /** The last four characters of the card. */
  readonly lastFour: string;
  /** Hundredths of a percent that it takes off; 0: it takes nothing off this amount. */
  readonly discountHundredths: number;
}

/** `blocked`: 90, this very card · `unknown`: 99, a kind of card that the shop does not honour. */
export interface RefusedCardView {
  readonly name: string;
  readonly lastFour: string;
  readonly why: 'blocked' | 'unknown';
}

/** One payment attempt as both windows show it. Intents name `attemptId` and `stateNumber` (PF-26). */
export interface PaymentView {
  readonly attemptId: string;
  readonly stateNumber: number;
  readonly correlationId: string;
  readonly amount: Money;
  /** What the QR code holds (PF-20). Never altered. */
  readonly code: string;
  readonly screen: PaymentScreen;
  readonly stages: readonly StageView[];
  readonly contact: ContactView;
  /** Null: nobody has said that the customer has paid, or the wait of `sendUnknown` says all there is to it. */
  readonly claim: ClaimView | null;
  readonly actions: PaymentActions;
  /** The wizard's test payment rather than a sale. */
  readonly test: boolean;
  readonly change: ChangeView;
  readonly member: MemberView | null;
  /** Cards that gave nothing, as SEQR was told (protocol §5). */
  readonly refusedCards: readonly RefusedCardView[];
  /** The name of the tab this payment opens or resolves. */
  readonly tab: string | null;
  /** How the last try to take a tab's money ended, if not with yes. */
  readonly lastCommit: ChangeOutcomeView | null;
  /** Of a tab that ended without money after it was reserved: what had been rung up. */
  readonly unpaid: Money | null;
  /** The cashier is changing the sale meanwhile: the window shows the sale, and asking goes on. */
  readonly changing: boolean;
}

/** What waits for attention beside the till's work (PF-16, PF-10, PF-08). */
export interface UnresolvedItem {
  readonly id: string;
  readonly kind: 'setAside' | 'possibleOrphan' | 'alarm' | 'disbursement' | 'giveBack';
  /** The attempt, or of kind `disbursement` the refund or pay-out. */
  readonly attemptId: string;
  readonly stateNumber: number;
  readonly correlationId: string;
  readonly amount: Money;
  /** ISO 8601. */
  readonly since: string;
  /** For `setAside`: how its outcome stands. For `alarm`: what is wrong. Stable words; the catalogue has the sentence. */
  readonly state:
    | 'asking'
    | 'unanswerable'
    /** Its terminal's password is lost: nobody can ask. */
    | 'passwordLost'
    | 'cancelling'
    /** Its rows are charged another way, or have been. */
    | 'freed'
    /** SEQR says that it is paid, and the disk refuses the record (PF-02). */
    | 'notRecorded'
    | 'orphan'
    | 'completedLoudly'
    | 'paidAfterEnd'
    | 'reversedAfterPaid'
    | 'otherInvoice'
    | 'otherAmount'
    | 'otherReference'
    | 'referenceKnown'
    | 'tabInDoubt'
    | 'lapsedUnknown'
    | 'unconfirmed'
    | 'moreRungUp'
    | 'paidUnwanted'
    | 'amountUnknown'
    | 'receiptMissing'
    | 'reservationEnded'
    | 'asideNotPaid'
    | 'referenceMissing'
    | 'refundUnknown'
    | 'payOutUnknown'
    // Of `giveBack`: why the customer is to have the money of this payment back (PF-06).
    | 'paidOtherwise'
    | 'paidFreed'
    | 'paidVoided'
    | 'paidUnexplained'
    | 'paidOtherAmount'
    | 'paidOtherInvoice';
  /** Of an alarm, and of what is to be given back: what SEQR said, its reference or its figure; null: it has none. */
  readonly said: string | null;
  readonly doing: Doing;
  /** What settles it, in the order in which it can be hoped for. */
  readonly waitsFor: readonly Awaited[];
  /** Of kind `disbursement` that of the sale whose money went back. */
  readonly receiptNumber: number | null;
  /** The receipt by which its rows were paid otherwise (PF-16). */
  readonly paidBy?: number;
  /** A supervisor can free its sale (PF-16). */
  readonly free?: boolean;
  /** Of `giveBack`: it can be taken as a part of the sale; so much is left to pay then (PF-08). */
  readonly rest?: Money;
  /** Of `giveBack`: SEQR will never refund it, so that a supervisor can close it when the customer has the money otherwise. */
  readonly refundRefused?: boolean;
  /** Of a refund: a supervisor can send it once more (PF-14). */
  readonly sendAgain?: boolean;
  /** How a supervisor can close it (PF-30); a refund or a pay-out has words of its own. */
  readonly closeAs: readonly ClosedAs[];
  /** Can be put away by a person who has read it. */
  readonly dismissable: boolean;
}
