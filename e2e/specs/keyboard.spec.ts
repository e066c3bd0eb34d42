/** A whole sale without mouse or finger, and a scanner that nobody has to aim. */
import { scanInto } from '../support/scanner.ts';
import { expect, test } from './fixture.ts';
import { expectOneReceipt } from './steps.ts';

const CAPPUCCINO = '0400000001067';

test('a sale by keys alone, from the first digit to the next sale', async ({ till, seqr }) => {
  const { page, sale, payment } = till;
  const { keyboard } = page;
  await keyboard.type('12500', { delay: 60 });
  await expect(sale.entry).toHaveText('125.00');
  await keyboard.press('Enter');
  await expect(sale.total).toHaveText('125.00 SEK');
  await keyboard.press('F2');
  await keyboard.type('flat white', { delay: 60 });
  await expect(sale.tile('Flat white')).toBeVisible();
  await keyboard.press('Enter');
  await expect(sale.rows).toHaveCount(2);
  await keyboard.press('ArrowUp');
  await expect(sale.rows.first().locator('[aria-current=true]')).toBeVisible();
  await keyboard.press('Delete');
  await expect(sale.rows).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(sale.rows).toHaveCount(2);
  await expect(sale.total).toHaveText('173.00 SEK');
  await keyboard.press('F9');
  await payment.reach('waiting');
  const invoiceReference = await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await expect(async () => {
    await keyboard.press('Enter');
    await expect(sale.charge).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(sale.rows).toHaveCount(0);
  await expectOneReceipt(till, seqr, invoiceReference);
});

test('a scan adds its product wherever the focus is, and lands in no field', async ({ till }) => {
  const { page, sale } = till;
  await scanInto(page, CAPPUCCINO);
  await expect(sale.row('Cappuccino')).toBeVisible();
  await expect(sale.total).toHaveText('45.00 SEK');
  await sale.search.focus();
  await scanInto(page, CAPPUCCINO);
  await expect(sale.row('2 × Cappuccino')).toBeVisible();
  await expect(sale.search).toHaveValue('');
  await sale.charge.focus();
  await scanInto(page, CAPPUCCINO);
  await expect(sale.row('3 × Cappuccino')).toBeVisible();
  await expect(till.payment.screen).toBeHidden();
});

test('a quantity and × before a scan count for that product only', async ({ till }) => {
  const { page, sale } = till;
  await page.keyboard.type('3*', { delay: 60 });
  await scanInto(page, CAPPUCCINO);
  await expect(sale.row('3 × Cappuccino')).toBeVisible();
  await expect(sale.total).toHaveText('135.00 SEK');
  await scanInto(page, CAPPUCCINO);
  await expect(sale.total).toHaveText('180.00 SEK');
});

test('a code that no product has, and a scan cut short, are said aloud and change nothing', async ({ till }) => {
  const { page, sale, messages } = till;
  await scanInto(page, '7350000000003');
  await expect(messages.getByRole('alert')).toContainText('7350000000003');
  await scanInto(page, '735');
  await expect(messages.getByRole('alert')).toContainText('Only a part of a code was read.');
  await expect(sale.rows).toHaveCount(0);
});

test('a scan whose first character comes long before the others leaves no amount behind', async ({ till }) => {
  const { page, sale, messages } = till;
  const untilTyped = (): Promise<void> => expect(sale.entry).toHaveText('0.07');
  await scanInto(page, '735', untilTyped);
  await expect(messages.getByRole('alert')).toContainText('Only a part of a code was read.');
  await expect(sale.entry).toHaveText('0.00');
  await scanInto(page, '7350000000003', untilTyped);
  await expect(messages.getByRole('alert')).toContainText('7350000000003');
  await expect(sale.entry).toHaveText('0.00');
});

test('Escape never ends a payment', async ({ till }) => {
  await till.sale.ringUp('14900');
  await expect(till.sale.charge).toBeEnabled();
  await till.page.keyboard.press('F9');
  await till.payment.reach('waiting');
  const { payment: before } = await till.snapshot();
  await till.page.keyboard.press('Escape');
  await till.page.keyboard.press('F10');
  await till.page.keyboard.press('Enter');
  await expect(till.payment.in('waiting')).toBeVisible();
  expect((await till.snapshot()).payment?.stateNumber).toBe(before?.stateNumber);
});
