/** What many tests begin or end with. */
import type { JournalRow } from '../../src/contract/index.ts';
import { done } from '../support/ready-shop.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import type { Till } from '../support/till-driver.ts';
import { expect } from './fixture.ts';

/**
 * Rings up one amount, in hundredths, and charges it. The keypad has tests of its own: here its keys need not be pressed.
 *
 * @returns what the customer scans, once SEQR has the invoice
 */
export async function charge({ sale, payment, intent }: Pick<Till, 'sale' | 'payment' | 'intent'>, minor = 14_900): Promise<string> {
  const before = await sale.rows.count();
  await done({ intent }, { kind: 'sale.addAmount', minor });
  await sale.rows.nth(before).waitFor();
  await sale.charge.click();
  await payment.reach('waiting');
  return payment.code();
}

/** A whole sale. @returns SEQR's reference of the payment */
export async function sell(till: Till, seqr: SimulatorProcess, minor = 14_900): Promise<string> {
  const invoiceReference = await seqr.scanAndPay(await charge(till, minor));
  await till.payment.reach('paid');
  const { ersReference } = await seqr.invoice(invoiceReference);
  expect(ersReference).not.toBeNull();
  await till.payment.nextSale.click();
  await expect(till.sale.rows).toHaveCount(0);
  return ersReference ?? '';
}

/** The till has just one receipt for this invoice, SEQR holds its money once, and both name the same reference. */
export async function expectOneReceipt(till: Pick<Till, 'page'>, seqr: SimulatorProcess, invoiceReference: string): Promise<number> {
  const receipts = await receiptsFor(till, invoiceReference);
  const kept = (await seqr.ledger()).filter((entry) => entry.invoiceReference === invoiceReference);
  expect(receipts).toHaveLength(1);
  expect(kept.map((entry) => entry.kind)).toEqual(['debit']);
  expect(receipts[0]?.ersReference).toBe(kept[0]?.ersReference);
  return receipts[0]?.number ?? 0;
}

/** The till's receipts for one invoice, as the journal lists them. */
export async function receiptsFor({ page }: Pick<Till, 'page'>, invoiceReference: string): Promise<readonly JournalRow[]> {
  const rows = await page.evaluate(() => window.kassa.call('journal', ''));
  return rows.filter((row) => row.invoiceReference === invoiceReference);
}

/** The number of the latest receipt: other tests have sold at the same till. */
export async function lastNumber({ snapshot }: Pick<Till, 'snapshot'>): Promise<number> {
  const { lastReceipt } = await snapshot();
  if (lastReceipt === null) throw new Error('nothing has been sold');
  return lastReceipt.number;
}

/** How many invoices SEQR has got so far. */
export async function invoiceCount(seqr: SimulatorProcess): Promise<number> {
  return (await seqr.invoices()).length;
}

/** The till has one receipt for this invoice and SEQR kept just as much. @returns the receipt's number */
export async function expectPaid(
  till: Pick<Till, 'page'>,
  seqr: SimulatorProcess,
  invoiceReference: string,
  amount: string,
): Promise<number> {
  const number = await expectOneReceipt(till, seqr, invoiceReference);
  const [receipt] = await receiptsFor(till, invoiceReference);
  const [kept] = (await seqr.ledger()).filter((entry) => entry.invoiceReference === invoiceReference);
  expect(kept?.amount.value).toBe(amount);
  expect(receipt?.total.minor).toBe(Math.round(Number(amount) * 100));
  return number;
}
