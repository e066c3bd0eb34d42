import { describe, expect, it } from 'vitest';
import { TERMINAL, createHarness, invoiceOf, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import { markTerminal, rowsOf } from '../testing/report-rows.ts';
import { parseMinor } from './money.ts';

const context = terminalContext();
const paidNow = (harness: Harness, total = '149.00'): string => {
  const reference = harness.send(invoiceOf(total));
  harness.payNow(reference);
  harness.read(reference);
  return reference;
};
/** What all customers hold and all shops keep. */
const moneyIn = ({ world }: Harness): number =>
  world.customers().reduce((sum, customer) => sum + (parseMinor(customer.balance.value) ?? NaN), world.keptMinor());
const listed = (harness: Harness): readonly string[] => {
  const id = markTerminal(harness.world, TERMINAL);
  harness.world.advance(3_000);
  return rowsOf(harness.world, TERMINAL, id).map(([amount]) => amount);
};

describe('a service restored to an older state', () => {
  it('has forgotten what came later, terminals and periods too, and gives no reference twice', () => {
    const harness = createHarness();
    const first = harness.send();
    const copy = harness.world.snapshot();
    harness.payNow(first);
    harness.read(first);
    const later = harness.send();
    harness.world.advance(60_000);
    expect(harness.world.restore(copy)).toBe(true);
    expect(harness.read(first)).toMatchObject({ resultCode: 0, status: 'ISSUED', version: 0 });
    expect(harness.read(later)).toMatchObject({ resultCode: 54 });
    expect([harness.world.keptMinor(), harness.world.ledger()]).toEqual([0, []]);
    expect(harness.world.nowMs()).toBe(Date.UTC(2026, 10, 23, 8, 1, 0));
    expect([first, later]).not.toContain(harness.send());
  });

  it('makes an end an open invoice again, and the other way round', () => {
    const harness = createHarness();
    const reference = harness.send();
    const open = harness.world.snapshot();
    harness.cancelCode(reference);
    const ended = harness.world.snapshot();
    const statuses = [ended, open, ended].map((copy) => {
      harness.world.restore(copy);
      return harness.read(reference).status;
    });
    expect(statuses).toEqual(['CANCELED', 'ISSUED', 'CANCELED']);
  });

  it('reverses what nobody asked about after the copy was made, as its 20 s have passed', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.payNow(reference);
    const copy = harness.world.snapshot();
    harness.read(reference);
    harness.world.advance(20_000);
    harness.world.restore(copy);
    expect([harness.read(reference).status, harness.world.keptMinor()]).toEqual(['CANCELED', 0]);
  });

  it('keeps the clock, the switches and what is on its way', () => {
    const harness = createHarness();
    const copy = harness.world.snapshot();
    harness.world.setSwitches({ reportShape: 'swapped' });
    harness.world.callLate('sendInvoice', { context, invoice: invoiceOf('1.00') }, 1_000);
    harness.world.restore(copy);
    harness.world.advance(1_000);
    expect([harness.world.switches().reportShape, harness.world.invoices().length]).toEqual(['swapped', 1]);
  });
});

describe('one invoice restored to an older state', () => {
  it('takes its money and its rows back, leaves the others alone, and brings them again the other way round', () => {
    const harness = createHarness();
    const total = moneyIn(harness);
    const reference = harness.send();
    const before = harness.world.snapshot();
    harness.payNow(reference);
    const ersReference = harness.read(reference).ersReference ?? '';
    harness.world.call('refundPayment', { context, ersReference, invoice: invoiceOf('49.00') });
    const other = paidNow(harness, '10.00');
    const after = harness.world.snapshot();

    expect(harness.world.restore(before, reference)).toBe(true);
    expect([harness.read(reference).status, harness.read(other).status]).toEqual(['ISSUED', 'PAID']);
    expect([harness.world.keptMinor(), moneyIn(harness)]).toEqual([1_000, total]);
    expect(listed(harness)).toEqual(['10.00']);

    expect(harness.world.restore(after, reference)).toBe(true);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', ersReference });
    expect([harness.world.keptMinor(), moneyIn(harness)]).toEqual([11_000, total]);
  });

  it('is refused when it is not known now, or was not then', () => {
    const harness = createHarness();
    const before = harness.world.snapshot();
    const reference = harness.send();
    expect(harness.world.restore(before, reference)).toBe(false);
    expect(harness.world.restore(harness.world.snapshot(), '1')).toBe(false);
  });
});

describe('versions', () => {
  it.each(['one', 'all'])('of %s fall, none below 0, and nothing else changes', (which) => {
    const of = (reference: string): string | undefined => (which === 'one' ? reference : undefined);
    const harness = createHarness({ ack: 'version' });
    const reference = harness.send();
    harness.world.call('updateInvoice', { context, invoiceReference: reference, invoice: invoiceOf('140.00') });
    harness.payNow(reference);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', version: 2 });
    expect(harness.world.lowerVersions(1, of(reference))).toBe(true);
    expect(harness.read(reference, 1)).toMatchObject({ status: 'PAID', version: 1 });
    harness.world.advance(20_000);
    expect(harness.world.lowerVersions(9, of(reference))).toBe(true);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', version: 0 });
    expect(harness.world.lowerVersions(1, 'nobody')).toBe(false);
  });
});

describe('a payment that SEQR takes back', () => {
  it('though the till knows of it: the money returns, the read says CANCELED, no report lists it', () => {
    const harness = createHarness();
    const reference = paidNow(harness);
    expect(harness.world.takeBack(reference)).toBe(true);
    expect(harness.read(reference)).toMatchObject({ status: 'CANCELED', version: 2 });
    expect([harness.world.keptMinor(), listed(harness), harness.world.takeBack(reference)]).toEqual([0, [], false]);
  });

  it('not when a part of it was refunded', () => {
    const harness = createHarness();
    const reference = paidNow(harness);
    const { ersReference } = harness.read(reference);
    harness.world.call('refundPayment', { context, ersReference, invoice: invoiceOf('1.00') });
    expect(harness.world.takeBack(reference)).toBe(false);
  });
});
