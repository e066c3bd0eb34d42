/** The end of a registration, on a terminal of this test's own. */
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';

test('unregistering asks for the PIN and for the word to be typed, and leads back to the wizard', async ({ startOwn }) => {
  const { till, seqr } = await startOwn();
  const { settings, day } = till;
  const mine = (await till.snapshot()).setup.terminal.terminalId;
  await settings.open('SEQR terminal');
  await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
  await expect(settings.button('Unregister this terminal')).toBeDisabled();
  await settings.field('Type UNREGISTER to go on').fill('unregister');
  await settings.button('Unregister this terminal').click();
  // The test payment is in no close yet, and SEQR forgets it with the terminal.
  await expect(till.page.getByRole('alert').filter({ hasText: 'Close the day first.' })).toBeVisible();
  await settings.button('Go to the close of day').click();
  await day.password.fill(SAMPLE_ANSWERS.reseller.password);
  await day.closeTheDay.click();
  await expect.poll(async () => (await till.snapshot()).day.lastNumber).toBe(1);
  await settings.open('SEQR terminal');
  await settings.enterPin(SAMPLE_ANSWERS.owner.pin);
  await settings.field('Type UNREGISTER to go on').fill('unregister');
  await settings.button('Unregister this terminal').click();
  await till.wizard.at('reseller');
  expect((await seqr.terminals()).map((terminal) => terminal.terminalId)).not.toContain(mine);
  expect(await till.page.evaluate(() => window.kassa.call('journal', ''))).toHaveLength(1);
});
