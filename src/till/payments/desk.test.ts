import { afterEach, describe, expect, test } from 'vitest';
import { createDeskHarness, SEQR_ID } from '../testing/desk-harness.ts';
import type { DeskHarness } from '../testing/desk-harness.ts';
import type { Spoil } from '../testing/world-service.ts';

let harness: DeskHarness;
afterEach(() => harness.close());

/** Charges 149.00 and waits until the customer could scan. */
async function charged(options: Parameters<typeof createDeskHarness>[0] = {}): Promise<string> {
  harness = createDeskHarness(options);
  expect(harness.charge(harness.newSale())).toBe('started');
  await harness.clock.advance(200);
  return scanned();
}

function scanned(): string {
  const scan = harness.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}

const screen = () => harness.desk().payment()?.screen;
/** SEQR's reference, as receipt 1 has it. */
const onReceipt = () => harness.journal.receipt(1)?.receipt.tenders[0]?.ersReference;
function wish(kind: Parameters<ReturnType<DeskHarness['desk']>['wish']>[0]) {
  const view = harness.desk().payment();
  return harness.desk().wish(kind, view?.attemptId ?? '', view?.stateNumber ?? -1);
}

describe('a payment', () => {
  test('is paid within one poll, with one receipt, and acknowledged by one more read (PF-03, PF-08)', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference);
    await harness.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, recorded: true, afterRestart: false });
    await harness.clock.advance(300);
    expect(harness.desk().current()?.state.kind).toBe('completed');
    expect(harness.journal.grandTotalMinor()).toBe(14_900);
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(14_900);
  });

  test('that nobody here can ask about for 20 s is unknown, and ends as returned when SEQR says so (PF-04)', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference);
    harness.net.setNetwork(false);
    await harness.clock.advance(19_000);
    expect(screen()?.kind).toBe('waiting');
    await harness.clock.advance(2_000);
    expect(screen()).toEqual({ kind: 'unknown', resultCode: null });
    await harness.clock.advance(30_000);
    harness.net.setNetwork(true);
    await harness.clock.advance(5_000);
    expect(screen()).toEqual({ kind: 'cancelled', contactLost: true, askedHere: false });
    expect(harness.world.keptMinor()).toBe(0);
  });

  test('that SEQR answers with a code that tells nothing is unknown after 20 s, and the screen says which code', async () => {
    await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'code', code: 93 }, 200);
    await harness.clock.advance(22_000);
    expect(screen()).toEqual({ kind: 'unknown', resultCode: 93 });
  });

  test('that nobody asked about for 20 s over a restart is unknown at once, not waiting, until SEQR answers (invariant 2)', async () => {
    await charged();
    harness.net.setNetwork(false);
    await harness.crash(25_000);
    expect(screen()).toEqual({ kind: 'unknown', resultCode: null });
    harness.net.setNetwork(true);
    await harness.clock.advance(6_000);
    expect(screen()?.kind).toBe('waiting');
  });

  test('survives a kill and a restart within 20 s, marked so (PF-15)', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference);
    await harness.crash(10_000);
    await harness.clock.advance(500);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, afterRestart: true });
  });

  test('whose answer is lost after it acknowledged is completed by the next poll', async () => {
    const reference = await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'lostAfter' }, 2);
    harness.world.phone.pay(reference);
    await harness.clock.advance(10_000);
    expect(screen()?.kind).toBe('paid');
  });

  test('that wins against a cancel is a completed sale (PF-12)', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference, { bankMs: 4_000 });
    expect(wish('cancel')).toBe('done');
    await harness.clock.advance(1_500);
    expect(screen()?.kind).toBe('confirming');
    await harness.clock.advance(4_000);
    expect(screen()).toMatchObject({ kind: 'paid', wonAgainstCancel: true });
  });

  test('is asked about after 30 s and goes on being polled meanwhile (PF-13)', async () => {
    const reference = await charged();
    await harness.clock.advance(30_000);
    expect(screen()).toEqual({ kind: 'waiting', question: true });
    harness.world.phone.pay(reference);
    await harness.clock.advance(1_100);
    expect(screen()?.kind).toBe('paid');
  });

  test('whose PAID the disk refuses says so, goes on polling, and is recorded once there is room (PF-02)', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference);
    harness.failWrites(30);
    await harness.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: false, receiptNumber: null });
    await harness.clock.advance(60_000);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: true, receiptNumber: 1 });
    expect(harness.world.keptMinor()).toBe(14_900);
  });

  test('whose PAID the disk refuses, and which SEQR then takes back, is in the book as both, without a receipt (PF-02)', async () => {
    const reference = await charged({ ack: 'version' });
    // The first read says PAID; SEQR hears no other, and gives the money back.
    harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 40 }, 1);
    harness.net.spoil('getPaymentStatus', { kind: 'lostBefore' }, 1_000);
    harness.world.phone.pay(reference);
    harness.failWrites(100_000);
    await harness.clock.advance(2_000);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: false });
    await harness.clock.advance(30_000);
    harness.net.setNetwork(true);
    await harness.clock.advance(20_000);
    harness.failWrites(0);
    await harness.clock.advance(2_000);
    const { attemptId = '' } = harness.desk().payment() ?? {};
    const happened = (kind: string) => harness.journal.subjectsOf(kind, 0, harness.journal.entryCount());
    expect(harness.journal.attempt(attemptId)?.state.kind).toBe('reversed');
    expect([happened('attempt.paid'), happened('attempt.reversed')]).toEqual([[attemptId], [attemptId]]);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'alarm', state: 'reversedAfterPaid' }]);
    expect({ kept: harness.world.keptMinor(), next: harness.journal.nextReceiptNumber() }).toEqual({ kept: 0, next: 1 });
  });

  test.each(['before it is written', 'after it is written'])(
    'that is in the book as both is so over a restart %s (PF-02, PF-15)',
    async (when) => {
      const reference = await charged({ ack: 'version' });
      harness.net.spoil('getPaymentStatus', { kind: 'late', ms: 40 }, 1);
      harness.net.spoil('getPaymentStatus', { kind: 'lostBefore' }, 1_000);
      harness.world.phone.pay(reference);
      harness.failWrites(100_000);
      await harness.clock.advance(32_000);
      const { attemptId = '' } = harness.desk().payment() ?? {};
      harness.net.setNetwork(true);
      await harness.clock.advance(5_000);
      harness.failWrites(0);
      // Before: nothing of what has happened is on disk, so the new process can only believe SEQR.
      if (when === 'after it is written') await harness.clock.advance(2_000);
      await harness.crash(1_000);
      await harness.clock.advance(5_000);
      const alarms = harness
        .desk()
        .unresolvedItems()
        .map(({ state }) => state);
      const { kind } = harness.journal.attempt(attemptId)?.state ?? {};
      expect({ kind, alarms }).toEqual(
        when === 'after it is written' ? { kind: 'reversed', alarms: ['reversedAfterPaid'] } : { kind: 'cancelled', alarms: [] },
      );
      expect({ kept: harness.world.keptMinor(), next: harness.journal.nextReceiptNumber() }).toEqual({ kept: 0, next: 1 });
    },
  );

  test('whose receipt cannot be made is in the book as PAID, with its reference, and listed as missing it (PF-31)', async () => {
    const reference = await charged();
    harness.onReceipt = () => {
      throw new TypeError('a receipt that cannot be drawn');
    };
    harness.world.phone.pay(reference);
    await harness.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: true, receiptNumber: null });
    await harness.clock.advance(60_000);
    expect(harness.desk().current()?.state).toMatchObject({ kind: 'completed', payment: { ersReference: expect.any(String) as string } });
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'alarm', state: 'receiptMissing' }]);
    expect(harness.entries.filter(({ kind }) => kind.startsWith('sale.')).map(({ kind }) => kind)).toEqual(['sale.incomplete']);
    expect({ kept: harness.world.keptMinor(), next: harness.journal.nextReceiptNumber() }).toEqual({ kept: 14_900, next: 1 });
    await harness.crash(1_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'alarm', state: 'receiptMissing' }]);
    // The next one has its receipt, with the number that nobody has had.
    harness.onReceipt = null;
    const view = harness.desk().payment();
    if (view !== null) harness.desk().wish('dismiss', view.attemptId, view.stateNumber);
    expect(harness.charge(harness.newSale())).toBe('started');
    await harness.clock.advance(200);
    harness.world.phone.pay(scanned());
    await harness.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1 });
  });

  test('whose PAID is not on disk yet lets none begin after it (PF-02)', async () => {
    const reference = await charged();
    harness.world.phone.pay(reference);
    harness.failWrites(1_000);
    await harness.clock.advance(1_100);
    // There is room again, but the record is owed until it is tried the next time.
    harness.failWrites(0);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: false });
    expect(harness.charge(harness.newSale())).toBe('write-failed');
    await harness.clock.advance(1_000);
    expect(screen()).toMatchObject({ kind: 'paid', recorded: true, receiptNumber: 1 });
    expect(harness.charge(harness.newSale())).toBe('started');
    expect(harness.net.told.sends).toBe(2);
  });

  test('whose reference is not on disk is not asked about: a crash then leaves no money without a receipt (PF-03)', async () => {
    harness = createDeskHarness();
    harness.charge(harness.newSale());
    harness.failWrites(1_000);
    await harness.clock.advance(200);
    harness.world.phone.pay(scanned());
    await harness.clock.advance(3_000);
    await harness.crash(40_000);
    expect(harness.world.keptMinor()).toBe(0);
    expect(harness.journal.grandTotalMinor()).toBe(0);
    expect(harness.net.told.polls.size).toBe(0);
  });

  test('whose reference comes later than PAID has it on its receipt then (PF-08)', async () => {
    const reference = await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'unnamed' }, 3);
    harness.world.phone.pay(reference);
    await harness.clock.advance(1_100);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, lastSix: null });
    expect(onReceipt()).toBeNull();
    await harness.clock.advance(3_000);
    expect(harness.desk().current()?.state.kind).toBe('completed');
    expect(onReceipt()).toBe(harness.world.invoices()[0]?.ersReference);
  });

  test.each([48, 51, 54, 93])('whose cancel is answered %i is cancelled again every 3 s, and not more often (PF-12)', async (code) => {
    const reference = await charged();
    harness.net.spoil('cancelInvoice', { kind: 'code', code }, 100);
    expect(wish('cancel')).toBe('done');
    await harness.clock.advance(10_000);
    const starts = harness.net.told.cancels.get(reference) ?? [];
    expect(starts).toHaveLength(4);
    for (const [index, ms] of starts.slice(1).entries()) expect(ms - (starts[index] ?? ms)).toBeGreaterThanOrEqual(3_000);
  });
});

