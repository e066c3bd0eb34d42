/** A sale that changes while it is waited for, members' cards, and tabs. Begins and ends at an empty sale. */
import { honourCards, MEMBER, SWIPED_CARD } from '../support/club-card.ts';
import { place } from '../support/pages/journal-page.ts';
import type { CustomerDisplay } from '../support/pages/payment-page.ts';
import { scanInto } from '../support/scanner.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import type { Shoot } from './camera.ts';

const THREE_HOURS_MS = 3 * 3_600_000;

export async function changeScenes(till: Till, shoot: Shoot, seqr: SimulatorProcess): Promise<void> {
  const { sale, payment, page } = till;
  await honourCards(till);
  await sale.add('Flat white');
  await sale.ringUp('10100');
  await scanInto(page, SWIPED_CARD);
  await sale.member.waitFor();
  await shoot('sale-member');
  await sale.member.getByRole('button').click();
  await sale.charge.click();
  await payment.reach('waiting');
  await payment.changeSale.click();
  await sale.ringUp('2000');
  await shoot('sale-changing');
  await sale.update.click();
  await payment.change.waitFor();
  await shoot('payment-changed');
  const { invoiceReference } = await seqr.scan(await payment.code(), MEMBER);
  await payment.member.waitFor();
  await shoot('payment-member');
  await scanInto(page, SWIPED_CARD);
  await payment.change.filter({ hasText: '90' }).waitFor();
  await shoot('payment-late-swipe');
  await seqr.pay(invoiceReference);
  await payment.reach('paid');
  await payment.nextSale.click();
}

export async function tabScenes(till: Till, shoot: Shoot, seqr: SimulatorProcess, display: CustomerDisplay): Promise<void> {
  const { sale, payment, tabs, page, settings } = till;
  const reserve = async (): Promise<void> => {
    await sale.ringUp('50000');
    await tabs.open('Table 4');
    await payment.reach('waiting');
    await seqr.scanAndPay(await payment.code());
    await payment.reach('reserved');
  };
  await sale.ringUp('50000');
  await sale.rows.first().waitFor();
  await page.keyboard.press('F7');
  await page.getByRole('dialog').waitFor();
  await shoot('dialog-open-tab');
  await page.keyboard.press('Escape');
  await sale.rows.getByRole('button', { name: /^Remove / }).click();
  await reserve();
  await shoot('tab-reserved');
  await shoot('customer-reserved', display.page);
  await payment.button('Release the reservation').click();
  await shoot('tab-release-question');
  await payment.button('Keep it reserved').click();
  await seqr.fault('commitReservation', 'result:96');
  await tabs.capture.click();
  await payment.screen.getByText('code 96').waitFor();
  await shoot('tab-refused');
  // It is taken again by itself.
  await payment.reach('paid');
  await payment.nextSale.click();
  await reserve();
  await payment.nextSale.click();
  await sale.add('Flat white');
  await shoot('sale-beside-tab');
  await sale.rows.getByRole('button', { name: /^Remove / }).click();
  await tabs.takeUp('Table 4');
  await tabs.strip.waitFor();
  await sale.add('Flat white');
  await shoot('sale-tab');
  await tabs.keep.click();
  await tabs.button.click();
  await shoot('tabs');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  await shoot('day-tab');
  await seqr.advance(THREE_HOURS_MS);
  await tabs.takeUp('Table 4');
  await till.unresolved.waitFor();
  await shoot('sale-tab-gone');
  await till.unresolved.click();
  const ended = till.unresolvedItems.filter({ hasText: 'reserved for a tab' });
  await ended.getByRole('button', { name: 'Read', exact: true }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await sale.choose('Void the sale');
  await page.getByRole('button', { name: 'Void the sale' }).click();
  await reserve();
  await seqr.advance(THREE_HOURS_MS);
  await tabs.capture.click();
  await payment.backToSale.waitFor();
  await shoot('tab-gone');
  await payment.backToSale.click();
  for (const section of ['Loyalty', 'Tabs']) {
    await settings.open(section);
    await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
    await page.getByRole('button', { name: /^Save the / }).waitFor();
    await shoot(`settings-${section.toLowerCase()}-open`);
  }
  await place(page, 'Sale').click();
}
