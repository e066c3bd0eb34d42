/** Every screen by axe's rules, in both themes: names, roles, contrast, order. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ownTill } from '../support/own-till.ts';
import { honourCards, SWIPED_CARD } from '../support/club-card.ts';
import { scanInto } from '../support/scanner.ts';
import { MENU_DIALOGS } from '../support/pages/sale-page.ts';
import type { MenuEntry } from '../support/pages/sale-page.ts';
import type { Till } from '../support/till-driver.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, sell } from './steps.ts';

type Theme = 'light' | 'dark';

/** What axe finds, in a line each: the rule, and where. The second theme differs from the first in its colours only. */
async function findings(page: Page, theme: Theme): Promise<readonly string[]> {
  // In one page: axe's own second page, for frames, cannot be opened in Electron. There are no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

async function expectAccessible(till: Pick<Till, 'intent' | 'page'>, what: string, page = till.page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await till.intent({ kind: 'preferences.change', patch: { theme } });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
    expect(await findings(page, theme), `${what}, ${theme}`).toEqual([]);
  }
}

test('axe sees what it is shown: a button without a name, grey on grey', async ({ till }) => {
  await till.page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button></button><p>faint</p>');
    const faint = document.querySelector<HTMLElement>('main > p:last-child');
    if (faint !== null) Object.assign(faint.style, { color: '#999', background: '#aaa', position: 'fixed', inset: '0' });
  });
  expect((await findings(till.page, 'light')).join()).toContain('button-name');
  expect((await findings(till.page, 'dark')).join()).toContain('color-contrast');
});

test('the wizard', async ({ freshTill: till, seqr }) => {
  const { wizard } = till;
  const { business, owner, reseller } = SAMPLE_ANSWERS;
  await expectAccessible(till, 'service');
  await wizard.connect(seqr.soap);
  await wizard.continue.click();
  await wizard.at('business');
  await expectAccessible(till, 'business');
  await wizard.continue.click();
  await expectAccessible(till, 'business, not filled in');
  await wizard.fillBusiness(business);
  await wizard.continue.click();
  await wizard.at('owner');
  await expectAccessible(till, 'owner');
  await wizard.fillOwner(owner);
  await wizard.continue.click();
  await wizard.at('reseller');
  await expectAccessible(till, 'reseller');
  await wizard.fillReseller(reseller);
  await wizard.consent.click();
  await wizard.continue.click();
  await wizard.at('terminal');
  await expectAccessible(till, 'terminal');
});

test('the sale, its dialogs, and the customer’s display', async ({ till }) => {
  const { sale } = till;
  await expectAccessible(till, 'empty sale');
  const display = await till.openCustomerDisplay();
  await expectAccessible(till, 'customer, idle', display.page);
  await sale.add('Flat white');
  await sale.discountRow(10);
  await sale.add('Apples, Ingrid Marie');
  await expectAccessible(till, 'sale');
  await expect(display.in('sale')).toBeVisible();
  await expectAccessible(till, 'customer, sale', display.page);
  for (const entry of Object.keys(MENU_DIALOGS) as MenuEntry[]) {
    await sale.choose(entry);
    await expectAccessible(till, entry);
    await sale.closeDialog();
  }
});

test('a payment, from the code to PAID', async ({ till, seqr }) => {
  const { payment } = till;
  const display = await till.openCustomerDisplay();
  const code = await charge(till);
  await expectAccessible(till, 'waiting');
  await expectAccessible(till, 'customer, waiting', display.page);
  await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expectAccessible(till, 'paid');
  await expectAccessible(till, 'customer, paid', display.page);
});

