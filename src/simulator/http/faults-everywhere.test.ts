import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { TERMINAL_CONTEXT_XML, envelope, invoiceOf, terminalContext } from '../testing/harness.ts';
import { OPERATION_NAMES } from '../wire/operations.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ wsdl: '', clock: createVirtualClock() });
});
afterAll(() => simulator.stop());

const STATUSES: Readonly<Record<string, number | null>> = {
  drop: 0,
  silence: null,
  'http-503-html': 503,
  'html-200': 200,
  truncated: 200,
  'empty-200': 200,
  'wrong-operation': 200,
  'two-status': 200,
  'http-500-good-body': 500,
  'soap-fault': 500,
  redirect: 302,
  'result:93': 200,
  'delay:1': 200,
  'drip:0': 200,
};

/** The status of an answer, 0 when the connection was cut; null when nothing came until the client left. */
async function statusOf(document: string): Promise<number | null> {
  const patience = new AbortController();
  const answer = fetch(simulator.soapUrl, { method: 'POST', body: document, redirect: 'manual', signal: patience.signal }).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    () => (patience.signal.aborted ? null : 0),
  );
  if (simulator.faults.list()[0]?.kind.startsWith('silence') !== true) return answer;
  while (simulator.faults.list().length > 0) await messages();
  patience.abort();
  return answer;
}

async function post(path: string, body: object): Promise<void> {
  await fetch(simulator.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

interface Spoiled {
  readonly operation: string | null;
  readonly fault: string | null;
}

async function messages(): Promise<readonly Spoiled[]> {
  return (await (await fetch(`${simulator.url}/api/messages`)).json()) as readonly Spoiled[];
}

/** The exchange that a fault spoiled, as soon as it is in the log. */
async function messageAbout(operation: string, fault: string): Promise<Spoiled> {
  for (;;) {
    const found = (await messages()).find((message) => message.operation === operation && message.fault === fault);
    if (found) return found;
  }
}

describe('every fault', () => {
  it.each(Object.entries(STATUSES))('%s spoils every operation, before and after', async (kind, status) => {
    // A drip takes a millisecond a byte: two operations stand for all.
    const operations = kind.startsWith('drip') ? (['benchmarkingNop', 'refundPayment'] as const) : OPERATION_NAMES;
    const waits = /^(delay|drip)/.test(kind);
    for (const operation of operations) {
      for (const moment of ['before', 'after']) {
        await post('/api/faults', { operation, kind: `${kind}:${moment}` });
        expect([operation, await statusOf(envelope(operation, ''))]).toEqual([operation, status]);
        const processed = waits || moment === 'after';
        expect(await messageAbout(operation, `${kind}:${moment}`)).toMatchObject({ processed });
      }
    }
  });

  it.each(Object.entries(STATUSES).filter(([kind]) => !/^(delay|drip)/.test(kind)))(
    '%s spoils every operation at once, and it is processed late all the same',
    async (kind, status) => {
      for (const operation of OPERATION_NAMES) {
        await post('/api/faults', { operation, kind: `${kind}:late:15500` });
        expect([operation, await statusOf(envelope(operation, ''))]).toEqual([operation, status]);
        expect(await messageAbout(operation, `${kind}:late:15500`)).toMatchObject({ processed: true });
        expect(simulator.world.snapshot().lateCalls).toMatchObject([{ call: { operation } }]);
        simulator.world.advance(15_500);
        expect(simulator.world.snapshot().lateCalls).toEqual([]);
      }
    },
  );

  it('lets a commit happen late, in time for a read that comes after it', async () => {
    const { world } = simulator;
    const context = terminalContext();
    const invoice = invoiceOf('10.00', { paymentMode: 'RESERVATION_REQUIRED' });
    const { invoiceReference = '' } = world.call('sendInvoice', { context, invoice });
    world.phone.scan(invoiceReference);
    world.phone.pay(invoiceReference);
    await post('/api/faults', { operation: 'commitReservation', kind: 'result:94:late:500' });
    const asked = `${TERMINAL_CONTEXT_XML}<invoiceReference>${invoiceReference}</invoiceReference>`;
    expect(await statusOf(envelope('commitReservation', asked))).toBe(200);
    const read = (): string | undefined => world.call('getPaymentStatus', { context, invoiceReference, invoiceVersion: 0 }).status;
    expect(read()).toBe('RESERVED');
    world.advance(500);
    expect(read()).toBe('PAID');
  });

  it('lets a refund happen whose answer is lost, and none that was lost on the way', async () => {
    const { world } = simulator;
    world.reset();
    const context = terminalContext();
    const { invoiceReference = '' } = world.call('sendInvoice', { context, invoice: invoiceOf('10.00') });
    world.phone.scan(invoiceReference);
    world.phone.pay(invoiceReference);
    const { ersReference } = world.call('getPaymentStatus', { context, invoiceReference, invoiceVersion: 0 });
    const refund =
      `${TERMINAL_CONTEXT_XML}<ersReference>${ersReference ?? ''}</ersReference>` +
      '<invoice><totalAmount><currency>SEK</currency><value>4.00</value></totalAmount></invoice>';
    for (const [kind, keptMinor] of [
      ['drop:before', 1_000],
      ['drop:after', 600],
      ['truncated:after', 200],
      ['result:93', 200],
    ] as const) {
      await post('/api/faults', { operation: 'refundPayment', kind });
      await statusOf(envelope('refundPayment', refund));
      expect([kind, world.keptMinor()]).toEqual([kind, keptMinor]);
    }
  });
});
