import type { Till } from '../../e2e/support/till-driver.ts';

/** Rings up two tiles and charges, by clicks. @returns what the customer scans, once SEQR waits for the customer */
export async function ringUpAndCharge(till: Till): Promise<string> {
  const { page, sale, payment } = till;
  const tiles = page.getByTestId('tile');
  await tiles.nth(0).click();
  await tiles.nth(1).click();
  await sale.rows.nth(1).waitFor();
  await sale.charge.click();
  await payment.reach('waiting');
  return payment.code();
}

/** From PAID to an empty sale. */
export async function nextSale(till: Till): Promise<void> {
  await till.payment.nextSale.click();
  await till.sale.rows.first().waitFor({ state: 'detached' });
  await till.sale.charge.waitFor();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
