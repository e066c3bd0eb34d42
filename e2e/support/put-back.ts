/**
 * Brings a till that one test has used to the empty sale that the next one begins with, by what its own windows can send:
 * no test may depend on who was at the till before.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Intent, Snapshot } from '../../src/contract/index.ts';
import { place } from './pages/journal-page.ts';
import { done } from './ready-shop.ts';
import type { SimulatorProcess } from './simulator-process.ts';
import { SAMPLE_ANSWERS } from './till-driver.ts';
import type { Till } from './till-driver.ts';

const { pin } = SAMPLE_ANSWERS.owner;
const OFTEN = [20, 50, 100];
/** A payment that SEQR was kept from answering for is asked about again within a second or so. */
const LIMIT_MS = 30_000;

/** All that a test may rely on: what main knows, and what stands in the cashier's window. */
export interface AtRest {
  readonly snapshot: Snapshot;
  /** Every part of the window as a screen reader has it: the place, fields with what is in them, what is open, what has the focus. */
  readonly window: string;
  readonly windows: number;
}

export async function lookAt({ app, page, snapshot }: Till): Promise<AtRest> {
  return { snapshot: await snapshot(), window: await windowNow(page), windows: app.windows().length };
}

/** @param rested what the till looked like before the first test */
export async function putBack(till: Till, seqr: SimulatorProcess, rested: AtRest): Promise<void> {
  await seqr.noFaults();
  const { page } = till;
  const nearer = async (): Promise<Intent | null | undefined> => {
    const next = nextStep(await till.snapshot());
    // One at a time: each may change what the next has to name. Refused because the till was quicker, it is asked again.
    if (next) await till.intent(next);
    return next;
  };
  await expect.poll(nearer, { message: 'the till comes to rest', intervals: OFTEN, timeout: LIMIT_MS }).toBeNull();
  for (const intent of settingsBack(await till.snapshot(), rested.snapshot)) await done(till, intent);
  for (const window of till.app.windows()) if (window !== page) await window.close();
  await windowBack(page, rested.window);
  expectAtRest(await lookAt(till), rested);
}

/**
 * Where the cashier was, what stood in fields, a dialog that was open: if leading the window back to the sale leaves any
 * of it, it is loaded anew and knows nothing of it.
 */
async function windowBack(page: Page, rested: string): Promise<void> {
  const isBack = async (): Promise<boolean> => (await windowNow(page)) === rested;
  await loseFocus(page);
  if (await isBack()) return;
  const sale = place(page, 'Sale');
  // Out of reach while something is open above it.
  if (await sale.isVisible()) {
    await sale.press('Enter');
    await loseFocus(page);
    if (await isBack()) return;
  }
  await page.reload();
  await expect.poll(() => windowNow(page), { message: 'the window is as it was', intervals: OFTEN }).toBe(rested);
}

/** As when somebody touches a spot where nothing is. */
async function loseFocus(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

const PASSING = [
  // What any sale leaves behind: the last receipt, and how it was announced.
  /(- group "Last receipt":)(\n {6,}.*)*/,
  /^- paragraph.*$/m,
  // SEQR's last word grows older, and the clock goes on.
  /(- button "SEQR ).*/,
  /(- time: ).*/,
  // Tiles are drawn as far as they are in sight; the first tells whether they are all of them, from the top.
  /(- group "Products":\n.*)(\n {6,}.*)*/,
];

async function windowNow(page: Page): Promise<string> {
  const whole = await page.locator('body').ariaSnapshot();
  const hasFocus = await page.evaluate(() => document.activeElement !== document.body);
  return PASSING.reduce((text, part) => text.replace(part, '$1'), hasFocus ? `${whole}\n(a part of it has the focus)` : whole);
}

/** What a test may rely on. */
export function expectAtRest(now: AtRest, rested: AtRest): void {
  expect(nextStep(now.snapshot)).toBeNull();
  expect(lasting(now.snapshot)).toEqual(lasting(rested.snapshot));
  expect(now.window).toBe(rested.window);
  expect(now.windows).toBe(1);
}

/** What one test could leave to the next on disk, and none does. */
function lasting({ preferences, loyalty, tabRules, cashier, setup: { terminal, seqrId } }: Snapshot) {
  return { preferences, loyalty, tabRules, cashier, terminal, seqrId };
}

/** What brings the till nearer to rest; undefined: nothing but waiting; null: it rests. */
function nextStep({
  payment,
  disbursement,
  tabs,
  unresolved,
  printJobs,
  notices,
  sale,
  receiptsToSubmit,
}: Snapshot): Intent | null | undefined {
  if (payment !== null) {
    // A reservation is let go, not laid aside.
    const press = (['cancel', 'giveUp', 'dismiss'] as const).find((each) => payment.actions[each]);
    return press && { kind: `payment.${press}`, attemptId: payment.attemptId, stateNumber: payment.stateNumber };
  }
  if (disbursement.current !== null)
    return { kind: 'disbursement.dismiss', id: disbursement.current.id, stateNumber: disbursement.current.stateNumber };
  const [tab] = tabs;
  if (tab !== undefined)
    return tab.actions.cancel ? { kind: 'payment.cancel', attemptId: tab.attemptId, stateNumber: tab.stateNumber } : undefined;
  const [item] = unresolved;
  if (item !== undefined)
    return item.dismissable
      ? { kind: 'unresolved.dismiss', itemId: item.id, attemptId: item.attemptId, stateNumber: item.stateNumber }
      : undefined;
  const job = printJobs.find(({ state }) => state === 'failed');
  if (job !== undefined) return { kind: 'print.abandon', jobId: job.jobId };
  const [notice] = notices;
  if (notice !== undefined) return { kind: 'notice.dismiss', noticeId: notice.id };
  if (sale.sale.rows.length > 0) return { kind: 'sale.void', revision: sale.revision };
  return printJobs.some(({ state }) => state !== 'done') || receiptsToSubmit > 0 ? undefined : null;
}

/** Language, appearance, rules and who is at the till, as they were. */
function settingsBack(now: Snapshot, { preferences, loyalty, tabRules, cashier }: Snapshot): readonly Intent[] {
  const back: Intent[] = [];
  const differs = (key: 'preferences' | 'loyalty' | 'tabRules' | 'cashier', rested: unknown): boolean =>
    !isDeepStrictEqual(now[key], rested);
  if (differs('preferences', preferences)) {
    const { qrSource, clientReferenceTemplate, clientId, ...own } = structuredClone(preferences);
    back.push({ kind: 'preferences.change', patch: own }, { kind: 'wire.change', pin, qrSource, clientReferenceTemplate, clientId });
  }
  if (differs('loyalty', loyalty)) back.push({ kind: 'loyalty.change', pin, ...structuredClone(loyalty) });
  if (differs('tabRules', tabRules)) back.push({ kind: 'tabs.change', pin, ...tabRules });
  if (cashier !== null && differs('cashier', cashier)) back.push({ kind: 'cashier.select', number: cashier.number });
  return back;
}