test('a payment that is cancelled, refused or unknown', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const display = await till.openCustomerDisplay();
  await charge(till);
  await payment.cancel.click();
  await payment.reach('cancelled');
  await expectAccessible(till, 'cancelled');
  await expectAccessible(till, 'customer, cancelled', display.page);
  await payment.backToSale.click();
  await seqr.fault('sendInvoice', 'result:49');
  await sale.charge.click();
  await payment.reach('refused');
  await expectAccessible(till, 'refused');
  await payment.backToSale.click();
  await seqr.fault('sendInvoice', 'drop');
  await sale.charge.click();
  await payment.reach('sendUnknown');
  await expectAccessible(till, 'send unknown');
  await payment.sendAgain.click();
  await payment.reach('waiting');
  await seqr.fault('getPaymentStatus', 'result:29', 500);
  await payment.reach('unknown');
  await expectAccessible(till, 'unknown');
  await expectAccessible(till, 'customer, unknown', display.page);
  await payment.setAside.click();
  await till.tray.click();
  await expectAccessible(till, 'tray');
});

test('a refund and what became of it, a pay-out, and the unresolved list', async ({ till, seqr }) => {
  const { journal, refund, outgoing, payOut } = till;
  const { pin } = SAMPLE_ANSWERS.owner;
  const send = async (fault: string | null): Promise<void> => {
    if (fault !== null) await seqr.fault('refundPayment', fault);
    await refund.quickReason('Goods returned').click();
    await refund.pin.fill(pin);
    await refund.send.click();
  };
  await journal.open();
  await journal.row(1).click();
  await refund.open();
  await expectAccessible(till, 'refund, whole');
  await refund.choose('Rows');
  await refund.row('').first().getByRole('button', { name: /^All of / }).click();
  await expectAccessible(till, 'refund, rows');
  await refund.choose('Amount');
  await refund.amount.fill('0.40');
  await expectAccessible(till, 'refund, amount');
  await send('result:99');
  await outgoing.reach('refused');
  await expectAccessible(till, 'refund, refused');
  await outgoing.back.click();
  await refund.choose('Amount');
  await refund.amount.fill('0.40');
  await send(null);
  await outgoing.reach('done');
  await expectAccessible(till, 'refund, done');
  await outgoing.showInJournal.click();
  await expect(journal.receipt(2)).toBeVisible();
  await expectAccessible(till, 'journal, a return');
  await till.page.getByRole('button', { name: 'Receipt 1', exact: true }).click();
  await expect(outgoing.lines).toHaveCount(2);
  await expectAccessible(till, 'journal, a sale that was refunded');
  await refund.open();
  await send('drop');
  await outgoing.reach('unknown');
  await expectAccessible(till, 'refund, unknown');
  await outgoing.goOn.click();
  await till.tray.click();
  await till.page.getByRole('button', { name: 'SEQR has answered' }).click();
  await expectAccessible(till, 'tray, settling');
  await till.page.getByRole('button', { name: 'Close' }).click();
  await payOut.open();
  await payOut.description.fill('no spaces');
  await payOut.user.fill('user_7');
  await expectAccessible(till, 'pay-out');
});

test('the close of day, until it is done', async () => {
  // A set-up of its own comes first: other tests' payments must not be in this day.
  test.slow();
  const own = await ownTill();
  const { till, seqr } = own;
  const { day, page } = till;
  await day.open();
  await page.getByText('Keep the password on this machine').click();
  await expectAccessible(till, 'close, the question');
  await seqr.fault('markTransactionPeriod', 'drop:after', 2);
  await day.password.fill(SAMPLE_ANSWERS.reseller.password);
  await day.field('Owner’s PIN, to keep it').fill(SAMPLE_ANSWERS.owner.pin);
  await day.closeTheDay.click();
  await day.closing('markLost');
  await expectAccessible(till, 'close, mark lost');
  await seqr.fault('executeReport', 'result:33');
  await day.button('Mark the day again').click();
  await day.closing('waiting');
  await expectAccessible(till, 'close, waiting');
  await day.closing('held');
  await day.button('Finish without the report').click();
  await expectAccessible(till, 'close, held');
  await own.end();
});

