import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { INVOICE_XML, TERMINAL, TERMINAL_CONTEXT_XML, envelope, invoiceOf, terminalContext } from '../testing/harness.ts';
import type { OverviewAnswer } from './answers.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ wsdl: '', clock: createVirtualClock() });
});
afterEach(() => simulator.stop());

const get = (path: string): Promise<Response> => fetch(simulator.url + path);
const overview = async (after = 0): Promise<OverviewAnswer> => (await (await get(`/api/overview?after=${after}`)).json()) as OverviewAnswer;
const soap = (operation: string, inner = ''): Promise<Response> =>
  fetch(simulator.soapUrl, { method: 'POST', body: envelope(operation, inner) });

describe('what the operator’s page asks for', () => {
  it('tells tills, stages and the clocks that run on them', async () => {
    const { world } = simulator;
    const context = terminalContext();
    const { invoiceReference = '' } = world.call('sendInvoice', { context, invoice: invoiceOf('149.00') });
    world.phone.scan(invoiceReference, 'dilara');
    expect((await overview()).invoices).toMatchObject([
      { stage: 'scanned', customer: 'Dilara Öz', version: 0, clock: { endsAt: '2026-11-23T08:10:00.000Z', lengthMs: 600_000 } },
    ]);
    world.phone.pay(invoiceReference);
    world.advance(5_000);
    const paid = await overview();
    const row = { stage: 'paid', acknowledged: false, clock: { endsAt: '2026-11-23T08:00:20.000Z', lengthMs: 20_000 } };
    expect(paid).toMatchObject({ now: '2026-11-23T08:00:05.000Z', terminals: [{ terminalId: TERMINAL, invoice: row }], invoices: [row] });
    expect(paid.ledger).toMatchObject([{ kind: 'debit', customerId: 'dilara' }]);
    world.call('getPaymentStatus', { context, invoiceReference, invoiceVersion: 0 });
    expect((await overview()).invoices).toMatchObject([{ stage: 'paid', acknowledged: true, clock: null }]);
  });

  it('tells every exchange once, in a line, and whole on request with the password masked', async () => {
    await soap('sendInvoice', TERMINAL_CONTEXT_XML + INVOICE_XML);
    await soap('nonsense');
    const { messages, lastMessage } = await overview();
    expect(messages).toMatchObject([
      {
        number: 1,
        operation: 'sendInvoice',
        caller: TERMINAL,
        reference: expect.stringMatching(/^\d{17}$/) as string,
        resultCode: 0,
        httpStatus: 200,
      },
      { number: 2, operation: null, caller: null, resultCode: null, httpStatus: 500 },
    ]);
    expect((await overview(lastMessage)).messages).toEqual([]);
    const whole = await (await get('/api/message?number=1')).text();
    expect(whole).toContain('<password>***</password>');
    expect(whole).not.toContain('12345678');
    expect([(await get('/api/message?number=9')).status, (await get('/api/message?number=x')).status]).toEqual([404, 400]);
  });

  it('tells all again to a page that knows of more than there is: the simulator was started afresh', async () => {
    await soap('benchmarkingNop');
    expect((await overview(700)).messages).toHaveLength(1);
  });

  it('stays small however much there is', async () => {
    const invoice = invoiceOf('1.00');
    for (let sent = 0; sent < 150; sent += 1) simulator.world.call('sendInvoice', { context: terminalContext(), invoice });
    const { invoices, counts } = await overview();
    expect([invoices.length, counts.invoices]).toEqual([100, 150]);
    expect(invoices[0]).toMatchObject({ stage: 'waiting' });
  });
});
