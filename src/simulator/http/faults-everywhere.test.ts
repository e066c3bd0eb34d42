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

const STATUSES: Readonly<Record<string, number>> = {
  drop: 0,
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

/** The status of an answer, 0 when the connection was cut. */
async function statusOf(document: string): Promise<number> {
  try {
    const response = await fetch(simulator.soapUrl, { method: 'POST', body: document, redirect: 'manual' });
    await response.text();
    return response.status;
  } catch {
    return 0;
  }
}

async function post(path: string, body: object): Promise<void> {
  await fetch(simulator.url + path, { method: 'POST', body: JSON.stringify(body) });
}

async function latestMessage(): Promise<unknown> {
  const messages = (await (await fetch(`${simulator.url}/api/messages`)).json()) as unknown[];
  return messages.at(-1);
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
        expect(await latestMessage()).toMatchObject({ operation, fault: `${kind}:${moment}`, processed });
      }
    }
  });

  it('lets a refund happen whose answer is lost, and none that was lost on the way', async () => {
    const { world } = simulator;
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
