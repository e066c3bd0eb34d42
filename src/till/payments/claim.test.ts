import { afterEach, describe, expect, test } from 'vitest';
import { createDeskHarness, SEQR_ID } from '../testing/desk-harness.ts';
import type { DeskHarness } from '../testing/desk-harness.ts';

let harness: DeskHarness;
afterEach(() => harness.close());

/** Charges 149.00 and waits until the customer has scanned. */
async function charged(reservation?: { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'; timeoutS: number; name: string }): Promise<string> {
  harness = createDeskHarness();
  const facts = harness.facts(harness.newSale());
  expect(harness.desk().charge(reservation ? { ...facts, reservation } : facts)).toBe('started');
  await harness.clock.advance(200);
  const scan = harness.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}

const view = () => harness.desk().payment();
const claim = () => view()?.claim;
const asked = (reference: string): number => harness.net.told.polls.get(reference)?.length ?? 0;
/** The press of "the customer says it is paid". */
const says = () => harness.desk().wish('customerSaysPaid', view()?.attemptId ?? '', view()?.stateNumber ?? -1);

describe('"the customer says it is paid" (B9)', () => {
  test('asks SEQR at once, and says that it is not paid yet', async () => {
    const reference = await charged();
    await harness.clock.advance(1_100);
    expect(claim()).toBeNull();
    const before = asked(reference);
    expect(says()).toBe('done');
    expect(claim()).toEqual({ kind: 'asking' });
    expect(view()?.actions.customerSaysPaid).toBe(false);
    await harness.clock.advance(100);
    expect(asked(reference)).toBe(before + 1);
    expect(claim()).toEqual({ kind: 'notPaidYet' });
    expect(view()?.actions.customerSaysPaid).toBe(true);
  });

  test('asks at once too where SEQR is asked more rarely', async () => {
    const reference = await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'code', code: 29 }, 200);
    await harness.clock.advance(41_000);
    // Two reads in ten seconds: right after one of them nothing is due for a while.
    const rare = asked(reference);
    while (asked(reference) === rare) await harness.clock.advance(100);
    await harness.clock.advance(1_500);
    const [before, number] = [asked(reference), view()?.stateNumber];
    expect(before).toBe(rare + 1);
    expect(says()).toBe('done');
    await harness.clock.advance(100);
    expect(asked(reference)).toBe(before + 1);
    expect(claim()).toEqual({ kind: 'noWord', resultCode: 29 });
    expect(view()?.stateNumber).toBe(number);
  });

  test('takes no answer to a question that was on its way before', async () => {
    const reference = await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 900 }, 1);
    await harness.clock.advance(1_000);
    const before = asked(reference);
    expect(says()).toBe('done');
    harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 700 }, 1);
    await harness.clock.advance(900);
    // The earlier one has been answered, and the next is on its way without a pause between them.
    expect(asked(reference)).toBe(before + 1);
    expect(claim()).toEqual({ kind: 'asking' });
    await harness.clock.advance(700);
    expect(claim()).toEqual({ kind: 'notPaidYet' });
  });

  test('makes nothing paid, whatever is pressed: only SEQR does', async () => {
    const reference = await charged();
    const entries = harness.journal.entryCount();
    for (let press = 0; press < 5; press += 1) {
      says();
      await harness.clock.advance(300);
    }
    expect(view()?.screen).toEqual({ kind: 'waiting', question: false });
    expect(harness.journal.entryCount()).toBe(entries);
    expect(harness.journal.receipt(1)).toBeNull();
    harness.world.phone.pay(reference);
    says();
    await harness.clock.advance(100);
    expect(view()).toMatchObject({ screen: { kind: 'paid', receiptNumber: 1 }, claim: null });
  });

  test('says that there is no word from SEQR, and keeps asking', async () => {
    await charged();
    harness.net.setNetwork(false);
    await harness.clock.advance(22_000);
    expect(view()?.screen.kind).toBe('unknown');
    expect(says()).toBe('done');
    await harness.clock.advance(9_000);
    expect(claim()).toEqual({ kind: 'noWord', resultCode: null });
  });

  test('can be pressed while it is being cancelled, and says who is confirming', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference, { bankMs: 6_000 });
    harness.desk().wish('cancel', view()?.attemptId ?? '', view()?.stateNumber ?? -1);
    await harness.clock.advance(500);
    expect(says()).toBe('done');
    await harness.clock.advance(100);
    expect(claim()).toEqual({ kind: 'confirming' });
  });

  test('asks about a tab in doubt, and never about one at rest (PF-29)', async () => {
    const reference = await charged({ mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', timeoutS: 3_600, name: 'Table 4' });
    harness.world.phone.pay(reference);
    await harness.clock.advance(2_000);
    expect(view()).toMatchObject({ screen: { kind: 'reserved', phase: 'held' }, actions: { customerSaysPaid: false } });
    expect(says()).toBe('stale');
    harness.net.spoil('commitReservation', { kind: 'lostBefore' }, 9);
    const { facts, state } = harness.desk().inPlay()[0] ?? {};
    if (facts === undefined || state?.kind !== 'reserved') throw new Error('no tab');
    harness.desk().change('capture', facts.id, view()?.stateNumber ?? -1, state.terms);
    await harness.clock.advance(16_000);
    expect(view()?.screen).toMatchObject({ kind: 'reserved', inDoubt: true });
    expect(says()).toBe('done');
    await harness.clock.advance(1_000);
    expect(claim()).toEqual({ kind: 'reserved' });
  });
});
