import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(createQuickClock(10));
  await harness.ask({ kind: 'sale.addAmount', minor: 14_900 });
});
afterEach(() => harness.close());

const now = (): Snapshot => harness.till().snapshot();
const world = () => harness.simulator.world;
const OK = { ok: true };
const total = (): number => now().sale.figures.total.minor;
function shown(): { attemptId: string; stateNumber: number } {
  const { attemptId = '', stateNumber = -1 } = now().payment ?? {};
  return { attemptId, stateNumber };
}

/** 149.00 that SEQR will not cancel, off the screen. */
async function setAside(): Promise<string> {
  expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual(OK);
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
  const found = world().phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
  if (!found.ok) throw new Error(found.error);
  world().setSwitches({ refused: { cancelInvoice: 51 } });
  expect(await harness.ask({ kind: 'payment.cancel', ...shown() })).toEqual(OK);
  await harness.until(({ payment }) => payment?.actions.setAside === true);
  expect(await harness.ask({ kind: 'payment.setAside', ...shown() })).toEqual(OK);
  expect([now().payment, total()]).toEqual([null, 0]);
  return found.value.invoiceReference;
}

describe('a payment that was set aside and ends without money', () => {
  test('gives its rows back to an empty counter, with a word', async () => {
    const reference = await setAside();
    world().phone.decline(reference);
    await harness.until(({ unresolved }) => unresolved.some(({ state }) => state === 'asideNotPaid'));
    expect(total()).toBe(14_900);
    expect(now().sale.locked).toBe(false);
  });

  test('lets its rows wait while another sale is on the counter, and gives them when the word is read', async () => {
    const reference = await setAside();
    await harness.ask({ kind: 'sale.addAmount', minor: 500 });
    world().phone.decline(reference);
    const { unresolved } = await harness.until((seen) => seen.unresolved.some(({ state }) => state === 'asideNotPaid'));
    expect(total()).toBe(500);
    expect(await harness.ask({ kind: 'sale.void', revision: now().sale.revision })).toEqual(OK);
    const [{ id: itemId, attemptId, stateNumber } = { id: '', attemptId: '', stateNumber: -1 }] = unresolved;
    expect(await harness.ask({ kind: 'unresolved.dismiss', itemId, attemptId, stateNumber })).toEqual(OK);
    expect(total()).toBe(14_900);
  });
});

describe('a payment that SEQR takes back after PAID (PF-33)', () => {
  test('has a counter-receipt with its own number and VAT, and its rows come back', async () => {
    expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual(OK);
    await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
    world().setSwitches({ afterPaid: 55 });
    const found = world().phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
    if (!found.ok) throw new Error(found.error);
    world().phone.pay(found.value.invoiceReference);
    await harness.until(({ payment }) => payment?.screen.kind === 'reversed');
    const [sale, counter] = await Promise.all([1, 2].map((number) => harness.till().call('receipt', number)));
    expect(sale).toMatchObject({ kind: 'sale', total: { minor: 14_900 } });
    expect(counter).toMatchObject({ kind: 'return', reversal: true, returns: { number: 1 }, total: { minor: -14_900 } });
    expect(counter?.vatTotal.minor).toBe(-(sale?.vatTotal.minor ?? 0));
    expect(total()).toBe(14_900);
  });
});
