/**
 * `npm run demo`: Kassa's main job, played by clicks and keys in its windows only, from an empty folder to a receipt that
 * the journal finds, a row of it that goes back, and a day that is closed. Leaves a picture of every step, the receipts'
 * PDFs and the close's table in demo-output/. Exit code 0 only if the PDFs' texts hold the references under which the
 * simulator's ledger has the payment and the refund.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { hasDisplay, useDisplay } from '../e2e/machine/display.ts';
import { chooseRuntime } from '../e2e/machine/runtime.ts';
import { launchTill } from '../e2e/support/till-driver.ts';
import { build, buildIsStale } from './build.ts';
import { closeDay } from './demo/close-day.ts';
import { findReceipt } from './demo/find-receipt.ts';
import { giveBack } from './demo/give-back.ts';
import { proveReceipts } from './demo/prove-receipts.ts';
import type { Played } from './demo/prove-receipts.ts';
import { sell } from './demo/sell.ts';
import { setUp } from './demo/set-up.ts';
import { createStory } from './demo/story.ts';
import type { Story } from './demo/story.ts';
import { takePayment } from './demo/take-payment.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OUTPUT = path.join(ROOT, 'demo-output');
/** What is left of a demo that did not come to its end. */
const FAILED = path.join(OUTPUT, 'failed');
/** Where somebody may be watching, so long does each step stay before the next. Milliseconds. */
const WATCHED_PAUSE_MS = 600;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The play, act by act. @returns the receipts' PDFs and the amounts as the till showed them */
async function play(story: Story, executable: string, dataDir: string): Promise<Played> {
  const till = await story.tell('first-run', 'Starts Kassa on an empty folder; it asks how to begin', async (show) => {
    const started = await launchTill({ executable, userDataDir: dataDir });
    await started.wizard.at('service');
    show(started.page);
    return started;
  });
  try {
    await setUp(story, till);
    const display = await sell(story, till);
    const { charged, receiptNumber } = await takePayment(story, till, display);
    const pdf = path.join(OUTPUT, `receipt-${receiptNumber}.pdf`);
    await findReceipt(story, till, { receiptNumber, charged, pdf });
    const back = await giveBack(story, till, (number) => path.join(OUTPUT, `receipt-${number}.pdf`));
    await closeDay(story, till, path.join(OUTPUT, 'close-1.csv'));
    return { payment: { pdf, amount: charged }, refund: { pdf: back.pdf, amount: back.refunded } };
  } catch (error) {
    // The window may be what failed.
    await till.page.screenshot({ path: path.join(FAILED, 'till.png') }).catch(() => undefined);
    throw error;
  } finally {
    // In order, as at shut-down: by then the simulator has saved its ledger.
    await till.end();
  }
}

const choice = await chooseRuntime();
if (!choice.ok) giveUp(choice.sentence);
if (buildIsStale()) {
  say('Building …');
  if (!build()) giveUp('Kassa could not be built (see above).');
}
fs.rmSync(OUTPUT, { recursive: true, force: true });
fs.mkdirSync(OUTPUT);
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-demo-'));
process.once('SIGINT', () => process.exit(130));

const watched = hasDisplay();
say(`Runtime: ${choice.runtime.sentence}.`);
say(watched ? 'On this display.' : 'There is no display here: on a virtual one.');
const display = await useDisplay();
const story = createStory(OUTPUT, watched ? WATCHED_PAUSE_MS : 0);
try {
  const proof = await proveReceipts(await play(story, choice.runtime.executablePath, dataDir), dataDir);
  say(proof.sentence);
  say(`${story.steps()} steps in ${story.seconds()} s. Pictures and receipts: ${path.relative(process.cwd(), OUTPUT)}${path.sep}`);
  if (!proof.ok) process.exitCode = 1;
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  fs.mkdirSync(FAILED, { recursive: true });
  fs.writeFileSync(path.join(FAILED, 'error.txt'), `${stripVTControlCharacters(text)}\n`);
  const logs = path.join(dataDir, 'logs');
  if (fs.existsSync(logs)) fs.cpSync(logs, path.join(FAILED, 'logs'), { recursive: true });
  say(`\nThe demo stopped: ${text.split('\n', 1)[0] ?? ''}`);
  say(`What the till showed and wrote by then is in ${path.relative(process.cwd(), FAILED)}${path.sep}`);
  process.exitCode = 1;
} finally {
  display.stop();
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
}
