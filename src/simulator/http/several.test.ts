import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { envelope } from '../testing/harness.ts';
import type { CustomerView, InvoiceView } from '../world/views.ts';

/** Tills and phones over the socket, all at once. */
let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ wsdl: '', clock: createVirtualClock() });
});
afterEach(() => simulator.stop());

const CUSTOMERS = ['astrid', 'bo', 'chandra', 'dilara'] as const;

const contextOf = (type: string, id: string, password: string, userId = ''): string =>
  `<context><clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId><id>${id}</id><type>${type}</type>${userId}</initiatorPrincipalId>` +
  `<password>${password}</password></context>`;
const total = (kronor: number): string => `<totalAmount><currency>SEK</currency><value>${kronor}.00</value></totalAmount>`;

async function soap(operation: string, inner: string): Promise<string> {
  const answer = await fetch(simulator.soapUrl, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: envelope(operation, inner),
  });
  return answer.text();
}

async function api(path: string, body?: object): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await fetch(
    simulator.url + path,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  return { status: answer.status, body: await answer.json() };
}

const invoices = async (): Promise<readonly InvoiceView[]> => (await api('/api/invoices')).body as readonly InvoiceView[];
const part = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)<`).exec(xml)?.[1] ?? '';

/** A till of its own: what it sends goes with its own terminal. */
async function openTill(name: string): Promise<{ readonly seqrId: string; send(operation: string, inner: string): Promise<string> }> {
  const reseller = contextOf('RESELLERUSER', 'public_test_shop', '1234', '<userId>9900</userId>');
  const registered = await soap(
    'registerTerminal',
    `${reseller}<externalTerminalId>${name}</externalTerminalId><password>secret</password><name>${name}</name>`,
  );
  const context = contextOf('TERMINALID', part(registered, 'terminalId'), 'secret');
  const seqrId = `SEVERAL${name}`;
  await soap('assignSeqrId', `${context}<seqrId>${seqrId}</seqrId>`);
  return { seqrId, send: (operation, inner) => soap(operation, context + inner) };
}

describe('several tills and phones at once', () => {
  it('each pay their own invoice with their own money, and a till reads only its own', async () => {
    const references = await Promise.all(
      CUSTOMERS.map(async (customerId, index) => {
        const till = await openTill(String(index));
        const kronor = 100 + index;
        const invoice = `<invoice><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>${total(kronor)}</invoice>`;
        const reference = part(await till.send('sendInvoice', invoice), 'invoiceReference');
        const scanned = await api('/api/phone/scan', { code: till.seqrId, customerId });
        expect(scanned.body).toMatchObject({ invoiceReference: reference });
        expect(await api('/api/phone/pay', { invoiceReference: reference })).toMatchObject({ status: 200, body: { status: 'PAID' } });
        const read = await till.send(
          'getPaymentStatus',
          `<invoiceReference>${reference}</invoiceReference><invoiceVersion>0</invoiceVersion>`,
        );
        expect([part(read, 'status'), part(read, 'value')]).toEqual(['PAID', `${kronor}.00`]);
        return reference;
      }),
    );
    expect(new Set(references).size).toBe(CUSTOMERS.length);
    expect((await invoices()).map((invoice) => invoice.status)).toEqual(CUSTOMERS.map(() => 'PAID'));
    const customers = (await api('/api/customers')).body as readonly CustomerView[];
    expect(customers.map((customer) => customer.balance.value)).toEqual(['999900.00', '149.00', '4898.00', '19897.00']);
  });

  it('do not get in each other’s way: a held phone here, a tab there, and a second phone is refused with 409', async () => {
    const [first, second] = [await openTill('1'), await openTill('2')];
    await api('/api/phone/cards/add', { customerId: 'dilara', id: 'CLUB', value: '1', description: 'Club' });
    const asking = `<invoice><acknowledgmentMode>OPTIONAL_ACKNOWLEDGMENT</acknowledgmentMode>${total(50)}</invoice>`;
    const held = part(await first.send('sendInvoice', asking), 'invoiceReference');
    const tab = `<invoice><paymentMode>RESERVATION_REQUIRED</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>${total(500)}</invoice>`;
    const reserved = part(await second.send('sendInvoice', tab), 'invoiceReference');
    await api('/api/phone/scan', { code: first.seqrId, customerId: 'dilara' });
    await api('/api/phone/scan', { code: second.seqrId, customerId: 'chandra' });
    await api('/api/phone/pay', { invoiceReference: reserved });
    expect(await api('/api/phone/scan', { code: first.seqrId, customerId: 'bo' })).toEqual({
      status: 409,
      body: { reason: 'takenByAnother', error: 'Another customer has scanned this invoice.' },
    });
    expect((await invoices()).map((i) => [i.invoiceReference, i.status, i.reserved?.amount.value])).toEqual([
      [held, 'PENDING_ISSUER_ACKNOWLEDGE', undefined],
      [reserved, 'RESERVED', '500.00'],
    ]);
    const reference = (of: string): string => `<invoiceReference>${of}</invoiceReference>`;
    const answer = '<tokens><description>Club</description><id>CLUB</id><status>1</status><value>1</value></tokens>';
    expect(part(await first.send('updateInvoice', `${reference(held)}<invoice>${total(45)}</invoice>${answer}`), 'resultCode')).toBe('0');
    await api('/api/phone/pay', { invoiceReference: held });
    const amount = '<amount><currency>SEK</currency><value>320.00</value></amount>';
    expect(part(await second.send('commitReservation', amount + reference(reserved)), 'resultCode')).toBe('0');
    expect(await api('/api/ledger')).toMatchObject({
      body: [
        { customerId: 'dilara', amount: { value: '45.00' } },
        { customerId: 'chandra', amount: { value: '320.00' } },
      ],
    });
  });
});
