import { describe, expect, it } from 'vitest';
import { TERMINAL, createHarness, invoiceOf, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import { markTerminal, rowsOf } from '../testing/report-rows.ts';
import type { Booked, BookingDelay } from './switches.ts';

const context = terminalContext();

/** An acknowledged payment; its ersReference. */
function paid(harness: Harness, total = '149.00'): string {
  const reference = harness.send(invoiceOf(total));
  harness.payNow(reference);
  return harness.read(reference).ersReference ?? '';
}

function reserved(harness: Harness): string {
  const reference = harness.send(invoiceOf('200.00', { paymentMode: 'RESERVATION_REQUIRED' }));
  harness.payNow(reference);
  return reference;
}

/** The rows of a period that is marked now, asked for when they are ready. */
function close(harness: Harness): readonly string[] {
  const id = markTerminal(harness.world, TERMINAL);
  harness.world.advance(3_000);
  return rowsOf(harness.world, TERMINAL, id).map(([amount]) => amount);
}

describe('a request whose answer is lost', () => {
  it('is carried out later, in the order of time and stamped with it, however seldom somebody looks', () => {
    const harness = createHarness();
    const ersReference = paid(harness);
    const refund = (value: string) => ({ context, ersReference, invoice: invoiceOf(value) });
    harness.world.callLate('refundPayment', refund('20.00'), 22_000);
    harness.world.callLate('refundPayment', refund('10.00'), 15_500);
    harness.world.advance(15_499);
    expect(harness.world.keptMinor()).toBe(14_900);
    harness.world.advance(600_000);
    expect(harness.world.ledger().slice(1)).toMatchObject([
      { kind: 'refund', at: '2026-11-23T08:00:15.500Z', amount: { value: '10.00' } },
      { kind: 'refund', at: '2026-11-23T08:00:22.000Z', amount: { value: '20.00' } },
    ]);
  });

  it('is carried out at once when no time passes', () => {
    const harness = createHarness();
    harness.world.callLate('sendInvoice', { context, invoice: invoiceOf('1.00') }, 0);
    expect(harness.world.invoices()).toHaveLength(1);
  });

  it('meets the service as it is then: a commit after the cancel takes nothing', () => {
    const harness = createHarness();
    const reference = reserved(harness);
    harness.world.callLate('commitReservation', { context, invoiceReference: reference, amount: sek('200.00') }, 1_000);
    expect(harness.cancelCode(reference)).toBe(0);
    harness.world.advance(5_000);
    expect([harness.read(reference).status, harness.world.keptMinor()]).toEqual(['CANCELED', 0]);
  });

  it('that commits late leaves RESERVED until then, and 20 s from then to ask', () => {
    const harness = createHarness();
    const reference = reserved(harness);
    harness.world.callLate('commitReservation', { context, invoiceReference: reference, amount: sek('200.00') }, 15_500);
    harness.world.advance(15_040);
    expect(harness.read(reference).status).toBe('RESERVED');
    harness.world.advance(460 + 20_000);
    expect(harness.read(reference).status).toBe('CANCELED');
    expect(harness.world.ledger().map((entry) => [entry.kind, entry.at])).toEqual([
      ['debit', '2026-11-23T08:00:15.500Z'],
      ['reversal', '2026-11-23T08:00:35.500Z'],
    ]);
  });

  it('a mark that cuts later takes what was booked until then into a period that nobody has the id of', () => {
    const harness = createHarness();
    paid(harness, '10.00');
    const parameters = { parameter: { entry: [{ key: 'TERMINALID', value: TERMINAL }] } };
    const request = {
      context: { ...context, initiatorPrincipalId: { id: 'public_test_shop', userId: '9900', type: 'RESELLERUSER' }, password: '1234' },
      parameters,
    };
    harness.world.callLate('markTransactionPeriod', request, 60_000);
    harness.world.advance(30_000);
    paid(harness, '20.00');
    harness.world.advance(31_000);
    paid(harness, '40.00');
    expect(close(harness)).toEqual(['40.00']);
  });

  it('is still on its way after a restart, and forgotten by a reset', () => {
    const harness = createHarness();
    harness.world.callLate('sendInvoice', { context, invoice: invoiceOf('1.00') }, 60_000);
    const second = createHarness({ snapshot: harness.world.snapshot() });
    harness.world.reset();
    for (const { world } of [harness, second]) world.advance(60_000);
    expect([harness.world.invoices().length, second.world.invoices().length]).toEqual([0, 1]);
  });
});

describe('what is booked late', () => {
  const CARRIED_OUT: Readonly<Record<Booked, (harness: Harness) => string>> = {
    payment(harness) {
      paid(harness);
      return '149.00';
    },
    commit(harness) {
      const invoiceReference = reserved(harness);
      harness.world.call('commitReservation', { context, invoiceReference, amount: sek('70.00') });
      harness.read(invoiceReference);
      return '70.00';
    },
    refund(harness) {
      harness.world.setSwitches({ bookedLate: { ...harness.world.switches().bookedLate, payment: { ms: 0, periods: 0 } } });
      const refund = { context, ersReference: paid(harness), invoice: invoiceOf('49.00') };
      close(harness);
      harness.world.call('refundPayment', refund);
      return '-49.00';
    },
    credit(harness) {
      harness.world.call('creditUser', { context, creditUserRequest: { userId: 'igaminga57f1d00', amount: sek('5.00') } });
      return '-5.00';
    },
  };
  const delayed = (of: Booked, delay: BookingDelay): readonly [Harness, string] => {
    const harness = createHarness();
    harness.world.setSwitches({ bookedLate: { [of]: delay } });
    return [harness, CARRIED_OUT[of](harness)];
  };

  it.each(Object.keys(CARRIED_OUT) as readonly Booked[])('%s: seconds later, whole periods later, or both', (of) => {
    const [bySeconds, amount] = delayed(of, { ms: 60_000, periods: 0 });
    expect(close(bySeconds)).toEqual([]);
    bySeconds.world.advance(57_000);
    expect(close(bySeconds)).toEqual([amount]);

    const [byPeriods] = delayed(of, { ms: 0, periods: 2 });
    expect([close(byPeriods), close(byPeriods), close(byPeriods), close(byPeriods)]).toEqual([[], [], [amount], []]);

    const [byBoth] = delayed(of, { ms: 60_000, periods: 1 });
    expect([close(byBoth), close(byBoth)]).toEqual([[], []]);
    byBoth.world.advance(60_000);
    expect(close(byBoth)).toEqual([amount]);
  });

  it('holds up nothing else', () => {
    const harness = createHarness();
    harness.world.setSwitches({ bookedLate: { refund: { ms: 0, periods: 1 } } });
    const ersReference = paid(harness);
    harness.world.call('refundPayment', { context, ersReference, invoice: invoiceOf('9.00') });
    expect([close(harness), close(harness)]).toEqual([['149.00'], ['-9.00']]);
  });

  it('is on its way after a restart', () => {
    const [before, amount] = delayed('credit', { ms: 60_000, periods: 0 });
    const after = createHarness({ snapshot: before.world.snapshot() });
    after.world.advance(60_000);
    expect(close(after)).toEqual([amount]);
  });
});

describe('a payment that nobody has asked about', () => {
  const unread = (rule: 'left-out' | 'until-reversed' | 'reversed-by-a-row'): { harness: Harness; reference: string; periodId: string } => {
    const harness = createHarness();
    harness.world.setSwitches({ unreadInReports: rule });
    const reference = harness.send();
    harness.payNow(reference);
    const periodId = markTerminal(harness.world, TERMINAL);
    harness.world.advance(3_000);
    return { harness, reference, periodId };
  };
  const amounts = (harness: Harness, periodId: string): readonly string[] =>
    rowsOf(harness.world, TERMINAL, periodId).map(([amount]) => amount);

  it('is in no report at first', () => {
    const { harness, periodId } = unread('left-out');
    expect(amounts(harness, periodId)).toEqual([]);
  });

  it('is listed where the switch says so, once, and removed by a reversal', () => {
    const { harness, periodId } = unread('until-reversed');
    expect(amounts(harness, periodId)).toEqual(['149.00']);
    harness.world.advance(17_000);
    expect([amounts(harness, periodId), close(harness)]).toEqual([[], []]);
    const { harness: asked, reference } = unread('until-reversed');
    asked.read(reference);
    asked.world.advance(60_000);
    expect(close(asked)).toEqual([]);
  });

  it('or stays, and the reversal is a row of the period in which it comes', () => {
    const { harness, periodId } = unread('reversed-by-a-row');
    harness.world.advance(17_000);
    expect([amounts(harness, periodId), close(harness)]).toEqual([['149.00'], ['-149.00']]);
  });

  it('is not booked at all when it went back before its booking', () => {
    const harness = createHarness();
    harness.world.setSwitches({ unreadInReports: 'reversed-by-a-row', bookedLate: { payment: { ms: 60_000, periods: 0 } } });
    harness.payNow(harness.send());
    harness.world.advance(90_000);
    expect(close(harness)).toEqual([]);
  });
});
