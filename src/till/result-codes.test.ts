import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { money } from '../money/index.ts';
import { issuersOf, classify, OPERATIONS, PUBLISHED_CODES } from '../protocol/index.ts';
import type { Answer, CallContext, Operation, SeqrConnection } from '../protocol/index.ts';
import { connectTill, INVOICE, WSDL_PATH } from '../seqr/testing/till.ts';
import { parseFault, startSimulator } from '../simulator/testing/index.ts';
import type { Simulator } from '../simulator/testing/index.ts';
import { problemText, wordsOfCode } from '../text/index.ts';
import { problemOfAnswer } from './service/answers.ts';
import { expectWholeWords } from './testing/answer-words.ts';

/* Every code through every operation, over a socket: what the client hears and what a person reads. */

const TERMINAL: CallContext = {
  credentials: { type: 'TERMINALID', id: 'public_test_shop_terminal', password: '12345678' },
  clientReference: 'K7Q2',
};
const RESELLER: CallContext = {
  credentials: { type: 'RESELLERUSER', id: 'public_test_shop', userId: '9900', password: '1234' },
  clientReference: 'K7Q3',
};
const REFERENCE = '20151029186719114';
const ERS = '2015102910184861801032678';

/** One call of each operation. */
const CALLS: Readonly<Record<Operation, (seqr: SeqrConnection) => Promise<Answer<unknown>>>> = {
  sendInvoice: (seqr) => seqr.sendInvoice(TERMINAL, INVOICE),
  updateInvoice: (seqr) => seqr.updateInvoice(TERMINAL, REFERENCE, INVOICE),
  getPaymentStatus: (seqr) => seqr.getPaymentStatus(TERMINAL, REFERENCE, 0),
  cancelInvoice: (seqr) => seqr.cancelInvoice(TERMINAL, REFERENCE),
  commitReservation: (seqr) => seqr.commitReservation(TERMINAL, REFERENCE, null),
  submitPaymentReceipt: (seqr) =>
    seqr.submitPaymentReceipt(TERMINAL, ERS, { mimeType: 'Base64', receiptData: 'SGVq', receiptType: 'PAYMENT_RECEIPT' }),
  refundPayment: (seqr) => seqr.refundPayment(TERMINAL, ERS, INVOICE),
  registerTerminal: (seqr) => seqr.registerTerminal(RESELLER, { externalTerminalId: 'Till 1', password: '12345678', name: 'Till 1' }),
  unregisterTerminal: (seqr) => seqr.unregisterTerminal(TERMINAL),
  assignSeqrId: (seqr) => seqr.assignSeqrId(TERMINAL, '4610'),
  markTransactionPeriod: (seqr) => seqr.markTransactionPeriod(RESELLER, null),
  executeReport: (seqr) =>
    seqr.executeReport(RESELLER, { reportId: 'Reconciliation/Shop.xml', transactionPeriodId: ERS, terminalId: null, language: 'en' }),
  creditUser: (seqr) => seqr.creditUser(TERMINAL, { userId: 'u1', amount: money(1_000, 'SEK') }),
  benchmarkingNop: (seqr) => seqr.benchmarkingNop(),
};

/** 77 stands for every number that nobody has published. */
const CODES: readonly number[] = [...PUBLISHED_CODES.filter((code) => code !== 0), 77];

/** What each operation's words say about the money: a cashier who reads one of these knows what not to do. */
const NEVER: Readonly<Partial<Record<Operation, { readonly open: RegExp; readonly notDone: RegExp }>>> = {
  sendInvoice: { notDone: /No payment was started/, open: /ask them not to pay/ },
  refundPayment: { notDone: /No money has gone back/, open: /may or may not have gone back\. Do not repeat it/ },
  creditUser: { notDone: /No money has been paid out/, open: /may or may not have been paid out\. Do not repeat it/ },
  commitReservation: { notDone: /has not been taken/, open: /may or may not have been taken/ },
};

describe('every result code through every operation that may issue it', () => {
  let simulator: Simulator;
  let seqr: SeqrConnection;
  beforeAll(async () => {
    simulator = await startSimulator({ wsdl: readFileSync(WSDL_PATH, 'utf8') });
    seqr = connectTill(simulator.soapUrl);
  });
  afterAll(async () => {
    seqr.close();
    await simulator.stop();
  });

  it.concurrent.each(OPERATIONS)('%s', async (operation) => {
    for (const code of CODES.filter((each) => issuersOf(each).includes(operation))) {
      const fault = parseFault(operation, `result:${code}`);
      if (!fault) throw new Error('the simulator cannot do that');
      simulator.faults.add(fault, 1);
      const answer = await CALLS[operation](seqr);
      const about = `${operation} ${code}`;
      expect(answer, about).toMatchObject({ kind: 'answered', resultCode: code });
      const problem = problemOfAnswer(operation, answer);
      expect(problem.code).toBe(`seqr.${operation}.${code}`);
      const texts = { en: problemText('en', problem), sv: problemText('sv', problem) };
      expectWholeWords(texts, code, about);
      const meaning = classify(operation, code);
      const says = NEVER[operation];
      if (says && meaning === 'noInformation') expect(texts.en, about).toMatch(says.open);
      else if (says) expect(texts.en, about).toMatch(says.notDone);
    }
  });

  it.each(OPERATIONS)('%s without an answer says what that means, and gives no code', async (operation) => {
    const fault = parseFault(operation, 'drop:before');
    if (fault) simulator.faults.add(fault, 1);
    const answer = await CALLS[operation](seqr);
    expect(answer.kind).toBe('noAnswer');
    const problem = problemOfAnswer(operation, answer);
    expectWholeWords({ en: problemText('en', problem), sv: problemText('sv', problem) }, null, operation);
  });

  it('has its own words for every code, each different from the others', () => {
    const published = CODES.filter((code) => code !== 77 && code !== 95);
    const happened = published.map((code) => wordsOfCode('en', `seqr.sendInvoice.${code}`)?.happened.replace(/ \(code \d+\)/, ''));
    expect(new Set(happened).size).toBe(published.length);
    expect(wordsOfCode('en', 'seqr.not-sent')).toBeNull();
    expect(wordsOfCode('en', 'seqr.noSuchThing.11')).toBeNull();
  });
});
