import { describe, expect, it } from 'vitest';
import { createWorld } from '../create-world.ts';
import { SEQR_ID, TERMINAL, createHarness, invoiceOf, resellerContext, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import { markTerminal, rowsOf } from '../testing/report-rows.ts';
import { OPERATION_NAMES } from '../wire/operations.ts';
import { LOST_CODES } from './result-codes.ts';
import type { Switches } from './switches.ts';

const context = terminalContext();
const withSwitches = (changes: Partial<Switches>): Harness => {
  const harness = createHarness();
  harness.world.setSwitches(changes);
  return harness;
};
const paid = (harness: Harness, total = '149.00'): string => {
  const reference = harness.send(invoiceOf(total));
  harness.world.phone.scan(SEQR_ID);
  harness.world.phone.pay(reference);
  return reference;
};

describe('a refused operation', () => {
  it.each(OPERATION_NAMES)('%s is answered the code, and not carried out, until it is set otherwise', (operation) => {
    const harness = createHarness();
    harness.send();
    const before = harness.world.snapshot();
    harness.world.setSwitches({ refused: { [operation]: 94 } });
    const request = { context, invoiceVersion: 0 };
    expect(harness.world.call(operation, request)).toMatchObject({ resultCode: 94, resultDescription: 'SERVICE_UNAVAILABLE' });
    expect({ ...harness.world.snapshot(), switches: before.switches }).toEqual(before);
    harness.world.setSwitches({ refused: {} });
    expect(harness.world.call(operation, request).resultCode).not.toBe(94);
  });

  it.each([90, 94, 51, 48])('cancelInvoice with %s leaves the invoice open, and no read acknowledges while reads are refused', (code) => {
    const harness = withSwitches({ refused: { cancelInvoice: code, getPaymentStatus: 93 } });
    const reference = harness.send();
    expect([harness.cancelCode(reference), harness.cancelCode(reference)]).toEqual([code, code]);
    harness.payNow(reference);
    expect(harness.read(reference)).toEqual({ resultCode: 93, resultDescription: 'SYSTEM_BUSY', version: 0 });
    harness.world.advance(20_000);
    expect(harness.world.keptMinor()).toBe(0);
  });

  it('is carried out all the same when it is on its way', () => {
    const harness = withSwitches({ refused: { cancelInvoice: 94 } });
    const invoiceReference = harness.send();
    harness.world.callLate('cancelInvoice', { context, invoiceReference }, 1_000);
    harness.world.advance(1_000);
    expect(harness.read(invoiceReference).status).toBe('CANCELED');
  });
});

describe('a payment that is reserved in passing', () => {
  it('says RESERVED for its time, then PAID with its 20 s, though no reservation was asked for', () => {
    const harness = withSwitches({ reservedInPassingMs: 1_500 });
    const reference = paid(harness);
    expect(harness.read(reference)).toMatchObject({ status: 'RESERVED', version: 1 });
    harness.world.advance(1_500);
    expect(harness.read(reference)).toMatchObject({
      status: 'PAID',
      version: 2,
      ersReference: expect.stringMatching(/^\d{25}$/) as unknown,
    });
    const forgotten = paid(harness);
    harness.world.advance(21_500);
    expect([harness.read(forgotten).status, harness.world.keptMinor()]).toEqual(['CANCELED', 14_900]);
  });

  it('can be cancelled, by a new invoice too, and is no tab: 96 to a commit, 48 to an update', () => {
    const harness = withSwitches({ reservedInPassingMs: 60_000 });
    const reference = paid(harness);
    const amount = sek('149.00');
    const commit = harness.world.call('commitReservation', { context, invoiceReference: reference, amount });
    const update = harness.world.call('updateInvoice', { context, invoiceReference: reference, invoice: invoiceOf('9.00') });
    expect([commit.resultCode, update.resultCode, harness.cancelCode(reference)]).toEqual([96, 48, 0]);
    const second = paid(harness);
    harness.send();
    expect(harness.read(second).status).toBe('CANCELED');
    harness.world.advance(60_000);
    expect(harness.world.ledger()).toEqual([]);
  });
});

describe('after PAID', () => {
  it.each([54, 55, 58, 20, 29, 33, 37] as const)('reads answer %s for ever, and acknowledge nothing', (code) => {
    const harness = createHarness({ ack: 'version' });
    harness.world.setSwitches({ afterPaid: code });
    const reference = paid(harness);
    expect(harness.read(reference, 0).status).toBe('PAID');
    expect(harness.read(reference, 1)).toMatchObject({ resultCode: code, version: 0 });
    expect(harness.read(reference, 1).status).toBeUndefined();
    harness.world.advance(20_000);
    expect(harness.world.keptMinor()).toBe(0);
  });

  it.each(['ISSUED', 'RESERVED', 'CANCELED', 'EXPIRED'] as const)('or %s, while other invoices are told as they are', (status) => {
    const harness = withSwitches({ afterPaid: status });
    const reference = paid(harness);
    expect([1, 2, 3].map(() => harness.read(reference).status)).toEqual(['PAID', status, status]);
    expect(harness.read(reference)).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status, version: 1 });
    expect(harness.read(harness.send()).status).toBe('ISSUED');
  });
});

