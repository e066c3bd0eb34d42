/** Money that leaves the shop: the refund of a sale, a pay-out, and what became of it. */
import type { Locator, Page } from '@playwright/test';
import type { DisbursementScreen } from '../../../src/contract/index.ts';
import { place } from './journal-page.ts';

export type DisbursementKind = DisbursementScreen['kind'];

export interface DisbursementPage {
  /** The outcome's screen; `data-state` says what it shows. */
  readonly screen: Locator;
  readonly reach: (state: DisbursementKind, timeoutMs?: number) => Promise<void>;
  readonly lastSix: Locator;
  readonly button: (name: string) => Locator;
  readonly done: Locator;
  readonly back: Locator;
  readonly goOn: Locator;
  readonly showInJournal: Locator;
  /** One line of a list for each refund or pay-out. */
  readonly lines: Locator;
  /** On the unresolved list: SEQR's written answer. */
  readonly resolve: (answer: { readonly done: boolean; readonly reference: string; readonly pin: string }) => Promise<void>;
}

export interface RefundPage {
  /** From the receipt that the journal shows. */
  readonly open: () => Promise<void>;
  readonly choose: (what: 'Whole' | 'All that is left' | 'Rows' | 'Amount') => Promise<void>;
  readonly row: (name: string) => Locator;
  readonly more: (name: string) => Locator;
  readonly fewer: (name: string) => Locator;
  readonly amount: Locator;
  readonly sum: Locator;
  readonly reason: Locator;
  readonly quickReason: (name: string) => Locator;
  readonly pin: Locator;
  readonly send: Locator;
}

export interface PayOutPage {
  readonly open: () => Promise<void>;
  readonly user: Locator;
  readonly amount: Locator;
  readonly description: Locator;
  readonly pin: Locator;
  readonly send: Locator;
}

export function disbursementPage(page: Page): DisbursementPage {
  const screen = page.getByTestId('disbursement-state');
  const button = (name: string): Locator => screen.getByRole('button', { name, exact: true });
  return {
    screen,
    reach: (state, timeoutMs = 15_000) =>
      page.locator(`[data-testid=disbursement-state][data-state=${state}]`).waitFor({ timeout: timeoutMs }),
    lastSix: screen.getByTestId('last-six'),
    button,
    done: button('Done'),
    back: button('Back'),
    goOn: button('Go on selling'),
    showInJournal: button('Show in the journal'),
    lines: page.getByTestId('disbursement-line'),
    async resolve({ done, reference, pin }) {
      await page.getByRole('button', { name: 'SEQR has answered' }).click();
      const form = page.getByRole('group', { name: 'SEQR has answered' });
      await form.getByText(done ? 'The money went out' : 'The money did not go out', { exact: true }).click();
      await form.getByLabel('Reference in SEQR’s answer').fill(reference);
      await form.getByLabel('Owner’s PIN').fill(pin);
      await form.getByRole('button', { name: 'Resolve it' }).click();
    },
  };
}

export function refundPage(page: Page): RefundPage {
  const row = (name: string): Locator => page.getByTestId('refund-row').filter({ hasText: name });
  return {
    open: () => page.getByRole('button', { name: 'Refund', exact: true }).click(),
    choose: (what) => page.getByRole('radio', { name: what, exact: true }).click(),
    row,
    more: (name) => row(name).getByRole('button', { name: `One more: ${name}`, exact: true }),
    fewer: (name) => row(name).getByRole('button', { name: `One fewer: ${name}`, exact: true }),
    amount: page.getByLabel('Amount to give back'),
    sum: page.getByTestId('refund-sum'),
    reason: page.getByLabel('Reason', { exact: true }),
    quickReason: (name) => page.getByRole('group', { name: 'Often used' }).getByRole('button', { name, exact: true }),
    pin: page.getByLabel('Owner’s PIN', { exact: true }),
    send: page.getByTestId('refund-send'),
  };
}

export function payOutPage(page: Page): PayOutPage {
  return {
    async open() {
      await place(page, 'Day').click();
      await page.getByRole('button', { name: 'Pay out', exact: true }).click();
    },
    user: page.getByLabel('User id', { exact: true }),
    amount: page.getByLabel(/^Amount, /),
    description: page.getByLabel('Description, if any', { exact: true }),
    pin: page.getByLabel('Owner’s PIN', { exact: true }),
    send: page.getByTestId('pay-out-send'),
  };
}