test('a close that is done, and SEQR’s reports', async () => {
  // A set-up of its own comes first: other tests' payments must not be in this day.
  test.slow();
  const own = await ownTill();
  const { till, seqr } = own;
  const { day } = till;
  await sell(till, seqr, '14900');
  await day.open();
  await day.password.fill(SAMPLE_ANSWERS.reseller.password);
  await day.closeTheDay.click();
  await expect(day.result(1)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(till, 'close, done');
  await day.button('Back to the day').click();
  await expectAccessible(till, 'closes');
  await day.button('SEQR’s reports').click();
  await day.password.fill(SAMPLE_ANSWERS.reseller.password);
  await day.button('Run the report').click();
  await expect(day.report).toBeVisible();
  await expectAccessible(till, 'reports');
  await own.end();
});

test('a sale that is changed while it waits, and cards that are late', async ({ till, seqr }) => {
  const { sale, payment, page } = till;
  await honourCards(till);
  await sale.ringUp('14900');
  await scanInto(page, SWIPED_CARD);
  await expectAccessible(till, 'sale with a card');
  await sale.charge.click();
  await payment.reach('waiting');
  await payment.changeSale.click();
  await sale.ringUp('1000');
  await expectAccessible(till, 'changing the sale');
  await sale.update.click();
  await expect(payment.change).toContainText('Changed to');
  await expectAccessible(till, 'changed');
  const { invoiceReference } = await seqr.scan(await payment.code());
  await scanInto(page, '97525678');
  await expect(payment.change).toContainText('code 90');
  await expectAccessible(till, 'late swipe');
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
});

test('tabs, on the counter, on their own screen and in the list', async ({ till, seqr }) => {
  const { sale, payment, tabs, page, settings } = till;
  const display = await till.openCustomerDisplay();
  await sale.ringUp('50000');
  await sale.rows.first().waitFor();
  await page.keyboard.press('F7');
  await expectAccessible(till, 'open a tab');
  await page.keyboard.press('Escape');
  await tabs.open('Table 4');
  await payment.reach('waiting');
  await seqr.scanAndPay(await payment.code());
  await payment.reach('reserved');
  await expectAccessible(till, 'reserved');
  await expectAccessible(till, 'customer, reserved', display.page);
  await payment.button('Release the reservation').click();
  await expectAccessible(till, 'release?');
  await payment.button('Keep it reserved').click();
  await seqr.fault('commitReservation', 'result:96');
  await tabs.settle.click();
  await expect(payment.screen).toContainText('code 96');
  await expectAccessible(till, 'reserved, 96');
  await payment.nextSale.click();
  await sale.ringUp('1000');
  await expectAccessible(till, 'sale beside a tab');
  await page.keyboard.press('Delete');
  await tabs.button.click();
  await expectAccessible(till, 'list of tabs');
  await sale.closeDialog();
  await tabs.takeUp('Table 4');
  await expect(tabs.strip).toBeVisible();
  await sale.ringUp('1000');
  await expectAccessible(till, 'tab on the counter');
  await tabs.keep.click();
  await expect(sale.rows).toHaveCount(0);
  for (const section of ['Loyalty', 'Tabs']) {
    await settings.open(section);
    await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
    await expect(page.getByRole('button', { name: /^Save the / })).toBeVisible();
    await expectAccessible(till, `${section}, open`);
  }
});

test('journal and day', async ({ till }) => {
  const { page, journal } = till;
  await journal.open();
  await journal.row(1).click();
  await expect(journal.receipt(1)).toBeVisible();
  await expectAccessible(till, 'journal');
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  await expectAccessible(till, 'day');
});

test('the settings', async ({ till }) => {
  const { settings } = till;
  for (const section of ['Screen', 'Receipts and printer', 'Keys', 'Cashiers', 'Loyalty', 'Tabs', 'SEQR terminal', 'Close of day', 'Health', 'About']) {
    await settings.open(section);
    await expectAccessible(till, section);
  }
  await settings.open('SEQR terminal');
  await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
  await expect(settings.button('Unregister this terminal')).toBeVisible();
  await expectAccessible(till, 'SEQR terminal, open');
});
