/** Windows are projections of the payment: they may go and come, and it goes on (PF-01). */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt } from './steps.ts';

/** Closes the cashier's window as its button does. @returns how often the till has asked; it is answered with the button `response` */
async function closeCashier(app: ElectronApplication, response: number): Promise<number> {
  return app.evaluate(async ({ BrowserWindow, dialog }, answer) => {
    const asked: string[] = [];
    const showMessageBox = dialog.showMessageBox.bind(dialog);
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      asked.push(JSON.stringify(args.at(-1)));
      return Promise.resolve({ response: answer, checkboxChecked: false });
    };
    const cashier = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('index.html'));
    cashier?.close();
    await new Promise((resolve) => setImmediate(resolve));
    dialog.showMessageBox = showMessageBox;
    return asked.length;
  }, response);
}

test('a window that is loaded anew in the middle of a payment shows it again', async ({ till, seqr }) => {
  const code = await charge(till);
  const before = await till.snapshot();
  await till.page.reload();
  await till.payment.reach('waiting');
  expect(await till.payment.code()).toBe(code);
  expect((await till.snapshot()).payment?.attemptId).toBe(before.payment?.attemptId);
  const invoiceReference = await seqr.scanAndPay(code);
  await till.payment.reach('paid');
  await expectOneReceipt(till, seqr, invoiceReference);
});

test('closing the window in the middle of a payment asks first, and staying changes nothing', async ({ till, seqr }) => {
  const code = await charge(till);
  expect(await closeCashier(till.app, 0)).toBe(1);
  await expect(till.payment.in('waiting')).toBeVisible();
  const invoiceReference = await seqr.scanAndPay(code);
  await till.payment.reach('paid');
  await expectOneReceipt(till, seqr, invoiceReference);
});

test('a window lost in the middle of a payment is opened again, and the payment never noticed', async ({ newTill: till, seqr }) => {
  const { invoiceReference } = await seqr.scan(await charge(till));
  const closed = till.page.waitForEvent('close');
  await till.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
  await closed;
  await seqr.pay(invoiceReference);
  const reopened = await till.cashier();
  await reopened.payment.reach('paid');
  await expectOneReceipt(reopened, seqr, invoiceReference);
});

test('without a payment the last window to close ends Kassa without a question', async ({ till }) => {
  await till.app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.reject(new Error('asked'));
    BrowserWindow.getAllWindows()[0]?.close();
  });
  expect(await till.ended).toBe(0);
});

test('the customer sees the code, the amount and the outcome in words of their own', async ({ till, seqr }) => {
  const display = await till.openCustomerDisplay();
  await expect(display.in('idle')).toContainText('Café Ankan');
  const code = await charge(till);
  await expect(display.in('waiting')).toContainText('Scan with SEQR');
  await expect(display.amount).toHaveText('149.00 SEK');
  await expect(display.qr).toHaveAttribute('data-code', code);
  const { invoiceReference } = await seqr.scan(code);
  await seqr.pay(invoiceReference);
  const { ersReference } = await seqr.invoice(invoiceReference);
  await expect(display.in('paid')).toContainText(`Paid 149.00 SEK · …${ersReference?.slice(-6) ?? 'nothing'}`);
});
