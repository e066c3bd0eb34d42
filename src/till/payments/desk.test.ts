import { afterEach, describe, expect, test } from 'vitest';
import { createDeskBench, SEQR_ID } from '../testing/desk-bench.ts';
import type { DeskBench } from '../testing/desk-bench.ts';

let bench: DeskBench;
afterEach(() => bench.close());

/** Charges 149.00 and waits until the customer could scan. */
async function charged(options: Parameters<typeof createDeskBench>[0] = {}): Promise<string> {
  bench = createDeskBench(options);
  expect(bench.charge(bench.newSale())).toBe('started');
  await bench.clock.advance(200);
  return scanned();
}

function scanned(): string {
  const scan = bench.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}

const screen = () => bench.desk().payment()?.screen;
/** SEQR's reference, as receipt 1 has it. */
const onReceipt = () => bench.journal.receipt(1)?.receipt.tenders[0]?.ersReference;
function wish(kind: Parameters<ReturnType<DeskBench['desk']>['wish']>[0]) {
  const view = bench.desk().payment();
  return bench.desk().wish(kind, view?.attemptId ?? '', view?.stateNumber ?? -1);
}

describe('a payment', () => {
  test('is paid within one poll, with one receipt, and acknowledged by one more read (PF-03, PF-08)', async () => {
    const reference = await charged();
    bench.world.phone.pay(reference);
    await bench.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, recorded: true, afterRestart: false });
    await bench.clock.advance(300);
    expect(bench.desk().current()?.state.kind).toBe('completed');
    expect(bench.journal.grandTotalMinor()).toBe(14_900);
    await bench.clock.advance(60_000);
    expect(bench.world.keptMinor()).toBe(14_900);
  });

  test('that nobody here can ask about for 20 s is unknown, and ends as returned when SEQR says so (PF-04)', async () => {
    const reference = await charged();
    bench.world.phone.pay(reference);
    bench.net.setNetwork(false);
    await bench.clock.advance(19_000);
    expect(screen()?.kind).toBe('waiting');
    await bench.clock.advance(2_000);
    expect(screen()).toEqual({ kind: 'unknown', resultCode: null });
    await bench.clock.advance(30_000);
    bench.net.setNetwork(true);
    await bench.clock.advance(5_000);
    expect(screen()).toEqual({ kind: 'cancelled', contactLost: true, askedHere: false });
    expect(bench.world.keptMinor()).toBe(0);
  });

  test('that SEQR answers with a code that tells nothing is unknown after 20 s, and the screen says which code', async () => {
    await charged();
    bench.net.spoil('getPaymentStatus', { kind: 'code', code: 93 }, 200);
    await bench.clock.advance(22_000);
    expect(screen()).toEqual({ kind: 'unknown', resultCode: 93 });
  });

  test('survives a kill and a restart within 20 s, marked so (PF-15)', async () => {
    const reference = await charged();
    bench.world.phone.pay(reference);
    await bench.crash(10_000);
    await bench.clock.advance(500);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, afterRestart: true });
  });

  test('whose answer is lost after it acknowledged is completed by the next poll', async () => {
    const reference = await charged();
    bench.net.spoil('getPaymentStatus', { kind: 'lostAfter' }, 2);
    bench.world.phone.pay(reference);
    await bench.clock.advance(10_000);
    expect(screen()?.kind).toBe('paid');
  });

  test('that wins against a cancel is a completed sale (PF-12)', async () => {
    const reference = await charged();
    bench.world.phone.pay(reference, { bankMs: 4_000 });
    expect(wish('cancel')).toBe('done');
    await bench.clock.advance(1_500);
    expect(screen()?.kind).toBe('confirming');
    await bench.clock.advance(4_000);
    expect(screen()).toMatchObject({ kind: 'paid', wonAgainstCancel: true });
  });

  test('is asked about after 30 s and goes on being polled meanwhile (PF-13)', async () => {
    const reference = await charged();
    await bench.clock.advance(30_000);
    expect(screen()).toEqual({ kind: 'waiting', question: true });
    bench.world.phone.pay(reference);
    await bench.clock.advance(1_100);
    expect(screen()?.kind).toBe('paid');
  });

  test('whose PAID the disk refuses says so, goes on polling, and is recorded once there is room (PF-02)', async () => {
    const reference = await charged();
    bench.world.phone.pay(reference);
    bench.failWrites(30);
    await bench.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: false, receiptNumber: null });
    await bench.clock.advance(60_000);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: true, receiptNumber: 1 });
    expect(bench.world.keptMinor()).toBe(14_900);
  });

  test('whose PAID the disk refuses, and which SEQR then takes back, is in the book as both, without a receipt (PF-02)', async () => {
    const reference = await charged({ ack: 'version' });
    // The first read says PAID; SEQR hears no other, and gives the money back.
    bench.net.spoil('getPaymentStatus', { kind: 'late', ms: 40 }, 1);
    bench.net.spoil('getPaymentStatus', { kind: 'lostBefore' }, 1_000);
    bench.world.phone.pay(reference);
    bench.failWrites(100_000);
    await bench.clock.advance(2_000);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: false });
    await bench.clock.advance(30_000);
    bench.net.setNetwork(true);
    await bench.clock.advance(20_000);
    bench.failWrites(0);
    await bench.clock.advance(2_000);
    const { attemptId = '' } = bench.desk().payment() ?? {};
    const happened = (kind: string) => bench.journal.subjectsOf(kind, 0, bench.journal.entryCount());
    expect(bench.journal.attempt(attemptId)?.state.kind).toBe('reversed');
    expect([happened('attempt.paid'), happened('attempt.reversed')]).toEqual([[attemptId], [attemptId]]);
    expect(bench.desk().tray()).toMatchObject([{ kind: 'alarm', state: 'reversedAfterPaid' }]);
    expect({ kept: bench.world.keptMinor(), next: bench.journal.nextReceiptNumber() }).toEqual({ kept: 0, next: 1 });
  });

  test('whose PAID is not on disk yet lets none begin after it (PF-02)', async () => {
    const reference = await charged();
    bench.world.phone.pay(reference);
    bench.failWrites(1_000);
    await bench.clock.advance(1_100);
    // There is room again, but the record is owed until it is tried the next time.
    bench.failWrites(0);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: false });
    expect(bench.charge(bench.newSale())).toBe('write-failed');
    await bench.clock.advance(1_000);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: true, receiptNumber: 1 });
    expect(bench.charge(bench.newSale())).toBe('started');
    expect(bench.net.told.sends).toBe(2);
  });

  test('whose reference is not on disk is not asked about: a crash then leaves no money without a receipt (PF-03)', async () => {
    bench = createDeskBench();
    bench.charge(bench.newSale());
    bench.failWrites(1_000);
    await bench.clock.advance(200);
    bench.world.phone.pay(scanned());
    await bench.clock.advance(3_000);
    await bench.crash(40_000);
    expect(bench.world.keptMinor()).toBe(0);
    expect(bench.journal.grandTotalMinor()).toBe(0);
    expect(bench.net.told.polls.size).toBe(0);
  });

  test('whose reference comes later than PAID has it on its receipt then (PF-08)', async () => {
    const reference = await charged();
    bench.net.spoil('getPaymentStatus', { kind: 'unnamed' }, 3);
    bench.world.phone.pay(reference);
    await bench.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, lastSix: null });
    expect(onReceipt()).toBeNull();
    await bench.clock.advance(3_000);
    expect(bench.desk().current()?.state.kind).toBe('completed');
    expect(onReceipt()).toBe(bench.world.invoices()[0]?.ersReference);
  });

  test.each([48, 51, 54, 93])('whose cancel is answered %i is cancelled again every 3 s, and not more often (PF-12)', async (code) => {
    const reference = await charged();
    bench.net.spoil('cancelInvoice', { kind: 'code', code }, 100);
    expect(wish('cancel')).toBe('done');
    await bench.clock.advance(10_000);
    const starts = bench.net.told.cancels.get(reference) ?? [];
    expect(starts).toHaveLength(4);
    for (const [index, ms] of starts.slice(1).entries()) expect(ms - (starts[index] ?? ms)).toBeGreaterThanOrEqual(3_000);
  });
});

