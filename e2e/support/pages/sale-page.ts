/** The sale screen: what can be sold on the left, what is being sold on the right. */
import type { Locator, Page } from '@playwright/test';

export interface SalePage {
  readonly search: Locator;
  /** The tile of a product, by its whole name. Only tiles in sight exist: search or choose a category first. */
  readonly tile: (name: string) => Locator;
  readonly category: (name: string) => Locator;
  /** Finds a product by its name, touches its tile, and clears the search. Its row is the selected one then. */
  readonly add: (name: string) => Promise<void>;
  readonly rows: Locator;
  /** The row of a product, by a part of its name. */
  readonly row: (name: string) => Locator;
  readonly total: Locator;
  readonly vatLines: Locator;
  readonly entry: Locator;
  readonly charge: Locator;
  readonly undo: Locator;
  readonly lastReceipt: Locator;
  /** On the selected row. `quantity` as a person types it: `0.45`. */
  readonly setQuantity: (quantity: string) => Promise<void>;
  /** On the selected row. */
  readonly discountRow: (percent: number) => Promise<void>;
  readonly discountSale: (percent: number) => Promise<void>;
  readonly addFreeRow: (name: string, price: string) => Promise<void>;
  /** Digits on the keypad, then +. */
  readonly ringUp: (digits: string) => Promise<void>;
  /** Something from the ⋯ menu. @returns the dialog it opens */
  readonly choose: (entry: MenuEntry) => Promise<Locator>;
  readonly closeDialog: () => Promise<void>;
  /** The customer's card on the sale. */
  readonly member: Locator;
  /** While a waiting sale is changed: what is still open, and the two ways on. */
  readonly changing: Locator;
  readonly update: Locator;
  readonly backToCode: Locator;
}

/** What the ⋯ menu offers, and the title of the dialog that each opens. */
export const MENU_DIALOGS = {
  'Free row': 'Free row',
  'Discount on the sale': 'Discount on the sale',
  Note: 'Note on the receipt',
  Products: 'Products',
  'Void the sale': 'Void this sale?',
  'Show all keys': 'Keys',
} as const;
export type MenuEntry = keyof typeof MENU_DIALOGS;

export function salePage(page: Page): SalePage {
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
  const rows = page.getByTestId('sale-row');
  const search = page.getByRole('searchbox', { name: 'Search or scan' });
  const tile = (name: string): Locator => page.getByTestId('tile').filter({ has: page.getByText(name, { exact: true }) });
  const dialogCalled = (name: string | RegExp): Locator => page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
  const choose = async (entry: MenuEntry): Promise<Locator> => {
    await button('More').click();
    await page.getByRole('menuitem', { name: entry }).click();
    // By its title: an open menu is a dialog too, as far as roles go.
    const opened = dialogCalled(MENU_DIALOGS[entry]);
    await opened.waitFor();
    return opened;
  };
  const dialog = page.getByRole('dialog');
  const quickPercent = async (percent: number): Promise<void> => {
    await dialog
      .getByRole('group', { name: 'Often used' })
      .getByRole('button', { name: `${percent} %`, exact: true })
      .click();
    await dialog.waitFor({ state: 'hidden' });
  };
  return {
    search,
    tile,
    category: (name) => page.getByRole('radio', { name, exact: true }),
    async add(name) {
      await search.fill(name);
      await tile(name).click();
      await button('Clear the search').click();
      // The core has it when its row is the selected one: what comes next may be for the selected row.
      await rows.locator('[aria-current=true]').filter({ hasText: name }).waitFor();
    },
    rows,
    row: (name) => rows.filter({ hasText: name }),
    total: page.getByTestId('total'),
    vatLines: page.getByTestId('vat-line'),
    entry: page.getByTestId('entry'),
    charge: page.getByTestId('charge'),
    undo: button('Undo'),
    lastReceipt: page.getByTestId('last-receipt'),
    async setQuantity(quantity) {
      await rows.getByRole('button', { name: /^Quantity / }).click();
      await dialog.getByRole('textbox').fill(quantity);
      await dialog.getByRole('button', { name: 'Set the quantity' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    async discountRow(percent) {
      await rows.getByRole('button', { name: 'Discount', exact: true }).click();
      await quickPercent(percent);
    },
    async discountSale(percent) {
      await choose('Discount on the sale');
      await quickPercent(percent);
    },
    async addFreeRow(name, price) {
      await choose('Free row');
      await dialog.getByLabel('What is sold').fill(name);
      await dialog.getByLabel(/^Price, VAT included/).fill(price);
      await dialog.getByRole('button', { name: 'Add the row' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    async ringUp(digits) {
      const keypad = page.getByRole('group', { name: 'Keypad' });
      for (const digit of digits) await keypad.getByRole('button', { name: digit, exact: true }).click();
      const before = await rows.count();
      await button('Add the amount to the sale').click();
      // The row is shown when the core has it; a press before that is for the sale without it, and has no effect.
      await rows.nth(before).waitFor();
    },
    choose,
    member: page.getByTestId('member'),
    changing: page.getByTestId('changing'),
    update: page.getByTestId('update'),
    backToCode: page.getByTestId('back-to-code'),
    async closeDialog() {
      const open = dialogCalled(/./);
      await open.getByRole('button', { name: 'Close' }).click();
      await open.waitFor({ state: 'hidden' });
    },
  };
}
