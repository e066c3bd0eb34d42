import type { Page } from '@playwright/test';

/** A scanner at the keyboard: no pause between its keys, whatever else the machine does. Needs no field, and takes none. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((scanned) => {
    for (const key of [...Array.from(scanned), 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, code);
}
