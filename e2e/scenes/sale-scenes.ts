import type { CustomerDisplay } from '../support/pages/payment-page.ts';
/** The sale and its dialogs; the journal, the day, the settings. */
import { MENU_DIALOGS } from '../support/pages/sale-page.ts';
import type { MenuEntry } from '../support/pages/sale-page.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import type { Shoot } from './camera.ts';

export async function saleScenes({ page, sale }: Till, shoot: Shoot, display: CustomerDisplay): Promise<void> {
  await sale.charge.waitFor();
  await shoot('sale-empty');
  await shoot('customer-idle', display.page);
  await sale.add('Flat white');
  await sale.discountRow(10);
  await sale.add('Apples, Ingrid Marie');
  await sale.setQuantity('0.45');
  await sale.addFreeRow('Gift wrapping', '12.50');
  await sale.ringUp('9900');
  await sale.discountSale(5);
  await shoot('sale');
  await shoot('customer-sale', display.page);
  await sale.search.fill('latte');
  await shoot('sale-search');
  await sale.search.fill('nothing is called this');
  await shoot('sale-search-nothing');
  await page.keyboard.press('Escape');
  for (const entry of Object.keys(MENU_DIALOGS) as MenuEntry[]) {
    await sale.choose(entry);
    await shoot(`dialog-${entry.toLowerCase().replaceAll(' ', '-')}`);
    await sale.closeDialog();
  }
}

export async function otherScenes({ page, journal, settings }: Till, shoot: Shoot): Promise<void> {
  await journal.open();
  await journal.rows.first().click();
  await page.getByTestId('receipt-paper').waitFor();
  await shoot('journal');
  await journal.search.fill('no such receipt');
  await page.getByText('No receipt fits').waitFor();
  await shoot('journal-nothing');
  for (const section of ['Screen', 'Receipts and printer', 'Keys', 'Cashiers', 'SEQR terminal', 'Close of day', 'Health', 'About']) {
    await settings.open(section);
    await shoot(`settings-${section.toLowerCase().replaceAll(' ', '-')}`);
  }
  await settings.open('SEQR terminal');
  await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
  await settings.button('Unregister this terminal').waitFor();
  await shoot('settings-seqr-terminal-open');
}

/** Practice, from its second click to its phone. */
export async function practiceScenes(till: Till, shoot: Shoot): Promise<void> {
  const { wizard, sale, payment } = till;
  await wizard.practise.click();
  await wizard.at('ready');
  await shoot('practice-ready');
  await wizard.startSelling.click();
  await sale.add('Flat white');
  await shoot('practice-sale');
  await sale.charge.click();
  await payment.reach('waiting');
  await shoot('practice-waiting');
  await payment.openPhone.click();
  const phone = await till.phone();
  await phone.scanButton.click();
  await phone.at('scanned');
  await phone.pay();
  await payment.reach('paid');
  await shoot('practice-paid');
}
