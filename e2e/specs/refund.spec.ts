/** Money going back, from the cashier's first key to paper, journal and the customer's account (PF-14, till-features B11). */
import fs from 'node:fs';
import path from 'node:path';
import { readPdf } from '../support/pdf-text.ts';
import { saveNextTo } from '../support/save-dialog.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, lastNumber } from './steps.ts';

const { pin } = SAMPLE_ANSWERS.owner;
/** Slower than any scanner, whose characters never land in a field. */
const BY_HAND = { delay: 60 };
const balance = async (seqr: SimulatorProcess): Promise<number> => Number((await seqr.customers())[0]?.balance.value);
const refundsAt = async (seqr: SimulatorProcess) => (await seqr.ledger()).filter((entry) => entry.kind === 'refund');

/** Two flat whites at 48.00 and a bun at 36.00, 10 % off it all: 118.80. @returns the payment's reference and the receipt's number */
async function sellThree(till: Till, seqr: SimulatorProcess): Promise<{ readonly payment: string; readonly number: number }> {
  const { sale, payment } = till;
  await sale.add('Flat white');
  await sale.setQuantity('2');
  await sale.add('Kanelbulle');
  await sale.discountSale(10);
  await sale.charge.click();
  await payment.reach('waiting');
  const invoiceReference = await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await payment.nextSale.click();
  const { ersReference } = await seqr.invoice(invoiceReference);
  return { payment: ersReference ?? '', number: await lastNumber(till) };
}

async function openRefund({ journal, refund }: Till, number: number): Promise<void> {
  await journal.open();
  await journal.row(number).click();
  await refund.open();
}

async function send({ refund }: Till): Promise<void> {
  await refund.quickReason('Goods returned').click();
  await refund.pin.fill(pin);
  await refund.send.click();
}

test('one of two cups goes back: to the account, onto paper, into the journal, and to SEQR', async ({ till, seqr, userDataDir }) => {
  const { journal, refund, disbursement, page } = till;
  const { payment, number } = await sellThree(till, seqr);
  const before = await balance(seqr);
  await openRefund(till, number);
  await expect(refund.sum).toHaveText('118.80 SEK');
  await refund.choose('Rows');
  await expect(refund.send).toBeDisabled();
  await refund.more('Flat white').click();
  await expect(refund.sum).toHaveText('43.20 SEK');
  await expect(refund.send).toHaveText('Refund 43.20');
  await send(till);
  await disbursement.reach('done');
  await expect(disbursement.screen).toContainText('Refunded. The money is on its way to the customer.');
  // One simulator serves all tests: it has refunds of others, too.
  const entry = (await refundsAt(seqr)).find((refund) => refund.paymentReference === payment);
  expect(entry).toMatchObject({ paymentReference: payment, amount: { value: '43.20' } });
  await expect(disbursement.lastSix).toHaveText(entry?.ersReference.slice(-6) ?? '');
  expect(Math.round(100 * ((await balance(seqr)) - before))).toBe(4_320);

  await disbursement.showInJournal.click();
  const receipt = journal.receipt(number + 1);
  for (const words of [
    'RETUR',
    `Returkvitto ${number + 1}`,
    `Avser kvitto ${number}`,
    'Goods returned',
    '−43,20',
    entry?.ersReference ?? '?',
    payment,
  ])
    await expect(receipt).toContainText(words);
  await expect(journal.row(number + 1)).toContainText('−43.20');
  const file = path.join(userDataDir, 'return.pdf');
  await saveNextTo(till, file);
  await journal.savePdf.click();
  await expect(journal.saved).toBeVisible();
  const { text } = await readPdf(fs.readFileSync(file));
  for (const words of ['RETUR', `Avser kvitto ${number}`, '43,20', entry?.ersReference ?? '?']) expect(text).toContain(words);
  await expect.poll(async () => (await seqr.receipts()).some((sent) => sent.ersReference === entry?.ersReference)).toBe(true);

  await page.getByRole('button', { name: `Receipt ${number}`, exact: true }).click();
  await expect(page.getByText('43.20 of 118.80 SEK')).toBeVisible();
  await expect(disbursement.lines).toHaveCount(1);
  await journal.search.fill(entry?.ersReference.slice(-8) ?? '?');
  await expect(journal.rows).toHaveCount(1);
  await expect(journal.row(number + 1)).toBeVisible();
});

