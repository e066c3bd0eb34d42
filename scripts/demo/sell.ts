import type { CustomerDisplay } from '../../e2e/support/pages/payment-page.ts';
import { scanInto } from '../../e2e/support/scanner.ts';
import type { Till } from '../../e2e/support/till-driver.ts';
import type { Story } from './story.ts';

const APPLES_EAN = '0400000001494';

/** A sale of five rows, each rung up in another way, while the customer looks on. */
export async function sell(story: Story, till: Till): Promise<CustomerDisplay> {
  const { page, sale } = till;
  const rowIs = (text: string): Promise<void> => sale.row(text).waitFor();

  const display = await story.tell('display-idle', "Opens the customer's display", async (show) => {
    const opened = await till.openCustomerDisplay();
    await opened.in('idle').waitFor();
    show(opened.page);
    return opened;
  });
  await story.tell('tile', 'Touches the tile "Flat white" among the coffee', async (show) => {
    await sale.category('Coffee').click();
    await sale.tile('Flat white').click();
    await rowIs('Flat white');
    show(page);
  });
  await story.tell('quantity', 'Types 2 × and touches "Kanelbulle": two cinnamon buns', async (show) => {
    await page.keyboard.type('2*', { delay: 60 });
    await sale.category('Bakery').click();
    await sale.tile('Kanelbulle').click();
    await rowIs('2 × Kanelbulle');
    show(page);
  });
  await story.tell('search', 'Types "räk": letters start a search', async (show) => {
    await page.keyboard.type('räk', { delay: 60 });
    await sale.tile('Räksmörgås').waitFor();
    show(page);
  });
  await story.tell('found', 'Presses Enter: the prawn sandwich is in the sale', async (show) => {
    await page.keyboard.press('Enter');
    await rowIs('Räksmörgås');
    show(page);
  });
  await story.tell('discount', 'Takes 10 % off it', async (show) => {
    await sale.discountRow(10);
    await rowIs('10 %');
    show(page);
  });
  await story.tell('keypad', 'Types 49.00 on the keypad and rings it up', async (show) => {
    await sale.ringUp('4900');
    await sale.rows.nth(3).waitFor();
    show(page);
  });
  await story.tell('scan', 'Scans apples with the scanner, whatever has the focus', async (show) => {
    await scanInto(page, APPLES_EAN);
    await rowIs('Apples');
    show(page);
  });
  await story.tell('weight', 'Weighs them, 0.450 kg, and goes back to all products', async (show) => {
    await sale.setQuantity('0.45');
    await rowIs('0.45');
    await sale.category('All').click();
    await page.mouse.move(0, 0);
    show(page);
  });
  await story.tell('display-sale', 'The customer has seen every row come', async (show) => {
    await display.page.getByText('Apples').waitFor();
    show(display.page);
  });
  return display;
}
