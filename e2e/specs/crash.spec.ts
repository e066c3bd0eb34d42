/** The process is killed for real, and a restart owes nobody anything (PF-15). */
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt, invoiceCount } from './steps.ts';

test('killed while waiting and started again within 20 s, the sale is completed with one receipt', async ({ till, seqr, restart }) => {
  const { invoiceReference } = await seqr.scan(await charge(till));
  await till.kill();
  await seqr.pay(invoiceReference);
  const again = await restart();
  await again.payment.reach('paid');
  await expect(again.payment.screen).toContainText('Completed after restart');
  const { status, ersReference } = await seqr.invoice(invoiceReference);
  expect(status).toBe('PAID');
  await expect(again.payment.lastSix).toHaveText(`…${ersReference?.slice(-6) ?? 'nothing'}`);
  await again.payment.nextSale.click();
  await expect(again.sale.rows).toHaveCount(0);
  await expectOneReceipt(again, seqr, invoiceReference);
});

test('killed before SEQR has answered the invoice, it is not sent a second time', async ({ newTill: till, seqr, start }) => {
  const before = await invoiceCount(seqr);
  await seqr.fault('sendInvoice', 'delay:10000:after');
  await till.sale.ringUp('14900');
  await till.sale.charge.click();
  await till.payment.reach('sending');
  await expect.poll(() => invoiceCount(seqr)).toBe(before + 1);
  await till.kill();
  const again = await start();
  await again.payment.reach('sendUnknown');
  await expect(again.payment.screen).toContainText("If the customer's phone shows the amount, ask them not to pay.");
  expect(await invoiceCount(seqr)).toBe(before + 1);
});

test('an open sale survives the kill, row for row', async ({ till, restart }) => {
  await till.sale.add('Flat white');
  await till.sale.discountRow(10);
  await till.sale.ringUp('4250');
  const total = await till.sale.total.textContent();
  await till.kill();
  const again = await restart();
  await expect(again.sale.rows).toHaveCount(2);
  await expect(again.sale.row('Flat white')).toContainText('10 %');
  await expect(again.sale.total).toHaveText(total ?? 'nothing');
});

test('a receipt that SEQR has not accepted yet is submitted after a restart', async ({ till, seqr, restart }) => {
  await seqr.fault('submitPaymentReceipt', 'drop', 50);
  const invoiceReference = await seqr.scanAndPay(await charge(till));
  await till.payment.reach('paid');
  const { ersReference } = await seqr.invoice(invoiceReference);
  await expect.poll(async () => (await till.snapshot()).receiptsToSubmit).toBe(1);
  await till.kill();
  await seqr.noFaults();
  const again = await restart();
  const submitted = async (): Promise<number> => (await seqr.receipts()).filter((each) => each.ersReference === ersReference).length;
  await expect.poll(submitted, { timeout: 20_000 }).toBe(1);
  await expect.poll(async () => (await again.snapshot()).receiptsToSubmit).toBe(0);
});
