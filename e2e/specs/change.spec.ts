import type { Till } from '../support/till-driver.ts';
/** A sale that changes while its code is on the screen (PF-25): taken, too late, or nobody knows until it is paid. */
import { expect, test } from './fixture.ts';
import { charge, expectPaid } from './steps.ts';

/** 149.00 is waited for; ten are added. */
async function addTen({ payment, sale }: Till): Promise<void> {
  await payment.changeSale.click();
  await sale.ringUp('1000');
  await expect(sale.total).toHaveText('159.00 SEK');
}

test('changed before the scan, the new amount is what the customer is asked for and pays', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const display = await till.openCustomerDisplay();
  const code = await charge(till);
  await addTen(till);
  await expect(sale.changing).toContainText('The payment is still open for 149.00 SEK');
  await expect(display.amount).toHaveText('149.00 SEK');
  await till.page.keyboard.press('F9');
  await expect(payment.change).toHaveText('Changed to 159.00 SEK');
  await expect(payment.amount).toHaveText('159.00 SEK');
  await expect(display.amount).toHaveText('159.00 SEK');
  const { invoiceReference, totalAmount } = await seqr.scan(code);
  expect(totalAmount.value).toBe('159.00');
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  await expect(payment.amount).toHaveText('159.00 SEK');
  const number = await expectPaid(till, seqr, invoiceReference, '159.00');
  await payment.nextSale.click();
  await till.journal.open();
  await till.journal.row(number).click();
  await expect(till.journal.receipt(number)).toContainText('159,00');
});

test('Esc goes back to the code one step at a time, and never ends the payment', async ({ till, seqr }) => {
  const { payment, sale, page } = till;
  const code = await charge(till);
  await payment.changeSale.click();
  await sale.ringUp('1000');
  await page.keyboard.type('5');
  await page.keyboard.press('Escape');
  await expect(sale.changing).toBeVisible();
  await page.keyboard.press('Escape');
  await payment.reach('waiting');
  await expect(payment.amount).toHaveText('149.00 SEK');
  const invoiceReference = await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '149.00');
});

test('a change that comes after the scan is refused, explained, and the old amount is paid', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const { invoiceReference } = await seqr.scan(await charge(till));
  await addTen(till);
  await sale.update.click();
  await expect(payment.change).toContainText('The customer has probably scanned already (code 90)');
  await expect(payment.change).toContainText('149.00 SEK or 159.00 SEK: the phone shows which.');
  await expect(payment.change).toContainText('Code seqr.updateInvoice.90');
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  await expect(payment.amount).toHaveText('149.00 SEK');
  await expectPaid(till, seqr, invoiceReference, '149.00');
});

test('a change whose answer is lost counts as soon as the receipt of PAID names its amount', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const code = await charge(till);
  await seqr.fault('updateInvoice', 'drop:after');
  await addTen(till);
  await sale.update.click();
  await expect(payment.change).toContainText('No usable answer to the change. The customer pays 149.00 SEK or 159.00 SEK');
  const invoiceReference = await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expect(payment.amount).toHaveText('159.00 SEK');
  await expectPaid(till, seqr, invoiceReference, '159.00');
  expect((await till.snapshot()).unresolved).toEqual([]);
});

test('a change that SEQR refuses leaves the payment open for what it was', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const code = await charge(till);
  await seqr.fault('updateInvoice', 'result:49');
  await addTen(till);
  await sale.update.click();
  await expect(payment.change).toContainText(
    'SEQR refused a figure in the invoice (code 49). The payment is still open for 149.00 SEK, as it was.',
  );
  await payment.changeSale.click();
  await expect(sale.total).toHaveText('159.00 SEK');
  await sale.update.click();
  await expect(payment.change).toHaveText('Changed to 159.00 SEK');
  const invoiceReference = await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '159.00');
});

test('PAID takes over the window while the sale is being changed, and what was added stays on the counter', async ({ till, seqr }) => {
  const code = await charge(till);
  await addTen(till);
  const invoiceReference = await seqr.scanAndPay(code);
  await till.payment.reach('paid');
  await expect(till.payment.amount).toHaveText('149.00 SEK');
  await till.payment.nextSale.click();
  await expect(till.sale.rows).toHaveCount(1);
  await expect(till.sale.total).toHaveText('10.00 SEK');
  await expectPaid(till, seqr, invoiceReference, '149.00');
  await till.unresolved.click();
  await expect(till.unresolvedItems).toContainText('it lies on the counter as a new sale');
});
