import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { startSimulator } from './simulator.ts';
import type { Simulator } from './simulator.ts';
import { encodeState, saveState } from './state-file.ts';
import { invoiceOf, resellerContext, terminalContext } from './testing/harness.ts';
import type { ReturnOf } from './wire/operations.ts';
import type { WorldSnapshot } from './world/snapshot.ts';

const START_MS = Date.UTC(2026, 10, 23, 8, 0, 0);
let folder: string;
let stateFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  stateFile = join(folder, 'data', 'simulator.json');
});
afterEach(() => rm(folder, { recursive: true }));

const notices: string[] = [];
const startAt = (wallMs: number): Promise<Simulator> =>
  startSimulator({ wsdl: '', stateFile, clock: createVirtualClock(wallMs), onNotice: (sentence) => notices.push(sentence) });

function pay(simulator: Simulator): string {
  const context = terminalContext();
  const { invoiceReference = '' } = simulator.world.call('sendInvoice', { context, invoice: invoiceOf('149.00') });
  simulator.world.phone.scan(invoiceReference);
  simulator.world.phone.pay(invoiceReference);
  return invoiceReference;
}

const readAnswer = (simulator: Simulator, invoiceReference: string): ReturnOf<'getPaymentStatus'> =>
  simulator.world.call('getPaymentStatus', { context: terminalContext(), invoiceReference, invoiceVersion: 0 });
const read = (simulator: Simulator, invoiceReference: string): string | undefined => readAnswer(simulator, invoiceReference).status;

