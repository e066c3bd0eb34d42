import { saveNextTo } from '../../e2e/support/save-dialog.ts';
import type { Till } from '../../e2e/support/till-driver.ts';
import type { Story } from './story.ts';

/** What goes back; the practice till's owner has no PIN before the first one that is typed. */
const ROW = 'Kanelbulle';
const PIN = '2580';

export interface GivenBack {
  /** Amount with a decimal point. */
  readonly refunded: string;
  readonly pdf: string;
}

/** One of the buns goes back: from the receipt that the journal shows to a receipt of its own. */
export async function giveBack(story: Story, till: Till, pdf: (receiptNumber: number) => string): Promise<GivenBack> {
  const { page, journal, refund, disbursement } = till;
  await story.tell('refund', 'Clicks Refund under the receipt: what goes back?', async (show) => {
    await refund.open();
    await refund.sum.waitFor();
    show(page);
  });
  await story.tell('refund-row', `Chooses one of the two "${ROW}": the till says what it was paid with`, async (show) => {
    await refund.choose('Rows');
    await refund.more(ROW).click();
    await page.getByTestId('refund-send').filter({ hasText: /\d/ }).waitFor();
    show(page);
  });
  const refunded = (await refund.sum.innerText()).replace(/[^\d.]/g, '');
  await story.tell('refund-allowed', 'Gives a reason, and the owner allows it with a PIN', async (show) => {
    await refund.quickReason('Goods returned').click();
    await page.getByLabel(/^New owner’s PIN|^Owner’s PIN/).fill(PIN);
    await page.getByLabel('The same PIN again').fill(PIN);
    show(page);
  });
  await story.tell('refunded', `Clicks Refund ${refunded}: SEQR gives the money back`, async (show) => {
    await refund.send.click();
    await disbursement.reach('done');
    show(page);
  });
  const file = await story.tell(
    'return-receipt',
    'The journal has a return receipt, which says what it returns; saves it as PDF',
    async (show) => {
      await disbursement.showInJournal.click();
      const number = (await till.snapshot()).lastReceipt?.number ?? 0;
      await journal.receipt(number).waitFor();
      await saveNextTo(till, pdf(number));
      await journal.savePdf.click();
      await journal.saved.waitFor();
      show(page);
      return pdf(number);
    },
  );
  return { refunded, pdf: file };
}
