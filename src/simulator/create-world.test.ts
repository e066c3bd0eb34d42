import { describe, expect, it } from 'vitest';
import { SEQR_ID, createBench, invoiceOf, terminalContext } from './testing/bench.ts';
import { OPERATION_NAMES } from './wire/operations.ts';

describe('the world', () => {
  it('answers 0 to a no-operation, and speaks every other operation: none is answered 91', () => {
    const { world } = createBench();
    expect(world.call('benchmarkingNop', {})).toEqual({ resultCode: 0, resultDescription: 'SUCCESS' });
    expect(OPERATION_NAMES.map((operation) => world.call(operation, { invoiceVersion: 0 }).resultCode)).not.toContain(91);
  });

  it('rehearses without doing: no invoice, no acknowledgement, no reference used up', () => {
    const bench = createBench();
    const request = { context: terminalContext(), invoice: invoiceOf('1') };
    const before = bench.world.revision();
    const rehearsed = bench.world.rehearse('sendInvoice', request);
    expect(bench.world.revision()).toBe(before);
    expect(bench.world.invoices()).toEqual([]);
    expect(bench.world.call('sendInvoice', request)).toEqual(rehearsed);
    bench.payNow(rehearsed.invoiceReference ?? '');
    const read = { context: terminalContext(), invoiceReference: rehearsed.invoiceReference, invoiceVersion: 0 };
    expect(bench.world.rehearse('getPaymentStatus', read).status).toBe('PAID');
    bench.world.advance(20_000);
    expect(bench.world.call('getPaymentStatus', read).status).toBe('CANCELED');
  });

  it('gives the same references for the same seed and others for another', () => {
    const play = (seed: number): unknown => {
      const bench = createBench({ seed });
      bench.payNow(bench.send());
      return bench.world.invoices();
    };
    expect(play(7)).toEqual(play(7));
    expect(play(7)).not.toEqual(play(8));
  });

  it.each([
    ['keep', {}, 'keep', 'keep'],
    ['cancel', {}, 'cancel', 'keep'],
    ['keep', { reservedInvoices: 'cancel' }, 'cancel', 'cancel'],
    ['cancel', { reservedInvoices: 'keep' }, 'keep', 'keep'],
  ] as const)('that goes on from a state with %s, started with %j, has %s, and %s after a reset', (saved, options, goingOn, afterReset) => {
    const before = createBench({ reservedInvoices: saved });
    const { world } = createBench({ ...options, snapshot: before.world.snapshot() });
    const started = world.switches().reservedInvoices;
    world.reset();
    expect([started, world.switches().reservedInvoices]).toEqual([goingOn, afterReset]);
  });

  it('does not depend on how often somebody looks', () => {
    const play = (looks: number): unknown => {
      const bench = createBench();
      const reference = bench.send();
      bench.world.phone.scan(SEQR_ID);
      bench.world.phone.pay(reference, { bankMs: 1_000 });
      for (let i = 0; i < looks; i += 1) {
        bench.world.advance(60_000 / looks);
        bench.world.invoices();
      }
      return [bench.world.invoices(), bench.world.ledger()];
    };
    expect(play(1)).toEqual(play(60));
  });
});
