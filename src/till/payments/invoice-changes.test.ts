import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot.ts';
import { parseFault } from '../../simulator/testing/index.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

/** So long after it was answered a call is carried out. */
const LATE_MS = 600_000;

/** The till's waits go by this much faster than the wire's. */
const HASTE = 10;

let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(createQuickClock(HASTE));
  await harness.ask({ kind: 'sale.addAmount', minor: 14_900 });
});
afterEach(() => harness.close());

const now = (): Snapshot => harness.till().snapshot();
const kind = (snapshot: Snapshot): string | undefined => snapshot.payment?.screen.kind;
const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) as unknown });
const OK = { ok: true };
const total = (): number => now().sale.figures.total.minor;
const revision = (): number => now().sale.revision;
function shown(): { attemptId: string; stateNumber: number } {
  const { attemptId = '', stateNumber = -1 } = now().payment ?? {};
  return { attemptId, stateNumber };
}
function atTab(): { attemptId: string; stateNumber: number } {
  const { attemptId = '', stateNumber = -1 } = now().tabs[0] ?? {};
  return { attemptId, stateNumber };
}
function scan(): string {
  const found = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
  if (!found.ok) throw new Error(found.error);
  return found.value.invoiceReference;
}
async function waiting(): Promise<void> {
  expect(await harness.ask({ kind: 'sale.charge', revision: revision() })).toEqual(OK);
  await harness.until((snapshot) => kind(snapshot) === 'waiting');
}

describe('changing a sale while the customer is waited for', () => {
  test('unlocks it, tells SEQR the new amount, and completes the changed sale', async () => {
    await waiting();
    expect(await harness.ask({ kind: 'sale.addAmount', minor: 100 })).toEqual(refusal('sale.locked'));
    expect(await harness.ask({ kind: 'payment.change', ...shown() })).toEqual(OK);
    expect(now().payment?.changing).toBe(true);
    expect(await harness.ask({ kind: 'sale.addAmount', minor: 1_000 })).toEqual(OK);
    expect(await harness.ask({ kind: 'payment.update', ...shown(), revision: revision() - 1 })).toEqual(refusal('stale'));
    expect(await harness.ask({ kind: 'payment.update', ...shown(), revision: revision() })).toEqual(OK);
    await harness.until(({ payment }) => payment?.change.last?.kind === 'taken');
    expect(now().payment).toMatchObject({ changing: false, amount: { minor: 15_900 } });
    expect(now().sale.locked).toBe(true);
    harness.simulator.world.phone.pay(scan());
    await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(now()).toMatchObject({ lastReceipt: { total: { minor: 15_900 } }, sale: { sale: { rows: [] } } });
  });

  test('asked for twice is asked for once: what was rung up in between stays (invariant 8)', async () => {
    await waiting();
    const pressed = { kind: 'payment.change', ...shown() } as const;
    expect(await harness.ask(pressed)).toEqual(OK);
    await harness.ask({ kind: 'sale.addAmount', minor: 1_000 });
    expect(await harness.ask(pressed)).toEqual(OK);
    expect([total(), now().payment?.changing]).toEqual([15_900, true]);
  });

  test('can be left: the sale is again what SEQR has', async () => {
    await waiting();
    await harness.ask({ kind: 'payment.change', ...shown() });
    await harness.ask({ kind: 'sale.addAmount', minor: 1_000 });
    expect(await harness.ask({ kind: 'payment.leaveUnchanged', ...shown() })).toEqual(OK);
    expect([total(), now().payment?.changing]).toEqual([14_900, false]);
  });

  test('loses against a customer who pays meanwhile: the sale is completed as it was, and what was added stays on the counter', async () => {
    await waiting();
    await harness.ask({ kind: 'payment.change', ...shown() });
    await harness.ask({ kind: 'sale.addAmount', minor: 1_000 });
    harness.simulator.world.phone.pay(scan());
    await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(now()).toMatchObject({
      payment: { changing: false },
      lastReceipt: { total: { minor: 14_900 } },
      sale: { locked: false, sale: { rows: [{ unitPrice: { minor: 1_000 } }] } },
      unresolved: [{ state: 'moreRungUp', receiptNumber: 1, dismissable: true }],
    });
    expect(total()).toBe(1_000);
  });

  test('that took a row away is told when the customer pays for it all the same', async () => {
    await waiting();
    await harness.ask({ kind: 'payment.change', ...shown() });
    await harness.ask({ kind: 'sale.addAmount', minor: 1_000 });
    const rowId = now().sale.sale.rows[0]?.id ?? '';
    await harness.ask({ kind: 'sale.removeRow', rowId });
    harness.simulator.world.phone.pay(scan());
    await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(now()).toMatchObject({
      lastReceipt: { total: { minor: 14_900 } },
      unresolved: [{ state: 'moreRungUp' }, { state: 'paidUnwanted', receiptNumber: 1 }],
    });
    expect(total()).toBe(1_000);
  });

  test('goes on after a crash: what was rung up is on the counter, and can be left or told to SEQR (invariant 8)', async () => {
    await waiting();
    await harness.ask({ kind: 'payment.change', ...shown() });
    await harness.ask({ kind: 'sale.addAmount', minor: 1_000 });
    await harness.restart();
    expect(now().payment).toMatchObject({ changing: true, amount: { minor: 14_900 } });
    expect(total()).toBe(15_900);
    expect(await harness.ask({ kind: 'payment.leaveUnchanged', ...shown() })).toEqual(OK);
    expect([total(), now().payment?.changing]).toEqual([14_900, false]);
  });

  test('is over after a crash if nothing had been changed', async () => {
    await waiting();
    await harness.ask({ kind: 'payment.change', ...shown() });
    await harness.restart();
    expect(now().payment?.changing).toBe(false);
    expect(total()).toBe(14_900);
  });
});