describe('sendInvoice without an answer (PF-10)', () => {
  test('is slow at 4 s, unknown at 15 s, and never repeated by itself', async () => {
    bench = createDeskBench();
    bench.net.spoil('sendInvoice', { kind: 'lostAfter' }, 1);
    bench.charge(bench.newSale());
    await bench.clock.advance(3_900);
    expect(screen()).toEqual({ kind: 'sending', slow: false });
    await bench.clock.advance(200);
    expect(screen()).toEqual({ kind: 'sending', slow: true });
    await bench.clock.advance(11_000);
    expect(screen()).toEqual({ kind: 'sendUnknown', returnInMs: null });
    await bench.clock.advance(120_000);
    expect(bench.net.told.sends).toBe(1);
  });

  test('resumes on a late good answer', async () => {
    bench = createDeskBench();
    bench.net.spoil('sendInvoice', { kind: 'late', ms: 9_000 }, 1);
    bench.charge(bench.newSale());
    await bench.clock.advance(9_500);
    expect(screen()?.kind).toBe('waiting');
  });

  test('that is answered after Give up is cancelled once, and never read: a read could keep money that nobody expects', async () => {
    bench = createDeskBench();
    bench.net.spoil('sendInvoice', { kind: 'late', ms: 9_000 }, 1);
    bench.charge(bench.newSale());
    await bench.clock.advance(5_000);
    expect(wish('giveUp')).toBe('done');
    await bench.clock.advance(30_000);
    expect(bench.world.invoices().map((invoice) => invoice.status)).toEqual(['CANCELED']);
    expect([...bench.net.told.cancels.values()].flat()).toHaveLength(1);
    expect(bench.net.told.polls.size).toBe(0);
    expect(bench.desk().tray()).toMatchObject([{ kind: 'possibleOrphan' }]);
  });

  test('waits 25 s when the customer says it is paid, anew after a restart; sending again replaces the invoice', async () => {
    bench = createDeskBench();
    bench.net.spoil('sendInvoice', { kind: 'lostAfter' }, 1);
    const sale = bench.newSale();
    bench.charge(sale);
    await bench.clock.advance(16_000);
    expect(wish('customerSaysPaid')).toBe('done');
    await bench.crash(24_000);
    await bench.clock.advance(20_000);
    expect(bench.desk().payment()?.actions.sendAgain).toBe(false);
    await bench.clock.advance(5_100);
    const view = bench.desk().payment();
    expect(bench.desk().sendAgain(view?.attemptId ?? '', view?.stateNumber ?? 0, (old) => bench.facts(sale, old.id))).toBe('done');
    await bench.clock.advance(500);
    expect(bench.world.invoices().map((invoice) => invoice.status)).toEqual(['CANCELED', 'ISSUED']);
    expect(bench.desk().tray()).toMatchObject([{ kind: 'possibleOrphan', state: 'orphan' }]);
  });
});

