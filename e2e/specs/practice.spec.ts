/** Practice is not money: two clicks to it, and it says so everywhere (PF-23). */
import { expect, test } from './fixture.ts';

const WORDS = 'PRACTICE · no real money';

test('two clicks lead to a sale that a simulated phone pays, marked as practice on every window', async ({ freshTill: till }) => {
  const { wizard, sale, payment, journal } = till;
  await wizard.practise.click();
  await wizard.startSelling.click();
  await expect(till.practiceBand).toHaveText(WORDS);
  const display = await till.openCustomerDisplay();
  await expect(display.page.getByTestId('practice-band')).toHaveText(WORDS);

  await sale.add('Flat white');
  await sale.charge.click();
  await payment.reach('waiting');
  await payment.openPhone.click();
  const phone = await till.phone();
  await expect(phone.practice).toHaveText(WORDS);
  await expect(phone.code).toHaveValue(await payment.code());
  await phone.scanButton.click();
  await phone.at('scanned');
  await expect(phone.amount).toHaveText(/48\.00/);
  await phone.pay();
  await payment.reach('paid');
  await phone.at('paid');
  const lastSix = (await payment.lastSix.textContent())?.slice(1) ?? 'nothing';
  await expect(phone.reference).toContainText(lastSix);
  await expect(till.practiceBand).toHaveText(WORDS);
  await payment.nextSale.click();

  await journal.open();
  await journal.row(1).click();
  await expect(journal.receipt(1)).toContainText('ÖVNING');
});

test('practice is kept apart: leaving it begins with an empty journal of the real kind', async ({ freshTill: till }) => {
  const { wizard, sale, payment, settings } = till;
  await wizard.practise.click();
  await wizard.startSelling.click();
  await sale.ringUp('1000');
  await sale.charge.click();
  await payment.reach('waiting');
  await payment.openPhone.click();
  const phone = await till.phone();
  await phone.scanButton.click();
  await phone.at('scanned');
  await phone.pay();
  await payment.reach('paid');
  await payment.nextSale.click();
  await expect(sale.lastReceipt).toContainText('Receipt 1');
  await settings.open('Practice');
  await settings.button('Leave practice and set up SEQR').click();
  await wizard.at('service');
  await expect(till.practiceBand).toBeHidden();
  expect(await till.page.evaluate(() => window.kassa.call('journal', ''))).toEqual([]);
});
