import { afterEach, describe, expect, test } from 'vitest';
import { termsOfSale } from '../../payment/index.ts';
import type { Terms } from '../../payment/index.ts';
import { createDeskHarness, SEQR_ID } from '../testing/desk-harness.ts';
import type { DeskHarness } from '../testing/desk-harness.ts';
import type { Spoil } from '../testing/world-service.ts';

let harness: DeskHarness;
afterEach(() => harness.close());

const TAB = { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', timeoutS: 3_600, name: 'Table 4' } as const;

/** Charges 149.00, or reserves it, and waits until the customer could scan. */
async function charged(reservation?: typeof TAB): Promise<void> {
  harness = createDeskHarness();
  const facts = harness.facts(harness.newSale());
  expect(harness.desk().charge(reservation ? { ...facts, reservation } : facts)).toBe('started');
  await harness.clock.advance(200);
}

const view = () => harness.desk().payment();
const tab = () => harness.desk().tabs(null)[0];
const state = () => harness.desk().inPlay()[0]?.state;
function scanned(): string {
  const scan = harness.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}
/** The same sale at another price. */
function terms(minor: number): Terms {
  const sale = harness.desk().inPlay()[0]?.facts.sale;
  return termsOfSale({ ...harness.newSale(minor), id: sale?.id ?? '' });
}
function update(minor: number) {
  return harness.desk().change('update', view()?.attemptId ?? '', view()?.stateNumber ?? -1, terms(minor));
}
const polls = () => [...harness.net.told.polls.values()].flat().length;

describe('a sale changed while the customer is waited for (PF-25)', () => {
  test('before the scan is told to SEQR, and paid as it is then', async () => {
    await charged();
    expect(update(12_900)).toBe('done');
    expect(view()).toMatchObject({ amount: { minor: 14_900 }, change: { asked: { minor: 12_900 } } });
    await harness.clock.advance(100);
    expect(view()).toMatchObject({ amount: { minor: 12_900 }, change: { asked: null, doubts: [], last: { kind: 'taken' } } });
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_500);
    expect(view()).toMatchObject({ screen: { kind: 'paid' }, amount: { minor: 12_900 } });
    expect(harness.journal.receipt(1)?.receipt).toMatchObject({ total: { minor: 12_900 }, tenders: [{ amount: { minor: 12_900 } }] });
    expect(harness.world.keptMinor()).toBe(12_900);
  });

  test('after the scan is answered 90, and the payment goes on with the old amount', async () => {
    await charged();
    const reference = scanned();
    expect(update(12_900)).toBe('done');
    await harness.clock.advance(100);
    expect(view()).toMatchObject({
      amount: { minor: 14_900 },
      change: { doubts: [{ minor: 12_900 }], last: { kind: 'unsure', resultCode: 90 } },
    });
    harness.world.phone.pay(reference);
    await harness.clock.advance(1_500);
    expect(view()).toMatchObject({ screen: { kind: 'paid' }, amount: { minor: 14_900 } });
    expect(harness.desk().unresolvedItems()).toEqual([]);
  });

  test.each([
    ['lostAfter', 12_900],
    ['lostBefore', 14_900],
  ] as const)('whose answer is lost (%s) is asked about all the while, and paid as SEQR has it', async (kind, minor) => {
    await charged();
    harness.net.spoil('updateInvoice', { kind }, 1);
    update(12_900);
    await harness.clock.advance(4_100);
    expect(polls()).toBeGreaterThanOrEqual(4);
    expect(view()?.change).toMatchObject({ last: { kind: 'unsure', resultCode: null } });
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_500);
    expect(harness.journal.receipt(1)?.receipt.total.minor).toBe(minor);
    expect(harness.world.keptMinor()).toBe(minor);
  });

  test('does not leave before it is on disk (PF-02)', async () => {
    await charged();
    harness.failWrites(1);
    expect(update(12_900)).toBe('write-failed');
    await harness.clock.advance(2_500);
    // Refused is refused: the cashier was told so, and asks again.
    expect(view()?.change).toMatchObject({ asked: null, last: null });
    expect(harness.world.invoices()[0]?.totalAmount.value).toBe('149.00');
    expect(update(12_900)).toBe('done');
    await harness.clock.advance(500);
    expect(harness.world.invoices()[0]?.totalAmount.value).toBe('129.00');
  });

  test('is not repeated after a crash: the invoice is read, and what it held is paid (PF-15)', async () => {
    await charged();
    harness.net.spoil('updateInvoice', { kind: 'lostAfter' }, 1);
    update(12_900);
    await harness.crash(1_000);
    await harness.clock.advance(2_000);
    expect(state()).toMatchObject({ kind: 'live', asked: null, doubts: [{ amount: { minor: 12_900 } }] });
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_500);
    expect(harness.journal.receipt(1)?.receipt.total.minor).toBe(12_900);
  });

  test('is refused from a screen that is out of date, and twice at once (PF-26)', async () => {
    await charged();
    const shown = view();
    expect(update(12_900)).toBe('done');
    expect(harness.desk().change('update', shown?.attemptId ?? '', shown?.stateNumber ?? -1, terms(100))).toBe('stale');
    expect(update(100)).toBe('stale');
  });
});

