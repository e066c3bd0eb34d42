import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../contract/snapshot.ts';
import { parseFault } from '../simulator/testing/index.ts';
import { createQuickClock } from './testing/quick-clock.ts';
import { createTillHarness, mustDo, startPractising } from './testing/till-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

/** The till's waits go by this much faster than the wire's. */
const HASTE = 10;

let harness: TillHarness;
beforeEach(async () => {
  harness = await createTillHarness(createQuickClock(HASTE));
});
afterEach(() => harness.close());

const kind = (snapshot: Snapshot): string | undefined => snapshot.payment?.screen.kind;
const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) as unknown });

async function practising(): Promise<void> {
  await startPractising(harness);
}

async function charge(): Promise<void> {
  expect(await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision })).toEqual({ ok: true });
  await harness.until((snapshot) => kind(snapshot) === 'waiting');
}

function pay(): void {
  const seqrId = harness.till().snapshot().setup.seqrId ?? '';
  const scan = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${seqrId}`);
  if (!scan.ok) throw new Error(scan.error);
  harness.simulator.world.phone.pay(scan.value.invoiceReference);
}

describe('a till in practice', () => {
  test('sells: two clicks, a row, a charge, a payment, a receipt at SEQR', async () => {
    await practising();
    await harness.ask({ kind: 'sale.scan', code: '0400000001067' });
    await harness.ask({ kind: 'sale.addAmount', minor: 1_250 });
    await charge();
    pay();
    const paid = await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(paid.payment?.screen).toMatchObject({ receiptNumber: 1, recorded: true });
    expect(paid.sale.sale.rows).toEqual([]);
    const submitted = await harness.until((snapshot) => snapshot.receiptsToSubmit === 0);
    expect(submitted.lastReceipt).toMatchObject({ number: 1, total: { minor: 5_750, currency: 'SEK' } });
    const [ledger] = harness.simulator.world.ledger();
    const [row] = await harness.till().call('journal', '57.50');
    expect(row?.ersReference).toBe(ledger?.ersReference);
    expect(harness.simulator.world.receipts()).toHaveLength(1);
  });

  test('says of the last payment what is true now, and not what it was when somebody checked (PF-11)', async () => {
    const ofPayments = () =>
      harness
        .till()
        .snapshot()
        .health.find(({ check }) => check === 'attempts')?.state;
    await practising();
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    await charge();
    await harness.ask({ kind: 'health.check' });
    await harness.until(({ health }) => health.every(({ state }) => state !== 'checking'));
    expect(ofPayments()).toBe('bad');
    pay();
    await harness.until(() => harness.till().quitWarning() === null);
    expect(ofPayments()).toBe('good');
  });

  test('puts a reference that SEQR tells later than PAID on the receipt, and sends the receipt under it (PF-08)', async () => {
    await practising();
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    await charge();
    const { world } = harness.simulator;
    const call = world.call.bind(world);
    let unnamed = 2;
    vi.spyOn(world, 'call').mockImplementation((operation, request) => {
      const given = call(operation, request);
      if (!('status' in given) || given.status !== 'PAID' || unnamed === 0) return given;
      unnamed -= 1;
      return { ...given, ersReference: undefined, receipt: undefined };
    });
    pay();
    const paid = await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(paid.payment?.screen).toMatchObject({ receiptNumber: 1, lastSix: null });
    await harness.until((snapshot) => snapshot.receiptsToSubmit === 0 && harness.till().quitWarning() === null);
    const [ledger] = world.ledger();
    expect((await harness.till().call('receipt', 1))?.tenders).toMatchObject([{ ersReference: ledger?.ersReference }]);
    expect(world.receipts()).toMatchObject([{ ersReference: ledger?.ersReference }]);
  });

  test('keeps the open sale and the attempt over a restart, and never charges by itself (invariant 6)', async () => {
    await practising();
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    await harness.restart();
    expect(harness.till().snapshot().sale.figures.total.minor).toBe(9_900);
    await charge();
    await harness.restart();
    pay();
    const paid = await harness.until((snapshot) => kind(snapshot) === 'paid');
    expect(paid.payment?.screen).toMatchObject({ afterRestart: true, receiptNumber: 1 });
    expect(harness.simulator.world.invoices()).toHaveLength(1);
  });

  test('refuses to change a sale that is being paid, to charge it twice, and to touch the terminal meanwhile', async () => {
    await practising();
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    const { revision } = harness.till().snapshot().sale;
    await charge();
    expect(await harness.ask({ kind: 'sale.addAmount', minor: 100 })).toEqual(refusal('sale.locked'));
    expect(await harness.ask({ kind: 'sale.charge', revision })).toEqual(refusal('stale'));
    expect(await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision })).toEqual(refusal('payment.open'));
    expect(await harness.ask({ kind: 'terminal.unregister', pin: '4711' })).toEqual(refusal('terminal.attempt-open'));
    expect(await harness.ask({ kind: 'setup.leavePractice' })).toEqual(refusal('terminal.attempt-open'));
    expect(harness.till().quitWarning()).toBe('payment-open');
  });

  test('stops offering SEQR while it refuses the terminal, and offers it again once it is accepted (PF-21)', async () => {
    await practising();
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    const { terminalId } = harness.till().snapshot().setup.terminal;
    harness.simulator.world.setBlocked(terminalId ?? '', true);
    await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
    const refused = await harness.until((snapshot) => kind(snapshot) === 'refused');
    expect(refused.payment?.screen).toMatchObject({ resultCode: 33, registration: true });
    const shown = () => {
      const { payment } = harness.till().snapshot();
      return { attemptId: payment?.attemptId ?? '', stateNumber: payment?.stateNumber ?? 0 };
    };
    await harness.ask({ kind: 'payment.dismiss', ...shown() });
    const again = { kind: 'sale.charge', revision: harness.till().snapshot().sale.revision } as const;
    expect(await harness.ask(again)).toEqual(refusal('payment.registration'));
    // An old refusal stops nobody once SEQR gives no answer any more (PF-30): the charge's own answer decides.
    const silence = parseFault('getPaymentStatus', 'drop:before');
    if (silence) harness.simulator.faults.add(silence, 1);
    expect(await harness.ask(again)).toEqual({ ok: true });
    await harness.until((snapshot) => kind(snapshot) === 'refused');
    await harness.ask({ kind: 'payment.dismiss', ...shown() });
    expect(await harness.ask({ ...again, revision: harness.till().snapshot().sale.revision })).toEqual(refusal('payment.registration'));
    harness.simulator.world.setBlocked(terminalId ?? '', false);
    expect(await harness.ask({ ...again, revision: harness.till().snapshot().sale.revision })).toEqual({ ok: true });
  });

  test('keeps each of several changes that are made in one breath', async () => {
    await practising();
    const { printer, sounds } = harness.till().snapshot().preferences;
    const changed = await Promise.all([
      harness.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } }),
      harness.ask({ kind: 'preferences.change', patch: { printer: { paper: '58mm' } } }),
      harness.ask({ kind: 'preferences.change', patch: { sounds: { scan: !sounds.scan } } }),
    ]);
    expect(changed).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(printer).not.toMatchObject({ deviceName: 'till', paper: '58mm' });
    expect(harness.till().snapshot().preferences).toMatchObject({
      printer: { deviceName: 'till', paper: '58mm' },
      sounds: { ...sounds, scan: !sounds.scan },
    });
  });

  test('prints the original until one job succeeded, then one KOPIA, then nothing (PF-28)', async () => {
    await practising();
    await harness.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till', paper: '58mm' } } });
    harness.printerSays = { ok: false, problem: { code: 'print.paper-out' } };
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    await charge();
    pay();
    const failed = await harness.until((snapshot) => snapshot.printJobs.some((job) => job.state === 'failed'));
    expect(failed.printJobs[0]).toMatchObject({ receiptNumber: 1, copy: false, problem: { code: 'print.paper-out' } });
    harness.printerSays = { ok: true };
    await harness.ask({ kind: 'receipt.print', number: 1 });
    await harness.until((snapshot) => snapshot.printJobs.every((job) => job.state === 'done'));
    await harness.ask({ kind: 'receipt.print', number: 1 });
    await harness.until((snapshot) => snapshot.printJobs.filter((job) => job.state === 'done').length === 2);
    expect(await harness.ask({ kind: 'receipt.print', number: 1 })).toEqual(refusal('print.one-copy'));
    expect(harness.printed.map((page) => page.kind === 'receipt' && page.copy)).toEqual([false, false, true]);
  });

  test('a paper that is not wanted again after a crash counts as printed: the next one is KOPIA (PF-15, PF-28)', async () => {
    await practising();
    await harness.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till', paper: '58mm' } } });
    harness.printerSays = 'nothing';
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    await charge();
    pay();
    await harness.until((snapshot) => snapshot.printJobs.some((job) => job.state === 'printing'));
    await harness.restart();
    const { printJobs } = await harness.until((snapshot) => snapshot.printJobs.some((job) => job.state === 'unsure'));
    harness.printerSays = { ok: true };
    expect(await harness.ask({ kind: 'print.abandon', jobId: printJobs[0]?.jobId ?? '' })).toEqual({ ok: true });
    await harness.ask({ kind: 'receipt.print', number: 1 });
    await harness.until((snapshot) => snapshot.printJobs.filter((job) => job.state === 'done').length === 2);
    expect(harness.printed.map((page) => page.kind === 'receipt' && page.copy)).toEqual([false, true]);
  });

  test('has products that can be added, changed and retired by hand, and says what is wrong', async () => {
    await practising();
    const draft = {
      id: null,
      name: 'Semla',
      priceMinor: 4_500,
      vatRate: 1_200,
      unit: 'EA',
      category: 'Bakery',
      ean: '',
      sku: 'SEM',
    } as const;
    expect(await harness.ask({ kind: 'product.save', product: { ...draft, ean: '7350053850012' } })).toEqual(
      refusal('product.ean-check-digit'),
    );
    const saved = await harness.ask({ kind: 'product.save', product: draft });
    const id = saved.ok ? (saved.detail ?? '') : '';
    await harness.ask({ kind: 'sale.scan', code: 'SEM' });
    expect(harness.till().snapshot().sale.figures.total.minor).toBe(4_500);
    await harness.ask({ kind: 'product.retire', productId: id, retired: true });
    expect(await harness.ask({ kind: 'sale.addProduct', productId: id })).toEqual(refusal('scan.retired'));
  });
});

describe('a till with an endpoint', () => {
  test('goes through the wizard page by page, and leaves no password where it does not belong', async () => {
    const endpoint = harness.simulator.soapUrl;
    const business = {
      name: 'Fisk & Co',
      organisationNumber: '556016-0680',
      address: ['Kajen 1', '111 22 Stockholm'],
      currency: 'SEK',
      vatRates: [2_500, 1_200, 600, 0],
      defaultVatRate: 600,
    } as const;
    const pages = [
      { kind: 'setup.service', service: { kind: 'endpoint', endpoint } },
      { kind: 'setup.business', ...business, address: [...business.address], vatRates: [...business.vatRates] },
      { kind: 'setup.owner', pin: '4711', pinAgain: '4711', cashierNumber: '7', cashierName: 'Anna' },
      { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: '2009', consent: false },
      { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' },
      { kind: 'setup.assignSeqrId', seqrId: 'HTTP://SEQR.SE/QFISK01' },
      { kind: 'setup.stickerDone' },
    ] as const;
    expect(await harness.ask({ kind: 'setup.finish' })).toEqual(refusal('setup.not-finished'));
    for (const page of pages) {
      // After a restart the set-up of a till that has an owner waits for the PIN.
      if (harness.till().snapshot().setup.locked) await mustDo(harness, { kind: 'owner.check', pin: '4711' });
      expect(await harness.ask(page as Parameters<TillHarness['ask']>[0]), page.kind).toMatchObject({ ok: true });
      await harness.restart();
      // After a restart the reseller's password is gone from memory, so that page is answered again.
      if (page.kind !== 'setup.reseller') continue;
      await mustDo(harness, { kind: 'owner.check', pin: '4711' });
      await mustDo(harness, pages[3]);
    }
    await mustDo(harness, { kind: 'owner.check', pin: '4711' });
    expect(await harness.ask({ kind: 'setup.finish' })).toEqual(refusal('setup.test-not-paid'));
    await harness.ask({ kind: 'setup.testPayment' });
    await harness.until((snapshot) => kind(snapshot) === 'waiting');
    pay();
    await harness.until((snapshot) => snapshot.setup.testPaid);
    expect(await harness.ask({ kind: 'setup.finish' })).toEqual({ ok: true });
    expect(harness.till().snapshot()).toMatchObject({ mode: 'live', register: 'Till 1', setup: { done: true, seqrId: 'FISK01' } });

    const terminalPassword = passwordOf(harness);
    expect(terminalPassword).toHaveLength(32);
    const seen = [JSON.stringify(harness.till().snapshot()), ...harness.logged, ...filesOf(harness.folder)];
    for (const text of seen) {
      expect(text).not.toContain(terminalPassword);
      expect(text).not.toMatch(/password"?\s*[:>]\s*"?2009/);
    }
  });

  test('wrong reseller password: says so, forgets nothing, and goes on once it is right', async () => {
    await mustDo(harness, { kind: 'setup.service', service: { kind: 'endpoint', endpoint: harness.simulator.soapUrl } });
    const reseller = { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', consent: false } as const;
    const terminal = { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' } as const;
    await harness.ask({ ...reseller, password: 'wrong' });
    expect(await harness.ask(terminal)).toEqual(refusal('seqr.registerTerminal.20'));
    expect(harness.till().snapshot().setup.terminal.name).toBe('Till 1');
    await harness.ask({ ...reseller, password: '2009' });
    expect(await harness.ask(terminal)).toEqual({ ok: true });
  });

  test.each([
    ['http://seqr.example.com/soap', 'endpoint.not-https'],
    ['https://user:secret@seqr.example.com/soap', 'endpoint.credentials-in-url'],
    ['shop', 'endpoint.invalid'],
    ['http://127.0.0.1:9/soap', 'endpoint.unreachable'],
  ])('refuses %s with a reason', async (endpoint, code) => {
    expect(await harness.ask({ kind: 'setup.service', service: { kind: 'endpoint', endpoint } })).toEqual(refusal(code));
  });

  test('an answer to registerTerminal that never comes is not forgotten', async () => {
    await mustDo(harness, { kind: 'setup.service', service: { kind: 'endpoint', endpoint: harness.simulator.soapUrl } });
    await mustDo(harness, { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: '2009', consent: false });
    await fetch(`${harness.simulator.url}/api/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operation: 'registerTerminal', kind: 'drop:after', count: 1 }),
    });
    const lost = await harness.ask({ kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' });
    expect(lost).toEqual(refusal('seqr.registerTerminal.no-answer'));
    expect(harness.till().snapshot().setup.terminal.terminalId).toBeNull();
  });
});

/** The generated password, as the simulator was given it. */
function passwordOf({ simulator }: TillHarness): string {
  const terminals = simulator.world.snapshot() as unknown as { state?: unknown } as object;
  const found = /"password":"([0-9A-Z]{32})"/.exec(JSON.stringify(terminals));
  return found?.[1] ?? '';
}

function filesOf(folder: string): string[] {
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
}
