/** Two presses, two windows or a stale screen never do a thing twice (PF-26). */
import type { Intent, PaymentActions } from '../../src/contract/index.ts';
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt, invoiceCount } from './steps.ts';

const PRESSES: readonly Exclude<keyof PaymentActions, 'capture'>[] = [
  'cancel',
  'keepWaiting',
  'sendAgain',
  'giveUp',
  'customerSaysPaid',
  'setAside',
  'change',
  'dismiss',
];

test('Charge pressed twice sends one invoice', async ({ till, seqr }) => {
  const before = await invoiceCount(seqr);
  await till.sale.ringUp('14900');
  await till.sale.charge.dblclick();
  await till.payment.reach('waiting');
  expect(await invoiceCount(seqr)).toBe(before + 1);
});

test('the same charge sent twice by a window is refused the second time', async ({ till, seqr }) => {
  const before = await invoiceCount(seqr);
  await till.sale.ringUp('14900');
  await expect(till.sale.rows).toHaveCount(1);
  const { revision } = (await till.snapshot()).sale;
  const [first, second] = await Promise.all([
    till.intent({ kind: 'sale.charge', revision }),
    till.intent({ kind: 'sale.charge', revision }),
  ]);
  expect(first.ok).toBe(true);
  expect(second.ok).toBe(false);
  await till.payment.reach('waiting');
  expect(await invoiceCount(seqr)).toBe(before + 1);
});

test('Cancel payment pressed twice cancels once and leaves the outcome to SEQR', async ({ till, seqr }) => {
  const { invoiceReference } = await seqr.scan(await charge(till));
  await till.payment.cancel.dblclick();
  await till.payment.reach('cancelled');
  await expect(till.payment.screen).toContainText('Cancelled. No money kept.');
  expect((await seqr.invoice(invoiceReference)).status).toBe('CANCELED');
});

test('Next sale pressed twice starts one sale and loses no row of it', async ({ till, seqr }) => {
  const invoiceReference = await seqr.scanAndPay(await charge(till));
  await till.payment.reach('paid');
  await till.payment.nextSale.dblclick();
  await expect(till.sale.charge).toBeDisabled();
  await till.sale.ringUp('500');
  await expect(till.sale.total).toHaveText('5.00 SEK');
  await expectOneReceipt(till, seqr, invoiceReference);
});

test('every button of a payment is refused when the screen it stood on is out of date', async ({ till }) => {
  await charge(till);
  const { payment: shown } = await till.snapshot();
  const attemptId = shown?.attemptId ?? '';
  await till.payment.cancel.click();
  await till.payment.reach('cancelled');
  const after = (await till.snapshot()).payment;
  expect(after?.stateNumber).toBeGreaterThan(shown?.stateNumber ?? Infinity);
  for (const press of PRESSES) {
    const result = await till.intent({ kind: `payment.${press}`, attemptId, stateNumber: shown?.stateNumber ?? 0 });
    expect(result, press).toEqual({ ok: false, problem: { code: 'stale' } });
  }
  expect((await till.snapshot()).payment?.stateNumber).toBe(after?.stateNumber);
});

test('a button that is not on the screen has no effect when a window sends it all the same', async ({ till }) => {
  await charge(till);
  const { payment: shown } = await till.snapshot();
  if (shown === null) throw new Error('no payment');
  const { attemptId, stateNumber } = shown;
  for (const press of PRESSES.filter((each) => !shown.actions[each])) {
    const result = await till.intent({ kind: `payment.${press}`, attemptId, stateNumber });
    expect(result.ok, press).toBe(false);
  }
  const other = await till.intent({ kind: 'payment.cancel', attemptId: 'another', stateNumber });
  expect(other.ok).toBe(false);
  await expect(till.payment.in('waiting')).toBeVisible();
  expect((await till.snapshot()).payment).toMatchObject({ attemptId, stateNumber, screen: { kind: 'waiting' } });
});

test('the customer display has no buttons, and nothing it sends is obeyed', async ({ till }) => {
  const display = await till.openCustomerDisplay();
  await charge(till);
  await expect(display.in('waiting')).toBeVisible();
  await expect(display.page.getByRole('button')).toHaveCount(0);
  const { payment: shown } = await display.page.evaluate(() => window.kassa.call('snapshot'));
  const { attemptId, stateNumber } = shown ?? { attemptId: '', stateNumber: 0 };
  for (const press of PRESSES) {
    const intent: Intent = { kind: `payment.${press}`, attemptId, stateNumber };
    const sent = display.page.evaluate((each) => window.kassa.call('intent', each), intent);
    await expect(sent, press).rejects.toThrow('Refused');
  }
  expect((await till.snapshot()).payment).toMatchObject({ attemptId, stateNumber, screen: { kind: 'waiting' } });
});