describe('a tab (PF-29)', () => {
  /** Reserved 149.00 and off the screen. */
  async function opened(): Promise<void> {
    await charged(TAB);
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_500);
    expect(view()).toMatchObject({ screen: { kind: 'reserved', phase: 'held' }, tab: 'Table 4' });
    harness.desk().wish('dismiss', view()?.attemptId ?? '', view()?.stateNumber ?? -1);
  }
  const act = (kind: 'capture' | 'draft', minor: number) =>
    harness.desk().change(kind, tab()?.attemptId ?? '', tab()?.stateNumber ?? -1, terms(minor));

  /** The customer approves a tab of 149.00 while its change to 129.00 is under way, whose answer takes `answerMs`. */
  async function reservedDuringChange(answerMs: number): Promise<void> {
    await charged(TAB);
    harness.net.spoil('updateInvoice', { kind: 'late', ms: answerMs }, 1);
    expect(update(12_900)).toBe('done');
    await harness.clock.advance(300);
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_500);
    expect(state()).toMatchObject({ kind: 'reserved', phase: 'held', asked: { amount: { minor: 12_900 } } });
  }

  test('at rest is not asked about, and holds back other payments on the terminal', async () => {
    await opened();
    const before = polls();
    await harness.clock.advance(600_000);
    expect(polls()).toBe(before);
    expect(harness.charge(harness.newSale())).toBe('tab-open');
    expect(harness.world.keptMinor()).toBe(0);
  });

  test('survives a restart with what was rung up, is read once, and is settled for it', async () => {
    await opened();
    act('draft', 9_900);
    const before = polls();
    await harness.crash(60_000);
    await harness.clock.advance(5_000);
    expect(polls()).toBe(before + 1);
    expect(tab()).toMatchObject({ name: 'Table 4', phase: 'held', reserved: { minor: 14_900 }, draft: { minor: 9_900 } });
    expect(act('capture', 9_900)).toBe('done');
    await harness.clock.advance(2_000);
    expect(view()).toMatchObject({ screen: { kind: 'paid' }, amount: { minor: 9_900 } });
    expect(harness.journal.receipt(1)?.receipt.total.minor).toBe(9_900);
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(9_900);
  });

  test('that is opened while a change of its invoice is under way has that change sent once (PF-25)', async () => {
    await reservedDuringChange(3_900);
    harness.desk().checkTab(view()?.attemptId ?? '');
    await harness.clock.advance(1_000);
    expect(harness.net.told.updates).toBe(1);
  });

  test('cannot be resolved while a change of its invoice is under way, whose answer would be taken for the resolving’s (PF-29)', async () => {
    await reservedDuringChange(3_000);
    expect(view()?.actions.capture).toBe(false);
    expect(act('capture', 14_900)).toBe('stale');
    await harness.clock.advance(2_000);
    expect(state()).toMatchObject({ phase: 'held', asked: null, terms: { amount: { minor: 12_900 } } });
    expect(act('capture', 14_900)).toBe('done');
    await harness.clock.advance(5_000);
    expect(state()).toMatchObject({ kind: 'completed' });
    expect(harness.world.keptMinor()).toBe(14_900);
  });

  test('whose commit answer is lost is read at once: the money is kept, one receipt', async () => {
    await opened();
    harness.net.spoil('commitReservation', { kind: 'lostAfter' }, 1);
    act('capture', 9_900);
    await harness.clock.advance(5_000);
    expect(view()?.screen.kind).toBe('paid');
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(9_900);
    expect(harness.journal.nextReceiptNumber()).toBe(2);
  });

  test('whose commit never arrived is sent again by itself, once it is known to be in doubt', async () => {
    await opened();
    harness.net.spoil('commitReservation', { kind: 'lostBefore' }, 1);
    act('capture', 14_900);
    await harness.clock.advance(15_500);
    expect(tab()).toMatchObject({ phase: 'committing', inDoubt: true, lastCommit: { kind: 'unsure' }, actions: { capture: false } });
    await harness.clock.advance(4_500);
    expect(view()?.screen.kind).toBe('paid');
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(14_900);
    expect(harness.journal.nextReceiptNumber()).toBe(2);
  });

  /** Ways in which SEQR takes the money without the till being told. */
  const DOUBTFUL: readonly [string, Spoil][] = [
    ['is cut as soon as it is carried out', { kind: 'cutAfter' }],
    ['is carried out half a second after its deadline', { kind: 'processedLate', ms: 15_500, code: null }],
    ['is carried out a minute after it was sent', { kind: 'processedLate', ms: 60_000, code: null }],
    ['is answered 94 and carried out a moment later', { kind: 'processedLate', ms: 900, code: 94 }],
    ['is answered 1 and carried out half a minute later', { kind: 'processedLate', ms: 30_000, code: 1 }],
    ['is answered 90 and carried out at once', { kind: 'processedLate', ms: 21, code: 90 }],
  ];

  test.each(DOUBTFUL)('whose commit %s is asked about until it is PAID, though a read meanwhile says RESERVED', async (_how, spoil) => {
    await opened();
    harness.desk().checkTab(tab()?.attemptId ?? '');
    // A read that was begun before the commit is still on its way when that ends.
    harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 700 }, 1);
    act('capture', 14_900);
    // Every repeat is refused, so that only the first one can have done it.
    harness.net.spoil('commitReservation', spoil, 1);
    harness.net.spoil('commitReservation', { kind: 'lostBefore' }, 20);
    await harness.clock.advance(90_000);
    expect(harness.outcomes.at(-1)).toMatchObject({ state: { kind: 'paid' }, receiptNumber: 1 });
    expect(state()).toMatchObject({ kind: 'completed' });
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(14_900);
    expect(
      harness
        .desk()
        .unresolvedItems()
        .filter(({ state: said }) => said === 'reversedAfterPaid'),
    ).toEqual([]);
  });

  test('that is kept after a release that SEQR carries out late is found released, and its goods are to be charged again', async () => {
    await opened();
    harness.net.spoil('cancelInvoice', { kind: 'processedLate', ms: 40_000, code: null }, 1);
    harness.desk().wish('cancel', tab()?.attemptId ?? '', tab()?.stateNumber ?? -1);
    await harness.clock.advance(500);
    expect(harness.desk().wish('keepWaiting', tab()?.attemptId ?? '', tab()?.stateNumber ?? -1)).toBe('done');
    await harness.clock.advance(20_000);
    expect(tab()).toMatchObject({ phase: 'unsure', inDoubt: true, actions: { change: false } });
    await harness.clock.advance(30_000);
    expect(harness.desk().tabs(null)).toEqual([]);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ state: 'reservationEnded' }]);
  });

  test('in doubt for 30 s can be set aside: the next customer pays, and what SEQR says later completes it loudly', async () => {
    await opened();
    harness.net.spoil('commitReservation', { kind: 'processedLate', ms: 100_000, code: null }, 1);
    harness.net.spoil('commitReservation', { kind: 'lostBefore' }, 40);
    act('capture', 14_900);
    await harness.clock.advance(44_000);
    expect(view()?.actions.setAside).toBe(false);
    await harness.clock.advance(2_000);
    expect(harness.desk().wish('setAside', view()?.attemptId ?? '', view()?.stateNumber ?? -1)).toBe('done');
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'setAside', state: 'tabInDoubt' }]);
    expect(harness.charge(harness.newSale(5_000))).toBe('started');
    await harness.clock.advance(70_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ state: 'completedLoudly', receiptNumber: 1 }]);
  });

  test('that ran out a minute ago without a word from SEQR is in nobody’s way, and asked about all the same', async () => {
    await opened();
    harness.net.setNetwork(false);
    await harness.clock.advance(3_600_000);
    expect(harness.charge(harness.newSale())).toBe('tab-open');
    await harness.clock.advance(61_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'setAside', state: 'lapsedUnknown' }]);
    harness.net.setNetwork(true);
    await harness.clock.advance(6_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ state: 'reservationEnded' }]);
  });

  test('found after its time is not given up before SEQR has had the time to say how it ended', async () => {
    await opened();
    harness.net.setNetwork(false);
    await harness.crash(7_200_000);
    await harness.clock.advance(29_000);
    expect(tab()).toMatchObject({ phase: 'lapsed' });
    expect(harness.desk().unresolvedItems()).toEqual([]);
    await harness.clock.advance(2_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'setAside', state: 'lapsedUnknown' }]);
  });

  test('settled after its time by SEQR’s clock stays on the screen until SEQR has had the time to say how it ended', async () => {
    await opened();
    harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 900 }, 1);
    harness.net.spoil('commitReservation', { kind: 'code', code: 96 }, 1);
    act('capture', 14_900);
    harness.seqrAheadMs = 7_200_000;
    await harness.clock.advance(29_000);
    expect(view()).toMatchObject({ screen: { kind: 'reserved' }, lastCommit: { kind: 'refused', resultCode: 96 } });
    await harness.clock.advance(2_000);
    expect(view()).toBe(null);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'setAside' }]);
  });

  test('opened twice at once is read by one question at a time (PF-03)', async () => {
    await opened();
    harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 900 }, 2);
    harness.desk().checkTab(tab()?.attemptId ?? '');
    await harness.clock.advance(100);
    const asked = polls();
    harness.desk().checkTab(tab()?.attemptId ?? '');
    await harness.clock.advance(100);
    expect(polls()).toBe(asked);
  });

  test('killed while the money is taken is asked about at once after the restart (PF-15)', async () => {
    await opened();
    harness.net.spoil('commitReservation', { kind: 'lostAfter' }, 1);
    act('capture', 14_900);
    await harness.clock.advance(100);
    await harness.crash(10_000);
    await harness.clock.advance(1_000);
    expect(view()).toMatchObject({ screen: { kind: 'paid', afterRestart: true } });
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(14_900);
  });

  test('is released when SEQR says so, and nothing is kept', async () => {
    await opened();
    harness.net.spoil('cancelInvoice', { kind: 'lostBefore' }, 1);
    harness.desk().wish('cancel', tab()?.attemptId ?? '', tab()?.stateNumber ?? -1);
    await harness.clock.advance(3_000);
    expect(tab()).toMatchObject({ phase: 'releasing' });
    await harness.clock.advance(10_000);
    expect(harness.desk().tabs(null)).toEqual([]);
    expect(harness.outcomes.at(-1)?.state).toMatchObject({ kind: 'cancelled', askedHere: true });
    expect(harness.desk().unresolvedItems()).toEqual([]);
  });

  test('whose time is up is asked about, and its end is an alarm with the unpaid goods kept', async () => {
    await opened();
    act('draft', 9_900);
    await harness.clock.advance(3_600_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ state: 'reservationEnded', dismissable: true }]);
    expect(harness.outcomes.at(-1)?.state).toMatchObject({ kind: 'expired', unpaid: { amount: { minor: 9_900 } } });
  });

  test('that SEQR no longer has when it is settled (96) ends as SEQR says', async () => {
    await opened();
    harness.world.call('cancelInvoice', {
      context: {
        clientRequestTimeout: 0,
        initiatorPrincipalId: { id: 'public_test_shop_terminal', type: 'TERMINALID' },
        password: '12345678',
      },
      invoiceReference: harness.world.invoices()[0]?.invoiceReference ?? '',
    });
    act('capture', 14_900);
    await harness.clock.advance(2_000);
    expect(view()?.screen).toMatchObject({ kind: 'cancelled', askedHere: false });
    expect(harness.journal.nextReceiptNumber()).toBe(1);
  });

  test('found paid at once, where a reservation was only desired, is a sale', async () => {
    harness = createDeskHarness();
    harness.world.setCustomer('astrid', { allowsReservations: false });
    const facts = { ...harness.facts(harness.newSale()), reservation: { ...TAB, mode: 'RESERVATION_DESIRED' } } as const;
    expect(harness.desk().charge(facts)).toBe('started');
    await harness.clock.advance(200);
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_500);
    expect(view()?.screen.kind).toBe('paid');
  });
});