describe('ends told by codes', () => {
  it('are 55 for a cancelled and a reversed invoice, 58 for an expired one, and statuses for the others', () => {
    const harness = withSwitches({ endedReads: 'code' });
    const reversed = paid(harness);
    harness.world.advance(20_000);
    const expired = harness.send();
    harness.world.advance(600_000);
    const cancelled = harness.send();
    harness.cancelCode(cancelled);
    expect([reversed, expired, cancelled].map((each) => harness.read(each).resultCode)).toEqual([55, 58, 55]);
    expect(harness.read(paid(harness)).status).toBe('PAID');
  });
});

describe('an answer that says PAID', () => {
  /** What two reads of a payment say, and the reference of the payment before it. */
  const told = (changes: Partial<Switches>) => {
    const harness = createHarness();
    const { ersReference: earlier } = harness.read(paid(harness, '20.00'));
    harness.world.setSwitches(changes);
    const reference = paid(harness);
    const [first, second] = [harness.read(reference), harness.read(reference)];
    expect([first.status, second.status, harness.world.keptMinor()]).toEqual(['PAID', 'PAID', 16_900]);
    return { earlier, first, second };
  };

  it('can differ from the second on, or at once', () => {
    const { first, second } = told({ paidBends: ['other-reference'], paidReads: 'from-second' });
    expect(first.ersReference).toBe(first.receipt?.paymentReference);
    expect(second.ersReference).not.toBe(first.ersReference);
    expect(second.receipt?.paymentReference).toBe(second.ersReference);
    const every = told({ paidBends: ['other-reference'] });
    expect(every.first).toEqual(every.second);
  });

  it('can name another reference, none, an overlong or an earlier one, or two', () => {
    const repeated = told({ paidBends: ['earlier-reference'] });
    expect(repeated.first.ersReference).toBe(repeated.earlier);
    const unnamed = told({ paidBends: ['no-reference'] }).first;
    expect([unnamed.ersReference, unnamed.receipt?.paymentReference]).toEqual([undefined, undefined]);
    expect(told({ paidBends: ['long-reference'] }).first.ersReference).toHaveLength(4_000);
    const two = told({ paidBends: ['receipt-reference'] }).first;
    expect(two.receipt?.paymentReference).not.toBe(two.ersReference);
  });

  it('can come without a receipt, or with one of another invoice, amount, currency or other rows', () => {
    const receipt = (...paidBends: Switches['paidBends']): unknown => told({ paidBends }).first.receipt;
    expect(receipt('no-receipt')).toBeUndefined();
    expect(receipt('other-invoice')).toMatchObject({ clientInvoiceId: 'another', invoice: { totalAmount: sek('149.00') } });
    expect(receipt('other-amount')).toMatchObject({ invoice: { totalAmount: sek('1.00') } });
    expect(receipt('other-currency')).toMatchObject({ invoice: { totalAmount: { currency: 'EUR', value: '149.00' } } });
    const rows = { invoiceRows: { invoiceRow: [{ itemTotalAmount: sek('149.00') }] } };
    expect(receipt('other-rows')).toMatchObject({ invoice: { totalAmount: sek('149.00'), ...rows } });
  });
});

