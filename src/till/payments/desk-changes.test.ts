import { afterEach, describe, expect, test } from 'vitest';
import { termsOfSale } from '../../payment/index.ts';
import type { Terms } from '../../payment/index.ts';
import { createDeskBench, SEQR_ID } from '../testing/desk-bench.ts';
import type { DeskBench } from '../testing/desk-bench.ts';

let bench: DeskBench;
afterEach(() => bench.close());

const TAB = { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', timeoutS: 3_600, name: 'Table 4' } as const;

/** Charges 149.00, or reserves it, and waits until the customer could scan. */
async function charged(reservation?: typeof TAB): Promise<void> {
  bench = createDeskBench();
  const facts = bench.facts(bench.newSale());
  expect(bench.desk().charge(reservation ? { ...facts, reservation } : facts)).toBe('started');
  await bench.clock.advance(200);
}

const view = () => bench.desk().payment();
const tab = () => bench.desk().tabs(null)[0];
const state = () => bench.desk().inPlay()[0]?.state;
function scanned(): string {
  const scan = bench.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}
/** The same sale at another price. */
function terms(minor: number): Terms {
  const sale = bench.desk().inPlay()[0]?.facts.sale;
  return termsOfSale({ ...bench.newSale(minor), id: sale?.id ?? '' });
}
function update(minor: number) {
  return bench.desk().change('update', view()?.attemptId ?? '', view()?.stateNumber ?? -1, terms(minor));
}
const polls = () => [...bench.net.told.polls.values()].flat().length;

describe('a sale changed while the customer is waited for (PF-25)', () => {
  test('before the scan is told to SEQR, and paid as it is then', async () => {
    await charged();
    expect(update(12_900)).toBe('done');
    expect(view()).toMatchObject({ amount: { minor: 14_900 }, change: { asked: { minor: 12_900 } } });
    await bench.clock.advance(100);
    expect(view()).toMatchObject({ amount: { minor: 12_900 }, change: { asked: null, doubts: [], last: { kind: 'taken' } } });
    bench.world.phone.pay(scanned());
    await bench.clock.advance(1_500);
    expect(view()).toMatchObject({ screen: { kind: 'paid' }, amount: { minor: 12_900 } });
    expect(bench.journal.receipt(1)?.receipt).toMatchObject({ total: { minor: 12_900 }, tenders: [{ amount: { minor: 12_900 } }] });
    expect(bench.world.keptMinor()).toBe(12_900);
  });

  test('after the scan is answered 90, and the payment goes on with the old amount', async () => {
    await charged();
    const reference = scanned();
    expect(update(12_900)).toBe('done');
    await bench.clock.advance(100);
    expect(view()).toMatchObject({
      amount: { minor: 14_900 },
      change: { doubts: [{ minor: 12_900 }], last: { kind: 'unsure', resultCode: 90 } },
    });
    bench.world.phone.pay(reference);
    await bench.clock.advance(1_500);
    expect(view()).toMatchObject({ screen: { kind: 'paid' }, amount: { minor: 14_900 } });
    expect(bench.desk().tray()).toEqual([]);
  });

  test.each([
    ['lostAfter', 12_900],
    ['lostBefore', 14_900],
  ] as const)('whose answer is lost (%s) is asked about all the while, and paid as SEQR has it', async (kind, minor) => {
    await charged();
    bench.net.spoil('updateInvoice', { kind }, 1);
    update(12_900);
    await bench.clock.advance(4_100);
    expect(polls()).toBeGreaterThanOrEqual(4);
    expect(view()?.change).toMatchObject({ last: { kind: 'unsure', resultCode: null } });
    bench.world.phone.pay(scanned());
    await bench.clock.advance(1_500);
    expect(bench.journal.receipt(1)?.receipt.total.minor).toBe(minor);
    expect(bench.world.keptMinor()).toBe(minor);
  });

  test('does not leave before it is on disk (PF-02)', async () => {
    await charged();
    bench.failWrites(2);
    expect(update(12_900)).toBe('write-failed');
    await bench.clock.advance(500);
    expect(bench.world.invoices()[0]?.totalAmount.value).toBe('149.00');
    await bench.clock.advance(2_500);
    expect(bench.world.invoices()[0]?.totalAmount.value).toBe('129.00');
  });

  test('is not repeated after a crash: the invoice is read, and what it held is paid (PF-15)', async () => {
    await charged();
    bench.net.spoil('updateInvoice', { kind: 'lostAfter' }, 1);
    update(12_900);
    await bench.crash(1_000);
    await bench.clock.advance(2_000);
    expect(state()).toMatchObject({ kind: 'live', asked: null, doubts: [{ amount: { minor: 12_900 } }] });
    bench.world.phone.pay(scanned());
    await bench.clock.advance(1_500);
    expect(bench.journal.receipt(1)?.receipt.total.minor).toBe(12_900);
  });

  test('is refused from a screen that is out of date, and twice at once (PF-26)', async () => {
    await charged();
    const shown = view();
    expect(update(12_900)).toBe('done');
    expect(bench.desk().change('update', shown?.attemptId ?? '', shown?.stateNumber ?? -1, terms(100))).toBe('stale');
    expect(update(100)).toBe('stale');
  });
});

describe('a tab (PF-29)', () => {
  /** Reserved 149.00 and off the screen. */
  async function opened(): Promise<void> {
    await charged(TAB);
    bench.world.phone.pay(scanned());
    await bench.clock.advance(1_500);
    expect(view()).toMatchObject({ screen: { kind: 'reserved', phase: 'kept' }, tab: 'Table 4' });
    bench.desk().wish('dismiss', view()?.attemptId ?? '', view()?.stateNumber ?? -1);
  }
  const act = (kind: 'settle' | 'draft', minor: number) =>
    bench.desk().change(kind, tab()?.attemptId ?? '', tab()?.stateNumber ?? -1, terms(minor));

  /** The customer approves a tab of 149.00 while its change to 129.00 is under way, whose answer takes `answerMs`. */
  async function reservedDuringChange(answerMs: number): Promise<void> {
    await charged(TAB);
    bench.net.spoil('updateInvoice', { kind: 'late', ms: answerMs }, 1);
    expect(update(12_900)).toBe('done');
    await bench.clock.advance(300);
    bench.world.phone.pay(scanned());
    await bench.clock.advance(1_500);
    expect(state()).toMatchObject({ kind: 'reserved', phase: 'kept', asked: { amount: { minor: 12_900 } } });
  }

  test('at rest is not asked about, and holds back other payments on the terminal', async () => {
    await opened();
    const before = polls();
    await bench.clock.advance(600_000);
    expect(polls()).toBe(before);
    expect(bench.charge(bench.newSale())).toBe('tab-open');
    expect(bench.world.keptMinor()).toBe(0);
  });

  test('survives a restart with what was rung up, is read once, and is settled for it', async () => {
    await opened();
    act('draft', 9_900);
    const before = polls();
    await bench.crash(60_000);
    await bench.clock.advance(5_000);
    expect(polls()).toBe(before + 1);
    expect(tab()).toMatchObject({ name: 'Table 4', phase: 'kept', reserved: { minor: 14_900 }, draft: { minor: 9_900 } });
    expect(act('settle', 9_900)).toBe('done');
    await bench.clock.advance(2_000);
    expect(view()).toMatchObject({ screen: { kind: 'paid' }, amount: { minor: 9_900 } });
    expect(bench.journal.receipt(1)?.receipt.total.minor).toBe(9_900);
    await bench.clock.advance(60_000);
    expect(bench.world.keptMinor()).toBe(9_900);
  });

  test('that is opened while a change of its invoice is under way has that change sent once (PF-25)', async () => {
    await reservedDuringChange(3_900);
    bench.desk().checkTab(view()?.attemptId ?? '');
    await bench.clock.advance(1_000);
    expect(bench.net.told.updates).toBe(1);
  });

  test('cannot be settled while a change of its invoice is under way, whose answer would be taken for the settling’s (PF-29)', async () => {
    await reservedDuringChange(3_000);
    expect(view()?.actions.settle).toBe(false);
    expect(act('settle', 14_900)).toBe('stale');
    await bench.clock.advance(2_000);
    expect(state()).toMatchObject({ phase: 'kept', asked: null, terms: { amount: { minor: 12_900 } } });
    expect(act('settle', 14_900)).toBe('done');
    await bench.clock.advance(5_000);
    expect(state()).toMatchObject({ kind: 'completed' });
    expect(bench.world.keptMinor()).toBe(14_900);
  });

  test('whose commit answer is lost is read at once: the money is kept, one receipt', async () => {
    await opened();
    bench.net.spoil('commitReservation', { kind: 'lostAfter' }, 1);
    act('settle', 9_900);
    await bench.clock.advance(5_000);
    expect(view()?.screen.kind).toBe('paid');
    await bench.clock.advance(60_000);
    expect(bench.world.keptMinor()).toBe(9_900);
    expect(bench.journal.nextReceiptNumber()).toBe(2);
  });

  test('whose commit never arrived is still reserved, and can be settled again', async () => {
    await opened();
    bench.net.spoil('commitReservation', { kind: 'lostBefore' }, 1);
    act('settle', 14_900);
    await bench.clock.advance(20_000);
    expect(tab()).toMatchObject({ phase: 'kept', lastCommit: { kind: 'unsure' } });
    act('settle', 14_900);
    await bench.clock.advance(2_000);
    expect(view()?.screen.kind).toBe('paid');
  });

  test('killed while the money is taken is asked about at once after the restart (PF-15)', async () => {
    await opened();
    bench.net.spoil('commitReservation', { kind: 'lostAfter' }, 1);
    act('settle', 14_900);
    await bench.clock.advance(100);
    await bench.crash(10_000);
    await bench.clock.advance(1_000);
    expect(view()).toMatchObject({ screen: { kind: 'paid', afterRestart: true } });
    await bench.clock.advance(60_000);
    expect(bench.world.keptMinor()).toBe(14_900);
  });

  test('is released when SEQR says so, and nothing is kept', async () => {
    await opened();
    bench.net.spoil('cancelInvoice', { kind: 'lostBefore' }, 1);
    bench.desk().wish('cancel', tab()?.attemptId ?? '', tab()?.stateNumber ?? -1);
    await bench.clock.advance(3_000);
    expect(tab()).toMatchObject({ phase: 'releasing' });
    await bench.clock.advance(10_000);
    expect(bench.desk().tabs(null)).toEqual([]);
    expect(bench.outcomes.at(-1)?.state).toMatchObject({ kind: 'cancelled', askedHere: true });
    expect(bench.desk().tray()).toEqual([]);
  });

  test('whose time is up is asked about, and its end is an alarm with the unpaid goods kept', async () => {
    await opened();
    act('draft', 9_900);
    await bench.clock.advance(3_600_000);
    expect(bench.desk().tray()).toMatchObject([{ state: 'reservationEnded', dismissable: true }]);
    expect(bench.outcomes.at(-1)?.state).toMatchObject({ kind: 'expired', unpaid: { amount: { minor: 9_900 } } });
  });

  test('that SEQR no longer has when it is settled (96) ends as SEQR says', async () => {
    await opened();
    bench.world.call('cancelInvoice', {
      context: {
        clientRequestTimeout: 0,
        initiatorPrincipalId: { id: 'public_test_shop_terminal', type: 'TERMINALID' },
        password: '12345678',
      },
      invoiceReference: bench.world.invoices()[0]?.invoiceReference ?? '',
    });
    act('settle', 14_900);
    await bench.clock.advance(2_000);
    expect(view()?.screen).toMatchObject({ kind: 'cancelled', askedHere: false });
    expect(bench.journal.nextReceiptNumber()).toBe(1);
  });

  test('found paid at once, where a reservation was only desired, is a sale', async () => {
    bench = createDeskBench();
    bench.world.setCustomer('astrid', { allowsReservations: false });
    const facts = { ...bench.facts(bench.newSale()), reservation: { ...TAB, mode: 'RESERVATION_DESIRED' } } as const;
    expect(bench.desk().charge(facts)).toBe('started');
    await bench.clock.advance(200);
    bench.world.phone.pay(scanned());
    await bench.clock.advance(1_500);
    expect(view()?.screen.kind).toBe('paid');
  });
});
