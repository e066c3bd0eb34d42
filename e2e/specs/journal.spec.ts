/** What happened can be found again, and printed again once, as a copy (PF-28). */
import fs from 'node:fs';
import path from 'node:path';
import { readPdf } from '../support/pdf-text.ts';
import { saveNextTo } from '../support/save-dialog.ts';
import { expect, test } from './fixture.ts';
import { lastNumber, sell } from './steps.ts';

test('a receipt is found again by its number, its amount or a part of its reference', async ({ newTill: till, seqr }) => {
  const { journal } = till;
  const first = await sell(till, seqr, 14_900);
  await sell(till, seqr, 1_275);
  await journal.open();
  await expect(journal.rows).toHaveCount(3);
  await journal.search.fill('149,00');
  await expect(journal.rows).toHaveCount(1);
  await expect(journal.receipt(2)).toContainText(first);
  await journal.search.fill('12.75');
  await expect(journal.row(3)).toBeVisible();
  await expect(journal.rows).toHaveCount(1);
  await journal.search.fill(first.slice(-8));
  await expect(journal.row(2)).toBeVisible();
  await expect(journal.rows).toHaveCount(1);
  await journal.search.fill('1');
  await expect(journal.row(1)).toContainText('1.00');
  await expect(journal.rows).toHaveCount(1);
  await journal.search.fill('no such receipt');
  await expect(journal.rows).toHaveCount(0);
  await expect(till.page.getByText('No receipt fits “no such receipt”.')).toBeVisible();
});

test('the last receipt is one touch away', async ({ till, seqr }) => {
  const ersReference = await sell(till, seqr, 4_200);
  await till.sale.lastReceipt.click();
  await expect(till.journal.receipt(await lastNumber(till))).toContainText(ersReference);
});

test('the first PDF is the original, the second is marked KOPIA, and there is no third', async ({ till, seqr, userDataDir }) => {
  const { journal } = till;
  const ersReference = await sell(till, seqr, 14_900);
  await journal.open();
  await journal.row(await lastNumber(till)).click();
  const save = async (name: string): Promise<string> => {
    const file = path.join(userDataDir, name);
    await saveNextTo(till, file);
    await journal.savePdf.click();
    return file;
  };
  await saveNextTo(till, null);
  await journal.savePdf.click();
  await expect(journal.savePdf).toBeEnabled();
  await expect(journal.saved).toBeHidden();

  const original = await save('original.pdf');
  await expect(journal.saved).toBeVisible();
  const { text, widthsMm } = await readPdf(fs.readFileSync(original));
  expect(text).toContain(ersReference);
  expect(text).toContain('149,00');
  expect(text).not.toContain('KOPIA');
  expect(widthsMm).toHaveLength(1);
  expect(widthsMm[0]).toBeCloseTo(80, 0);

  const copy = await save('copy.pdf');
  await expect(till.page.getByText('A receipt may have one copy, marked KOPIA. It has been printed.')).toBeVisible();
  expect((await readPdf(fs.readFileSync(copy))).text).toContain('KOPIA');

  await save('third.pdf');
  await expect(till.page.getByRole('alert')).toContainText('one-copy');
  await expect(journal.printCopy).toBeDisabled();
});
