import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot.ts';
import type { PaidBend } from '../../simulator/testing/index.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(createQuickClock(10));
});
afterEach(() => harness.close());

const now = (): Snapshot => harness.till().snapshot();

/** 149.00, of which SEQR then says something else. */
async function paid(bends: readonly PaidBend[], paidReads: 'every' | 'from-second' = 'every'): Promise<Snapshot> {
  const { world } = harness.simulator;
  const before = now().lastReceipt?.number ?? 0;
  await harness.ask({ kind: 'sale.addAmount', minor: 14_900 });
  expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual({ ok: true });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
  world.setSwitches({ paidBends: bends, paidReads });
  const found = world.phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
  if (!found.ok) throw new Error(found.error);
  world.phone.pay(found.value.invoiceReference);
  return harness.until(({ lastReceipt }) => (lastReceipt?.number ?? 0) > before);
}

describe('a PAID that is not what was asked for (PF-06, PF-08)', () => {
  test.each<[PaidBend, RegExp]>([
    ['other-amount', /^[12]\.00 SEK$/],
    ['other-currency', /^149\.00 (?!SEK)/],
    ['other-invoice', /./],
  ])('%s: both figures are shown, and the goods are held', async (bend, said) => {
    const { payment, unresolved } = await paid([bend]);
    expect(payment?.screen).toMatchObject({ kind: 'paid', seqrSaid: expect.stringMatching(said) as unknown });
    expect(payment?.amount.minor).toBe(14_900);
    expect(unresolved).toMatchObject([{ kind: 'alarm' }]);
  });

  test('with the reference of another receipt is an alarm', async () => {
    await paid([]);
    await paid(['earlier-reference']);
    expect(now().unresolved).toMatchObject([{ state: 'referenceKnown', receiptNumber: 2 }]);
  });

  test('whose second answer names another reference is an alarm', async () => {
    await paid(['other-reference'], 'from-second');
    await harness.until(({ unresolved }) => unresolved.some(({ state }) => state === 'otherReference'));
  });
});
