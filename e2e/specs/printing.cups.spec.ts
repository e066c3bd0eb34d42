/**
 * Paper: what reaches a printer of the system's through its print server, which is real and the test's own (C7, PF-28).
 * Left out where no print server can be had (playwright.config.ts).
 */
import { DEVICE_FAULT, startPrintServer } from '../support/cups.ts';
import type { PrintServer } from '../support/cups.ts';
import { place } from '../support/pages/journal-page.ts';
import { readPdf } from '../support/pdf-text.ts';
import type { PdfContent } from '../support/pdf-text.ts';
import { done } from '../support/ready-shop.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test as base } from './fixture.ts';
import { charge, lastNumber } from './steps.ts';

interface Fixtures {
  /** With no paper printed yet. */
  readonly printer: PrintServer;
  /** The worker's till, which prints on it, on a roll of 80 mm. */
  readonly printingTill: Till;
  /** The number of the next receipt. */
  readonly next: number;
}
const test = base.extend<Fixtures>({
  printer: async ({ printSocket }, use) => {
    const printer = await startPrintServer(printSocket);
    await use(printer);
    await printer.close();
  },
  // After the printer: the till is put back while there is one.
  printingTill: async ({ printer, till }, use) => {
    await done(till, { kind: 'preferences.change', patch: { printer: { deviceName: printer.queue, paper: '80mm' } } });
    await use(till);
  },
  next: async ({ till }, use) => use((await lastNumber(till)) + 1),
});

/** A busy machine prints slowly. */
const PRINTED = { timeout: 20_000 };
/** Cut and torn with a margin that no head can print on; nothing else is empty. */
const LONGEST_MARGIN_MM = 12;

/** Rings up, charges and has it paid. @returns SEQR's reference of the payment */
async function pay(till: Till, seqr: SimulatorProcess): Promise<string> {
  const invoiceReference = await seqr.scanAndPay(await charge(till));
  await till.payment.reach('paid');
  const { ersReference } = await seqr.invoice(invoiceReference);
  if (ersReference === null) throw new Error('SEQR has no reference for a paid invoice');
  return ersReference;
}

/** The papers that have come out, once there are `count`. */
async function papers(printer: PrintServer, count: number): Promise<readonly PdfContent[]> {
  await expect.poll(() => printer.papers().length, PRINTED).toBe(count);
  return Promise.all(printer.papers().map(readPdf));
}

const ROLLS = [
  { label: 'Roll 80 mm', widthMm: 80, sideMm: 4 },
  { label: 'Roll 58 mm', widthMm: 58, sideMm: 5 },
] as const;

for (const { label, widthMm, sideMm } of ROLLS) {
  test(`${label}: a paid sale prints by itself, in one piece, as wide as the roll and as long as the receipt`, async ({
    printingTill,
    printer,
    next,
    seqr,
  }) => {
    const { settings, page, sale } = printingTill;
    await settings.open('Receipts and printer');
    await page.getByText(label).click();
    await place(page, 'Sale').click();
    for (const digits of ['1200', '3450', '990', '12500', '700', '8900']) await sale.ringUp(digits);
    const ersReference = await pay(printingTill, seqr);
    await expect(printingTill.payment.paper).toHaveText(`Receipt ${next} · The receipt is printed.`, PRINTED);

    const [long] = await papers(printer, 1);
    expect(long?.text).toContain(ersReference);
    expect(long?.text).toMatch(new RegExp(`Kvitto ${next}\\b`));
    expect(long?.text).not.toContain('KOPIA');
    expect(long?.widthsMm).toEqual([expect.closeTo(widthMm, 0)]);
    expect(long?.marginsMm[0]?.left).toBeGreaterThanOrEqual(sideMm - 0.5);
    expect(long?.marginsMm[0]?.right).toBeGreaterThanOrEqual(sideMm - 0.5);
    expect(long?.marginsMm[0]?.top).toBeLessThan(LONGEST_MARGIN_MM);
    expect(long?.marginsMm[0]?.bottom).toBeLessThan(LONGEST_MARGIN_MM);

    await printingTill.payment.nextSale.click();
    await pay(printingTill, seqr);
    const [, short] = await papers(printer, 2);
    expect(short?.widthsMm).toEqual([expect.closeTo(widthMm, 0)]);
    // Six rows fewer.
    expect(short?.heightsMm[0]).toBeLessThan((long?.heightsMm[0] ?? 0) - 6 * 3);
    expect(short?.marginsMm[0]?.bottom).toBeLessThan(LONGEST_MARGIN_MM);
  });
}

