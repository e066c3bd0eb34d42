import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { WSDL_PATH } from '../seqr/testing/till.ts';
import { startSimulator } from '../simulator/testing/index.ts';
import { createSimulatorPhone } from './phone.ts';
import type { Phone } from './phone.ts';
import { createFastClock } from './testing/fast-clock.ts';
import { runCertify } from './testing/run.ts';
import { ersReferenceOf, paidStatus, REFUND_ROW, reportXml, startScriptedSeqr, status } from './testing/scripted-seqr.ts';
import type { Lie, ScriptedSeqr } from './testing/scripted-seqr.ts';

const phoneOf = (seqr: ScriptedSeqr, ok = true): Phone => ({
  patienceMs: 30_000,
  present() {
    if (ok) seqr.pay();
    return Promise.resolve(ok ? { ok, detail: 'paid' } : { ok, detail: 'the phone shows another amount' });
  },
});

async function runAgainst(
  lie?: Lie,
  phoneOk = true,
): Promise<Awaited<ReturnType<typeof runCertify>> & { readonly operations: readonly string[] }> {
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
  it('passes nine of nine against the simulator, whose clock goes on for the thirty seconds of 4e', async () => {
    const simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8') });
    const clock = createFastClock((ms) => simulator.world.advance(ms));
    const result = await runCertify(simulator.soapUrl, { clock, phone: createSimulatorPhone(simulator.url) });
    const terminals = simulator.world.terminals();
    await simulator.stop();
    expect(result.steps.filter((step) => !step.ok)).toEqual([]);
    expect(result.isPassed).toBe(true);
    expect(result.told).toContain('9 of 9 steps passed');
    expect(JSON.stringify(terminals)).not.toContain('a1b2c3d4e5f60718293a');
  });

  it.each([
    ['as the interface text says', {}, /as the terminal \(interface text\)/],
    [
      'as the sheet says',
      { clientIds: 'certification', clientId: 'Bageri AB', unregisterAs: 'reseller', acknowledge: 'version' },
      /as the reseller \(sheet\)/,
    ],
  ] as const)('says which of the differing forms it sent: %s', async (_name, options, unregistered) => {
    const simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8'), ack: 'acknowledge' in options ? 'version' : 'any' });
    const clock = createFastClock((ms) => simulator.world.advance(ms));
    const { isPassed, told, steps, exchanges } = await runCertify(simulator.soapUrl, {
      clock,
      phone: createSimulatorPhone(simulator.url),
      options,
    });
    const ours = simulator.world.terminals().filter((terminal) => terminal.externalTerminalId.startsWith('Kassa cert-'));
    await simulator.stop();
    expect(steps.filter((step) => !step.ok)).toEqual([]);
    expect(isPassed).toBe(true);
    expect(ours).toEqual([]);
    expect(told).toMatch(unregistered);
    expect(told).toContain('the refund is a negative row');
    const references = new Set(exchanges.map((exchange) => exchange.correlationId));
    expect(references.size > 10).toBe(!('clientIds' in options));
    if ('clientIds' in options) expect(told).toContain('"Bageri AB", the company (sheet)');
  });

  it('fails with the reading of the interface text where only the version acknowledges, and says how to try the other', async () => {
    const simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8'), ack: 'version' });
    const clock = createFastClock((ms) => simulator.world.advance(ms));
    const { steps, told } = await runCertify(simulator.soapUrl, { clock, phone: createSimulatorPhone(simulator.url) });
    await simulator.stop();
    expect(steps[3]).toMatchObject({ step: 4, ok: false, detail: '4f, the paid invoice: CANCELED instead of PAID' });
    expect(told).toContain('--acknowledge version');
  });

  it('fails at 8 when the report never comes, after two minutes', async () => {
    const simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8') });
    const { steps } = await runCertify(simulator.soapUrl, { clock: createFastClock(), phone: createSimulatorPhone(simulator.url) });
    await simulator.stop();
    expect(steps.filter((step) => !step.ok)).toMatchObject([{ step: 8, detail: '8, executeReport: 2 REPORT_NOT_READY, after 40 tries' }]);
  });

  it('as the reseller: fails when its terminal is still known afterwards, and then removes it as the terminal', async () => {
    const seqr = await startScriptedSeqr();
    const { steps } = await runCertify(seqr.server.url, {
      clock: createFastClock(),
      phone: phoneOf(seqr),
      options: { unregisterAs: 'reseller' },
    });
    await seqr.server.close();
    expect(steps.at(-1)).toMatchObject({
      step: 9,
      ok: false,
      detail: expect.stringMatching(/0 SUCCESS\. Terminal t1 is still registered/) as string,
    });
    expect(seqr.operations().slice(-3)).toEqual(['unregisterTerminal', 'getPaymentStatus', 'unregisterTerminal']);
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
      'sendInvoice', // 7
      'getPaymentStatus',
      'getPaymentStatus',
      'refundPayment',
      'markTransactionPeriod', // 8
      'executeReport', // not ready
      'executeReport',
      'unregisterTerminal',
    ]);
    expect(steps.map(({ step, ok, calls }) => [step, ok, calls.length])).toEqual([
      [1, true, 1],
      [2, true, 1],
      [3, true, 1],
      [4, true, 5],
      [5, true, 1],
      [6, true, 4],
      [7, true, 4],
      [8, true, 3],
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
    [
      '4a, paid before anybody scanned',
      { operation: 'getPaymentStatus', nth: 1, returned: paidStatus('R1') },
      4,
      /^4a: PAID instead of ISSUED/,
    ],
    [
      '4a, two statuses',
      { operation: 'getPaymentStatus', nth: 1, returned: status('ISSUED').replace('<version>', '<status>PAID</status><version>') },
      4,
      /^4a: no usable answer/,
    ],
    ['4c, cancelled', { operation: 'getPaymentStatus', nth: 2, returned: status('CANCELED') }, 4, /^4c: CANCELED instead of PAID/],
    ['4c, another invoice', { operation: 'getPaymentStatus', nth: 2, returned: paidStatus('R9') }, 4, /^4c: the receipt is for invoice R9/],
    [
      '4c, another amount',
      { operation: 'getPaymentStatus', nth: 2, returned: paidStatus('R1', '1.01') },
      4,
      /^4c: the receipt says 1.01 SEK, not 1.10 SEK/,
    ],
    [
      '4c, an amount that is none',
      { operation: 'getPaymentStatus', nth: 2, returned: paidStatus('R1', 'x') },
      4,
      /^4c: the receipt's amount/,
    ],
    ['4c, no ersReference', { operation: 'getPaymentStatus', nth: 2, returned: status('PAID', 1) }, 4, /^4c: PAID without an ersReference/],
    ['4d, a refusal', { operation: 'sendInvoice', nth: 2, returned: refused }, 4, /^4d: 90 SYSTEM_ERROR/],
    [
      '4d, the paid reference again',
      { operation: 'sendInvoice', nth: 2, returned: '<resultCode>0</resultCode><invoiceReference>R1</invoiceReference>' },
      4,
      /^4d: .*paid reference again/,
    ],
    [
      '4f, the second paid by nobody',
      { operation: 'getPaymentStatus', nth: 3, returned: paidStatus('R2') },
      4,
      /^4f, the second invoice: PAID instead of ISSUED/,
    ],
    [
      '4f, the paid one returned',
      { operation: 'getPaymentStatus', nth: 4, returned: status('CANCELED', 2) },
      4,
      /^4f, the paid invoice: CANCELED instead of PAID/,
    ],
    ['5, a refusal', { operation: 'submitPaymentReceipt', nth: 1, returned: '<resultCode>23</resultCode>' }, 5, /23 INVALID_ERS_REFERENCE/],
    ['6, no invoice', { operation: 'sendInvoice', nth: 3, returned: refused }, 6, /^6, sendInvoice: 90/],
    ['6, not issued', { operation: 'getPaymentStatus', nth: 5, returned: status('FAILED') }, 6, /^6, getPaymentStatus: FAILED/],
    ['6, a refusal', { operation: 'cancelInvoice', nth: 1, returned: '<resultCode>51</resultCode>' }, 6, /^6, cancelInvoice: 51/],
    [
      '6, said to be cancelled and is not',
      { operation: 'getPaymentStatus', nth: 6, returned: status('ISSUED') },
      6,
      /^6, the read after it: ISSUED/,
    ],
    ['7, no invoice', { operation: 'sendInvoice', nth: 4, returned: refused }, 7, /^7, sendInvoice: 90/],
    [
      '7, never paid',
      { operation: 'getPaymentStatus', nth: 8, returned: status('EXPIRED') },
      7,
      /^7, getPaymentStatus after it: EXPIRED instead of PAID/,
    ],
    [
      '7, a refusal',
      { operation: 'refundPayment', nth: 1, returned: '<resultCode>97</resultCode>' },
      7,
      /^7, refundPayment: 97 RESELLER_NOT_ALLOWED/,
    ],
    ['7, no reference', { operation: 'refundPayment', nth: 1, returned: '<resultCode>0</resultCode>' }, 7, /without an ersReference/],
    ['7, no answer', { operation: 'refundPayment', nth: 1, returned: 'hang-up' }, 7, /may have gone back or not.*nothing was repeated/],
    [
      '8, a refusal',
      { operation: 'markTransactionPeriod', nth: 1, returned: '<resultCode>37</resultCode>' },
      8,
      /^8, markTransactionPeriod: 37/,
    ],
    [
      '8, no period',
      { operation: 'markTransactionPeriod', nth: 1, returned: '<resultCode>0</resultCode>' },
      8,
      /without a transactionPeriodId/,
    ],
    [
      '8, no report for this period',
      { operation: 'executeReport', nth: 2, returned: '<resultCode>10</resultCode>' },
      8,
      /^8, executeReport: 10/,
    ],
    [
      '8, a report that is none',
      { operation: 'executeReport', nth: 2, returned: '<resultCode>0</resultCode><report><content>PGE+</content></report>' },
      8,
      /^8: the report cannot be read/,
    ],
    [
      '8, a payment too few',
      { operation: 'executeReport', nth: 2, returned: reportXml([[ersReferenceOf('R4'), '1.10000'], REFUND_ROW]) },
      8,
      /^8: payment 2026112308000000000000001 is not in the report/,
    ],
    [
      '8, another amount',
      {
        operation: 'executeReport',
        nth: 2,
        returned: reportXml([
          [ersReferenceOf('R1'), '1.11000'],
          [ersReferenceOf('R4'), '1.10000'],
        ]),
      },
      8,
      /^8: the report says 1.11/,
    ],
    [
      '8, a refund that adds',
      {
        operation: 'executeReport',
        nth: 2,
        returned: reportXml([
          [ersReferenceOf('R1'), '1.10000'],
          [ersReferenceOf('R4'), '1.10000'],
          [REFUND_ROW[0], '1.10000'],
        ]),
      },
      8,
      /^8: the report says 1.10 for the refund, not -1.10/,
    ],
    [
      '8, a sum of too few',
      { operation: 'executeReport', nth: 2, returned: reportXml([['1', '1.10000']], 'summary') },
      8,
      /^8: the report counts 1/,
    ],
  ])('fails at %s', async (_name, lie, step, detail) => {
    const { steps, isPassed, operations, told } = await runAgainst(lie);
    expect(isPassed).toBe(false);
    const first = steps.find((result) => !result.ok);
    expect([first?.step, first?.detail]).toEqual([step, expect.stringMatching(detail)]);
    // The steps that hang on it say so; the others were tried, and passed.
    for (const later of steps.slice(step)) if (!later.ok) expect(later.detail).toMatch(/^not run/);
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
      (
        (truth) => (request, socket) =>
          request.body.includes(':unregisterTerminal ') ? `HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n` : truth(request, socket)
      )(seqr.handler),
    );
    const { steps, isPassed } = await runCertify(seqr.server.url, { clock: createFastClock(), phone: phoneOf(seqr) });
    await seqr.server.close();
    expect(isPassed).toBe(false);
    expect(steps.at(-1)).toMatchObject({
      step: 9,
      ok: false,
      detail: expect.stringContaining('Terminal t1 is still registered') as string,
    });
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
    ['  7, scan', 7],
    ['  8: period', 8],
  ])('stops at %j, cancels what could be paid, and unregisters', async (point, step) => {
    const seqr = await startScriptedSeqr();
    const stop = new AbortController();
    const phone: Phone = { patienceMs: 60_000, present: () => Promise.resolve({ ok: true, detail: 'shown' }) };
    const { steps, isPassed } = await runCertify(seqr.server.url, {
      clock: createFastClock(),
      phone: /4e|6|7|8/.test(point) ? phoneOf(seqr) : phone,
      stop: stop.signal,
      onTell: (text) => {
        if (text.trimStart().startsWith(point.trim())) stop.abort();
      },
    });
    const operations = seqr.operations();
    await seqr.server.close();
    expect(isPassed).toBe(false);
    expect(steps.find((result) => !result.ok)?.step).toBeGreaterThanOrEqual(step);
    expect(operations.at(-1)).toBe('unregisterTerminal');
    if (/4|7/.test(point)) expect(operations.at(-2)).toBe('cancelInvoice');
  });

  it('does not even register when it is stopped before', async () => {
    const seqr = await startScriptedSeqr();
    const { steps } = await runCertify(seqr.server.url, { clock: createFastClock(), phone: phoneOf(seqr), stop: AbortSignal.abort() });
    await seqr.server.close();
    expect(seqr.operations()).toEqual([]);
    expect(steps.every((result) => !result.ok)).toBe(true);
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
