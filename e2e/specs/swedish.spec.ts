/** The whole way of a payment in Swedish, word for word as the rules have them. */
import { expect, test } from './fixture.ts';

test('cashier and customer read Swedish, amounts included', async ({ till, seqr }) => {
  const { page, sale, payment } = till;
  const display = await till.openCustomerDisplay();
  await till.settings.open('Screen');
  await page.getByText('Svenska', { exact: true }).click();
  await page.getByRole('button', { name: 'Köp', exact: true }).click();
  await page.getByRole('group', { name: 'Knappsats' }).getByRole('button', { name: '5', exact: true }).click();
  await page.keyboard.type('0000', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(sale.total).toHaveText('500,00 SEK');
  await expect(display.in('sale')).toContainText('500,00');
  await page.getByRole('button', { name: 'Ta betalt 500,00' }).click();
  await payment.reach('waiting');
  await expect(payment.screen).toContainText('Väntar på att kunden skannar och bekräftar');
  await expect(display.in('waiting')).toContainText('Skanna med SEQR');

  await payment.button('Avbryt betalningen').click();
  await payment.reach('cancelled');
  await expect(payment.screen).toContainText('Avbrutet. Inga pengar tagna.');
  await payment.button('Tillbaka till köpet').click();
  await page.getByRole('button', { name: 'Ta betalt 500,00' }).click();
  await payment.reach('waiting');
  await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await expect(payment.screen).toContainText('BETALT');
  await expect(payment.screen).toContainText('Lämna ut varorna.');
  await expect(display.in('paid')).toContainText('Tack');
});
