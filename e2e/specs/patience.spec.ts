/** What takes 20 or 30 s by rule. Three tills, each with a SEQR of its own, go through it at the same time. */
import { ownTill } from '../support/own-till.ts';
import type { OwnTill } from '../support/own-till.ts';
import type { ShopPool } from '../support/shop-pool.ts';
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt, receiptsFor } from './steps.ts';

/** SEQR takes a payment back that nobody asks about for 20 s. */
const REVERSED_LIMIT_MS = 25_000;

// In one process and one after the other: the three wait at the same time.
test.describe.configure({ mode: 'default' });

interface Begun extends OwnTill {
  readonly invoiceReference: string;
}
let silent: Begun;
let killed: Begun;
let asked: Begun;

async function begin(shops: ShopPool, then: (own: OwnTill, invoiceReference: string) => Promise<void>): Promise<Begun> {
  const own = await ownTill(shops);
  const { invoiceReference } = await own.seqr.scan(await charge(own.till));
  await then(own, invoiceReference);
  return { ...own, invoiceReference };
}

test.beforeAll(async ({ shops }) => {
  [silent, killed, asked] = await Promise.all([
    begin(shops, async ({ seqr }, invoiceReference) => {
      await seqr.fault('getPaymentStatus', 'drop:after', 500);
      await seqr.pay(invoiceReference);
    }),
    begin(shops, async ({ till, seqr }, invoiceReference) => {
      await till.kill();
      await seqr.pay(invoiceReference);
    }),
    begin(shops, () => Promise.resolve()),
  ]);
});

test.afterAll(async () => {
  await Promise.all([silent.end(), killed.end(), asked.end()]);
});

test('20 s without an answer is unknown; set aside and found paid, the sale is completed loudly', async () => {
  const { till, seqr, invoiceReference } = silent;
  const { payment, sale } = till;
  await expect(payment.screen).toContainText('Connection unstable');
  await expect(payment.screen).toContainText(/No word from SEQR for 1\d of 20 s/, { timeout: 20_000 });
  await payment.reach('unknown', 25_000);
  await expect(payment.screen).toContainText('SEQR cannot be reached. It may or may not be paid.');
  await expect(payment.screen).toContainText('Do not take payment again, do not hand over goods yet.');
  await payment.setAside.click();
  await expect(sale.charge).toBeDisabled();
  await expect(till.unresolved).toHaveText(/Unresolved: 1/);
  await seqr.noFaults();
  await till.unresolved.click();
  await expect(till.page.locator('[data-testid=unresolved-item][data-state=completedLoudly]')).toContainText(
    /is PAID. The sale is complete: receipt \d+/,
  );
  await expectOneReceipt(till, seqr, invoiceReference);
  await till.unresolvedItems.getByRole('button', { name: 'Read' }).click();
  await expect.poll(async () => (await till.snapshot()).unresolved).toEqual([]);
});

test('killed while waiting and started again after 20 s, the payment has been returned', async () => {
  const { seqr, restart, invoiceReference } = killed;
  const reversedAt = async (): Promise<string | null> => (await seqr.invoice(invoiceReference)).reversedAt;
  await expect.poll(reversedAt, { timeout: REVERSED_LIMIT_MS }).not.toBeNull();
  const again = await restart();
  await again.payment.reach('cancelled');
  await expect(again.payment.screen).toContainText('Not paid. If the phone showed a payment, SEQR has returned it.');
  expect(await receiptsFor(again, invoiceReference)).toEqual([]);
  await again.payment.backToSale.click();
  await expect(again.sale.total).toHaveText('149.00 SEK');
});

test('after 30 s the till asks, goes on polling, and a payment answers the question', async () => {
  const { till, seqr, invoiceReference } = asked;
  const { payment } = till;
  await expect(payment.screen).toContainText('Not paid yet. Keep waiting?', { timeout: 35_000 });
  const waiting = (await till.snapshot()).payment?.stages.find(({ stage }) => stage === 'waiting')?.at;
  expect(Date.now() - Date.parse(waiting ?? '')).toBeGreaterThanOrEqual(29_500);
  await expect(payment.keepWaiting).toBeEnabled();
  await expect(payment.qr).toBeVisible();
  await seqr.pay(invoiceReference);
  await payment.reach('paid', 3_000);
  await expect(payment.keepWaiting).toBeHidden();
  await expectOneReceipt(till, seqr, invoiceReference);
});
