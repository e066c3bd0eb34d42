import type { Page } from '@playwright/test';

/** A keyboard-wedge scanner: key presses faster than any hand, ended by Enter, with no field chosen. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(`${code}\n`);
}
