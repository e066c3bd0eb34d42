/** Tabs (PF-29): money that is reserved first and taken later, or let go, or lost; and what the till says of each. */
import { done } from '../support/ready-shop.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, expectPaid, receiptsFor } from './steps.ts';

/** Longer than a tab lasts by default. */
const THREE_HOURS_MS = 3 * 3_600_000;

/** 500.00 are reserved for Table 4. @returns the invoice */
async function reserve(till: Till, seqr: SimulatorProcess): Promise<string> {
  const { sale, payment, tabs } = till;
  await sale.ringUp('50000');
  await tabs.open('Table 4');
  await payment.reach('waiting');
  await expect(payment.screen).toContainText('Reserving for Table 4');
  const invoiceReference = await seqr.scanAndPay(await payment.code());
  await payment.reach('reserved');
  await expect(payment.screen).toContainText('Reserved 500.00 SEK. Not paid until you settle it.');
  expect((await seqr.invoice(invoiceReference)).reserved?.amount.value).toBe('500.00');
  return invoiceReference;
}

test('opened, kept over a restart, changed and settled lower: one receipt, and SEQR keeps just that', async ({ till, seqr, restart }) => {
  const invoiceReference = await reserve(till, seqr);
  expect(await receiptsFor(till, invoiceReference)).toEqual([]);
  await till.payment.nextSale.click();
  // A till that ends before it has put the tab aside shows it again, reserved.
  await expect(till.payment.screen).toBeHidden();
  await till.kill();

  const again = await restart();
  const { sale, tabs, payment } = again;
  await expect(tabs.button).toHaveText('Tabs: 1');
  await tabs.takeUp('Table 4');
  await expect(tabs.strip).toContainText(/Reserved 500.00\sSEK · 1 h \d+ min left/);
  await sale.ringUp('30000');
  await sale.rows.first().getByRole('button').first().click();
  await sale.rows
    .first()
    .getByRole('button', { name: /^Remove / })
    .click();
  await expect(sale.total).toHaveText('300.00 SEK');
  await tabs.keep.click();
  await expect(sale.rows).toHaveCount(0);
  await tabs.takeUp('Table 4');
  await expect(sale.total).toHaveText('300.00 SEK');
  await sale.ringUp('4000');
  await tabs.capture.click();
  await payment.reach('paid');
  await expect(payment.amount).toHaveText('340.00 SEK');
  const number = await expectPaid(again, seqr, invoiceReference, '340.00');
  await payment.nextSale.click();
  await expect(tabs.button).toBeHidden();
  await again.journal.open();
  await again.journal.row(number).click();
  await expect(again.journal.receipt(number)).toContainText('340,00');
});

test('settled at once, from its own screen', async ({ till, seqr }) => {
  const invoiceReference = await reserve(till, seqr);
  await till.tabs.capture.click();
  await till.payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '500.00');
});

test('nothing else is charged beside it, and why is said before anybody presses', async ({ till, seqr }) => {
  const { sale, tabs, payment } = till;
  await reserve(till, seqr);
  await payment.nextSale.click();
  await sale.ringUp('1000');
  await expect(sale.charge).toBeDisabled();
  await expect(tabs.warning).toContainText(
    'Table 4 is reserved. SEQR might end that if something else is charged: settle or release it first.',
  );
  await till.page.keyboard.press('F9');
  await expect(till.messages).toContainText('payment.reserved-open');
  const { pin } = SAMPLE_ANSWERS.owner;
  await done(till, { kind: 'tabs.change', pin, mode: 'RESERVATION_REQUIRED', minutes: 30, salesWithTab: true });
  await expect(tabs.warning).toContainText('SEQR might end that if you charge something else.');
  await sale.charge.click();
  await payment.reach('waiting');
});

test('released from the counter after one question: nothing is paid, and the rows stay', async ({ till, seqr }) => {
  const { sale, tabs, payment } = till;
  const invoiceReference = await reserve(till, seqr);
  await payment.button('Add to the tab').click();
  await tabs.release();
  await expect.poll(async () => (await seqr.invoice(invoiceReference)).status).toBe('CANCELED');
  await expect(tabs.button).toBeHidden();
  await expect(sale.total).toHaveText('500.00 SEK');
  await expect(sale.charge).toBeEnabled();
  expect(await receiptsFor(till, invoiceReference)).toEqual([]);
});

