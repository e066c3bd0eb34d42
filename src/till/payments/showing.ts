import type { Clock } from '../../clock/clock.ts';
import type { PaymentView, TabView, UnresolvedItem } from '../../contract/payment-view.ts';
import type { Settling } from '../../day/index.ts';
import { isRefusedForGood } from '../../disbursement/index.ts';
import { isAtHand, isOpen, isPaid, owesBack } from '../../payment/index.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import type { AttemptRecord, DisbursementRecord } from '../../records/index.ts';
import type { Holding, Holdings } from './holding.ts';
import { paymentActions } from './screen.ts';
import { paymentView, screenContext, tabView, unresolvedItems } from './view.ts';
import type { Held } from './view.ts';
import type { WishKind } from './wished.ts';

export interface ShowingDeps {
  readonly clock: Clock;
  readonly holdings: Holdings;
  /** A print job of this receipt may or may not have come out (PF-15). */
  readonly askIfPrinted: (receiptNumber: number) => boolean;
  readonly qrSource: () => 'terminal' | 'invoice';
  /** The terminal's password has not come from the keychain yet, so nobody can be asked. */
  readonly waitsForKeychain: (facts: AttemptFacts) => boolean;
  /** Its terminal's password is lost, so nobody can be asked. */
  readonly isLost: (facts: AttemptFacts) => boolean;
  /** When it can be settled without SEQR's answer. */
  readonly settling: (facts: AttemptFacts) => Settling;
  /** The cashier is changing this attempt's sale just now. */
  readonly isChanging: (attemptId: string) => boolean;
  /** Every refund of this receipt, oldest first. */
  readonly refundsOf: (receiptNumber: number) => readonly DisbursementRecord[];
}

/** What a window sees of the attempts, and which buttons it could press. */
export interface Showing {
  /** The attempt on the screen. */
  current(): AttemptRecord | null;
  /** Everything that is open, on the screen, listed or alarming. */
  inPlay(): readonly AttemptRecord[];
  /**
   * An open payment keeps this sale as it is. A tab at hand does not, and neither does one whose sale the cashier is changing
   * while its customer is waited for (PF-25, PF-29).
   */
  locks(saleId: string): boolean;
  payment(): PaymentView | null;
  /** Money that is reserved, the oldest first. */
  tabs(openSaleId: string | null): readonly TabView[];
  unresolvedItems(): readonly UnresolvedItem[];
}

type Button = WishKind | 'sendAgain' | 'change' | 'capture';

/** The same, for the desk's own hands. */
export interface ShownHoldings extends Showing {
  onScreen(): Holding | null;
  /**
   * The attempt, if it is in the very state that the window was showing (PF-26) and the button can be pressed in it; null as
   * the button: whatever can be pressed.
   */
  atState(attemptId: string, stateNumber: number, button: Button | null): Holding | null;
}

export function createShowing(deps: ShowingDeps): ShownHoldings {
  const { clock, holdings } = deps;

  function view(holding: Holding): Held {
    // A PAID that the disk refused is shown as such (PF-02); any other change waits for the disk.
    const ahead = holding.unwritten !== null && isPaid(holding.record.state);
    const record = ahead ? holding.record : holding.shown;
    const askIfPrinted = record.receiptNumber !== null && deps.askIfPrinted(record.receiptNumber);
    return {
      record,
      watch: holding.watch,
      recorded: holding.unwritten === null,
      onDisk: holding.shown,
      askIfPrinted,
      waitsForKeychain: deps.waitsForKeychain(record.facts),
      isLost: deps.isLost(record.facts),
      lastGoodWallMs: holding.lastGoodWallMs,
      settling: () => deps.settling(record.facts),
      refundRefused: isRefundRefused(record),
    };
  }

  /** The money is to go back, and SEQR will never refund it. */
  function isRefundRefused({ state, receiptNumber }: AttemptRecord): boolean {
    return owesBack(state) && receiptNumber !== null && isRefusedForGood(deps.refundsOf(receiptNumber));
  }

  const onScreen = (): Holding | null => [...holdings.values()].find((holding) => holding.record.onScreen) ?? null;

  return {
    onScreen,
    atState(attemptId, stateNumber, button) {
      const holding = holdings.get(attemptId);
      if (!holding || holding.shown.stateNumber !== stateNumber || holding.unwritten !== null) return null;
      if (button === null) return holding;
      const actions = paymentActions(holding.record.state, screenContext(view(holding), clock.monotonicMs()));
      return actions[button] ? holding : null;
    },
    current: () => onScreen()?.shown ?? null,
    inPlay: () => [...holdings.values()].map((holding) => holding.shown),
    locks: (saleId) =>
      [...holdings.values()].some(({ shown: { facts, state } }) => {
        if (facts.sale.id !== saleId || !isOpen(state) || isAtHand(state)) return false;
        return state.kind !== 'live' || !deps.isChanging(facts.id);
      }),
    payment() {
      const holding = onScreen();
      return holding ? paymentView(view(holding), clock.monotonicMs(), deps.qrSource(), deps.isChanging(holding.record.facts.id)) : null;
    },
    tabs: (openSaleId) =>
      [...holdings.values()].map((holding) => tabView(view(holding), clock.monotonicMs(), openSaleId)).filter((tab) => tab !== null),
    unresolvedItems: () => [...holdings.values()].flatMap((holding) => unresolvedItems(view(holding), clock.monotonicMs())),
  };
}
