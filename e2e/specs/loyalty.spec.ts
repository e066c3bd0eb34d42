import { honourCards, MEMBER, SWIPED_CARD } from '../support/club-card.ts';
/** Members' cards, on the phone or swiped at the till, and what SEQR and the shop make of them (protocol §5). */
import { place } from '../support/pages/journal-page.ts';
import { scanInto } from '../support/scanner.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, expectPaid } from './steps.ts';

async function expectReceipt({ payment, journal }: Till, number: number, ...words: readonly string[]): Promise<void> {
  await payment.nextSale.click();
  await journal.open();
  await journal.row(number).click();
  for (const each of words) await expect(journal.receipt(number)).toContainText(each);
}

test('the owner makes a rule, and a card on the phone takes its discount off by itself', async ({ till, seqr }) => {
  const { settings, payment, page } = till;
  await settings.open('Loyalty');
  await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
  await expect(page.getByText('No cards yet.')).toBeVisible();
  await page.getByText('When the phone has a card', { exact: true }).click();
  await settings.button('Add a kind of card').click();
  await settings.button('Save the cards').click();
  await expect(page.getByText('Write what the shop calls it.')).toBeVisible();
  await settings.field('What the shop calls it').fill('Kassa Club');
  await settings.field('Its type at SEQR').fill('KASSA_CLUB');
  await settings.field('Discount, %').fill('10');
  await settings.field('Card numbers begin with').fill('9752');
  await settings.button('Save the cards').click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await place(page, 'Sale').click();

  const { invoiceReference } = await seqr.scan(await charge(till), MEMBER);
  await expect(payment.member).toHaveText('Kassa Club ··0042 · −10 %');
  await expect(payment.amount).toHaveText('134.10 SEK');
  const { customerTokens, totalAmount } = await seqr.invoice(invoiceReference);
  expect(customerTokens).toMatchObject([{ id: 'KASSA_CLUB', value: '97520042', status: 1 }]);
  expect(totalAmount.value).toBe('134.10');
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  await expect(payment.amount).toHaveText('134.10 SEK');
  const number = await expectPaid(till, seqr, invoiceReference, '134.10');
  await expectReceipt(till, number, 'Kassa Club ··0042', 'Medlemsrabatt', '134,10');
});

test.describe('a card that gives nothing is said, and does not hold up the payment', () => {
  test('of a kind that the shop does not honour: 99', async ({ till, seqr }) => {
    await honourCards(till);
    await seqr.addCard({ id: 'ELSEWHERE', value: '12345678', description: 'Elsewhere' }, 'chandra');
    const { invoiceReference } = await seqr.scan(await charge(till), 'chandra');
    await expect(till.payment.screen).toContainText('Elsewhere ··5678 is no card of this shop: it gives no discount.');
    expect((await seqr.invoice(invoiceReference)).customerTokens).toMatchObject([{ id: 'ELSEWHERE', status: 99 }]);
    await seqr.removeCard('ELSEWHERE', 'chandra');
    await seqr.pay(invoiceReference);
    await till.payment.reach('paid');
    await expectPaid(till, seqr, invoiceReference, '149.00');
  });

  test('blocked in the shop: 90', async ({ till, seqr }) => {
    await honourCards(till, ['97520042']);
    const { invoiceReference } = await seqr.scan(await charge(till), MEMBER);
    await expect(till.payment.screen).toContainText('Kassa Club ··0042 is blocked in this shop: it gives no discount.');
    expect((await seqr.invoice(invoiceReference)).customerTokens).toMatchObject([{ status: 90 }]);
    await seqr.pay(invoiceReference);
    await till.payment.reach('paid');
    await expectPaid(till, seqr, invoiceReference, '149.00');
  });
});

test('a card swiped at the till first counts, and the one on the phone does not', async ({ till, seqr }) => {
  const { sale, payment, page } = till;
  await honourCards(till);
  await sale.ringUp('14900');
  await scanInto(page, SWIPED_CARD);
  await expect(sale.member).toContainText('Kassa Club ··1234 · −10 %');
  await expect(sale.total).toHaveText('134.10 SEK');
  await sale.member.getByRole('button', { name: 'Take the card off the sale' }).click();
  await expect(sale.total).toHaveText('149.00 SEK');
  await scanInto(page, SWIPED_CARD);
  await expect(sale.total).toHaveText('134.10 SEK');
  await sale.charge.click();
  await payment.reach('waiting');
  const { invoiceReference } = await seqr.scan(await payment.code(), MEMBER);
  expect((await seqr.invoice(invoiceReference)).customerTokens).toMatchObject([{ value: SWIPED_CARD, status: 1 }]);
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  const number = await expectPaid(till, seqr, invoiceReference, '134.10');
  await expectReceipt(till, number, 'Kassa Club ··1234');
});

test('a card swiped while the code is shown changes what the customer is asked for', async ({ till, seqr }) => {
  const { payment, page } = till;
  await honourCards(till);
  const code = await charge(till);
  await scanInto(page, SWIPED_CARD);
  await expect(payment.member).toHaveText('Kassa Club ··1234 · −10 %');
  await expect(payment.amount).toHaveText('134.10 SEK');
  const invoiceReference = await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expectPaid(till, seqr, invoiceReference, '134.10');
});

test('a card swiped after the scan comes too late: SEQR says 90, and the payment goes on', async ({ till, seqr }) => {
  const { payment, page } = till;
  await honourCards(till);
  const { invoiceReference } = await seqr.scan(await charge(till));
  await scanInto(page, SWIPED_CARD);
  await expect(payment.change).toContainText('The customer has probably scanned already (code 90), and the change came too late.');
  await expect(payment.in('waiting')).toBeVisible();
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  await expect(payment.amount).toHaveText('149.00 SEK');
  await expectPaid(till, seqr, invoiceReference, '149.00');
});

test('what is no card is said, and the payment goes on', async ({ till }) => {
  await honourCards(till);
  await charge(till);
  await scanInto(till.page, '7310865004703');
  await expect(till.messages).toContainText('The code 7310865004703 is no card that this shop honours.');
  await expect(till.payment.amount).toHaveText('149.00 SEK');
});