describe('a state file', () => {
  it('lets a second start find terminals, invoices, ledger and the next random number', async () => {
    const first = await startAt(START_MS);
    first.world.call('assignSeqrId', { context: terminalContext(), seqrId: 'ABC1' });
    pay(first);
    const before = first.world.snapshot();
    await first.stop();
    const second = await startAt(START_MS);
    expect(second.world.snapshot()).toEqual(before);
    expect(second.world.terminals()).toMatchObject([{ seqrId: 'ABC1' }]);
    await second.stop();
  });

  it('keeps balances, refunds, periods and switches', async () => {
    const first = await startAt(START_MS);
    const ersReference = readAnswer(first, pay(first)).ersReference ?? '';
    const invoice = invoiceOf('49.00');
    first.world.call('refundPayment', { context: terminalContext(), ersReference, invoice });
    first.world.call('markTransactionPeriod', { context: resellerContext() });
    first.world.setSwitches({ refundsInReports: false });
    first.world.setCustomer('bo', { allowsRefunds: false });
    const before = first.world.snapshot();
    await first.stop();
    const second = await startAt(START_MS);
    expect(second.world.snapshot()).toEqual(before);
    expect(second.world.customers()).toMatchObject([{ balance: { value: '999900.00' } }, { allowsRefunds: false }, {}, {}]);
    expect(second.world.switches().refundsInReports).toBe(false);
    await second.stop();
  });

  it('keeps cards, what a till is asked about, and a reservation with its time-out', async () => {
    const first = await startAt(START_MS);
    const context = terminalContext();
    first.world.phone.addCard({ id: 'CLUB', value: '4711', description: 'Club' }, 'dilara');
    const ask = {
      acknowledgmentMode: 'OPTIONAL_ACKNOWLEDGMENT',
      paymentMode: 'RESERVATION_REQUIRED',
      commitReservationTimeout: 60,
    } as const;
    const { invoiceReference = '' } = first.world.call('sendInvoice', { context, invoice: invoiceOf('500.00', ask) });
    first.world.phone.scan(invoiceReference, 'dilara');
    await first.stop();
    const second = await startAt(START_MS + 10_000);
    expect(readAnswer(second, invoiceReference)).toMatchObject({
      status: 'PENDING_ISSUER_ACKNOWLEDGE',
      customerTokens: { token: [{ id: 'CLUB', value: '4711', status: 0 }] },
    });
    second.world.call('updateInvoice', { context, invoiceReference, invoice: invoiceOf('450.00') });
    second.world.phone.pay(invoiceReference);
    await second.stop();
    const available = (simulator: Simulator): string | undefined =>
      simulator.world.customers().find((c) => c.id === 'dilara')?.available.value;
    const third = await startAt(START_MS + 69_999);
    expect([read(third, invoiceReference), available(third)]).toEqual(['RESERVED', '19550.00']);
    await third.stop();
    const fourth = await startAt(START_MS + 70_000);
    expect([read(fourth, invoiceReference), available(fourth)]).toEqual(['EXPIRED', '20000.00']);
    await fourth.stop();
  });

  it('written before there were cards and reservations is read: nobody is told of cards, and everybody’s bank reserves', async () => {
    const first = await startAt(START_MS);
    const reference = pay(first);
    const { invoices, customers = [], ...old } = first.world.snapshot();
    await first.stop();
    const without = <Thing extends object>(thing: Thing, ...names: readonly string[]): Thing =>
      Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name))) as Thing;
    await saveState(stateFile, {
      ...old,
      invoices: invoices.map((invoice) => without(invoice, 'customerTokens')),
      customers: customers.map((customer) => without(customer, 'allowsReservations', 'sharesUserId')),
    });
    const second = await startAt(START_MS);
    expect(readAnswer(second, reference)).toMatchObject({ status: 'PAID', version: 1 });
    expect(second.world.invoices()).toMatchObject([{ customerTokens: [] }]);
    expect(second.world.customers().map((c) => [c.allowsReservations, c.sharesUserId])).toEqual(Array(4).fill([true, false]));
    await second.stop();
  });

  it('written before there were customers is read: its payments are the default customer’s, and those that stand are in reports', async () => {
    const first = await startAt(START_MS);
    readAnswer(first, pay(first));
    pay(first);
    const { customers, switches, periods, reportLines, ledger, ...old } = first.world.snapshot();
    await first.stop();
    expect([customers, switches, periods].every((part) => part !== undefined)).toBe(true);
    const unknownThen = ['customerId', 'paymentReference'];
    const withoutThem = (key: string, value: unknown): unknown => (unknownThen.includes(key) ? undefined : value);
    const oldLedger = JSON.parse(JSON.stringify(ledger, withoutThem)) as WorldSnapshot['ledger'];
    await writeFile(stateFile, encodeState({ ...old, ledger: oldLedger }));
    const second = await startAt(START_MS);
    expect(second.world.snapshot()).toMatchObject({ ledger, reportLines });
    expect(second.world.customers()).toHaveLength(4);
    await second.stop();
  });

  it('carries the 20 seconds over a restart by the wall clock', async () => {
    for (const [pauseMs, status] of [
      [19_999, 'PAID'],
      [20_000, 'CANCELED'],
    ] as const) {
      const first = await startAt(START_MS);
      const reference = pay(first);
      await first.stop();
      const second = await startAt(START_MS + pauseMs);
      expect(read(second, reference)).toBe(status);
      await second.stop();
      await rm(stateFile);
    }
  });

  it('does not go back in time with the wall clock, and keeps what was put forward', async () => {
    const first = await startAt(START_MS);
    first.world.advance(60_000);
    const reference = pay(first);
    await first.stop();
    const second = await startAt(START_MS - 3_600_000);
    expect(second.world.nowMs()).toBe(START_MS + 60_000);
    second.world.advance(19_999);
    expect(read(second, reference)).toBe('PAID');
    await second.stop();
  });

  it('is saved soon after a change, in one piece', async () => {
    const clock = createVirtualClock(START_MS);
    const simulator = await startSimulator({ wsdl: '', stateFile, clock });
    await fetch(`${simulator.url}/api/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advanceMs":5}' });
    await clock.advance(50);
    await simulator.stop();
    expect(JSON.parse((await readFile(stateFile, 'utf8')).split('\n')[1] ?? '')).toMatchObject({ advancedMs: 5 });
    expect(await readdir(join(folder, 'data'))).toEqual(['simulator.json']);
  });

  it('of a newer Kassa is refused, and not touched', async () => {
    const first = await startAt(START_MS);
    pay(first);
    await first.stop();
    const newer = (await readFile(stateFile, 'utf8')).replace('"version":1', '"version":2');
    await writeFile(stateFile, newer);
    await expect(startAt(START_MS)).rejects.toThrow(
      expect.objectContaining({ newer: { file: 'simulator.json', found: 2, known: 1 } }) as Error,
    );
    expect(await readFile(stateFile, 'utf8')).toBe(newer);
    expect(await readdir(join(folder, 'data'))).toEqual(['simulator.json']);
  });

  it.each([
    ['empty', () => ''],
    ['cut off', (text: string) => text.slice(0, -10)],
    ['changed', (text: string) => text.replace('14900', '14901')],
    ['something else', () => '{"hello":1}\n{}'],
    ['no state, though its sum is right', () => encodeState({ hello: 1 } as unknown as WorldSnapshot)],
  ])('that is %s is set aside, said so, and the simulator starts afresh', async (_, damage) => {
    const first = await startAt(START_MS);
    pay(first);
    await first.stop();
    await writeFile(stateFile, damage(await readFile(stateFile, 'utf8')));
    const second = await startAt(START_MS);
    expect(second.world.invoices()).toEqual([]);
    expect(notices.pop()).toContain(`${stateFile}.damaged-${START_MS}`);
    await second.stop();
    expect((await readdir(join(folder, 'data'))).sort()).toEqual(['simulator.json', `simulator.json.damaged-${START_MS}`]);
  });
});
