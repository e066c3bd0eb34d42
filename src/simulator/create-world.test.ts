import { describe, expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, terminalContext } from './testing/harness.ts';
import { OPERATION_NAMES } from './wire/operations.ts';

describe('the world', () => {
  it('answers 0 to a no-operation, and speaks every other operation: none is answered 91', () => {
    const { world } = createHarness();
    expect(world.call('benchmarkingNop', {})).toEqual({ resultCode: 0, resultDescription: 'SUCCESS' });
    expect(OPERATION_NAMES.map((operation) => world.call(operation, { invoiceVersion: 0 }).resultCode)).not.toContain(91);
  });

  it('rehearses without doing: no invoice, no acknowledgement, no reference used up', () => {
    const harness = createHarness();
    const request = { context: terminalContext(), invoice: invoiceOf('1') };
    const before = harness.world.revision();
    const rehearsed = harness.world.rehearse('sendInvoice', request);
    expect(harness.world.revision()).toBe(before);
    expect(harness.world.invoices()).toEqual([]);
    expect(harness.world.call('sendInvoice', request)).toEqual(rehearsed);
    harness.payNow(rehearsed.invoiceReference ?? '');
    const read = { context: terminalContext(), invoiceReference: rehearsed.invoiceReference, invoiceVersion: 0 };
    expect(harness.world.rehearse('getPaymentStatus', read).status).toBe('PAID');
    harness.world.advance(20_000);
    expect(harness.world.call('getPaymentStatus', read).status).toBe('CANCELED');
  });

  it('gives the same references for the same seed and others for another', () => {
    const play = (seed: number): unknown => {
      const harness = createHarness({ seed });
      harness.payNow(harness.send());
      return harness.world.invoices();
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
    const before = createHarness({ reservedInvoices: saved });
    const { world } = createHarness({ ...options, snapshot: before.world.snapshot() });
    const started = world.switches().reservedInvoices;
    world.reset();
    expect([started, world.switches().reservedInvoices]).toEqual([goingOn, afterReset]);
  });

  it('does not depend on how often somebody looks', () => {
    const play = (looks: number): unknown => {
      const harness = createHarness();
      const reference = harness.send();
      harness.world.phone.scan(SEQR_ID);
      harness.world.phone.pay(reference, { bankMs: 1_000 });
      for (let i = 0; i < looks; i += 1) {
        harness.world.advance(60_000 / looks);
        harness.world.invoices();
      }
      return [harness.world.invoices(), harness.world.ledger()];
    };
    expect(play(1)).toEqual(play(60));
  });
});
