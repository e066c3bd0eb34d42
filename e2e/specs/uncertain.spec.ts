/** Nobody knows yet: what the till does and says, and how it comes right (PF-04, PF-10, PF-16). */
import { makeReadyTill } from '../support/ready-till.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt, invoiceCount, receiptsFor } from './steps.ts';

test('an invoice without an answer is sent again only by a person, and the first stays listed', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const before = await invoiceCount(seqr);
  await seqr.fault('sendInvoice', 'drop:after');
  await sale.ringUp('14900');
  await sale.charge.click();
  await payment.reach('sendUnknown');
  await expect(payment.screen).toContainText("No answer from SEQR. If the customer's phone shows the amount, ask them not to pay.");
  expect(await invoiceCount(seqr)).toBe(before + 1);
  await payment.sendAgain.click();
  await payment.reach('waiting');
  const [orphan, live] = (await seqr.invoices()).slice(before);
  expect(orphan?.status).toBe('CANCELED');
  await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await expectOneReceipt(till, seqr, live?.invoiceReference ?? '');
  await payment.nextSale.click();
  await till.tray.click();
  await expect(till.trayItems).toHaveCount(1);
  await expect(till.trayItems).toContainText('Possible orphan: the invoice may have reached SEQR.');
});

test('a customer who says they have paid is believed by waiting, not by a receipt', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const before = await invoiceCount(seqr);
  await seqr.fault('sendInvoice', 'drop:after');
  await sale.ringUp('14900');
  await sale.charge.click();
  await payment.reach('sendUnknown');
  await payment.button('The customer says it is paid').click();
  await expect(payment.screen).toContainText(/SEQR is returning the payment. Send again in \d+ s./);
  await expect(payment.sendAgain).toBeDisabled();
  await payment.giveUp.click();
  await expect(payment.backToSale.or(sale.charge)).toBeVisible();
  const [lost] = (await seqr.invoices()).slice(before);
  expect(await receiptsFor(till, lost?.invoiceReference ?? '')).toEqual([]);
  expect((await till.snapshot()).tray).toMatchObject([{ kind: 'possibleOrphan', state: 'orphan' }]);
});

test('when nothing leaves the machine the till says so, and the sale is still there', async ({ userDataDir, start }) => {
  const gone = await startSimulatorProcess();
  await makeReadyTill(userDataDir, gone);
  await gone.stop();
  const { sale, payment } = await start();
  await sale.ringUp('14900');
  await sale.charge.click();
  await payment.reach('notSent');
  await expect(payment.screen).toContainText('Nothing was sent: SEQR cannot be reached. No payment was started.');
  await payment.backToSale.click();
  await expect(sale.total).toHaveText('149.00 SEK');
});

test('an answer that SEQR is busy says nothing about the invoice', async ({ till, seqr }) => {
  await seqr.fault('sendInvoice', 'result:93:after');
  await till.sale.ringUp('14900');
  await till.sale.charge.click();
  await till.payment.reach('sendUnknown');
  await expect(till.payment.sendAgain).toBeEnabled();
  await expect(till.payment.giveUp).toBeEnabled();
});

test('20 s without an answer is unknown; set aside and found paid, the sale is completed loudly', async ({ till, seqr }) => {
  const { payment, sale } = till;
  const { invoiceReference } = await seqr.scan(await charge(till));
  await seqr.fault('getPaymentStatus', 'drop:after', 500);
  await seqr.pay(invoiceReference);
  await expect(payment.screen).toContainText('Connection unstable');
  await expect(payment.screen).toContainText(/No word from SEQR for 1\d of 20 s/, { timeout: 20_000 });
  await payment.reach('unknown', 25_000);
  await expect(payment.screen).toContainText('SEQR cannot be reached. It may or may not be paid.');
  await expect(payment.screen).toContainText('Do not take payment again, do not hand over goods yet.');
  await payment.setAside.click();
  await expect(sale.charge).toBeDisabled();
  await expect(till.tray).toHaveText(/Unresolved: 1/);
  await seqr.noFaults();
  await till.tray.click();
  await expect(till.page.locator('[data-testid=tray-item][data-state=completedLoudly]')).toContainText(/is PAID. The sale is complete: receipt \d+/);
  await expectOneReceipt(till, seqr, invoiceReference);
  await till.trayItems.getByRole('button', { name: 'Read' }).click();
  await expect.poll(async () => (await till.snapshot()).tray).toEqual([]);
});

test('a terminal that SEQR does not answer for leads to its registration, and is never called failed', async ({ till, seqr }) => {
  await charge(till);
  await seqr.fault('getPaymentStatus', 'result:29', 500);
  await till.payment.reach('unknown');
  await expect(till.payment.screen).toContainText("SEQR does not answer for this terminal (code 29): its registration has a problem.");
  await expect(till.payment.screen).toContainText('Mend the registration in Settings before the next payment.');
  expect((await till.snapshot()).payment?.actions.dismiss).toBe(false);
});

test('an invoice that SEQR refuses never started a payment', async ({ till, seqr }) => {
  await seqr.fault('sendInvoice', 'result:49');
  await till.sale.ringUp('14900');
  await till.sale.charge.click();
  await till.payment.reach('refused');
  await expect(till.payment.screen).toContainText('SEQR refused the invoice. No payment was started.');
  await expect(till.payment.screen).toContainText('(code 49)');
  await till.payment.backToSale.click();
  await expect(till.sale.total).toHaveText('149.00 SEK');
});