test('A4: a paid sale prints by itself on a sheet', async ({ printingTill, printer, seqr }) => {
  const { settings, page } = printingTill;
  await settings.open('Receipts and printer');
  await page.getByText('A4 sheets').click();
  await expect(page.getByRole('radio', { name: 'A4 sheets' })).toBeChecked();
  await place(page, 'Sale').click();
  const ersReference = await pay(printingTill, seqr);
  const [sheet] = await papers(printer, 1);
  expect(sheet?.text).toContain(ersReference);
  expect(sheet?.widthsMm).toEqual([expect.closeTo(210, 0)]);
  expect(sheet?.heightsMm).toEqual([expect.closeTo(297, 0)]);
});

test('the system’s printers are listed, and the chosen one prints the next receipt', async ({ printer, till, seqr }) => {
  expect(await till.page.evaluate(() => window.kassa.call('printers'))).toEqual([
    { deviceName: printer.queue, displayName: printer.queue, isDefault: true },
  ]);
  await till.settings.open('Receipts and printer');
  await till.page.getByRole('button', { name: /Printer$/ }).click();
  await till.page.getByRole('option', { name: new RegExp(`^${printer.queue}`) }).click();
  await place(till.page, 'Sale').click();
  const ersReference = await pay(till, seqr);
  expect((await papers(printer, 1))[0]?.text).toContain(ersReference);
});

test('one receipt is one paper and one copy marked KOPIA', async ({ printingTill, printer, next, seqr }) => {
  const ersReference = await pay(printingTill, seqr);
  await papers(printer, 1);
  await printingTill.payment.nextSale.click();
  await printingTill.sale.lastReceipt.click();
  await printingTill.journal.printCopy.click();
  await expect(printingTill.journal.printCopy).toBeDisabled(PRINTED);
  const [original, copy] = await papers(printer, 2);
  expect(original?.text).not.toContain('KOPIA');
  expect(copy?.text).toContain('KOPIA');
  expect(copy?.text).toContain(ersReference);
  expect(copy?.widthsMm).toEqual([expect.closeTo(80, 0)]);
  // The paper is out before the till has heard of it; asked meanwhile, it would go on with the one that is under way.
  await expect(printingTill.page.getByText('A receipt may have one copy, marked KOPIA. It has been printed.')).toBeVisible(PRINTED);
  expect(await printingTill.intent({ kind: 'receipt.print', number: next })).toEqual({ ok: false, problem: { code: 'print.one-copy' } });
});

test('a stopped printer is named and sent nothing; started again, the original comes out once', async ({
  printingTill,
  printer,
  next,
  seqr,
}) => {
  const { payment } = printingTill;
  await printer.stopPrinter();
  const ersReference = await pay(printingTill, seqr);
  await expect(payment.paper).toHaveAttribute('data-state', 'failed', PRINTED);
  await expect(payment.paper).toContainText('The computer has stopped this printer, so nothing was printed.');
  expect(await printer.held()).toEqual([]);
  await printer.resumePrinter();
  await payment.button('Try again').click();
  await expect(payment.paper).toHaveText(`Receipt ${next} · The receipt is printed.`, PRINTED);
  const [original] = await papers(printer, 1);
  expect(original?.text).toContain(ersReference);
  expect(original?.text).not.toContain('KOPIA');
});

