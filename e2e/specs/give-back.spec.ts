/** Money that the shop holds for nothing, or for less than the sale: what the list says, and every way out of it (PF-06, PF-08, PF-16). */
import type { Locator } from '@playwright/test';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, lastNumber, receiptsFor } from './steps.ts';

const { pin } = SAMPLE_ANSWERS.owner;

/** The one item of the list, which is opened for it. */
async function theItem({ unresolved, unresolvedItems }: Till): Promise<Locator> {
  await unresolved.click();
  await expect(unresolvedItems).toHaveCount(1);
  return unresolvedItems.first();
}

async function leaveTheList({ page }: Till): Promise<void> {
  await page.getByRole('button', { name: 'Close', exact: true }).click();
}

/** Opens a way out of an item. @returns its form */
async function way(item: Locator, word: string): Promise<Locator> {
  await item.getByRole('button', { name: word, exact: true }).click();
  const form = item.getByRole('group', { name: word });
  await form.getByLabel('Owner’s PIN').fill(pin);
  return form;
}

test.describe('SEQR says PAID over 1.00 where 149.00 was asked for', () => {
  test.beforeEach(async ({ seqr }) => seqr.setSwitches({ paidBends: ['other-amount'] }));
  test.afterEach(async ({ seqr }) => seqr.setSwitches({ paidBends: [] }));

  test('both figures are shown, and it goes back with its receipt and its return', async ({ till, seqr }) => {
    const { payment, sale, disbursement } = till;
    const before = (await till.snapshot()).lastReceipt?.number ?? 0;
    const invoiceReference = await seqr.scanAndPay(await charge(till));
    await payment.reach('paid');
    await expect(payment.screen).toContainText('SEQR says 1.00 SEK was paid, the sale is 149.00 SEK.');
    await expect(payment.screen).toContainText('Do not hand over the goods yet; call a supervisor.');
    await expect(payment.screen).not.toContainText('PAID');
    await payment.nextSale.click();
    await expect(sale.total).toHaveText('149.00 SEK');
    const item = await theItem(till);
    await expect(item).toContainText('SEQR says that 1.00 SEK was paid, which is not what the sale came to.');
    expect(await receiptsFor(till, invoiceReference)).toEqual([]);
    const form = await way(item, 'Give it back');
    await form.getByLabel('Reason').fill('Another amount');
    await form.getByRole('button', { name: 'Give it back' }).click();
    await disbursement.reach('done');
    await expect(disbursement.screen).toContainText('1.00 SEK');
    await disbursement.done.click();
    await expect(till.unresolvedItems).toHaveCount(0);
    await leaveTheList(till);
    const { ersReference } = await seqr.invoice(invoiceReference);
    const back = (await seqr.ledger()).filter((entry) => entry.paymentReference === ersReference);
    expect(back.map(({ kind, amount }) => [kind, amount.value])).toEqual([['refund', '1.00']]);
    expect((await receiptsFor(till, invoiceReference)).map(({ total }) => total.minor).toSorted((a, b) => a - b)).toEqual([-100, 100]);
    expect(await lastNumber(till)).toBe(before + 2);
  });

  test('a supervisor takes it as a part, and the customer pays the rest', async ({ till, seqr }) => {
    const { payment, sale } = till;
    const part = await seqr.scanAndPay(await charge(till));
    await payment.reach('paid');
    await payment.nextSale.click();
    const form = await way(await theItem(till), 'Take it as part payment');
    await expect(form).toContainText('The customer has paid 1.00 SEK of 149.00 SEK.');
    await form.getByRole('button', { name: 'Take it, 148.00 SEK is left' }).click();
    await expect(till.unresolvedItems).toHaveCount(0);
    await leaveTheList(till);
    await expect(sale.total).toHaveText('148.00 SEK');
    await expect(sale.rows).toContainText(`Rest av kvitto ${await lastNumber(till)}`);
    await seqr.setSwitches({ paidBends: [] });
    await sale.charge.click();
    await payment.reach('waiting');
    const rest = await seqr.scanAndPay(await payment.code());
    await payment.reach('paid');
    await expect(payment.screen).toContainText('Hand over the goods.');
    const receipts = [...(await receiptsFor(till, part)), ...(await receiptsFor(till, rest))];
    expect(receipts.map(({ total }) => total.minor)).toEqual([100, 14_800]);
  });
});

test('a freed sale is charged another way; the old payment is paid after all, and SEQR refuses its refund', async ({ till, seqr }) => {
  const { payment, sale, disbursement } = till;
  const code = await charge(till);
  await seqr.fault('getPaymentStatus', 'result:29', 500);
  await seqr.fault('cancelInvoice', 'result:51', 500);
  await payment.reach('unknown');
  await payment.setAside.click();
  const free = await way(await theItem(till), 'Free its sale');
  await free.getByRole('button', { name: 'Free its sale' }).click();
  await expect(till.unresolvedItems).toContainText('Outcome unknown. Its rows are charged another way.');
  await expect(till.unresolvedItems).toContainText('if the phone says it is paid, you get that money back');
  await leaveTheList(till);
  await expect(sale.total).toHaveText('149.00 SEK');

  const late = await seqr.scanAndPay(code);
  await seqr.noFaults();
  await expect(till.unresolved).toBeVisible();
  await expect.poll(async () => (await till.snapshot()).unresolved.map(({ state }) => state), { timeout: 20_000 }).toEqual(['paidFreed']);
  expect(await receiptsFor(till, late)).toEqual([]);
  await expect.poll(async () => (await seqr.invoice(late)).acknowledgedAt).not.toBeNull();

  await seqr.fault('refundPayment', 'result:97');
  const item = await theItem(till);
  await expect(item).toContainText('Give the money back here.');
  const giveBack = await way(item, 'Give it back');
  await giveBack.getByLabel('Reason').fill('Paid twice');
  await giveBack.getByRole('button', { name: 'Give it back' }).click();
  await disbursement.reach('refused');
  await disbursement.back.click();
  const refused = await way(till.unresolvedItems.first(), 'SEQR refuses the refund');
  await refused.getByLabel('How the customer got the money').fill('In cash');
  await refused.getByRole('button', { name: 'Close it' }).click();
  await expect(till.unresolvedItems).toHaveCount(0);
  const { ersReference } = await seqr.invoice(late);
  const ledger = (await seqr.ledger()).filter((entry) => entry.ersReference === ersReference || entry.paymentReference === ersReference);
  expect(ledger.map(({ kind }) => kind)).toEqual(['debit']);
});
