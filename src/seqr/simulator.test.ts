import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSystemClock } from '../clock/system-clock.ts';
import { money } from '../money/index.ts';
import type { CallContext, NoAnswerReason, SeqrConnection } from '../protocol/index.ts';
import { parseFault, startSimulator } from '../simulator/testing/index.ts';
import type { Simulator } from '../simulator/testing/index.ts';
import { INVOICE, WSDL_PATH, connectTill } from './testing/till.ts';

const RESELLER: CallContext = {
  credentials: { type: 'RESELLERUSER', id: 'public_test_shop', userId: '9900', password: '1234' },
  clientReference: 'r1',
};

describe('the client and the simulator, each with its own XML', () => {
  let simulator: Simulator;
  let till: SeqrConnection;
  let terminal: CallContext;
  let registered = 0;

  beforeAll(async () => {
    simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8'), clock: createSystemClock() });
    till = connectTill(simulator.soapUrl, { deadlineMs: { getPaymentStatus: 400 } });
  });
  afterAll(async () => {
    till.close();
    await simulator.stop();
  });
  beforeEach(async () => {
    simulator.faults.clear();
    const password = 'terminal-password';
    const answer = await till.registerTerminal(RESELLER, { externalTerminalId: `till ${++registered}`, name: 'Till & co', password });
    if (answer.kind !== 'answered' || answer.value.terminalId === null) throw new Error('not registered');
    terminal = { credentials: { type: 'TERMINALID', id: answer.value.terminalId, password }, clientReference: 'K7Q2' };
  });

  const send = async (): Promise<string> => {
    const answer = await till.sendInvoice(terminal, INVOICE);
    if (answer.kind !== 'answered' || answer.value.invoiceReference === null) throw new Error('no reference');
    return answer.value.invoiceReference;
  };

  it('goes from registration to a paid, receipted sale and back', async () => {
    const seqrId = `4610${registered}`;
    expect(await till.benchmarkingNop()).toMatchObject({ kind: 'answered', resultCode: 0 });
    expect(await till.assignSeqrId(terminal, seqrId)).toMatchObject({ kind: 'answered', resultCode: 0 });
    const reference = await send();
    expect(await till.getPaymentStatus(terminal, reference, 0)).toMatchObject({
      resultCode: 0,
      value: { status: 'ISSUED', receipt: null },
    });
    expect(simulator.world.phone.scan(`http://seqr.se/q${seqrId}`)).toMatchObject({
      ok: true,
      value: { totalAmount: { currency: 'SEK', value: '10.00' } },
    });
    expect(simulator.world.phone.pay(reference)).toMatchObject({ ok: true, value: 'PAID' });
    const paid = await till.getPaymentStatus(terminal, reference, 0);
    expect(paid).toMatchObject({
      ersReference: expect.stringMatching(/^\d{25}$/) as string,
      value: { status: 'PAID', receipt: { invoiceReference: reference, clientInvoiceId: 'A-1', totalAmount: money(1000, 'SEK') } },
    });
    const ersReference = paid.kind === 'answered' ? (paid.ersReference ?? '') : '';
    expect(
      await till.submitPaymentReceipt(terminal, ersReference, { mimeType: 'Base64', receiptData: 'SGVq', receiptType: 'PAYMENT_RECEIPT' }),
    ).toMatchObject({ resultCode: 0 });
    expect(await till.cancelInvoice(terminal, reference)).toMatchObject({ resultCode: 50 });
    expect(await till.unregisterTerminal(terminal)).toMatchObject({ resultCode: 0 });
    expect(await till.getPaymentStatus(terminal, reference, 0)).toMatchObject({
      kind: 'answered',
      resultCode: 29,
      value: { status: null },
    });
  });

  it('refunds a payment, pays out, and reads both from the report', async () => {
    const reference = await send();
    simulator.world.phone.scan(reference);
    simulator.world.phone.pay(reference);
    const paid = await till.getPaymentStatus(terminal, reference, 0);
    const ersReference = paid.kind === 'answered' ? (paid.ersReference ?? '') : '';
    const refund = await till.refundPayment(terminal, ersReference, INVOICE);
    expect(refund).toMatchObject({ resultCode: 0, ersReference: expect.stringMatching(/^\d{25}$/) as string });
    const { userId = '' } = simulator.world.customers()[1] ?? {};
    const credit = await till.creditUser(terminal, { userId, amount: money(500, 'SEK'), correlationId: 'c-1' });
    expect(credit).toMatchObject({ resultCode: 0, value: { correlationId: 'c-1' } });
    const terminalId = terminal.credentials.id;
    const marked = await till.markTransactionPeriod(RESELLER, terminalId);
    const transactionPeriodId = marked.kind === 'answered' ? (marked.value.transactionPeriodId ?? '') : '';
    const run = () =>
      till.executeReport(RESELLER, { reportId: 'Reconciliation/STD_RECON_007.xml', transactionPeriodId, terminalId, language: 'en' });
    expect(await run()).toMatchObject({ resultCode: 2, value: { report: null } });
    simulator.world.advance(3_000);
    const report = await run();
    const document = report.kind === 'answered' ? report.value.report : null;
    expect(document?.title).toBe(`STD_RECON_007_${transactionPeriodId}.xml`);
    const references = [ersReference, refund, credit].map((each) =>
      typeof each === 'string' ? each : each.kind === 'answered' ? each.ersReference : '',
    );
    const xml = Buffer.from(document?.content ?? '', 'base64').toString();
    expect([...xml.matchAll(/<ErsReference>(\d+)</g)].map(([, found]) => found)).toEqual(references);
  });

  it.each<[string, NoAnswerReason]>([
    ['delay:5000', 'timeout'],
    ['drop', 'connection'],
    ['http-503-html', 'http-status'],
    ['html-200', 'content-type'],
    ['truncated', 'malformed'],
    ['empty-200', 'malformed'],
    ['wrong-operation', 'wrong-operation'],
    ['two-status', 'invalid-value'],
    ['http-500-good-body', 'http-status'],
    ['soap-fault', 'soap-fault'],
    ['redirect', 'http-status'],
    ['drip:20', 'timeout'],
  ])('gets no information out of %s, before or after processing', async (kind, reason) => {
    const reference = await send();
    simulator.world.phone.scan(reference);
    simulator.world.phone.pay(reference);
    for (const when of ['before', 'after']) {
      const fault = parseFault('getPaymentStatus', `${kind}:${when}`);
      if (!fault) throw new Error(`no fault ${kind}`);
      simulator.faults.add(fault, 1);
      const spoiled = await till.getPaymentStatus(terminal, reference, 0);
      expect(spoiled, when).toMatchObject({ kind: 'noAnswer', reason });
    }
    expect(await till.getPaymentStatus(terminal, reference, 0)).toMatchObject({ kind: 'answered', value: { status: 'PAID' } });
  });

  it('passes a result code on as it is', async () => {
    const reference = await send();
    const fault = parseFault('getPaymentStatus', 'result:94');
    if (fault) simulator.faults.add(fault, 1);
    expect(await till.getPaymentStatus(terminal, reference, 0)).toMatchObject({
      kind: 'answered',
      resultCode: 94,
      value: { status: null },
    });
  });
});
