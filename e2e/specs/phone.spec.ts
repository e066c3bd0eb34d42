/** The customer's phone in practice, beside the till: its cards, its owner, and what the till makes of them (protocol §5). */
import { expect, test } from './fixture.ts';

const CLUB = { type: 'KASSA_CLUB', number: '97521234', name: 'Kassa Club' };

test('a card on the phone goes to the till with the scan, and the phone shows the amount before and after', async ({ freshTill: till }) => {
  const { wizard, sale, payment } = till;
  await wizard.practise.click();
  await wizard.startSelling.click();
  await sale.ringUp('10000');
  await sale.charge.click();
  await payment.reach('waiting');
  await payment.openPhone.click();
  const phone = await till.phone();
  await phone.openAccount();
  await phone.handTo('dilara');
  await expect(phone.balance).toHaveText('20,000.00 SEK');
  await phone.openAccount();

  await phone.openCards();
  await phone.addCard({ type: 'GYM', number: '12', name: 'Gym' });
  await phone.addCard(CLUB);
  await expect(phone.cards).toHaveCount(2);
  await phone.removeCard('12');
  await expect(phone.cards).toHaveCount(1);
  await phone.openCards();

  await phone.scanButton.click();
  await phone.at('scanned');
  await expect(phone.billNote).toHaveText('Your card Kassa Club is used.');
  await expect(phone.amount).toHaveText(/90\.00/);
  await phone.pay();
  await payment.reach('paid');
  await expect(phone.balance).toHaveText('19,910.00 SEK');
});
