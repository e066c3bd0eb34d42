import { describe, expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';

const balanceOf = (harness: Harness, id: string): string | undefined => harness.world.customers().find((c) => c.id === id)?.balance.value;

describe('a customer', () => {
  it('is the one who scanned: the receipt names the phone, the ledger the customer, and the money leaves that account', () => {
    const harness = createHarness();
    const reference = harness.send(invoiceOf('149.00'));
    harness.world.phone.scan(SEQR_ID, 'dilara');
    harness.world.phone.pay(reference);
    const dilara = harness.world.customers().find((c) => c.id === 'dilara');
    expect(harness.read(reference).receipt?.payerTerminalId).toBe(dilara?.payerTerminalId);
    expect(harness.world.ledger()).toMatchObject([{ kind: 'debit', customerId: 'dilara' }]);
    expect(balanceOf(harness, 'dilara')).toBe('19851.00');
    expect(balanceOf(harness, 'astrid')).toBe('1000000.00');
  });

  it('gets the money back when nobody asks for 20 seconds', () => {
    const harness = createHarness();
    harness.payNow(harness.send());
    expect(balanceOf(harness, 'astrid')).toBe('999851.00');
    harness.world.advance(20_000);
    expect(balanceOf(harness, 'astrid')).toBe('1000000.00');
  });

  it('cannot pay more than the account holds: the bank declines, and nothing moves', () => {
    const harness = createHarness();
    const tooMuch = harness.send(invoiceOf('250.01'));
    harness.world.phone.scan(SEQR_ID, 'bo');
    expect(harness.world.phone.pay(tooMuch)).toEqual({ ok: true, value: 'FAILED' });
    expect(harness.read(tooMuch)).toMatchObject({ status: 'FAILED', version: 1 });
    const all = harness.send(invoiceOf('250.00'));
    harness.world.phone.scan(SEQR_ID, 'bo');
    expect(harness.world.phone.pay(all)).toEqual({ ok: true, value: 'PAID' });
    expect(balanceOf(harness, 'bo')).toBe('0.00');
    expect(harness.world.ledger()).toHaveLength(1);
  });

  it('must be known to scan', () => {
    const harness = createHarness();
    harness.send();
    expect(harness.world.phone.scan(SEQR_ID, 'nobody')).toMatchObject({ ok: false, reason: 'unknownCustomer' });
  });
});

describe('the account on a phone', () => {
  it('tells the balance and the latest movements first, with signs as they change it, of its own customer only', () => {
    const harness = createHarness();
    const reference = harness.send(invoiceOf('149.00'));
    harness.payNow(reference);
    const { ersReference } = harness.read(reference);
    harness.world.call('refundPayment', { context: terminalContext(), ersReference, invoice: invoiceOf('49.00') });
    expect(harness.world.phone.account()).toMatchObject({
      ok: true,
      value: {
        name: 'Astrid Lind',
        balance: { currency: 'SEK', value: '999900.00' },
        reserved: { value: '0.00' },
        movements: [
          { kind: 'refund', shop: 'Public test shop', amount: { value: '49.00' } },
          { kind: 'debit', shop: 'Public test shop', amount: { value: '-149.00' }, ersReference },
        ],
      },
    });
    expect(harness.world.phone.account('bo')).toMatchObject({ ok: true, value: { movements: [] } });
    expect(harness.world.phone.account('nobody')).toMatchObject({ ok: false, reason: 'unknownCustomer' });
  });
});
