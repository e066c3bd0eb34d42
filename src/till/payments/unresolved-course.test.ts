import { afterEach, describe, expect, test } from 'vitest';
import { createDeskHarness, SEQR_ID } from '../testing/desk-harness.ts';
import type { DeskHarness } from '../testing/desk-harness.ts';
import { awaitedBy } from './unresolved-course.ts';
import type { Times } from './unresolved-course.ts';

let harness: DeskHarness;
afterEach(() => harness.close());

const TAB = { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', timeoutS: 3_600, name: 'Table 4' } as const;

async function charged(reservation?: typeof TAB): Promise<string> {
  harness = createDeskHarness();
  const facts = harness.facts(harness.newSale());
  harness.desk().charge(reservation ? { ...facts, reservation } : facts);
  await harness.clock.advance(200);
  const scan = harness.world.phone.scan(`Q${SEQR_ID}`);
  return scan.ok ? scan.value.invoiceReference : '';
}

function wish(kind: Parameters<ReturnType<DeskHarness['desk']>['wish']>[0]) {
  const view = harness.desk().payment();
  return harness.desk().wish(kind, view?.attemptId ?? '', view?.stateNumber ?? -1);
}

const item = () => harness.desk().unresolvedItems()[0];

describe('what the till is doing about an item', () => {
  test('is told with the rhythm in which it really asks, and with SEQR’s last answer', async () => {
    const reference = await charged();
    await harness.clock.advance(1_000);
    const heardAt = harness.clock.wallMs();
    harness.net.setNetwork(false);
    await harness.clock.advance(25_000);
    wish('setAside');
    expect(item()).toMatchObject({ state: 'asking', doing: { kind: 'asks', everyMs: 1_000, repeats: null } });
    const { doing } = item() ?? {};
    const lastAt = doing?.kind === 'asks' ? Date.parse(doing.lastAt ?? '') : Number.NaN;
    expect(Math.abs(lastAt - heardAt)).toBeLessThan(1_100);
    await harness.clock.advance(11 * 60_000);
    expect(item()?.doing).toMatchObject({ kind: 'asks', everyMs: 5_000 });
    const before = harness.net.told.polls.get(reference)?.length ?? 0;
    harness.net.setNetwork(true);
    harness.net.spoil('getPaymentStatus', { kind: 'code', code: 29 }, 90);
    await harness.clock.advance(60_000);
    expect((harness.net.told.polls.get(reference)?.length ?? 0) - before).toBeLessThan(60);
    expect(item()).toMatchObject({ state: 'unanswerable', doing: { kind: 'asks', everyMs: 5_000 } });
  });

  test('says that it cancels what was found unpaid', async () => {
    await charged();
    harness.net.setNetwork(false);
    await harness.clock.advance(25_000);
    wish('setAside');
    harness.net.setNetwork(true);
    harness.net.spoil('cancelInvoice', { kind: 'lostBefore' }, 50);
    await harness.clock.advance(9_000);
    expect(item()).toMatchObject({
      state: 'cancelling',
      doing: { kind: 'asks', repeats: 'cancel' },
      waitsFor: [{ kind: 'answer' }, {}, {}],
    });
  });

  test('never says that an orphan is asked about, and waits for the next close', async () => {
    harness = createDeskHarness();
    harness.net.spoil('sendInvoice', { kind: 'lostAfter' }, 1);
    harness.charge(harness.newSale());
    await harness.clock.advance(16_000);
    wish('giveUp');
    expect(item()).toMatchObject({ state: 'orphan', doing: { kind: 'neverAsks' } });
    expect(item()?.waitsFor[0]).toEqual({ kind: 'nextClose' });
  });

  test('says that a tab’s money is asked for again, until a minute after SEQR lets go of it (PF-29)', async () => {
    const reference = await charged(TAB);
    harness.world.phone.pay(reference);
    await harness.clock.advance(2_000);
    harness.net.spoil('commitReservation', { kind: 'lostBefore' }, 500);
    const [record] = harness.desk().inPlay();
    if (record?.state.kind !== 'reserved') throw new Error('no tab');
    const { lapsesAt } = record.state;
    harness.desk().change('capture', record.facts.id, record.stateNumber, record.state.terms);
    await harness.clock.advance(60_000);
    wish('setAside');
    expect(item()).toMatchObject({ state: 'tabInDoubt', doing: { kind: 'asks', repeats: 'commit' } });
    expect(item()?.waitsFor).toContainEqual({ kind: 'lapse', at: lapsesAt });
    harness.net.spoil('getPaymentStatus', { kind: 'lostBefore' }, 5_000);
    await harness.clock.advance(3_700_000);
    expect(item()?.doing).toMatchObject({ kind: 'asks', repeats: null });
  });

  test('of an alarm is nothing: somebody has to read it', async () => {
    const reference = await charged();
    harness.net.setNetwork(false);
    await harness.clock.advance(25_000);
    wish('setAside');
    harness.world.phone.pay(reference);
    await harness.clock.advance(3_000);
    harness.net.setNetwork(true);
    await harness.clock.advance(5_000);
    expect(item()).toMatchObject({ state: 'completedLoudly', doing: { kind: 'nothing' }, waitsFor: [{ kind: 'reading' }] });
  });
});

describe('what settles an item', () => {
  const settling = {
    supervisor: { closes: 0, atMs: Date.UTC(2026, 10, 24, 7) },
    absence: { closes: 2, atMs: Date.UTC(2026, 10, 26, 7) },
  };
  const times: Times = {
    settling: () => settling,
    lapsesAt: null,
    waitsForKeychain: false,
  };

  test('bears the earliest time, where one is known', () => {
    expect(awaitedBy('refundUnknown', times)).toEqual([
      { kind: 'row' },
      { kind: 'absence', at: '2026-11-26T07:00:00.000Z', closes: 2 },
      { kind: 'letter' },
    ]);
    expect(awaitedBy('asking', times)).toContainEqual({ kind: 'supervisor', at: '2026-11-24T07:00:00.000Z', closes: 0 });
  });

  test('is never an absence where a report is lost (PF-14)', () => {
    const kinds = awaitedBy('refundUnknown', { ...times, settling: () => ({ ...settling, absence: null }) }).map(({ kind }) => kind);
    expect(kinds).toEqual(['row', 'absenceLost', 'letter']);
  });

  test('reads no close for what somebody only has to read', () => {
    const unread = (): never => {
      throw new Error('a close was read');
    };
    expect(awaitedBy('otherAmount', { ...times, settling: unread })).toEqual([{ kind: 'reading' }]);
    expect(() => awaitedBy('asking', { ...times, settling: unread })).toThrow('a close was read');
  });

  test('is the keychain first, as long as that is silent', () => {
    expect(awaitedBy('asking', { ...times, waitsForKeychain: true })[0]).toEqual({ kind: 'keychain' });
    expect(awaitedBy('refundUnknown', { ...times, waitsForKeychain: true })[0]).toEqual({ kind: 'row' });
  });
});