test('released from its own screen', async ({ till, seqr }) => {
  const { payment } = till;
  const invoiceReference = await reserve(till, seqr);
  await payment.button('Release the reservation').click();
  await payment.button('Release 500.00').click();
  await payment.reach('cancelled');
  await expect(payment.screen).toContainText('Released. No money kept.');
  expect((await seqr.invoice(invoiceReference)).status).toBe('CANCELED');
});

test('its time is up: found out when it is opened, an alarm, and the rows are on the counter', async ({ till, seqr }) => {
  const { sale, tabs, payment } = till;
  const invoiceReference = await reserve(till, seqr);
  await payment.nextSale.click();
  await seqr.advance(THREE_HOURS_MS);
  await tabs.takeUp('Table 4');
  await expect(tabs.button).toBeHidden();
  await till.unresolved.click();
  await expect(till.unresolvedItems).toContainText('The money reserved for a tab is no longer kept. It is not paid.');
  await till.unresolvedItems.getByRole('button', { name: 'Read', exact: true }).click();
  await sale.closeDialog();
  await expect(sale.total).toHaveText('500.00 SEK');
  await sale.charge.click();
  await payment.reach('waiting');
  const paid = await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await expectPaid(till, seqr, paid, '500.00');
  expect(await receiptsFor(till, invoiceReference)).toEqual([]);
});

test('96 when it is settled after its time: explained, nothing is paid, and the rows come back', async ({ till, seqr }) => {
  const { sale, tabs, payment } = till;
  const invoiceReference = await reserve(till, seqr);
  await seqr.advance(THREE_HOURS_MS);
  await tabs.capture.click();
  await expect(payment.screen).toContainText('SEQR no longer keeps the money of this tab. Nothing is paid.');
  expect((await seqr.messages()).some(({ response }) => /resultCode>96</.test(response ?? ''))).toBe(true);
  await payment.backToSale.click();
  await expect(sale.total).toHaveText('500.00 SEK');
  expect(await receiptsFor(till, invoiceReference)).toEqual([]);
});

test('96 while SEQR lists it as reserved is in doubt: explained, taken again by itself, and paid', async ({ till, seqr }) => {
  const { tabs, payment } = till;
  const invoiceReference = await reserve(till, seqr);
  await seqr.fault('commitReservation', 'result:96');
  await tabs.capture.click();
  await expect(payment.screen).toContainText('SEQR says this is no longer reserved (code 96)');
  await payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '500.00');
});

test('a commit whose answer is lost is not repeated: the status tells that it is paid', async ({ till, seqr }) => {
  const invoiceReference = await reserve(till, seqr);
  await seqr.fault('commitReservation', 'drop:after');
  await till.tabs.capture.click();
  await till.payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '500.00');
});

test('where the bank cannot reserve, a wish to reserve is paid at once, and a demand is no payment', async ({ till, seqr }) => {
  const { sale, tabs, payment } = till;
  await sale.ringUp('10000');
  await tabs.open('Bo', 'Reserve or nothing');
  await payment.reach('waiting');
  await seqr.scanAndPay(await payment.code(), 'bo');
  await payment.reach('failed');
  await payment.backToSale.click();
  await tabs.open('Bo', 'Reserve if the bank can');
  await payment.reach('waiting');
  const paid = await seqr.scanAndPay(await payment.code(), 'bo');
  await payment.reach('paid');
  await expectPaid(till, seqr, paid, '100.00');
});

test('a tab at rest does not keep Kassa from being closed, and the day names it', async ({ till, seqr }) => {
  await reserve(till, seqr);
  await till.payment.nextSale.click();
  await till.page.getByRole('button', { name: 'Day', exact: true }).click();
  await expect(till.page.getByRole('region', { name: 'Reserved, not paid' })).toContainText('Table 4');
  await till.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  expect(await till.ended).toBe(0);
});

test('an ordinary sale after a tab is settled is an ordinary sale', async ({ till, seqr }) => {
  await reserve(till, seqr);
  await till.tabs.capture.click();
  await till.payment.reach('paid');
  await till.payment.nextSale.click();
  const invoiceReference = await seqr.scanAndPay(await charge(till));
  await till.payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '149.00');
});