describe('sendInvoice without an answer (PF-10)', () => {
  test('is slow at 4 s, unknown at 15 s, and never repeated by itself', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'lostAfter' }, 1);
    harness.charge(harness.newSale());
    await harness.clock.advance(3_900);
    expect(screen()).toEqual({ kind: 'sending', slow: false });
    await harness.clock.advance(200);
    expect(screen()).toEqual({ kind: 'sending', slow: true });
    await harness.clock.advance(11_000);
    expect(screen()).toEqual({ kind: 'sendUnknown', returnInMs: null });
    await harness.clock.advance(120_000);
    expect(harness.net.told.sends).toBe(1);
  });

  test('resumes on a late good answer', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'late', ms: 9_000 }, 1);
    harness.charge(harness.newSale());
    await harness.clock.advance(9_500);
    expect(screen()?.kind).toBe('waiting');
  });

  test('that is answered after Give up is cancelled once, and never read: a read could keep money that nobody expects', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'late', ms: 9_000 }, 1);
    harness.charge(harness.newSale());
    await harness.clock.advance(5_000);
    expect(wish('giveUp')).toBe('done');
    await harness.clock.advance(30_000);
    expect(harness.world.invoices().map((invoice) => invoice.status)).toEqual(['CANCELED']);
    expect([...harness.net.told.cancels.values()].flat()).toHaveLength(1);
    expect(harness.net.told.polls.size).toBe(0);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'possibleOrphan' }]);
  });

  test('that is slow waits 25 s too when the customer says it is paid; a late answer goes on with it all the same', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'late', ms: 12_000 }, 1);
    harness.charge(harness.newSale());
    await harness.clock.advance(3_000);
    expect(wish('customerSaysPaid')).toBe('stale');
    await harness.clock.advance(3_000);
    expect(wish('customerSaysPaid')).toBe('done');
    expect(screen()).toMatchObject({ kind: 'sendUnknown', returnInMs: 25_000 });
    expect(harness.desk().payment()?.actions.sendAgain).toBe(false);
    await harness.clock.advance(7_000);
    expect(screen()).toEqual({ kind: 'waiting', question: false });
  });

  test('waits 25 s when the customer says it is paid, anew after a restart; sending again replaces the invoice', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'lostAfter' }, 1);
    const sale = harness.newSale();
    harness.charge(sale);
    await harness.clock.advance(16_000);
    expect(wish('customerSaysPaid')).toBe('done');
    await harness.crash(24_000);
    await harness.clock.advance(20_000);
    expect(harness.desk().payment()?.actions.sendAgain).toBe(false);
    await harness.clock.advance(5_100);
    const view = harness.desk().payment();
    expect(harness.desk().sendAgain(view?.attemptId ?? '', view?.stateNumber ?? 0, (old) => harness.facts(sale, old.id))).toBe('done');
    await harness.clock.advance(500);
    expect(harness.world.invoices().map((invoice) => invoice.status)).toEqual(['CANCELED', 'ISSUED']);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'possibleOrphan', state: 'orphan' }]);
  });
});

