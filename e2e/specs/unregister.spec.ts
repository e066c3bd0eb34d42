/** The end of a registration, on a terminal of this test's own. */
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';

test('unregistering asks for the PIN and for the word to be typed, and leads back to the wizard', async ({ startOwn }) => {
  const { till, seqr } = await startOwn();
  const { settings } = till;
  const mine = (await till.snapshot()).setup.terminal.terminalId;
  await settings.open('SEQR terminal');
  await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
  await expect(settings.button('Unregister this terminal')).toBeDisabled();
  await settings.field('Type UNREGISTER to go on').fill('unregister');
  await settings.button('Unregister this terminal').click();
  await till.wizard.at('reseller');
  expect((await seqr.terminals()).map((terminal) => terminal.terminalId)).not.toContain(mine);
  expect(await till.page.evaluate(() => window.kassa.call('journal', ''))).toHaveLength(1);
});