describe('codes and references', () => {
  it('of an invoice can be overlong, foreign or missing', () => {
    const codeOf = (invoiceCode: Switches['invoiceCode']): string | undefined =>
      withSwitches({ invoiceCode }).world.call('sendInvoice', { context, invoice: invoiceOf('1.00') }).invoiceQRCode;
    expect(codeOf('published')).toMatch(/^HTTP:\/\/SEQR\.SE\/R\d{17}$/);
    expect(codeOf('overlong')).toMatch(/^HTTP:\/\/SEQR\.SE\/R\d{3984}$/);
    expect(codeOf('foreign')).toMatch(/^https:\/\/example\.com\//);
    expect(codeOf('none')).toBeUndefined();
  });

  it('can all have 4,000 signs, and are known by them', () => {
    const harness = withSwitches({ overlongReferences: true });
    const reference = paid(harness);
    const { ersReference } = harness.read(reference);
    const periodId = markTerminal(harness.world, TERMINAL);
    harness.world.advance(3_000);
    expect([reference, ersReference, periodId].map((each) => each?.length)).toEqual([4_000, 4_000, 4_000]);
    expect(rowsOf(harness.world, TERMINAL, periodId)).toEqual([['149.00', ersReference]]);
  });

  it.each([
    ['own', 'its own', 'its own'],
    ['none', 'none', 'its own'],
    ['payment', 'the payment’s', 'its own'],
    ['payment-booked', 'the payment’s', 'the payment’s'],
  ] as const)('of a refund: %s is answered as %s and listed as %s', (refundReference, answered, listed) => {
    const harness = withSwitches({ refundReference });
    const { ersReference: payment } = harness.read(paid(harness));
    const refund = harness.world.call('refundPayment', { context, ersReference: payment, invoice: invoiceOf('9.00') });
    const periodId = markTerminal(harness.world, TERMINAL);
    harness.world.advance(3_000);
    const row = rowsOf(harness.world, TERMINAL, periodId).find(([amount]) => amount === '-9.00');
    const word = (reference: string | undefined): string =>
      reference === undefined ? 'none' : reference === payment ? 'the payment’s' : 'its own';
    expect([refund.resultCode, word(refund.ersReference), word(row?.[1])]).toEqual([0, answered, listed]);
    const second = harness.world.call('refundPayment', { context, ersReference: payment, invoice: invoiceOf('140.01') });
    expect(second.resultCode).toBe(98);
  });
});

describe('a terminal that is lost', () => {
  it.each(LOST_CODES)('is answered %s for everything, whatever its password, for ever, and after a restore', (code) => {
    const harness = createHarness();
    const copy = harness.world.snapshot();
    harness.world.setLost(TERMINAL, code);
    harness.world.restore(copy);
    const codes = OPERATION_NAMES.filter((name) => name !== 'benchmarkingNop').map(
      (name) => harness.world.call(name, { context: terminalContext(TERMINAL, 'wrong'), invoiceVersion: 0 }).resultCode,
    );
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(harness.world.terminals()).toMatchObject([{ lostAs: code }]);
    harness.world.setLost(TERMINAL, null);
    expect(harness.read(harness.send()).resultCode).toBe(0);
  });

  it('keeps its SEQR id: 53 to a new assignment, until SEQR frees it', () => {
    const harness = createHarness();
    harness.world.setLost(TERMINAL, 29);
    const { terminalId } = harness.world.call('registerTerminal', {
      context: resellerContext(),
      externalTerminalId: 'x',
      password: 'secret',
    });
    const assign = (): number =>
      harness.world.call('assignSeqrId', { context: terminalContext(terminalId, 'secret'), seqrId: SEQR_ID }).resultCode;
    expect(assign()).toBe(53);
    expect([harness.world.freeSeqrId(SEQR_ID), harness.world.freeSeqrId(SEQR_ID)]).toEqual([true, false]);
    expect(assign()).toBe(0);
  });
});

describe('the time of the service', () => {
  it('is told otherwise than it runs: references, dates and periods follow, deadlines do not', () => {
    const harness = createHarness();
    const reference = paid(harness);
    expect(harness.world.shiftToldTime(-86_400_000)).toBe(true);
    expect(harness.world.toldMs()).toBe(Date.UTC(2026, 10, 22, 8, 0, 0));
    expect(harness.send()).toMatch(/^20261122/);
    expect(markTerminal(harness.world, TERMINAL)).toMatch(/^20261122090000/);
    harness.world.advance(19_999);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', receipt: { paymentDate: '2026-11-22T09:00:00.000+01:00' } });
    expect(harness.world.shiftToldTime(2 * 86_400_000)).toBe(true);
    expect(harness.send()).toMatch(/^20261124/);
  });

  it('can be put forward a hundred years and shifted by ten, and no further', () => {
    const harness = createHarness();
    const { world } = harness;
    const tenYears = 315_360_000_000;
    expect(Array.from({ length: 12 }, () => world.advance(tenYears)).filter(Boolean)).toHaveLength(10);
    expect([world.shiftToldTime(tenYears), world.shiftToldTime(tenYears)]).toEqual([true, false]);
    expect([harness.send(), world.overview().now]).toEqual([expect.stringMatching(/^2136/), expect.stringMatching(/^2126/)]);
  });

  it('is a date, whatever the computer’s clock or an old state file says', () => {
    const clockAt = (wallMs: number) => ({ monotonicMs: () => 0, wallMs: () => wallMs, after: () => () => undefined });
    for (const wallMs of [0, 253_402_300_800_000, 8.64e15]) {
      const world = createWorld({ clock: clockAt(wallMs) });
      expect(world.overview().now).toMatch(/^(2000|2100)-01-01/);
      const damaged = { ...world.snapshot(), advancedMs: 8.5e15, toldShiftMs: -8.5e15, takenAtMs: 8.6e15 };
      expect(createWorld({ clock: clockAt(wallMs), snapshot: damaged }).overview().now).toMatch(/^2\d{3}-/);
    }
  });
});
