/** The journal and the settings, each reached through the title row. */
import type { Locator, Page } from '@playwright/test';

export interface JournalPage {
  readonly open: () => Promise<void>;
  readonly search: Locator;
  readonly rows: Locator;
  readonly row: (number: number) => Locator;
  /** The chosen receipt as it was printed. */
  readonly receipt: (number: number) => Locator;
  readonly printCopy: Locator;
  readonly savePdf: Locator;
  readonly saved: Locator;
}

export function journalPage(page: Page): JournalPage {
  return {
    open: () => place(page, 'Journal').click(),
    search: page.getByLabel('Number, amount or reference'),
    rows: page.getByTestId('journal-row'),
    row: (number) => page.locator(`[data-testid=journal-row][data-receipt="${number}"]`),
    receipt: (number) => page.getByRole('region', { name: `Receipt ${number}`, exact: true }),
    printCopy: page.getByRole('button', { name: 'Print copy' }),
    savePdf: page.getByRole('button', { name: 'Save PDF' }),
    saved: page.getByText('The PDF is saved.'),
  };
}

export interface SettingsPage {
  /** Opens a section by its name: `SEQR terminal`, `Receipts and printer`. */
  readonly open: (section: string) => Promise<void>;
  /** Types the owner's PIN at the door of the SEQR terminal. */
  readonly enterPin: (pin: string) => Promise<void>;
  readonly field: (label: string) => Locator;
  readonly button: (name: string) => Locator;
}

export function settingsPage(page: Page): SettingsPage {
  const field = (label: string): Locator => page.getByLabel(label, { exact: true });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  return {
    async open(section) {
      await place(page, 'Settings').click();
      await page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('button', { name: section, exact: true }).click();
    },
    async enterPin(pin) {
      await field('Owner’s PIN').fill(pin);
      await button('Open').click();
    },
    field,
    button,
  };
}

/** A place in the title row, by its English name. */
export function place(page: Page, name: 'Sale' | 'Journal' | 'Day' | 'Settings'): Locator {
  return page.getByRole('navigation', { name: 'Where to' }).getByRole('button', { name, exact: true });
}
