import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../service.ts';
import type { Operation } from '../service.ts';
import { classify, handlingOf, issuersOf, nextStep, PUBLISHED_CODES, resultName } from './read.ts';
import type { Handling } from './read.ts';

const REGISTRATION = [20, 21, 29, 33, 37];
const NO_INFORMATION = [90, 93, 94];
/** After one of these, nobody repeats the call: money, an invoice, a terminal or a period may have come of it. */
const CREATE: readonly Operation[] = ['sendInvoice', 'refundPayment', 'creditUser', 'registerTerminal', 'markTransactionPeriod'];
const others = (...codes: readonly number[]) => PUBLISHED_CODES.filter((code) => code !== 0 && !codes.includes(code));
const handled = (operation: Operation, handling: Handling) => PUBLISHED_CODES.filter((code) => handlingOf(operation, code) === handling);

describe('what a result code means', () => {
  it('0 is a yes to everything, and nothing else is', () => {
    for (const operation of OPERATIONS) expect(PUBLISHED_CODES.filter((code) => classify(operation, code) === 'ok')).toEqual([0]);
  });

  it('a status call: 55 and 58 are final, 20, 21, 29, 33, 37 and 54 cannot be answered, the rest tells nothing (PF-07)', () => {
    expect(classify('getPaymentStatus', 55)).toBe('cancelled');
    expect(classify('getPaymentStatus', 58)).toBe('expired');
    expect(handled('getPaymentStatus', 'unknown')).toEqual([...REGISTRATION, 54]);
    expect(handled('getPaymentStatus', 'noInformation')).toEqual(others(...REGISTRATION, 54, 55, 58));
  });

  it('a cancel: 95 and 55 cancelled, 50 paid, 48 and 51 being confirmed, the rest inconclusive (PF-12)', () => {
    expect([95, 55].map((code) => classify('cancelInvoice', code))).toEqual(['cancelled', 'cancelled']);
    expect(classify('cancelInvoice', 50)).toBe('paid');
    expect([48, 51].map((code) => classify('cancelInvoice', code))).toEqual(['inProgress', 'inProgress']);
    expect(handled('cancelInvoice', 'noInformation')).toEqual(others(...REGISTRATION, 48, 50, 51, 55, 58, 95));
  });

  it.each(CREATE)('%s: 90, 93 and 94 leave the outcome unknown, and it is not repeated by itself (PF-10, PF-14)', (operation) => {
    for (const code of NO_INFORMATION) expect(handlingOf(operation, code)).toBe('unknown');
    expect(handlingOf(operation, 1)).toBe(operation === 'refundPayment' || operation === 'creditUser' ? 'unknown' : 'final');
  });

  it.each<Operation>(['updateInvoice', 'commitReservation'])('%s: 90, 93 and 94 tell nothing, the status does (PF-25)', (operation) => {
    for (const code of NO_INFORMATION) expect(handlingOf(operation, code)).toBe('noInformation');
  });

  it('96 on a commit sends to the status: it may have been committed already', () => {
    expect(handlingOf('commitReservation', 96)).toBe('noInformation');
  });

  it('20, 21, 29, 33 and 37 are mended by the wizard, whatever was asked but a status (PF-21)', () => {
    for (const operation of OPERATIONS.filter((asked) => asked !== 'getPaymentStatus'))
      expect(PUBLISHED_CODES.filter((code) => classify(operation, code) === 'registration')).toEqual(REGISTRATION);
  });

  it('a refund that SEQR refuses: too much, not allowed, not known, or still at work (PF-14)', () => {
    expect([11, 23, 64, 98, 99].map((code) => handlingOf('refundPayment', code))).toEqual(Array(5).fill('final'));
    expect(handlingOf('refundPayment', 97)).toBe('configuration');
    expect(handlingOf('refundPayment', 48)).toBe('retry');
    expect([11, 98].map((code) => nextStep('refundPayment', code))).toEqual(['refundLess', 'refundLess']);
    expect([97, 99].map((code) => nextStep('refundPayment', code))).toEqual(['refundOtherwise', 'refundOtherwise']);
  });

  it('a report that is not ready is asked for again (PF-17); a receipt that SEQR refuses is not (PF-08)', () => {
    expect(handlingOf('executeReport', 2)).toBe('retry');
    expect(handlingOf('submitPaymentReceipt', 23)).toBe('final');
    expect(NO_INFORMATION.map((code) => handlingOf('submitPaymentReceipt', code))).toEqual(Array(3).fill('retry'));
  });

  it('a number nobody published is a refusal without a name, and on a read it tells nothing', () => {
    expect(resultName(77)).toBeNull();
    expect(classify('sendInvoice', 77)).toBe('refused');
    expect(classify('getPaymentStatus', 77)).toBe('noInformation');
    expect(nextStep('refundPayment', 77)).toBe('callSupport');
  });

  it('is issued by the operations that SEQR named, and by every one where it named none', () => {
    expect(issuersOf(53)).toEqual(['assignSeqrId']);
    expect(issuersOf(29)).not.toContain('benchmarkingNop');
    expect(issuersOf(93)).toEqual(OPERATIONS);
    expect(issuersOf(60)).toEqual(OPERATIONS);
  });
});
