/** The customer's phone in practice: the simulator's page in a window beside the till. */
import type { Locator, Page } from '@playwright/test';

export type PhoneStage =
  | 'scan'
  | 'waiting'
  | 'scanned'
  | 'held'
  | 'inBank'
  | 'reserved'
  | 'paid'
  | 'reversed'
  | 'failed'
  | 'canceled'
  | 'expired';

export interface PhonePage {
  readonly page: Page;
  readonly practice: Locator;
  readonly code: Locator;
  readonly scanButton: Locator;
  readonly amount: Locator;
  readonly rows: Locator;
  readonly payButton: Locator;
  readonly result: Locator;
  readonly reference: Locator;
  /** What the account behind the phone holds: `999,851.00 SEK`. */
  readonly balance: Locator;
  /** What came and went; shown when the foot of the phone is opened. */
  readonly movements: Locator;
  readonly openAccount: () => Promise<void>;
  /** Gives the phone to another customer. */
  readonly handTo: (customerId: string) => Promise<void>;
  /** What the customer saw before the shop changed the amount. */
  readonly was: Locator;
  /** What became of the card, on the bill; and on the way to it and after, beside the outcome. */
  readonly billNote: Locator;
  readonly resultNote: Locator;
  /** The cards on the phone, the one that a scan shows first. */
  readonly cards: Locator;
  readonly openCards: () => Promise<void>;
  /** With the fold of the cards open. */
  readonly addCard: (card: { readonly type: string; readonly number: string; readonly name: string }) => Promise<void>;
  readonly chooseCard: (number: string) => Promise<void>;
  readonly removeCard: (number: string) => Promise<void>;
  /** The offer to keep a card that was swiped at the till. */
  readonly offer: Locator;
  readonly keepCard: () => Promise<void>;
  /** Resolves when the phone shows `stage`. */
  readonly at: (stage: PhoneStage) => Promise<void>;
  readonly scan: (code: string) => Promise<void>;
  /** Four digits on the phone's own keys. */
  readonly enterPin: (pin: string) => Promise<void>;
  /** PIN, then Pay. */
  readonly pay: (pin?: string) => Promise<void>;
  readonly decline: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

export function phonePage(page: Page): PhonePage {
  const code = page.getByTestId('code');
  const scanButton = page.getByTestId('scan');
  const cards = page.getByTestId('card');
  const cardOf = (number: string): Locator => cards.filter({ has: page.getByText(number, { exact: true }) });
  const payButton = page.getByTestId('pay');
  const enterPin = async (pin: string): Promise<void> => {
    for (const digit of pin) await page.getByTestId(`pin-${digit}`).click();
  };
  return {
    page,
    practice: page.getByTestId('practice'),
    code,
    scanButton,
    amount: page.getByTestId('amount'),
    rows: page.getByTestId('rows'),
    payButton,
    result: page.getByTestId('result'),
    reference: page.getByTestId('reference'),
    balance: page.getByTestId('balance'),
    movements: page.getByTestId('movements').getByRole('listitem'),
    openAccount: () => page.getByTestId('account').locator('summary').click(),
    handTo: async (customerId) => {
      await page.getByTestId('owner').selectOption(customerId);
    },
    was: page.getByTestId('was'),
    billNote: page.getByTestId('bill-note'),
    resultNote: page.getByTestId('result-note'),
    cards,
    openCards: () => page.getByTestId('cards').locator('summary').click(),
    async addCard({ type, number, name }) {
      await page.getByTestId('card-name').fill(name);
      await page.getByTestId('card-number').fill(number);
      await page.getByTestId('card-type').fill(type);
      await page.getByTestId('card-add').click();
    },
    chooseCard: (number) => cardOf(number).locator('label').click(),
    removeCard: (number) => cardOf(number).getByRole('button').click(),
    offer: page.getByTestId('offer'),
    keepCard: () => page.getByTestId('keep-card').click(),
    at: (stage) => page.locator(`[data-testid=phone][data-stage=${stage}]`).waitFor(),
    async scan(text) {
      await code.fill(text);
      await scanButton.click();
    },
    enterPin,
    async pay(pin = '1357') {
      await enterPin(pin);
      await payButton.click();
    },
    decline: () => page.getByTestId('decline').click(),
    cancel: () => page.getByTestId('cancel').click(),
  };
}
