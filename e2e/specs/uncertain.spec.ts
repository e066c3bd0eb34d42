/** Nobody knows yet: what the till does and says, and how it comes right (PF-04, PF-10, PF-16). */
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt, invoiceCount, receiptsFor } from './steps.ts';

test('an invoice without an answer is sent again only by a person, and the first stays listed', async ({ newTill: till, seqr }) => {
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
  await till.unresolved.click();
  await expect(till.unresolvedItems).toHaveCount(1);
  await expect(till.unresolvedItems).toContainText('Possible orphan: the invoice may have reached SEQR.');
});

test('a customer who says they have paid is believed by waiting, not by a receipt', async ({ newTill: till, seqr }) => {
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
  expect((await till.snapshot()).unresolved).toMatchObject([{ kind: 'possibleOrphan', state: 'orphan' }]);
});

test('a customer who says they have paid is answered with what SEQR answers, and nothing becomes paid by it', async ({ till, seqr }) => {
  const { payment } = till;
  await charge(till);
  const { attemptId } = (await till.snapshot()).payment ?? {};
  await payment.button('The customer says it is paid').click();
  await expect(payment.claim).toHaveAttribute('data-finding', 'notPaidYet');
  await expect(payment.claim).toContainText('SEQR answers: not paid yet');
  await expect(payment.claim).toContainText(/Last contact \d s ago/);
  await seqr.fault('getPaymentStatus', 'result:29', 500);
  await payment.reach('unknown');
  await payment.button('The customer says it is paid').click();
  await expect(payment.claim).toContainText('SEQR does not say how it stands (code 29)');
  expect((await till.snapshot()).payment).toMatchObject({ attemptId, screen: { kind: 'unknown' } });
  await seqr.noFaults();
  await seqr.scanAndPay(await payment.reach('waiting').then(() => payment.code()));
  await payment.reach('paid');
  await expect(payment.claim).toBeHidden();
});

test('when nothing leaves the machine the till says so, and the sale is still there', async ({ startOwn }) => {
  const own = await startOwn();
  await own.seqr.stop();
  const { sale, payment } = own.till;
  await sale.ringUp('14900');
  await sale.charge.click();
  await payment.reach('notSent');
  await expect(payment.screen).toContainText('Nothing was sent: SEQR cannot be reached. No payment was started.');
  await payment.backToSale.click();
  await expect(sale.total).toHaveText('149.00 SEK');
});

test('an answer that SEQR is busy says nothing about the invoice', async ({ newTill: till, seqr }) => {
  await seqr.fault('sendInvoice', 'result:93:after');
  await till.sale.ringUp('14900');
  await till.sale.charge.click();
  await till.payment.reach('sendUnknown');
  await expect(till.payment.sendAgain).toBeEnabled();
  await expect(till.payment.giveUp).toBeEnabled();
});

test('a terminal that SEQR does not answer for leads to its registration, and is never called failed', async ({ till, seqr }) => {
  await charge(till);
  await seqr.fault('getPaymentStatus', 'result:29', 500);
  await till.payment.reach('unknown');
  await expect(till.payment.screen).toContainText('SEQR does not know this terminal (code 29). It may or may not be paid.');
  await expect(till.payment.screen).toContainText('Mend the registration in Settings before the next payment.');
  expect((await till.snapshot()).payment?.actions.dismiss).toBe(false);
});

test('an invoice that SEQR refuses never started a payment', async ({ till, seqr }) => {
  await seqr.fault('sendInvoice', 'result:49');
  await till.sale.ringUp('14900');
  await till.sale.charge.click();
  await till.payment.reach('refused');
  await expect(till.payment.screen).toContainText('SEQR refused a figure in the invoice (code 49). No payment was started.');
  await expect(till.payment.screen).toContainText('Code seqr.sendInvoice.49');
  await till.payment.backToSale.click();
  await expect(till.sale.total).toHaveText('149.00 SEK');
});