describe('a tab', () => {
  async function opened(): Promise<void> {
    const asked = {
      kind: 'tab.open',
      revision: revision(),
      name: ' Table 4 ',
      mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
      minutes: 60,
    } as const;
    expect(await harness.ask({ ...asked, name: ' ' })).toEqual(refusal('tab.name-missing'));
    expect(await harness.ask(asked)).toEqual(OK);
    await harness.until((snapshot) => kind(snapshot) === 'waiting');
    harness.simulator.world.phone.pay(scan());
    await harness.until((snapshot) => kind(snapshot) === 'reserved');
  }

  test('leaves the counter free, holds back other payments, and says so', async () => {
    await opened();
    expect(now().sale).toMatchObject({ locked: false, sale: { rows: [] } });
    expect(now().tabs).toMatchObject([{ name: 'Table 4', phase: 'held', reserved: { minor: 14_900 }, rowCount: 1 }]);
    await harness.ask({ kind: 'payment.dismiss', ...shown() });
    await harness.ask({ kind: 'sale.addAmount', minor: 500 });
    expect(await harness.ask({ kind: 'sale.charge', revision: revision() })).toEqual(refusal('payment.reserved-open'));
    expect(await harness.ask({ kind: 'tab.edit', ...atTab() })).toEqual(refusal('tab.sale-open'));
    expect(harness.till().quitWarning()).toBe(null);
    expect(await harness.ask({ kind: 'terminal.unregister', pin: '4711' })).toEqual(refusal('terminal.attempt-open'));
  });

  test('is added to, put away, taken up after a restart, and settled for what is on it', async () => {
    await opened();
    expect(await harness.ask({ kind: 'tab.edit', ...atTab() })).toEqual(OK);
    expect(now()).toMatchObject({ payment: null, tabs: [{ editing: true }], sale: { locked: false } });
    expect(total()).toBe(14_900);
    await harness.ask({ kind: 'sale.removeRow', rowId: now().sale.selectedRowId ?? '' });
    await harness.ask({ kind: 'sale.addAmount', minor: 4_000 });
    expect(await harness.ask({ kind: 'sale.charge', revision: revision() })).toEqual(refusal('payment.open'));
    expect(await harness.ask({ kind: 'tab.keep', ...atTab(), revision: revision() })).toEqual(OK);
    expect(now()).toMatchObject({
      sale: { sale: { rows: [] } },
      tabs: [{ draft: { minor: 4_000 }, reserved: { minor: 14_900 }, editing: false }],
    });
    await harness.restart();
    await harness.ask({ kind: 'tab.edit', ...atTab() });
    await harness.ask({ kind: 'sale.addAmount', minor: 500 });
    expect(await harness.ask({ kind: 'tab.capture', ...atTab(), revision: revision() })).toEqual(OK);
    await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(now()).toMatchObject({ tabs: [], lastReceipt: { total: { minor: 4_500 } }, sale: { sale: { rows: [] } } });
    await harness.until(({ receiptsToSubmit }) => receiptsToSubmit === 0);
    expect(harness.simulator.world.keptMinor()).toBe(4_500);
  });

  test('in doubt while it is added to takes no other amount; put away, what was added is a sale of its own (PF-29, PF-30)', async () => {
    await opened();
    await harness.ask({ kind: 'tab.edit', ...atTab() });
    await harness.ask({ kind: 'sale.addAmount', minor: 500 });
    harness.simulator.world.setSwitches({ refused: { cancelInvoice: 93 } });
    expect(await harness.ask({ kind: 'payment.cancel', ...atTab() })).toEqual(OK);
    expect(await harness.ask({ kind: 'payment.keepWaiting', ...atTab() })).toEqual(OK);
    expect(now()).toMatchObject({ tabs: [{ phase: 'unsure', inDoubt: true }], sale: { locked: true } });
    expect(await harness.ask({ kind: 'tab.capture', ...atTab(), revision: revision() })).toEqual(refusal('tab.other-amount'));
    expect(total()).toBe(15_400);
    expect(await harness.ask({ kind: 'tab.keep', ...atTab(), revision: revision() })).toEqual(OK);
    expect(now()).toMatchObject({ tabs: [{ draft: { minor: 14_900 }, editing: false }], sale: { locked: false } });
    expect(total()).toBe(500);
    expect(await harness.ask({ kind: 'tab.capture', ...atTab(), revision: null })).toEqual(OK);
    await harness.until(({ lastReceipt }) => lastReceipt !== null);
    expect(now()).toMatchObject({ tabs: [], lastReceipt: { total: { minor: 14_900 } } });
    expect(total()).toBe(500);
  });

  test('added to after SEQR had refused the amount, and taken for the first all the same: what was added is a sale of its own', async () => {
    await opened();
    const { world } = harness.simulator;
    const late = parseFault('commitReservation', `result:94:late:${LATE_MS}`);
    if (late === undefined) throw new Error('the simulator does not know this fault');
    harness.simulator.faults.add(late, 1);
    world.setSwitches({ refused: { commitReservation: 49 } });
    await harness.ask({ kind: 'tab.capture', ...atTab(), revision: null });
    await harness.until(({ tabs }) => tabs[0]?.phase === 'unsure');
    expect(await harness.ask({ kind: 'tab.edit', ...atTab() })).toEqual(OK);
    await harness.ask({ kind: 'sale.addAmount', minor: 500 });
    expect(await harness.ask({ kind: 'tab.keep', ...atTab(), revision: revision() })).toEqual(OK);
    expect(now()).toMatchObject({ tabs: [{ draft: { minor: 15_400 } }], sale: { sale: { rows: [] } } });
    world.setSwitches({ refused: {} });
    world.advance(LATE_MS);
    await harness.until(({ lastReceipt }) => lastReceipt !== null);
    expect(now()).toMatchObject({ tabs: [], lastReceipt: { total: { minor: 14_900 } }, unresolved: [{ state: 'moreRungUp' }] });
    expect(total()).toBe(500);
  });

  test('that SEQR lets go of is an alarm, and its goods come back to the counter', async () => {
    await opened();
    await harness.ask({ kind: 'payment.dismiss', ...shown() });
    harness.simulator.world.advance(3_700_000);
    await harness.ask({ kind: 'tab.edit', ...atTab() });
    await harness.until(({ unresolved }) => unresolved.some((item) => item.state === 'reservationEnded'));
    expect(now().tabs).toEqual([]);
    expect(now().sale.locked).toBe(false);
    expect(total()).toBe(14_900);
  });
});

