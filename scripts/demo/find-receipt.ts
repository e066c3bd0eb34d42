import { saveNextTo } from '../../e2e/support/save-dialog.ts';
import type { Till } from '../../e2e/support/till-driver.ts';
import type { Story } from './story.ts';

export interface Sought {
  readonly receiptNumber: number;
  /** Amount with a decimal point. */
  readonly charged: string;
  /** Where its PDF shall be saved. */
  readonly pdf: string;
}

/** The journal finds the receipt by its amount and saves it as PDF. */
export async function findReceipt(story: Story, till: Till, { receiptNumber, charged, pdf }: Sought): Promise<void> {
  const { page, journal } = till;
  await story.tell('journal', `Opens the journal with F10 and looks for ${charged}`, async (show) => {
    await page.keyboard.press('F10');
    await journal.search.fill(charged);
    await journal.row(receiptNumber).waitFor();
    await journal.receipt(receiptNumber).waitFor();
    show(page);
  });
  await story.tell('pdf-saved', 'Saves the receipt as PDF', async (show) => {
    // The system's own dialog has no page to click in.
    await saveNextTo(till, pdf);
    await journal.savePdf.click();
    await journal.saved.waitFor();
    show(page);
  });
}
