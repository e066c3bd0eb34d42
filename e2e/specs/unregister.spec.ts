/** The end of a registration, on a terminal of this test's own. */
import fs from 'node:fs';
import { makeUserDataDir } from '../support/launch.ts';
import { makeReadyTill } from '../support/ready-till.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS, launchTill } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';

test('unregistering asks for the PIN and for the word to be typed, and leads back to the wizard', async () => {
  const seqr = await startSimulatorProcess();
  const dir = makeUserDataDir();
  await makeReadyTill(dir, seqr);
  const till = await launchTill({ userDataDir: dir });
  try {
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
  } finally {
    await till.end();
    await seqr.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
});