describe('intents (PF-26)', () => {
  test('that name an older state number have no effect', async () => {
    await charged();
    const view = bench.desk().payment();
    expect(wish('cancel')).toBe('done');
    expect(bench.desk().wish('cancel', view?.attemptId ?? '', view?.stateNumber ?? 0)).toBe('stale');
    expect(bench.charge(bench.newSale())).toBe('open');
  });

  test('have no effect while the disk still owes what the last one changed (PF-02)', async () => {
    await charged();
    // Refused when it is pressed, and once more at once; the next try comes a second later.
    bench.failWrites(2);
    expect(wish('cancel')).toBe('write-failed');
    for (const kind of ['keepWaiting', 'cancel', 'setAside', 'dismiss', 'giveUp', 'customerSaysPaid'] as const)
      expect(wish(kind), kind).toBe('stale');
    await bench.clock.advance(10);
    expect(wish('keepWaiting')).toBe('stale');
  });

  test('an attempt set aside leaves the screen, is watched, and completes loudly (PF-16)', async () => {
    const reference = await charged();
    bench.net.setNetwork(false);
    await bench.clock.advance(25_000);
    expect(wish('setAside')).toBe('done');
    expect(bench.outcomes).toMatchObject([{ state: { kind: 'live', setAside: true } }]);
    expect(bench.desk().payment()).toBeNull();
    expect(bench.desk().tray()).toMatchObject([{ kind: 'setAside', state: 'asking' }]);
    bench.world.phone.pay(reference);
    await bench.clock.advance(3_000);
    bench.net.setNetwork(true);
    await bench.clock.advance(5_000);
    expect(bench.desk().tray()).toMatchObject([{ kind: 'alarm', state: 'completedLoudly', receiptNumber: 1 }]);
  });
});
