/** A cashier who types, scans, searches and prints without end. */
import fs from 'node:fs';
import path from 'node:path';
import type { Till } from '../../e2e/support/till-driver.ts';
import { scan } from './scan.ts';

export interface Work {
  /** One of the things a cashier does, in turn. */
  readonly step: () => Promise<void>;
  /** So much has been done, in words. */
  readonly done: () => string;
}

const SEARCHES = ['kaffe', 'bulle', 'te', 'räk'] as const;
/** As fast as a practised hand; slower than a scanner. */
const TYPING_MS = 60;
const ROUNDS_A_SALE = 5;
/** With rounds of two seconds, seven or eight prints a minute. */
const ROUNDS_A_PRINT = 4;

/** Prints go into a file in the till's own folder: a printer would be another machine's work. */
export async function startWork(till: Till): Promise<Work> {
  const { page, sale } = till;
  const folder = path.join(till.userDataDir, 'printed');
  fs.mkdirSync(folder, { recursive: true });
  await till.app.evaluate(
    ({ dialog }, file) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
    },
    path.join(folder, 'sticker.pdf'),
  );
  const { products } = await page.evaluate(() => window.kassa.call('catalogue'));
  const eans = products.flatMap(({ ean, retired }) => (ean === undefined || retired ? [] : [ean]));
  let round = 0;
  let prints = 0;

  const steps: readonly (() => Promise<void>)[] = [
    async () => {
      await page.keyboard.type('1250', { delay: TYPING_MS });
      await page.keyboard.press('Enter');
    },
    async () => {
      await page.keyboard.press('F2');
      await page.keyboard.type(SEARCHES[round % SEARCHES.length] ?? '', { delay: TYPING_MS });
      await page.keyboard.press('Escape');
    },
    () => scan(page, eans[round % eans.length] ?? ''),
    () =>
      page
        .getByTestId('tile')
        .nth(round % 8)
        .click(),
    async () => {
      if (round % ROUNDS_A_PRINT !== 0) return;
      const printed = await till.intent({ kind: 'setup.saveSticker' });
      if (!printed.ok) throw new Error(`not printed: ${printed.problem.code}`);
      prints += 1;
    },
    async () => {
      if (round % ROUNDS_A_SALE !== 0) return;
      const { revision } = (await till.snapshot()).sale;
      await till.intent({ kind: 'sale.void', revision });
      await sale.rows.first().waitFor({ state: 'detached' });
    },
  ];
  let next = 0;
  return {
    async step() {
      await steps[next]?.();
      next = (next + 1) % steps.length;
      if (next === 0) round += 1;
    },
    done: () => `${round} rounds, ${prints} prints`,
  };
}