test('the rest goes back as well, by keys alone, and then nothing is left', async ({ till, seqr }) => {
  const { refund, disbursement, page } = till;
  const { number } = await sellThree(till, seqr);
  await openRefund(till, number);
  await refund.choose('Amount');
  await refund.amount.fill('18.80');
  await send(till);
  await disbursement.reach('done');
  await disbursement.done.click();
  await openRefund(till, number);
  await expect(refund.sum).toHaveText('100.00 SEK');
  // The reason has the focus; a few tabs over the usual ones lie between it and the PIN.
  await page.keyboard.type('Sent back by post', BY_HAND);
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return refund.pin.evaluate((field) => field === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.type(pin, BY_HAND);
  await page.keyboard.press('Enter');
  await disbursement.reach('done');
  await page.keyboard.press('Enter');
  await expect(disbursement.screen).toBeHidden();
  expect((await refundsAt(seqr)).slice(-2).map((entry) => entry.amount.value)).toEqual(['18.80', '100.00']);
  await openRefund(till, number);
  await expect(page.getByText('All of this sale has been given back, or may have been.')).toBeVisible();
  await expect(refund.send).toBeHidden();
});

test('what SEQR refuses is explained, with what to write to SEQR, and moves no money', async ({ till, seqr }) => {
  const { refund, disbursement } = till;
  const { payment, number } = await sellThree(till, seqr);
  const before = await refundsAt(seqr);
  await openRefund(till, number);
  const explained: readonly (readonly [number, string])[] = [
    [98, 'refund no more than the rest'],
    [23, 'Look the receipt up in the journal once more.'],
    [97, `118.80 SEK, payment ${payment}`],
    [99, `118.80 SEK, payment ${payment}`],
    [48, 'SEQR is still at work on this payment'],
    [64, 'Call support'],
    [11, 'refund no more than the rest'],
  ];
  for (const [code, words] of explained) {
    await seqr.fault('refundPayment', `result:${code}`);
    await send(till);
    await disbursement.reach('refused');
    await expect(disbursement.screen).toContainText(`code ${code}`);
    await expect(disbursement.screen).toContainText('No money has gone back to the customer.');
    await expect(disbursement.screen).toContainText(words);
    await disbursement.back.click();
  }
  await refund.quickReason('Faulty goods').click();
  await refund.pin.fill('1111');
  await refund.send.click();
  await expect(till.page.getByRole('alert')).toContainText('pin.wrong');
  expect(await refundsAt(seqr)).toEqual(before);
});

test('without an answer it is unknown: not repeated, on the list over a restart, resolved by SEQR’s letter', async ({
  till,
  seqr,
  restart,
}) => {
  const { disbursement } = till;
  const { number } = await sellThree(till, seqr);
  const before = (await refundsAt(seqr)).length;
  await openRefund(till, number);
  await seqr.fault('refundPayment', 'drop:after');
  await send(till);
  await disbursement.reach('unknown');
  await expect(disbursement.screen).toContainText('Do not repeat it');
  await disbursement.goOn.click();
  await expect(till.unresolved).toContainText('Unresolved: 1');
  await till.kill();

  const again = await restart();
  await again.sale.charge.waitFor();
  expect((await refundsAt(seqr)).length - before).toBe(1);
  await openRefund(again, number);
  await expect(again.page.getByText('All of this sale has been given back, or may have been.')).toBeVisible();
  await again.unresolved.click();
  await expect(again.unresolvedItems).toContainText(`Refund of receipt ${number} sent, answer missing.`);
  const reference = (await refundsAt(seqr)).at(-1)?.ersReference ?? '';
  await again.disbursement.resolve({ done: true, reference, pin });
  await expect(again.unresolvedItems).toHaveCount(0);
  await again.page.getByRole('button', { name: 'Close', exact: true }).click();
  await again.journal.open();
  await again.journal.row(number + 1).click();
  await expect(again.journal.receipt(number + 1)).toContainText(reference);
  expect((await refundsAt(seqr)).length - before).toBe(1);
});

test('killed while it is on its way it is unknown, and not sent again', async ({ till, seqr, restart }) => {
  const { number } = await sellThree(till, seqr);
  const before = (await refundsAt(seqr)).length;
  await openRefund(till, number);
  await seqr.fault('refundPayment', 'delay:10000:after');
  await send(till);
  await till.disbursement.reach('sending');
  await expect.poll(async () => (await refundsAt(seqr)).length - before).toBe(1);
  await till.kill();
  const again = await restart();
  await again.sale.charge.waitFor();
  await expect(again.unresolved).toContainText('Unresolved: 1');
  await charge(again, 1_000);
  await again.payment.cancel.click();
  await again.payment.reach('cancelled');
  expect((await refundsAt(seqr)).length - before).toBe(1);
  // The till is the other tests' too.
  await again.payment.backToSale.click();
  await again.unresolved.click();
  await again.disbursement.resolve({ done: true, reference: (await refundsAt(seqr)).at(-1)?.ersReference ?? '', pin });
  await expect(again.unresolvedItems).toHaveCount(0);
});
