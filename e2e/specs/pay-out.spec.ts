/** A pay-out to a SEQR user, behind the owner's PIN (protocol §2: creditUser; PF-14). */
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { lastNumber } from './steps.ts';

const { pin } = SAMPLE_ANSWERS.owner;

async function payOut({ payOut: screen }: Till, userId: string, amount: string): Promise<void> {
  await screen.open();
  await screen.user.fill(userId);
  await screen.amount.fill(amount);
  await screen.description.fill('Prize,no.7');
  await screen.pin.fill(pin);
  await screen.send.click();
}

test('reaches the user’s account and is listed; it is no sale and gets no receipt', async ({ till, seqr }) => {
  const { disbursement, payOut: screen, page } = till;
  const before = await seqr.customers();
  const receipts = await lastNumber(till);
  const listed = await till.page.evaluate(() => window.kassa.call('payOuts'));
  const user = before[0]?.userId ?? '';
  await screen.open();
  await screen.description.fill('Prize no. 7');
  await expect(page.getByText('Letters a–z, digits, dots and commas only, without spaces.')).toBeVisible();
  await screen.user.fill('x'.repeat(40));
  await expect(page.getByText('Unusual: longer than 36 characters. Check it once more.')).toBeVisible();
  await expect(screen.send).toBeDisabled();
  await payOut(till, user, '250');
  await disbursement.reach('done');
  await expect(disbursement.screen).toContainText(`Paid out to ${user}.`);
  const after = await seqr.customers();
  expect(Math.round(100 * (Number(after[0]?.balance.value) - Number(before[0]?.balance.value)))).toBe(25_000);
  await disbursement.done.click();
  await expect(disbursement.lines).toHaveCount(listed.length + 1);
  await expect(disbursement.lines.filter({ hasText: '250.00' })).toHaveCount(1);
  expect(await lastNumber(till)).toBe(receipts);
});

test('without an answer it is unknown, and the same cannot be paid out again until SEQR’s letter has resolved it', async ({
  till,
  seqr,
}) => {
  const { disbursement, page } = till;
  const user = (await seqr.customers())[1]?.userId ?? '';
  await seqr.fault('creditUser', 'drop');
  await payOut(till, user, '100');
  await disbursement.reach('unknown');
  await expect(disbursement.screen).toContainText('Pay-out sent, answer missing.');
  await disbursement.goOn.click();
  await payOut(till, user, '100');
  await expect(page.getByRole('alert')).toContainText('payOut.unresolved');
  await till.unresolved.click();
  await disbursement.resolve({ done: false, reference: 'SEQR-2026-17', pin });
  await expect(till.unresolvedItems).toHaveCount(0);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await payOut(till, user, '100');
  await disbursement.reach('done');
});
