import { startPaperPrinter } from '../support/paper-printer.ts';
/** Paper: silently, at the roll's own size, and never in silence about a failure (C7). */
import { readPdf } from '../support/pdf-text.ts';
import { done } from '../support/ready-shop.ts';
import { expect, test } from './fixture.ts';
import { lastNumber } from './steps.ts';

test('a printer that fails is named, and the cashier decides about its paper', async ({ till, seqr }) => {
  const { payment } = till;
  await done(till, { kind: 'preferences.change', patch: { printer: { deviceName: 'no-such-printer', paper: '58mm' } } });
  await till.sale.ringUp('14900');
  await till.sale.charge.click();
  await payment.reach('waiting');
  await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await expect(payment.paper).toHaveAttribute('data-state', 'failed', { timeout: 20_000 });
  await expect(payment.screen).toContainText('print.failed');
  await expect(payment.button('Try again')).toBeEnabled();
  const number = await lastNumber(till);
  // What earlier receipts were printed by is still told as done.
  const itsJobs = async () => (await till.snapshot()).printJobs.filter(({ receiptNumber }) => receiptNumber === number);
  expect(await itsJobs()).toMatchObject([{ copy: false, state: 'failed', problem: { code: 'print.failed' } }]);
  await payment.button('Leave it').click();
  await expect.poll(itsJobs).toEqual([]);
});

// Other systems have no queue that a test could stand in for.
if (process.platform === 'linux') {
  test('a printer that was off prints the original when tried again, at 58 mm, and then one copy marked KOPIA', async ({
    shop,
    userDataDir,
    start,
    seqr,
  }) => {
    const printer = await startPaperPrinter();
    shop.copyTill(userDataDir);
    const till = await start({ env: { CUPS_SERVER: printer.server } });
    const { settings, page, sale, payment } = till;
    printer.accepts(false);
    await settings.open('Receipts and printer');
    await page.getByRole('button', { name: /Printer$/ }).click();
    await page.getByRole('option', { name: new RegExp(`^${printer.name}`) }).click();
    await page.getByText('Roll 58 mm').click();
    await page.getByRole('button', { name: 'Sale', exact: true }).click();
    await sale.ringUp('14900');
    await sale.charge.click();
    await payment.reach('waiting');
    const invoiceReference = await seqr.scanAndPay(await payment.code());
    await payment.reach('paid');
    await expect(payment.paper).toHaveAttribute('data-state', 'failed', { timeout: 20_000 });
    expect(printer.documents()).toEqual([]);
    printer.accepts(true);
    await payment.button('Try again').click();
    await expect(payment.paper).toHaveText('Receipt 2 · The receipt is printed.', { timeout: 20_000 });
    const { ersReference } = await seqr.invoice(invoiceReference);
    const original = await readPdf(printer.documents()[0] ?? Buffer.alloc(0));
    expect(original.text).toContain(ersReference);
    expect(original.text).not.toContain('KOPIA');
    expect(original.widthsMm).toHaveLength(1);
    expect(original.widthsMm[0]).toBeCloseTo(58, 0);

    await payment.nextSale.click();
    await sale.lastReceipt.click();
    await till.journal.printCopy.click();
    await expect(page.getByText('A receipt may have one copy, marked KOPIA. It has been printed.')).toBeVisible({ timeout: 20_000 });
    await expect(till.journal.printCopy).toBeDisabled();
    expect(printer.documents()).toHaveLength(2);
    expect((await readPdf(printer.documents()[1] ?? Buffer.alloc(0))).text).toContain('KOPIA');
    await printer.stop();
  });
}
