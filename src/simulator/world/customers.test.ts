import { describe, expect, it } from 'vitest';
import { SEQR_ID, createBench, invoiceOf, terminalContext } from '../testing/bench.ts';
import type { Bench } from '../testing/bench.ts';

const balanceOf = (bench: Bench, id: string): string | undefined => bench.world.customers().find((c) => c.id === id)?.balance.value;

describe('a customer', () => {
  it('is the one who scanned: the receipt names the phone, the ledger the customer, and the money leaves that account', () => {
    const bench = createBench();
    const reference = bench.send(invoiceOf('149.00'));
    bench.world.phone.scan(SEQR_ID, 'dilara');
    bench.world.phone.pay(reference);
    const dilara = bench.world.customers().find((c) => c.id === 'dilara');
    expect(bench.read(reference).receipt?.payerTerminalId).toBe(dilara?.payerTerminalId);
    expect(bench.world.ledger()).toMatchObject([{ kind: 'debit', customerId: 'dilara' }]);
    expect(balanceOf(bench, 'dilara')).toBe('19851.00');
    expect(balanceOf(bench, 'astrid')).toBe('1000000.00');
  });

  it('gets the money back when nobody asks for 20 seconds', () => {
    const bench = createBench();
    bench.payNow(bench.send());
    expect(balanceOf(bench, 'astrid')).toBe('999851.00');
    bench.world.advance(20_000);
    expect(balanceOf(bench, 'astrid')).toBe('1000000.00');
  });

  it('cannot pay more than the account holds: the bank declines, and nothing moves', () => {
    const bench = createBench();
    const tooMuch = bench.send(invoiceOf('250.01'));
    bench.world.phone.scan(SEQR_ID, 'bo');
    expect(bench.world.phone.pay(tooMuch)).toEqual({ ok: true, value: 'FAILED' });
    expect(bench.read(tooMuch)).toMatchObject({ status: 'FAILED', version: 1 });
    const all = bench.send(invoiceOf('250.00'));
    bench.world.phone.scan(SEQR_ID, 'bo');
    expect(bench.world.phone.pay(all)).toEqual({ ok: true, value: 'PAID' });
    expect(balanceOf(bench, 'bo')).toBe('0.00');
    expect(bench.world.ledger()).toHaveLength(1);
  });

  it('must be known to scan', () => {
    const bench = createBench();
    bench.send();
    expect(bench.world.phone.scan(SEQR_ID, 'nobody')).toMatchObject({ ok: false, reason: 'unknownCustomer' });
  });
});

describe('the account on a phone', () => {
  it('tells the balance and the latest movements first, with signs as they change it, of its own customer only', () => {
    const bench = createBench();
    const reference = bench.send(invoiceOf('149.00'));
    bench.payNow(reference);
    const { ersReference } = bench.read(reference);
    bench.world.call('refundPayment', { context: terminalContext(), ersReference, invoice: invoiceOf('49.00') });
    expect(bench.world.phone.account()).toMatchObject({
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
    expect(bench.world.phone.account('bo')).toMatchObject({ ok: true, value: { movements: [] } });
    expect(bench.world.phone.account('nobody')).toMatchObject({ ok: false, reason: 'unknownCustomer' });
  });
});
