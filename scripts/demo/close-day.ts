import { saveNextTo } from '../../e2e/support/save-dialog.ts';
import type { Till } from '../../e2e/support/till-driver.ts';
import type { Story } from './story.ts';

/** However long SEQR takes to write its report. Milliseconds. */
const REPORT_WITHIN_MS = 30_000;

/** The day ends: SEQR's report and the journal are matched, reference by reference. @param csv where the table is saved */
export async function closeDay(story: Story, till: Till, csv: string): Promise<void> {
  const { page, day } = till;
  await story.tell('day', 'Opens the day: what was sold, and the close', async (show) => {
    await day.open();
    await day.closeTheDay.waitFor();
    show(page);
  });
  await story.tell('closing', 'Closes the day: SEQR ends its own and begins to write its report', async (show) => {
    await day.button('Fill in the simulator’s password').click();
    await day.closeTheDay.click();
    await day.closing('waiting');
    show(page);
  });
  await story.tell('closed', 'The report is there and compared with the journal: everything agrees', async (show) => {
    await day.result(1).waitFor({ timeout: REPORT_WITHIN_MS });
    await day.verdict.and(page.locator('[data-verdict=agrees]')).waitFor();
    show(page);
  });
  await story.tell('close-saved', 'Saves the close as a table', async (show) => {
    // The system's own dialog has no page to click in.
    await saveNextTo(till, csv);
    await day.button('Save CSV').click();
    await page.getByText('The file is saved.').waitFor();
    show(page);
  });
}
