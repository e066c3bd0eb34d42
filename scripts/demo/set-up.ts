import type { Till } from '../../e2e/support/till-driver.ts';
import type { Story } from './story.ts';

/** The first run: two clicks to a till that can practise. */
export async function setUp(story: Story, { page, wizard, sale }: Till): Promise<void> {
  await story.tell('practice-ready', 'Clicks "Practise first": products, a terminal and a phone are prepared', async (show) => {
    await wizard.practise.click();
    await wizard.at('ready');
    show(page);
  });
  await story.tell('empty-sale', 'Clicks "Start selling": the till is ready for its first sale', async (show) => {
    await wizard.startSelling.click();
    await sale.charge.waitFor();
    show(page);
  });
}
