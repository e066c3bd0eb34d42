/** The system ends Kassa (PF-01): in order, at once, without a question, and what is open is left to the next start. */
import fs from 'node:fs';
import path from 'node:path';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, expectOneReceipt } from './steps.ts';

/** A system that goes down kills what takes longer. */
const END_LIMIT_MS = 2_000;

/** Reads what this till writes into its log from now on: it has been ended before. */
function followLog({ userDataDir }: Till): () => string {
  const file = path.join(userDataDir, 'logs', 'kassa.log');
  const begin = fs.statSync(file).size;
  return () => fs.readFileSync(file).subarray(begin).toString('utf8');
}

/** A question from now on is written down, and nobody answers it. */
async function noteQuestions(till: Till, file: string): Promise<void> {
  await till.app.evaluate(({ dialog }, path) => {
    dialog.showMessageBox = () => {
      process.getBuiltinModule('node:fs').writeFileSync(path, 'asked');
      return new Promise(() => undefined);
    };
  }, file);
}

/** @returns how long it took to end by itself, which it must: a process that was killed has no exit code */
async function endTime(till: Till): Promise<number> {
  const beganMs = performance.now();
  expect(await till.ended).toBe(0);
  return performance.now() - beganMs;
}

/** The payment that was open is asked about by the next start, and resolved. */
async function expectPaymentKept(restart: () => Promise<Till>, seqr: Parameters<typeof expectOneReceipt>[1], code: string): Promise<void> {
  const invoiceReference = await seqr.scanAndPay(code);
  const again = await restart();
  await again.payment.reach('paid');
  await expectOneReceipt(again, seqr, invoiceReference);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} with a payment open ends Kassa in order, without a question`, async ({ till, seqr, restart }) => {
    const code = await charge(till);
    const log = followLog(till);
    const asked = path.join(till.userDataDir, 'asked');
    await noteQuestions(till, asked);
    till.app.process().kill(signal);
    expect(await endTime(till)).toBeLessThan(END_LIMIT_MS);
    expect(fs.existsSync(asked)).toBe(false);
    expect(log()).toContain('closing');
    expect(log()).not.toContain('closing took too long');
    await expectPaymentKept(restart, seqr, code);
  });
}

test('Ctrl+C in its terminal, which all its processes get, ends Kassa in order', async ({ till, seqr, restart }) => {
  const code = await charge(till);
  const log = followLog(till);
  process.kill(-(till.app.process().pid ?? Number.NaN), 'SIGINT');
  expect(await endTime(till)).toBeLessThan(END_LIMIT_MS);
  expect(log()).toContain('closing');
  await expectPaymentKept(restart, seqr, code);
});

test('a log-off with a payment open ends Kassa in order, and the system is asked to wait for it', async ({ till, seqr, restart }) => {
  const code = await charge(till);
  const log = followLog(till);
  const [asked, waits] = [path.join(till.userDataDir, 'asked'), path.join(till.userDataDir, 'waits')];
  await noteQuestions(till, asked);
  await till.app
    .evaluate(({ powerMonitor, app }, file) => {
      // As macOS does it: the notice first, then the same quit that a person could ask for.
      powerMonitor.emit('shutdown', { preventDefault: () => process.getBuiltinModule('node:fs').writeFileSync(file, 'waits') });
      app.quit();
    }, waits)
    .catch(() => undefined);
  expect(await endTime(till)).toBeLessThan(END_LIMIT_MS);
  expect(fs.existsSync(waits)).toBe(true);
  expect(fs.existsSync(asked)).toBe(false);
  expect(log()).toContain('closing');
  await expectPaymentKept(restart, seqr, code);
});

test('a question that nobody has answered does not keep the system from ending Kassa', async ({ till, seqr, restart }) => {
  const code = await charge(till);
  const asked = path.join(till.userDataDir, 'asked');
  await noteQuestions(till, asked);
  await till.app.evaluate(({ app }) => app.quit());
  await expect.poll(() => fs.existsSync(asked)).toBe(true);
  await expect(till.payment.in('waiting')).toBeVisible();
  till.app.process().kill('SIGTERM');
  expect(await endTime(till)).toBeLessThan(END_LIMIT_MS);
  await expectPaymentKept(restart, seqr, code);
});
