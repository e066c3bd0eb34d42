import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../simulator/simulator.ts';
import { WSDL_PATH } from '../seqr/testing/till.ts';
import { createSimulatorPhone } from './phone.ts';
import type { Phone } from './phone.ts';
import { createFastClock } from './testing/fast-clock.ts';
import { runCertify } from './testing/run.ts';
import { paidStatus, startScriptedSeqr, status } from './testing/scripted-seqr.ts';
import type { Lie, ScriptedSeqr } from './testing/scripted-seqr.ts';

const phoneOf = (seqr: ScriptedSeqr, ok = true): Phone => ({
  patienceMs: 30_000,
  present() {
    if (ok) seqr.pay();
    return Promise.resolve(ok ? { ok, detail: 'paid' } : { ok, detail: 'the phone shows another amount' });
  },
});

async function runAgainst(lie?: Lie, phoneOk = true): Promise<Awaited<ReturnType<typeof runCertify>> & { readonly operations: readonly string[] }> {
  const seqr = await startScriptedSeqr(lie);
  try {
    const result = await runCertify(seqr.server.url, { clock: createFastClock(), phone: phoneOf(seqr, phoneOk) });
    return { ...result, operations: seqr.operations() };
  } finally {
    await seqr.server.close();
  }
}

const refused = '<resultCode>90</resultCode><resultDescription>SYSTEM_ERROR</resultDescription>';

