import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { parseCliOptions } from '../cli-options.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { INVOICE_XML, TERMINAL, TERMINAL_CONTEXT_XML, envelope } from '../testing/harness.ts';
import { DEFAULT_SWITCHES } from '../world/switches.ts';
import type { Switches } from '../world/switches.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ wsdl: '', clock: createVirtualClock() });
});
afterEach(() => simulator.stop());

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

async function api(method: string, path: string, body?: object): Promise<Reply> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${simulator.url}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: await answer.json() };
}

const soap = async (operation: string, inner: string): Promise<string> =>
  (await fetch(simulator.soapUrl, { method: 'POST', body: envelope(operation, TERMINAL_CONTEXT_XML + inner) })).text();
const part = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)<`).exec(xml)?.[1] ?? '';
const send = async (): Promise<string> => part(await soap('sendInvoice', INVOICE_XML), 'invoiceReference');
const named = (reference: string): string => `<invoiceReference>${reference}</invoiceReference>`;
const read = (reference: string): Promise<string> => soap('getPaymentStatus', named(reference));
const status = async (reference: string): Promise<string> => part(await read(reference), 'status');
const paid = async (): Promise<string> => {
  const reference = await send();
  simulator.world.phone.scan(reference);
  simulator.world.phone.pay(reference);
  return reference;
};

/** Each switch with a value that is not its default. */
const OTHERWISE: Switches = {
  resellersWithoutRefunds: ['hml'],
  reportShape: 'swapped',
  refundsInReports: false,
  reservedInvoices: 'cancel',
  bookedLate: { refund: { ms: 60_000, periods: 2 }, commit: { ms: 1, periods: 0 } },
  unreadInReports: 'reversed-by-a-row',
  refused: { cancelInvoice: 94, executeReport: 2 },
  reservedInPassingMs: 1_500,
  afterPaid: 58,
  endedReads: 'code',
  paidBends: ['other-reference', 'no-receipt'],
  paidReads: 'from-second',
  invoiceCode: 'overlong',
  overlongReferences: true,
  refundReference: 'payment',
};

describe('the switches over the socket', () => {
  it.each(Object.keys(OTHERWISE) as readonly (keyof Switches)[])(
    '%s is set by its name, alone, kept in the state, and put back on reset',
    async (name) => {
      const expected = { ...DEFAULT_SWITCHES, [name]: OTHERWISE[name] };
      expect(await api('POST', '/switches', { [name]: OTHERWISE[name] })).toEqual({ status: 200, body: expected });
      expect(simulator.world.snapshot().switches).toEqual(expected);
      await api('POST', '/reset');
      expect((await api('GET', '/switches')).body).toEqual(DEFAULT_SWITCHES);
    },
  );

  it.each([
    [{ unknown: true }],
    [{ bookedLate: { sale: { ms: 1 } } }],
    [{ bookedLate: { refund: 5 } }],
    [{ bookedLate: { refund: { periods: -1 } } }],
    [{ refused: { pay: 90 } }],
    [{ refused: { cancelInvoice: '90' } }],
    [{ reservedInPassingMs: 600_001 }],
    [{ afterPaid: 'PAID' }],
    [{ afterPaid: -1 }],
    [{ paidBends: ['other-money'] }],
    [{ paidBends: 'other-rows' }],
    [{ invoiceCode: 'long' }],
  ])('answers 400 with a sentence to %j, and changes nothing', async (switches) => {
    const reply = await api('POST', '/switches', switches);
    expect(reply).toMatchObject({ status: 400, body: { error: expect.stringMatching(/\.$/) as unknown } });
    expect(simulator.world.switches()).toEqual(DEFAULT_SWITCHES);
  });

  it('can be chosen at the start, and are then what a reset goes back to', async () => {
    const started = parseCliOptions(['--switches', JSON.stringify(OTHERWISE), '--reserved', 'keep']);
    const switches = started.kind === 'run' ? started.settings : {};
    await simulator.stop();
    simulator = await startSimulator({ wsdl: '', clock: createVirtualClock(), ...switches });
    await api('POST', '/switches', DEFAULT_SWITCHES);
    await api('POST', '/reset');
    expect(simulator.world.switches()).toEqual({ ...OTHERWISE, reservedInvoices: 'keep' });
    expect(parseCliOptions(['--switches', '{"x":1}'])).toEqual({ kind: 'wrong', message: '--switches: There is no switch "x".' });
    expect(parseCliOptions(['--switches', '{'])).toMatchObject({ kind: 'wrong' });
  });

  it('are what a till is answered by', async () => {
    await api('POST', '/switches', { refused: { cancelInvoice: 51 }, invoiceCode: 'none', afterPaid: 54 });
    const sent = await soap('sendInvoice', INVOICE_XML);
    expect(sent).not.toContain('invoiceQRCode');
    expect(part(await soap('cancelInvoice', named(part(sent, 'invoiceReference'))), 'resultCode')).toBe('51');
    const reference = await paid();
    expect([part(await read(reference), 'status'), part(await read(reference), 'resultCode')]).toEqual(['PAID', '54']);
  });
});

describe('what contradicts itself, over the socket', () => {
  it('is restored to a copy, all of it or one invoice', async () => {
    const first = await send();
    expect(await api('POST', '/copies', { name: 'morning' })).toEqual({
      status: 200,
      body: [{ name: 'morning', at: '2026-11-23T08:00:00.000Z' }],
    });
    await soap('cancelInvoice', named(first));
    const second = await send();
    expect(await status(first)).toBe('CANCELED');
    expect(await api('POST', '/restore', { name: 'morning', invoiceReference: first })).toEqual({ status: 200, body: {} });
    expect([await status(first), await status(second)]).toEqual(['ISSUED', 'ISSUED']);
    await api('POST', '/restore', { name: 'morning' });
    expect(part(await read(second), 'resultCode')).toBe('54');
    expect((await api('POST', '/restore', { name: 'evening' })).status).toBe(404);
    expect((await api('POST', '/restore', { name: 'morning', invoiceReference: second })).status).toBe(404);
    await api('POST', '/reset');
    expect((await api('GET', '/copies')).body).toEqual([]);
  });

  it('lowers versions, and takes a payment back', async () => {
    const reference = await paid();
    expect(part(await read(reference), 'version')).toBe('1');
    await api('POST', '/versions', { lowerBy: 1, invoiceReference: reference });
    expect(part(await read(reference), 'version')).toBe('0');
    expect((await api('POST', '/versions', { lowerBy: 1, invoiceReference: 'none' })).status).toBe(404);
    expect((await api('POST', '/take-back', { invoiceReference: reference })).status).toBe(200);
    expect([await status(reference), simulator.world.keptMinor()]).toEqual(['CANCELED', 0]);
    expect((await api('POST', '/take-back', { invoiceReference: reference })).status).toBe(409);
  });

  it('loses a terminal whose id stays taken until it is freed', async () => {
    await soap('assignSeqrId', '<seqrId>ABC</seqrId>');
    expect((await api('POST', '/lose', { terminalId: TERMINAL, code: 29 })).status).toBe(200);
    expect(part(await read('1'), 'resultCode')).toBe('29');
    expect((await api('GET', '/terminals')).body).toMatchObject([{ seqrId: 'ABC', lostAs: 29 }]);
    expect((await api('POST', '/lose', { terminalId: TERMINAL, code: 90 })).status).toBe(400);
    expect([(await api('POST', '/free', { seqrId: 'abc' })).status, (await api('POST', '/free', { seqrId: 'abc' })).status]).toEqual([
      200, 404,
    ]);
    await api('POST', '/lose', { terminalId: TERMINAL, code: null });
    expect(part(await read('1'), 'resultCode')).toBe('54');
  });
});

describe('the clock over the socket', () => {
  const date = async (): Promise<string | null> =>
    (await fetch(simulator.soapUrl, { method: 'POST', body: envelope('benchmarkingNop', '') })).headers.get('date');

  it('is in the header of every answer, put forward and shifted', async () => {
    expect(await date()).toBe('Mon, 23 Nov 2026 08:00:00 GMT');
    await api('POST', '/clock', { advanceMs: 60_000 });
    expect(await api('POST', '/clock', { shiftToldMs: -3_600_000 })).toEqual({
      status: 200,
      body: { now: '2026-11-23T08:01:00.000Z', told: '2026-11-23T07:01:00.000Z' },
    });
    expect(await date()).toBe('Mon, 23 Nov 2026 07:01:00 GMT');
    expect((await fetch(`${simulator.url}/nothing`)).headers.get('date')).toBe('Mon, 23 Nov 2026 07:01:00 GMT');
    expect((await api('POST', '/clock', { shiftToldMs: 1, advanceMs: 1 })).status).toBe(400);
  });

  it('cannot be put to a time that is none', async () => {
    const tenYears = 315_360_000_000;
    const statuses: number[] = [];
    for (let asked = 0; asked < 12; asked += 1) statuses.push((await api('POST', '/clock', { advanceMs: tenYears })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 409, 409]);
    expect((await api('POST', '/clock', { shiftToldMs: tenYears })).status).toBe(200);
    expect((await api('POST', '/clock', { shiftToldMs: tenYears })).status).toBe(409);
    expect((await api('GET', '/overview')).status).toBe(200);
    expect(await date()).toMatch(/2136 /);
  });
});
