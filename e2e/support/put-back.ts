/**
 * Brings a till that one test has used to the empty sale that the next one begins with, by what its own windows can send:
 * no test may depend on who was at the till before.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import type { Intent, Snapshot } from '../../src/contract/index.ts';
import { done } from './ready-shop.ts';
import type { SimulatorProcess } from './simulator-process.ts';
import { SAMPLE_ANSWERS } from './till-driver.ts';
import type { Till } from './till-driver.ts';

const { pin } = SAMPLE_ANSWERS.owner;
const OFTEN = [20, 50, 100];
/** A payment that SEQR was kept from answering for is asked about again within a second or so. */
const LIMIT_MS = 30_000;

/** @param rested what the till looked like before the first test */
export async function putBack(till: Till, seqr: SimulatorProcess, rested: Snapshot): Promise<void> {
  await seqr.noFaults();
  const { page } = till;
  const nearer = async (): Promise<Intent | null | undefined> => {
    const next = nextStep(await till.snapshot());
    // One at a time: each may change what the next has to name. Refused because the till was quicker, it is asked again.
    if (next) await till.intent(next);
    return next;
  };
  await expect.poll(nearer, { message: 'the till comes to rest', intervals: OFTEN, timeout: LIMIT_MS }).toBeNull();
  for (const intent of settingsBack(await till.snapshot(), rested)) await done(till, intent);
  for (const window of till.app.windows()) if (window !== page) await window.close();
  // Where the cashier was, what stood in fields, a dialog that was open: a window loaded anew knows nothing of it.
  await page.reload();
  await expectEmptySale(till, rested);
}

/** What a test may rely on. */
export async function expectEmptySale({ sale, page, snapshot }: Till, rested: Snapshot): Promise<void> {
  await expect(sale.charge).toBeDisabled();
  await expect(sale.rows).toHaveCount(0);
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
  const now = await snapshot();
  expect(nextStep(now)).toBeNull();
  expect(lasting(now)).toEqual(lasting(rested));
}

/** What one test could leave to the next on disk, and none does. */
function lasting({ preferences, loyalty, tabRules, cashier, setup: { terminal, seqrId } }: Snapshot) {
  return { preferences, loyalty, tabRules, cashier, terminal, seqrId };
}

/** What brings the till nearer to rest; undefined: nothing but waiting; null: it rests. */
function nextStep({ payment, outgoing, tabs, tray, printJobs, notices, sale, receiptsToSubmit }: Snapshot): Intent | null | undefined {
  if (payment !== null) {
    // A reservation is let go, not laid aside.
    const press = (['cancel', 'giveUp', 'dismiss'] as const).find((each) => payment.actions[each]);
    return press && { kind: `payment.${press}`, attemptId: payment.attemptId, stateNumber: payment.stateNumber };
  }
  if (outgoing.current !== null) return { kind: 'outgoing.dismiss', id: outgoing.current.id, stateNumber: outgoing.current.stateNumber };
  const [tab] = tabs;
  if (tab !== undefined) return tab.actions.cancel ? { kind: 'payment.cancel', attemptId: tab.attemptId, stateNumber: tab.stateNumber } : undefined;
  const [item] = tray;
  if (item !== undefined) return item.dismissable ? { kind: 'tray.dismiss', trayId: item.id, attemptId: item.attemptId, stateNumber: item.stateNumber } : undefined;
  const job = printJobs.find(({ state }) => state === 'failed');
  if (job !== undefined) return { kind: 'print.abandon', jobId: job.jobId };
  const [notice] = notices;
  if (notice !== undefined) return { kind: 'notice.dismiss', noticeId: notice.id };
  if (sale.sale.rows.length > 0) return { kind: 'sale.void', revision: sale.revision };
  return printJobs.length > 0 || receiptsToSubmit > 0 ? undefined : null;
}

/** Language, appearance, rules and who is at the till, as they were. */
function settingsBack(now: Snapshot, { preferences, loyalty, tabRules, cashier }: Snapshot): readonly Intent[] {
  const back: Intent[] = [];
  const differs = (key: 'preferences' | 'loyalty' | 'tabRules' | 'cashier', rested: unknown): boolean => !isDeepStrictEqual(now[key], rested);
  if (differs('preferences', preferences)) back.push({ kind: 'preferences.change', patch: structuredClone(preferences) });
  if (differs('loyalty', loyalty)) back.push({ kind: 'loyalty.change', pin, ...structuredClone(loyalty) });
  if (differs('tabRules', tabRules)) back.push({ kind: 'tabs.change', pin, ...tabRules });
  if (cashier !== null && differs('cashier', cashier)) back.push({ kind: 'cashier.select', number: cashier.number });
  return back;
}