describe('the certification sheet (protocol §12)', () => {
  it('passes seven of seven against the simulator, whose clock goes on for the thirty seconds of 4e', async () => {
    const simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8') });
    const clock = createFastClock((ms) => simulator.world.advance(ms));
    const result = await runCertify(simulator.soapUrl, { clock, phone: createSimulatorPhone(simulator.url) });
    const terminals = simulator.world.terminals();
    await simulator.stop();
    expect(result.steps.filter((step) => step.ok === false)).toEqual([]);
    expect(result.isPassed).toBe(true);
    expect(result.told).toContain('7 of 7 steps passed');
    expect(JSON.stringify(terminals)).not.toContain('a1b2c3d4e5f60718293a');
  });

  it('asks in the order of the sheet: one poll in 4a, one of each reference in 4f, nothing while it waits', async () => {
    const { operations, steps, isPassed } = await runAgainst();
    expect(isPassed).toBe(true);
    expect(operations).toEqual([
      'registerTerminal',
      'assignSeqrId',
      'sendInvoice',
      'getPaymentStatus', // 4a
      'getPaymentStatus', // 4c
      'sendInvoice', // 4d
      'getPaymentStatus', // 4f, the second
      'getPaymentStatus', // 4f, the paid one
      'submitPaymentReceipt',
      'sendInvoice',
      'getPaymentStatus',
      'cancelInvoice',
      'getPaymentStatus',
      'unregisterTerminal',
    ]);
    expect(steps.map(({ step, ok, calls }) => [step, ok, calls.length])).toEqual([
      [1, true, 1],
      [2, true, 1],
      [3, true, 1],
      [4, true, 5],
      [5, true, 1],
      [6, true, 4],
      [7, null, 0],
      [8, null, 0],
      [9, true, 1],
    ]);
  });

  it.each<[string, Lie, number, RegExp]>([
    ['1, a refusal', { operation: 'registerTerminal', nth: 1, returned: '<resultCode>20</resultCode>' }, 1, /20 AUTHENTICATION_FAILED/],
    ['1, no terminal id', { operation: 'registerTerminal', nth: 1, returned: '<resultCode>0</resultCode>' }, 1, /without a terminalId/],
    ['1, no answer', { operation: 'registerTerminal', nth: 1, returned: 'hang-up' }, 1, /SEQR may have a terminal "Kassa cert-a1b2c3d4"/],
    ['2, a refusal', { operation: 'assignSeqrId', nth: 1, returned: '<resultCode>53</resultCode>' }, 2, /53 INVALID_SEQR_ID/],
    ['3, a refusal', { operation: 'sendInvoice', nth: 1, returned: '<resultCode>11</resultCode>' }, 3, /11 REJECTED_AMOUNT/],
    ['3, no reference', { operation: 'sendInvoice', nth: 1, returned: '<resultCode>0</resultCode>' }, 3, /without an invoiceReference/],
    ['4a, paid before anybody scanned', { operation: 'getPaymentStatus', nth: 1, returned: paidStatus('R1') }, 4, /^4a: PAID instead of ISSUED/],
    ['4a, two statuses', { operation: 'getPaymentStatus', nth: 1, returned: status('ISSUED').replace('<version>', '<status>PAID</status><version>') }, 4, /^4a: no usable answer/],
    ['4c, cancelled', { operation: 'getPaymentStatus', nth: 2, returned: status('CANCELED') }, 4, /^4c: CANCELED instead of PAID/],
    ['4c, another invoice', { operation: 'getPaymentStatus', nth: 2, returned: paidStatus('R9') }, 4, /^4c: the receipt is for invoice R9/],
    ['4c, another amount', { operation: 'getPaymentStatus', nth: 2, returned: paidStatus('R1', '1.01') }, 4, /^4c: the receipt says 1.01 SEK, not 1.10 SEK/],
    ['4c, an amount that is none', { operation: 'getPaymentStatus', nth: 2, returned: paidStatus('R1', 'x') }, 4, /^4c: the receipt's amount/],
    ['4c, no ersReference', { operation: 'getPaymentStatus', nth: 2, returned: status('PAID', 1) }, 4, /^4c: PAID without an ersReference/],
    ['4d, a refusal', { operation: 'sendInvoice', nth: 2, returned: refused }, 4, /^4d: 90 SYSTEM_ERROR/],
    ['4d, the paid reference again', { operation: 'sendInvoice', nth: 2, returned: '<resultCode>0</resultCode><invoiceReference>R1</invoiceReference>' }, 4, /^4d: .*paid reference again/],
    ['4f, the second paid by nobody', { operation: 'getPaymentStatus', nth: 3, returned: paidStatus('R2') }, 4, /^4f, the second invoice: PAID instead of ISSUED/],
    ['4f, the paid one returned', { operation: 'getPaymentStatus', nth: 4, returned: status('CANCELED', 2) }, 4, /^4f, the paid invoice: CANCELED instead of PAID/],
    ['5, a refusal', { operation: 'submitPaymentReceipt', nth: 1, returned: '<resultCode>23</resultCode>' }, 5, /23 INVALID_ERS_REFERENCE/],
    ['6, no invoice', { operation: 'sendInvoice', nth: 3, returned: refused }, 6, /^6, sendInvoice: 90/],
    ['6, not issued', { operation: 'getPaymentStatus', nth: 5, returned: status('FAILED') }, 6, /^6, getPaymentStatus: FAILED/],
    ['6, a refusal', { operation: 'cancelInvoice', nth: 1, returned: '<resultCode>51</resultCode>' }, 6, /^6, cancelInvoice: 51/],
    ['6, said to be cancelled and is not', { operation: 'getPaymentStatus', nth: 6, returned: status('ISSUED') }, 6, /^6, the read after it: ISSUED/],
  ])('fails at %s', async (_name, lie, step, detail) => {
    const { steps, isPassed, operations, told } = await runAgainst(lie);
    expect(isPassed).toBe(false);
    const first = steps.find((result) => result.ok === false);
    expect([first?.step, first?.detail]).toEqual([step, expect.stringMatching(detail)]);
    // The steps that hang on it say so; the others were tried, and passed.
    for (const later of steps.slice(step)) if (later.ok === false) expect(later.detail).toMatch(/^not run/);
    if (step > 1) expect(steps.at(-1), 'unregistered').toMatchObject({ step: 9, ok: true });
    expect(operations.filter((operation) => operation === 'unregisterTerminal').length).toBe(step > 1 ? 1 : 0);
    expect(told).toMatch(/FAILED/);
  });

  it('fails at 4b when the phone shows something else', async () => {
    const { steps, operations } = await runAgainst(undefined, false);
    expect(steps[3]).toMatchObject({ step: 4, ok: false, detail: '4b: the phone shows another amount' });
    expect(operations.at(-1)).toBe('unregisterTerminal');
  });

  it('fails at 4c when nobody pays, after the time a person has, polling once a second', async () => {
    const seqr = await startScriptedSeqr();
    const phone: Phone = { patienceMs: 60_000, present: () => Promise.resolve({ ok: true, detail: 'shown' }) };
    const { steps } = await runCertify(seqr.server.url, { clock: createFastClock(), phone });
    await seqr.server.close();
    expect(steps[3]).toMatchObject({ ok: false, detail: '4c: not paid within 60 s; the last answer was ISSUED' });
    expect(steps[3]?.calls.length).toBe(1 + 61);
  });

  it('goes on polling in 4c over answers that are none', async () => {
    for (const returned of ['hang-up', refused]) {
      const { isPassed } = await runAgainst({ operation: 'getPaymentStatus', nth: 2, returned });
      expect(isPassed).toBe(true);
    }
  });

  it('fails at 9 when SEQR keeps the terminal, and names it', async () => {
    const seqr = await startScriptedSeqr();
    seqr.server.handle(
      ((truth) => (request, socket) => (request.body.includes(':unregisterTerminal ') ? `HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n` : truth(request, socket)))(seqr.handler),
    );
    const { steps, isPassed } = await runCertify(seqr.server.url, { clock: createFastClock(), phone: phoneOf(seqr) });
    await seqr.server.close();
    expect(isPassed).toBe(false);
    expect(steps.at(-1)).toMatchObject({ step: 9, ok: false, detail: expect.stringContaining('Terminal t1 is still registered') as string });
    expect(steps.at(-1)?.calls.length).toBe(3);
  });

  it('takes "unknown terminal" after a lost answer for done', async () => {
    const lost = await runAgainst({ operation: 'unregisterTerminal', nth: 1, returned: 'hang-up' });
    expect(lost.steps.at(-1)).toMatchObject({ step: 9, ok: true });
    expect(lost.isPassed).toBe(true);
    const wrong = await runAgainst({ operation: 'unregisterTerminal', nth: 1, returned: '<resultCode>29</resultCode>' });
    expect(wrong.operations.filter((operation) => operation === 'unregisterTerminal').length, '29 at first is an error').toBe(2);
  });

  it.each([
    ['registerTerminal [', 1],
    ['Step 2', 2],
    ['  4a:', 4],
    ['  4b:', 4],
    ['  4e: asking nothing for another 15 s', 4],
    ['Step 6', 6],
  ])('stops at %j, cancels what could be paid, and unregisters', async (point, step) => {
    const seqr = await startScriptedSeqr();
    const stop = new AbortController();
    const phone: Phone = { patienceMs: 60_000, present: () => Promise.resolve({ ok: true, detail: 'shown' }) };
    const { steps, isPassed } = await runCertify(seqr.server.url, {
      clock: createFastClock(),
      phone: point.includes('4e') || point.includes('6') ? phoneOf(seqr) : phone,
      stop: stop.signal,
      onTell: (text) => {
        if (text.trimStart().startsWith(point.trim())) stop.abort();
      },
    });
    const operations = seqr.operations();
    await seqr.server.close();
    expect(isPassed).toBe(false);
    expect(steps.find((result) => result.ok === false)?.step).toBeGreaterThanOrEqual(step);
    expect(operations.at(-1)).toBe('unregisterTerminal');
    if (point.includes('4')) expect(operations.at(-2)).toBe('cancelInvoice');
  });

  it('does not even register when it is stopped before', async () => {
    const seqr = await startScriptedSeqr();
    const { steps } = await runCertify(seqr.server.url, { clock: createFastClock(), phone: phoneOf(seqr), stop: AbortSignal.abort() });
    await seqr.server.close();
    expect(seqr.operations()).toEqual([]);
    expect(steps.every((result) => result.ok !== true)).toBe(true);
  });

  it('unregisters when the run itself breaks', async () => {
    const seqr = await startScriptedSeqr();
    const phone: Phone = { patienceMs: 1, present: () => Promise.reject(new TypeError('a bug')) };
    await expect(runCertify(seqr.server.url, { clock: createFastClock(), phone })).rejects.toThrow('a bug');
    const operations = seqr.operations();
    await seqr.server.close();
    expect(operations.slice(-2)).toEqual(['cancelInvoice', 'unregisterTerminal']);
  });

  it('shows what was sent and answered, and no password', async () => {
    const { told, steps } = await runAgainst();
    expect(told).toContain('<invoiceReference>R1</invoiceReference>');
    expect(told).toContain('<password>***</password>');
    expect(told + JSON.stringify(steps)).not.toMatch(/>1234<|a1b2c3d4e5f60718293a/);
  });
});