test('a payment that was begun before the start has taken up what an earlier run left is none of that: it is asked about (PF-15)', async () => {
  const reference = await charged();
  harness.desk().start();
  await harness.clock.advance(200);
  expect(screen()).toEqual({ kind: 'waiting', question: false });
  harness.world.phone.pay(reference);
  await harness.clock.advance(2_000);
  expect(harness.desk().payment()?.screen).toMatchObject({ kind: 'paid', afterRestart: false });
});

describe('intents (PF-26)', () => {
  test('that name an older state number have no effect', async () => {
    await charged();
    const view = harness.desk().payment();
    expect(wish('cancel')).toBe('done');
    expect(harness.desk().wish('cancel', view?.attemptId ?? '', view?.stateNumber ?? 0)).toBe('stale');
    expect(harness.charge(harness.newSale())).toBe('open');
  });

  test('have no effect while the disk still owes what SEQR has said (PF-02)', async () => {
    await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'says', status: 'PENDING_ISSUER_ACKNOWLEDGE', version: 3 }, 1);
    harness.failWrites(3);
    await harness.clock.advance(1_100);
    for (const kind of ['keepWaiting', 'cancel', 'setAside', 'dismiss', 'giveUp', 'customerSaysPaid'] as const)
      expect(wish(kind), kind).toBe('stale');
    await harness.clock.advance(10);
    expect(wish('keepWaiting')).toBe('stale');
  });

  test('an attempt set aside leaves the screen, is watched, and completes loudly (PF-16)', async () => {
    const reference = await charged();
    harness.net.setNetwork(false);
    await harness.clock.advance(25_000);
    expect(wish('setAside')).toBe('done');
    expect(harness.outcomes).toMatchObject([{ state: { kind: 'live', setAside: true } }]);
    expect(harness.desk().payment()).toBeNull();
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'setAside', state: 'asking' }]);
    harness.world.phone.pay(reference);
    await harness.clock.advance(3_000);
    harness.net.setNetwork(true);
    await harness.clock.advance(5_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'alarm', state: 'completedLoudly', receiptNumber: 1 }]);
  });

  test('that was set aside, and whose PAID the disk refuses, is said to be so until it is recorded (PF-02, PF-16)', async () => {
    const reference = await charged();
    harness.net.setNetwork(false);
    await harness.clock.advance(31_000);
    expect(wish('setAside')).toBe('done');
    harness.world.phone.pay(reference);
    harness.failWrites(10);
    harness.net.setNetwork(true);
    await harness.clock.advance(5_000);
    const items = () => harness.desk().unresolvedItems();
    expect(items()).toMatchObject([{ state: 'notRecorded', doing: { kind: 'writes' }, waitsFor: [{ kind: 'disk' }], closeAs: [] }]);
    await harness.clock.advance(10_000);
    expect(items().map(({ state }) => state)).toEqual(['completedLoudly']);
  });

  test('that asked for no reservation and is RESERVED in passing is asked about, and paid (PF-07)', async () => {
    const reference = await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'says', status: 'RESERVED', version: 1 }, 3);
    await harness.clock.advance(2_000);
    expect(screen()).toMatchObject({ kind: 'waiting' });
    harness.world.phone.pay(reference);
    await harness.clock.advance(4_000);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1 });
    await harness.clock.advance(60_000);
    expect(harness.world.keptMinor()).toBe(14_900);
  });

  test.each([55, 58])('that SEQR calls ended by code %i after PAID is taken back, with an alarm (PF-07)', async (code) => {
    const reference = await charged();
    harness.world.phone.pay(reference);
    await harness.clock.advance(850);
    harness.net.spoil('getPaymentStatus', { kind: 'code', code }, 1);
    await harness.clock.advance(3_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'alarm', state: 'reversedAfterPaid' }]);
    expect(harness.desk().current()?.state.kind).toBe('reversed');
  });

  test.each<[string, Spoil]>([
    ['54', { kind: 'code', code: 54 }],
    ['29', { kind: 'code', code: 29 }],
    ['ISSUED', { kind: 'says', status: 'ISSUED', version: 99 }],
    ['nothing', { kind: 'lostBefore' }],
  ])(
    'PAID, of which SEQR then says %s, is listed as not confirmed after 25 s, holds back no sale, and is asked about',
    async (_said, spoil) => {
      const reference = await charged();
      harness.world.phone.pay(reference);
      await harness.clock.advance(850);
      harness.net.spoil('getPaymentStatus', spoil, 60);
      await harness.clock.advance(24_000);
      expect(harness.desk().unresolvedItems()).toEqual([]);
      await harness.clock.advance(2_000);
      expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1, unconfirmed: true });
      expect(harness.desk().unresolvedItems()).toMatchObject([{ state: 'unconfirmed', receiptNumber: 1 }]);
      expect(harness.charge(harness.newSale(5_000))).toBe('started');
      harness.net.setNetwork(true);
      await harness.clock.advance(10_000);
      expect(harness.desk().unresolvedItems()).toEqual([]);
    },
  );

  test('asked for something while the disk refuses is refused for good: nothing has happened (PF-02, PF-26)', async () => {
    await charged();
    harness.failWrites(1);
    expect(wish('cancel')).toBe('write-failed');
    await harness.clock.advance(3_000);
    expect([screen()?.kind, harness.net.told.cancels.size]).toEqual(['waiting', 0]);
    expect(wish('cancel')).toBe('done');
    await harness.clock.advance(3_000);
    expect(screen()?.kind).toBe('cancelled');
  });

  test('closed by a supervisor while the disk refuses is not closed, and goes on being asked about (PF-30)', async () => {
    const reference = await charged();
    harness.net.setNetwork(false);
    await harness.clock.advance(22_000);
    const { attemptId = '' } = harness.desk().payment() ?? {};
    const told = { by: 'letter', letter: 'LETTER1', reason: 'SEQR wrote' } as const;
    harness.failWrites(1);
    expect(harness.desk().resolve(attemptId, { kind: 'notPaid', told })).toBe('write-failed');
    harness.net.setNetwork(true);
    harness.world.phone.pay(reference);
    await harness.clock.advance(5_000);
    expect(screen()).toMatchObject({ kind: 'paid', receiptNumber: 1 });
  });

  test('given up while the disk refuses is still on the screen, and can be given up again', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'lostAfter' }, 1);
    harness.charge(harness.newSale());
    await harness.clock.advance(16_000);
    harness.failWrites(1);
    expect(wish('giveUp')).toBe('write-failed');
    await harness.clock.advance(3_000);
    expect(screen()?.kind).toBe('sendUnknown');
    expect(wish('giveUp')).toBe('done');
    expect(harness.desk().unresolvedItems()).toMatchObject([{ kind: 'possibleOrphan' }]);
  });

  test('that SEQR will not cancel can be set aside after 30 s, and the next customer pays (PF-12)', async () => {
    await charged();
    harness.net.spoil('cancelInvoice', { kind: 'code', code: 51 }, 100);
    expect(wish('cancel')).toBe('done');
    await harness.clock.advance(29_000);
    expect(wish('setAside')).toBe('stale');
    await harness.clock.advance(1_500);
    expect(wish('setAside')).toBe('done');
    expect(harness.charge(harness.newSale(5_000))).toBe('started');
  });

  test('of which SEQR tells an older version for 20 s has been restored with SEQR: its end counts (PF-06)', async () => {
    await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'says', status: 'ISSUED', version: 9 }, 1);
    await harness.clock.advance(1_000);
    harness.net.spoil('getPaymentStatus', { kind: 'says', status: 'CANCELED', version: 1 }, 100);
    await harness.clock.advance(15_000);
    // What is dropped is no word of SEQR's: contact counts as lost meanwhile.
    expect(screen()?.kind).toBe('waiting');
    expect(harness.desk().payment()?.contact.unstable).toBe(true);
    await harness.clock.advance(7_000);
    expect(screen()?.kind).toBe('cancelled');
  });

  test('of which SEQR tells an older version is not restored if a newer one comes between', async () => {
    await charged();
    const older = { kind: 'says', status: 'CANCELED', version: 1 } as const;
    const newer = { kind: 'says', status: 'ISSUED', version: 9 } as const;
    harness.net.spoil('getPaymentStatus', newer, 1);
    for (let round = 0; round < 5; round += 1) {
      harness.net.spoil('getPaymentStatus', older, 18);
      harness.net.spoil('getPaymentStatus', newer, 1);
    }
    await harness.clock.advance(50_000);
    expect(screen()?.kind).toBe('waiting');
  });

  test('whose terminal SEQR refuses is asked about every second for 25 s, then every 5 s, and at once after any other word (PF-03)', async () => {
    const reference = await charged();
    harness.net.spoil('getPaymentStatus', { kind: 'code', code: 20 }, 60);
    const asked = () => harness.net.told.polls.get(reference)?.length ?? 0;
    await harness.clock.advance(26_000);
    const fresh = asked();
    expect(fresh).toBeGreaterThanOrEqual(20);
    await harness.clock.advance(60_000);
    expect(asked() - fresh).toBeLessThanOrEqual(13);
    expect(asked() - fresh).toBeGreaterThanOrEqual(11);
    harness.net.setNetwork(true);
    await harness.clock.advance(6_000);
    const heard = asked();
    await harness.clock.advance(10_000);
    expect(asked() - heard).toBeGreaterThanOrEqual(9);
  });
});