describe("the customer's card", () => {
  test('swiped at the till gives its discount, goes to SEQR with the invoice, and stands on the receipt', async () => {
    expect(await harness.ask({ kind: 'sale.scan', code: '97521234' })).toEqual(OK);
    expect(now().sale).toMatchObject({
      sale: { member: { card: '97521234' } },
      figures: { saleDiscount: { minor: 1_490 }, byMembership: true },
    });
    await waiting();
    harness.simulator.world.phone.pay(scan());
    await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(harness.simulator.world.keptMinor()).toBe(13_410);
    expect((await harness.till().call('receipt', 1))?.total.minor).toBe(13_410);
  });

  test('that is blocked in this shop gives nothing, and says so', async () => {
    const { memberships } = now().loyalty;
    await harness.ask({ kind: 'loyalty.change', pin: '4711', acknowledgment: 'withCard', memberships, blockedCards: ['97526666'] });
    expect(await harness.ask({ kind: 'sale.scan', code: '97526666' })).toEqual(refusal('scan.card-blocked'));
    expect(now().sale.sale.member).toBeUndefined();
  });

  test('swiped while the customer is waited for changes the invoice; after the scan it is too late (90)', async () => {
    await waiting();
    expect(await harness.ask({ kind: 'payment.swipeCard', ...shown(), code: '12345678' })).toEqual(refusal('scan.no-card'));
    expect(await harness.ask({ kind: 'payment.swipeCard', ...shown(), code: '97521234' })).toEqual(OK);
    await harness.until(({ payment }) => payment?.amount.minor === 13_410);
    expect(now().payment?.member).toMatchObject({ name: 'Kassa Club', lastFour: '1234' });
    const reference = scan();
    expect(await harness.ask({ kind: 'payment.swipeCard', ...shown(), code: '97529999' })).toEqual(OK);
    await harness.until(({ payment }) => payment?.change.last?.kind === 'unsure');
    harness.simulator.world.phone.pay(reference);
    await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(now().lastReceipt?.total.minor).toBe(13_410);
  });
});
