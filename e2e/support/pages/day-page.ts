/** The day: its close, the closes before it, and SEQR's reports. */
import type { Locator, Page } from '@playwright/test';
import { place } from './journal-page.ts';

export interface DayPage {
  readonly open: () => Promise<void>;
  /** Where the day is closed; `data-state` says how far it is. */
  readonly close: Locator;
  /** Resolves when the close is in that state. */
  readonly closing: (state: 'none' | 'marking' | 'markLost' | 'notMarked' | 'waiting' | 'held') => Promise<void>;
  readonly password: Locator;
  readonly closeTheDay: Locator;
  /** A close that is done, as it is shown. */
  readonly result: (number: number) => Locator;
  /** `data-verdict` says what it comes to. */
  readonly verdict: Locator;
  /** One of the lists of a comparison. */
  readonly list: (name: 'both' | 'differs' | 'tillOnly' | 'seqrOnly' | 'lost') => Locator;
  readonly resolved: Locator;
  readonly stillOpen: Locator;
  /** What nobody has settled, with the ways out. */
  readonly unsettled: Locator;
  readonly earlier: (number: number) => Locator;
  readonly report: Locator;
  readonly button: (name: string) => Locator;
  readonly field: (label: string) => Locator;
}

export function dayPage(page: Page): DayPage {
  const close = page.getByTestId('close');
  return {
    open: () => place(page, 'Day').click(),
    close,
    closing: (state) => page.locator(`[data-testid=close][data-state=${state}]`).waitFor(),
    password: page.getByLabel('Reseller’s password', { exact: true }),
    closeTheDay: page.getByTestId('close-day'),
    result: (number) => page.locator(`[data-testid=close-result][data-close="${number}"]`),
    verdict: page.getByTestId('close-verdict'),
    list: (name) => page.locator(`[data-testid=close-list][data-list=${name}]`),
    resolved: page.getByTestId('close-resolved'),
    stillOpen: page.getByTestId('close-open'),
    unsettled: page.getByTestId('close-unsettled'),
    earlier: (number) => page.locator(`[data-testid=close-row][data-close="${number}"]`),
    report: page.getByTestId('report'),
    button: (name) => page.getByRole('button', { name, exact: true }),
    field: (label) => page.getByLabel(label, { exact: true }),
  };
}
