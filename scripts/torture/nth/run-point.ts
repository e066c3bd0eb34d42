import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { TillHarness } from '../../../src/till/testing/till-harness.ts';
import { audit } from './audit.ts';
import { createCashier } from './cashier.ts';
import { createFaultyTill } from './faulty-till.ts';
import type { FaultyTill } from './faulty-till.ts';
import type { Counted, Point, SceneName } from './grid.ts';

/** A look at the screen, in real ms. */
const LOOK_EVERY_MS = 15;
/** So long somebody may take to get everything done, in real ms: many times what it takes when nothing fails. */
const PATIENCE_MS = 40_000;

/** Runs a scene with one fault in it, or none. @returns what happened in it @throws whatever did not hold */
export async function runPoint(scene: SceneName, point: Point | null): Promise<Counted> {
  const till = await createFaultyTill(point);
  const { harness } = till;
  try {
    await prepare(till, scene);
    till.hurry();
    till.arm();
    if (scene === 'start') await till.restart();
    await goOn(till, scene);
    const counted = till.counted();
    await harness.stop();
    audit(harness, point);
    return counted;
  } finally {
    await harness.close();
  }
}

/** What is there before the scene begins. */
async function prepare({ harness }: FaultyTill, scene: SceneName): Promise<void> {
  if (scene === 'sale' || scene === 'tab') return;
  await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
  await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting' && payment.contact.ageMs !== null);
  const scan = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  if (scene === 'start') await harness.stop();
  harness.simulator.world.phone.pay(scan.value.invoiceReference);
  if (scene === 'start') return;
  await harness.until(({ receiptsToSubmit, lastReceipt }) => receiptsToSubmit === 0 && lastReceipt !== null);
  await harness.until(() => harness.till().quitWarning() === null);
}

async function goOn(till: FaultyTill, scene: SceneName): Promise<void> {
  const cashier = createCashier(till, scene);
  const untilMs = performance.now() + PATIENCE_MS;
  while (!(await cashier.act())) {
    if (performance.now() > untilMs) throw new Error(`nobody gets on: ${where(till.harness)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function where(harness: TillHarness): string {
  const { payment, sale, disbursement, day, notices, unresolved, tabs }: Snapshot = harness.till().snapshot();
  return JSON.stringify({
    payment: payment?.screen ?? null,
    rows: sale.sale.rows.length,
    refund: disbursement.current?.screen ?? null,
    close: day.close?.state ?? null,
    tabs: tabs.map(({ phase }) => phase),
    notices: notices.map(({ problem }) => problem.code),
    unresolved: unresolved.map(({ state }) => state),
  });
}
