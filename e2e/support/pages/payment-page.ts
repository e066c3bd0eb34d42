/** The payment as the cashier's window and the customer's display show it. */
import type { Locator, Page } from '@playwright/test';
import type { PaymentScreen } from '../../../src/contract/index.ts';

export type PaymentState = PaymentScreen['kind'];

export interface PaymentPage {
  /** The payment's screen; `data-state` says what it shows. */
  readonly screen: Locator;
  /** The screen in just this state. */
  readonly in: (state: PaymentState) => Locator;
  /** Resolves when the payment is in `state`. */
  readonly reach: (state: PaymentState, timeoutMs?: number) => Promise<void>;
  readonly amount: Locator;
  readonly qr: Locator;
  /** What the QR code holds. */
  readonly code: () => Promise<string>;
  /** The last six of the reference, after PAID. */
  readonly lastSix: Locator;
  readonly paper: Locator;
  readonly button: (name: string) => Locator;
  readonly cancel: Locator;
  readonly keepWaiting: Locator;
  readonly sendAgain: Locator;
  readonly giveUp: Locator;
  readonly setAside: Locator;
  readonly nextSale: Locator;
  readonly backToSale: Locator;
  readonly openPhone: Locator;
  readonly changeSale: Locator;
  /** What became of the last change; not there when nothing was changed. */
  readonly change: Locator;
  readonly member: Locator;
  /** What was found out since the customer was said to have paid; not there before. */
  readonly claim: Locator;
}

export function paymentPage(page: Page): PaymentPage {
  const screen = page.getByTestId('payment-state');
  const inState = (state: PaymentState): Locator => page.locator(`[data-testid=payment-state][data-state=${state}]`);
  const button = (name: string): Locator => screen.getByRole('button', { name, exact: true });
  const qr = screen.getByTestId('qr');
  return {
    screen,
    in: inState,
    reach: (state, timeoutMs = 15_000) => inState(state).waitFor({ timeout: timeoutMs }),
    amount: screen.getByTestId('amount'),
    qr,
    async code() {
      const code = await qr.getAttribute('data-code');
      if (code === null) throw new Error('the QR code holds nothing');
      return code;
    },
    lastSix: screen.getByTestId('last-six'),
    paper: screen.getByTestId('paper'),
    button,
    cancel: button('Cancel payment'),
    keepWaiting: button('Keep waiting'),
    sendAgain: button('Send again'),
    giveUp: button('Give up'),
    setAside: button('Set aside'),
    nextSale: button('Next sale'),
    backToSale: button('Back to the sale'),
    openPhone: button("Open the customer's phone"),
    changeSale: button('Change the sale'),
    change: screen.getByTestId('change'),
    member: screen.getByTestId('member'),
    claim: screen.getByTestId('claim'),
  };
}

export interface CustomerDisplay {
  readonly page: Page;
  /** `data-state` says what it shows: a payment's state, `sale` or `idle`. */
  readonly body: Locator;
  readonly in: (state: PaymentState | 'sale' | 'idle') => Locator;
  readonly qr: Locator;
  readonly amount: Locator;
}

export function customerDisplay(page: Page): CustomerDisplay {
  const body = page.getByTestId('customer-state');
  return {
    page,
    body,
    in: (state) => page.locator(`[data-testid=customer-state][data-state=${state}]`),
    qr: body.getByTestId('qr'),
    amount: body.getByTestId('amount'),
  };
}