test('a job that the print server refuses is never called printed; tried again, it is the original', async ({
  printingTill,
  printer,
  next,
  seqr,
}) => {
  const { payment } = printingTill;
  await printer.refuseJobs();
  const ersReference = await pay(printingTill, seqr);
  await expect(payment.paper).toHaveAttribute('data-state', 'failed', PRINTED);
  await expect(payment.paper).toContainText('Not allowed to print.');
  await printer.takeJobs();
  await payment.button('Try again').click();
  await expect(payment.paper).toHaveText(`Receipt ${next} · The receipt is printed.`, PRINTED);
  const [original] = await papers(printer, 1);
  expect(original?.text).toContain(ersReference);
  expect(original?.text).not.toContain('KOPIA');
});

test('a printer that fails at the job is named, and does not print later what is printed again', async ({
  printingTill,
  printer,
  next,
  seqr,
}) => {
  const { payment } = printingTill;
  printer.breakDevice();
  await pay(printingTill, seqr);
  await expect(payment.paper).toHaveAttribute('data-state', 'failed', PRINTED);
  await expect(payment.paper).toContainText(DEVICE_FAULT);
  expect(await printer.held()).toEqual([]);
  printer.mendDevice();
  await payment.button('Try again').click();
  await expect(payment.paper).toHaveText(`Receipt ${next} · The receipt is printed.`, PRINTED);
  expect((await papers(printer, 1))[0]?.text).not.toContain('KOPIA');
});

test('without the print server the failure is named; when it is back, trying again prints the original', async ({
  printingTill,
  printer,
  next,
  seqr,
}) => {
  const { payment } = printingTill;
  await printer.crash();
  const ersReference = await pay(printingTill, seqr);
  await expect(payment.paper).toHaveAttribute('data-state', 'failed', PRINTED);
  await expect(payment.paper).toContainText('The receipt did not print');
  await printer.start();
  await payment.button('Try again').click();
  await expect(payment.paper).toHaveText(`Receipt ${next} · The receipt is printed.`, PRINTED);
  const [original] = await papers(printer, 1);
  expect(original?.text).toContain(ersReference);
  expect(original?.text).not.toContain('KOPIA');
});

/** Killed with the job under way; whatever the server had of it is lost with the server. */
async function killWhilePrinting(till: Till, seqr: SimulatorProcess, printer: PrintServer): Promise<void> {
  printer.freeze();
  await pay(till, seqr);
  await expect(till.payment.paper).toHaveAttribute('data-state', 'printing');
  await till.kill();
  await printer.crash();
  await printer.start();
}

test('killed while printing, it asks, and what did not print is printed as the original', async ({
  printingTill,
  printer,
  next,
  seqr,
  restart,
}) => {
  await killWhilePrinting(printingTill, seqr, printer);
  const again = await restart();
  await again.payment.reach('paid');
  await expect(again.payment.screen).toContainText('Did the receipt print?');
  expect(printer.papers()).toEqual([]);
  await again.payment.button('No, print it').click();
  await expect(again.payment.paper).toHaveText(`Receipt ${next} · The receipt is printed.`, PRINTED);
  expect((await papers(printer, 1))[0]?.text).not.toContain('KOPIA');
});

test('killed while printing, what did print is the original: the next paper is KOPIA', async ({
  printingTill,
  printer,
  next,
  seqr,
  restart,
}) => {
  await killWhilePrinting(printingTill, seqr, printer);
  const again = await restart();
  await again.payment.reach('paid');
  await again.payment.nextSale.click();
  await again.journal.open();
  await again.journal.row(next).click();
  await expect(again.page.getByText('Did it print?')).toBeVisible();
  await again.page.getByRole('button', { name: 'It printed' }).click();
  await again.journal.printCopy.click();
  expect((await papers(printer, 1))[0]?.text).toContain('KOPIA');
});
