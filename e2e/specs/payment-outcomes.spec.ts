/** How a payment can end while the till looks on, and what each screen says then. */
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt, receiptsFor } from './steps.ts';

test('a declined payment leaves the sale as it was and no receipt', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const { invoiceReference } = await seqr.scan(await charge(till));
  await seqr.decline(invoiceReference);
  await payment.reach('failed');
  await expect(payment.screen).toContainText('The payment did not go through. No money kept.');
  await payment.backToSale.click();
  await expect(sale.total).toHaveText('149.00 SEK');
  expect(await receiptsFor(till, invoiceReference)).toEqual([]);
});

test('cancelled is said only after SEQR said so', async ({ till, seqr }) => {
  const { payment } = till;
  const { invoiceReference } = await seqr.scan(await charge(till));
  await seqr.fault('cancelInvoice', 'drop');
  await payment.cancel.click();
  await payment.reach('cancelling');
  await expect(payment.screen).toContainText('Cancelling. If the customer is confirming now, the payment wins.');
  await payment.reach('cancelled');
  await expect(payment.screen).toContainText('Cancelled. No money kept.');
  expect((await seqr.invoice(invoiceReference)).status).toBe('CANCELED');
  expect(await seqr.faults()).toEqual([]);
});

test('a cancel by the customer is told from one of ours', async ({ till, seqr }) => {
  const { invoiceReference } = await seqr.scan(await charge(till));
  await seqr.cancel(invoiceReference);
  await till.payment.reach('cancelled');
  await expect(till.payment.screen).toContainText('The customer cancelled, or another till uses this terminal. No money kept.');
});

test('a payment that is confirmed meanwhile wins against the cancel', async ({ till, seqr }) => {
  const { payment } = till;
  const { invoiceReference } = await seqr.scan(await charge(till));
  await seqr.pay(invoiceReference, 3_000);
  await payment.cancel.click();
  await payment.reach('confirming');
  await expect(payment.screen).toContainText('Customer is confirming');
  await payment.reach('paid');
  await expect(payment.screen).toContainText('The payment was confirmed before the cancel arrived: the sale is complete.');
  await expectOneReceipt(till, seqr, invoiceReference);
});

test('answers lost after they acknowledged the payment cost nobody anything', async ({ till, seqr }) => {
  const { payment } = till;
  const { invoiceReference } = await seqr.scan(await charge(till));
  await seqr.fault('getPaymentStatus', 'drop:after', 3);
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  expect(await seqr.faults()).toEqual([]);
  const { ersReference, acknowledgedAt } = await seqr.invoice(invoiceReference);
  expect(acknowledgedAt).not.toBeNull();
  await expect(payment.lastSix).toHaveText(`…${ersReference?.slice(-6) ?? 'nothing'}`);
  await expectOneReceipt(till, seqr, invoiceReference);
});

test('half an envelope, another operation and two statuses are no information', async ({ till, seqr }) => {
  const { payment } = till;
  const code = await charge(till);
  for (const kind of ['truncated', 'wrong-operation', 'two-status', 'html-200', 'http-503-html'])
    await seqr.fault('getPaymentStatus', kind);
  await expect(payment.screen).toContainText('Connection unstable');
  await expect.poll(() => seqr.faults()).toEqual([]);
  await expect(payment.in('waiting')).toBeVisible();
  const invoiceReference = await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expectOneReceipt(till, seqr, invoiceReference);
});
