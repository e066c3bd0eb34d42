/** Tabs: opening one, the list in the title row, and one on the counter. */
import type { Locator, Page } from '@playwright/test';

export interface TabsPage {
  /** Turns the sale on the counter into a tab, from the keyboard. */
  readonly open: (name: string, mode?: string) => Promise<void>;
  /** In the title row; not there while nothing is reserved. */
  readonly button: Locator;
  /** The list's lines, once the button was pressed. */
  readonly lines: Locator;
  /** Puts the tab of this name on the counter. */
  readonly takeUp: (name: string) => Promise<void>;
  /** Over the rows of the tab on the counter. */
  readonly strip: Locator;
  readonly capture: Locator;
  readonly keep: Locator;
  /** Why Charge cannot be pressed, or what it risks. */
  readonly warning: Locator;
  /** From the counter's ⋯ menu, with the question answered. */
  readonly release: () => Promise<void>;
}

export function tabsPage(page: Page): TabsPage {
  const dialog = page.getByRole('dialog');
  // In the list: the day names them too.
  const lines = dialog.getByTestId('tab');
  const button = page.getByTestId('tabs');
  return {
    async open(name, mode) {
      // There is something to reserve only once the row is there.
      await page.getByTestId('sale-row').first().waitFor();
      await page.keyboard.press('F7');
      await dialog.getByLabel('Table or name').fill(name);
      if (mode !== undefined) await dialog.getByText(mode, { exact: true }).click();
      await dialog.getByRole('button', { name: /^Reserve / }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    button,
    lines,
    async takeUp(name) {
      await button.click();
      await lines.filter({ hasText: name }).getByRole('button', { name: 'Open', exact: true }).click();
    },
    strip: page.getByTestId('tab-strip'),
    capture: page.getByTestId('capture'),
    keep: page.getByTestId('keep-tab'),
    warning: page.getByTestId('tab-warning'),
    async release() {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Release the reservation' }).click();
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Release / })
        .click();
    },
  };
}
