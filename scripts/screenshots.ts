/**
 * `npm run screenshots`: a picture of every screen, at the sizes tills have, in light and dark, into screenshots/. To be
 * looked at by a person; nothing is compared.
 */
import fs from 'node:fs';
import path from 'node:path';
import { useDisplay } from '../e2e/machine/display.ts';
import { chooseRuntime } from '../e2e/machine/runtime.ts';
import { createCamera } from '../e2e/scenes/camera.ts';
import { dayScenes } from '../e2e/scenes/day-scenes.ts';
import { paymentScenes } from '../e2e/scenes/payment-scenes.ts';
import { refundScenes } from '../e2e/scenes/refund-scenes.ts';
import { otherScenes, practiceScenes, saleScenes } from '../e2e/scenes/sale-scenes.ts';
import { setUpScenes } from '../e2e/scenes/set-up-scenes.ts';
import { changeScenes, tabScenes } from '../e2e/scenes/tab-scenes.ts';
import { makeUserDataDir } from '../e2e/support/launch.ts';
import { startSimulatorProcess } from '../e2e/support/simulator-process.ts';
import { launchTill } from '../e2e/support/till-driver.ts';
import type { Till } from '../e2e/support/till-driver.ts';
import { build, buildIsStale } from './build.ts';

/** A window as large as its screen would come out a pixel smaller. */
const SCREEN = '2048x1200x24';
const FOLDER = path.join(import.meta.dirname, '..', 'screenshots');

const choice = await chooseRuntime();
if (!choice.ok) throw new Error(choice.sentence);
if (buildIsStale() && !build()) throw new Error('Kassa could not be built (see above).');
fs.rmSync(FOLDER, { recursive: true, force: true });
const display = await useDisplay(SCREEN);
const seqr = await startSimulatorProcess();
const folders = [makeUserDataDir(), makeUserDataDir()] as const;
const { executablePath: executable } = choice.runtime;
const camera = createCamera(FOLDER);

/** Runs `scenes` on a till of their own, and ends it whatever happens. */
async function onTill(userDataDir: string, scenes: (till: Till) => Promise<void>): Promise<void> {
  const till = await launchTill({ executable, userDataDir });
  try {
    await scenes(till);
  } finally {
    await till.end();
  }
}

try {
  await onTill(folders[0], async (till) => {
    const shoot = camera.of(till);
    await setUpScenes(till, shoot, seqr);
    const customer = await till.openCustomerDisplay();
    await saleScenes(till, shoot, customer);
    await paymentScenes(till, shoot, seqr, customer);
    await changeScenes(till, shoot, seqr);
    await tabScenes(till, shoot, seqr, customer);
    await refundScenes(till, shoot, seqr);
    await otherScenes(till, shoot);
    await dayScenes(till, shoot, seqr);
  });
  await onTill(folders[1], (till) => practiceScenes(till, camera.of(till)));
} finally {
  await seqr.stop();
  display.stop();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${camera.taken()} pictures in ${path.relative(process.cwd(), FOLDER)}${path.sep}\n`);
}
