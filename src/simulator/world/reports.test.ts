import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { TERMINAL, createHarness, invoiceOf, resellerContext, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import type { ReturnOf } from '../wire/operations.ts';
import type { ClientContext } from '../wire/schema.ts';

type Parameters = Readonly<Record<string, string>>;

function parametersOf(parameters: Parameters): { parameter: { entry: { key: string; value: string }[] } } {
  return { parameter: { entry: Object.entries(parameters).map(([key, value]) => ({ key, value })) } };
}

/** Marks the shop or one terminal; the period's id. */
function mark(harness: Harness, terminalId?: string): string {
  const parameters = terminalId === undefined ? undefined : parametersOf({ TERMINALID: terminalId });
  return harness.world.call('markTransactionPeriod', { context: resellerContext(), parameters }).transactionPeriodId ?? '';
}

function report(harness: Harness, id: string, parameters: Parameters, context = resellerContext()): ReturnOf<'executeReport'> {
  const request = { context, reportId: `Reconciliation/${id}.xml`, language: 'en', parameters: parametersOf(parameters) };
  return harness.world.call('executeReport', request);
}

/** The document of a report that is ready. */
function xmlOf(answer: ReturnOf<'executeReport'>): string {
  expect(answer.resultCode).toBe(0);
  return Buffer.from(answer.report?.content ?? '', 'base64').toString();
}

/** The texts of one element all through a document. */
const texts = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, content = '']) => content);

/** An acknowledged payment; its ersReference. */
function paid(harness: Harness, total: string, cashierId?: string, context: ClientContext = terminalContext()): string {
  const invoice = invoiceOf(total, { cashierId });
  const { invoiceReference = '' } = harness.world.call('sendInvoice', { context, invoice });
  harness.payNow(invoiceReference);
  return harness.world.call('getPaymentStatus', { context, invoiceReference, invoiceVersion: 0 }).ersReference ?? '';
}

function secondTerminal(harness: Harness): ClientContext {
  const request = { context: resellerContext(), externalTerminalId: 'Till 2', password: 'secret' };
  return terminalContext(harness.world.call('registerTerminal', request).terminalId, 'secret');
}

describe('a report', () => {
  it('is as printed: 003 with meta, five decimals, NULL for no cashier, and a title that names it', () => {
    const harness = createHarness();
    const [first, second] = [paid(harness, '149.00', 'Anna & Bo'), paid(harness, '0.5')];
    const transactionPeriodId = mark(harness);
    expect(transactionPeriodId).toMatch(/^\d{25}$/);
    harness.world.advance(3_000);
    const answer = report(harness, 'STD_RECON_003', { transactionPeriodId });
    expect(answer.report).toMatchObject({ title: `STD_RECON_003_${transactionPeriodId}.xml`, mimeType: 'text/html' });
    expect(answer.report?.contentString).toBe(xmlOf(answer));
    expect(xmlOf(answer)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<TransactionDetails>' +
        `<Meta><ResellerId>public_test_shop</ResellerId><TransactionPeriodId>${transactionPeriodId}</TransactionPeriodId>` +
        '<GeneratedAt>2026-11-23 09:00</GeneratedAt></Meta>' +
        `<Row><TerminalId>${TERMINAL}</TerminalId><CashierId>Anna &amp; Bo</CashierId><SalesAmount>149.00000</SalesAmount><ErsReference>${first}</ErsReference></Row>` +
        `<Row><TerminalId>${TERMINAL}</TerminalId><CashierId>NULL</CashierId><SalesAmount>0.50000</SalesAmount><ErsReference>${second}</ErsReference></Row>` +
        '</TransactionDetails>',
    );
  });

  it('sums by shop, by terminal and by cashier', () => {
    const harness = createHarness();
    const other = secondTerminal(harness);
    paid(harness, '10.00', 'Anna');
    paid(harness, '20.00', 'Bo', other);
    paid(harness, '40.00', 'Anna', other);
    const transactionPeriodId = mark(harness);
    harness.world.advance(3_000);
    const sums = (id: string, group: string): readonly (readonly string[])[] => {
      const xml = xmlOf(report(harness, id, { transactionPeriodId })).replace(/<Meta>.*<\/Meta>/, '');
      return [[/<(\w+Summary)>/.exec(xml)?.[1] ?? ''], texts(xml, group), texts(xml, 'SalesCount'), texts(xml, 'SalesTotal')];
    };
    expect(sums('Shop', 'x')).toEqual([['ResellerTransactionSummary'], [], ['3'], ['70.00000']]);
    expect(report(harness, 'Shop', { transactionPeriodId }).report?.title).toBe('');
    const terminals = [TERMINAL, other.initiatorPrincipalId?.id ?? ''];
    expect(sums('STD_RECON_002', 'TerminalId')).toEqual([['TerminalTransactionSummary'], terminals, ['1', '2'], ['10.00000', '60.00000']]);
    expect(sums('STD_RECON_004', 'CashierId')).toEqual([
      ['CashierTransactionSummary'],
      ['Anna', 'Bo'],
      ['2', '1'],
      ['50.00000', '20.00000'],
    ]);
  });

  it('of a terminal holds that terminal’s part and names it', () => {
    const harness = createHarness();
    paid(harness, '20.00', 'Bo', secondTerminal(harness));
    const mine = paid(harness, '10.00');
    const parameters = { transactionPeriodId: mark(harness, TERMINAL), TERMINALID: TERMINAL };
    harness.world.advance(3_000);
    const sum = xmlOf(report(harness, 'STD_RECON_006', parameters));
    expect([sum.slice(39, 67), texts(sum, 'TerminalId'), texts(sum, 'SalesCount'), texts(sum, 'SalesTotal')]).toEqual([
      '<TerminalTransactionSummary>',
      [TERMINAL],
      ['1'],
      ['10.00000'],
    ]);
    const details = xmlOf(report(harness, 'STD_RECON_007', parameters));
    expect([details.slice(39, 59), texts(details, 'ErsReference')]).toEqual(['<TransactionDetails>', [mine]]);
  });

  it('has the other printed shape when the switch says so: 001 rows, 007 a sum', () => {
    const harness = createHarness();
    harness.world.setSwitches({ reportShape: 'swapped' });
    const reference = paid(harness, '10.00');
    const parameters = { transactionPeriodId: mark(harness, TERMINAL), TERMINALID: TERMINAL };
    harness.world.advance(3_000);
    const shop = xmlOf(report(harness, 'Shop', parameters));
    expect([shop.slice(39, 59), texts(shop, 'ErsReference')]).toEqual(['<TransactionDetails>', [reference]]);
    const terminal = xmlOf(report(harness, 'STD_RECON_007', parameters));
    expect([terminal.slice(39, 67), texts(terminal, 'SalesTotal')]).toEqual(['<TerminalTransactionSummary>', ['10.00000']]);
  });

  it('shows what went back as negative rows and a net sum, unless the switch hides it', () => {
    const harness = createHarness();
    const payment = paid(harness, '100.00');
    const context = terminalContext();
    const refund = harness.world.call('refundPayment', { context, ersReference: payment, invoice: invoiceOf('30.00') });
    const { userId } = harness.world.customers()[1] ?? {};
    const credit = harness.world.call('creditUser', { context, creditUserRequest: { userId, amount: sek('5') } });
    const transactionPeriodId = mark(harness);
    harness.world.advance(3_000);
    const details = xmlOf(report(harness, 'STD_RECON_003', { transactionPeriodId }));
    expect(texts(details, 'SalesAmount')).toEqual(['100.00000', '-30.00000', '-5.00000']);
    expect(texts(details, 'ErsReference')).toEqual([payment, refund.ersReference, credit.ersReference]);
    expect(texts(xmlOf(report(harness, 'Shop', { transactionPeriodId })), 'SalesTotal')).toEqual(['65.00000']);
    harness.world.setSwitches({ refundsInReports: false });
    expect(texts(xmlOf(report(harness, 'Shop', { transactionPeriodId })), 'SalesTotal')).toEqual(['100.00000']);
  });

  it('is not ready until three seconds after the mark; 006 and 007 of a shop’s period never are', () => {
    const harness = createHarness();
    const transactionPeriodId = mark(harness);
    const codes = (): readonly number[] =>
      ['Shop', 'STD_RECON_006', 'STD_RECON_007'].map((id) => report(harness, id, { transactionPeriodId, TERMINALID: TERMINAL }).resultCode);
    harness.world.advance(2_999);
    expect(codes()).toEqual([2, 2, 2]);
    harness.world.advance(1);
    expect(codes()).toEqual([0, 2, 2]);
    harness.world.advance(86_400_000);
    expect(codes()).toEqual([0, 2, 2]);
  });

  it('is refused to another reseller, to a terminal, for an unknown report or period, and for another terminal', () => {
    const harness = createHarness();
    const transactionPeriodId = mark(harness, TERMINAL);
    harness.world.advance(3_000);
    expect(report(harness, 'Shop', { transactionPeriodId }, resellerContext('hml', '2009')).resultCode).toBe(10);
    expect(report(harness, 'Shop', { transactionPeriodId }, terminalContext()).resultCode).toBe(21);
    expect(report(harness, 'STD_RECON_005', { transactionPeriodId }).resultCode).toBe(10);
    expect(report(harness, 'Shop', { transactionPeriodId: '1' }).resultCode).toBe(10);
    expect(report(harness, 'STD_RECON_007', { transactionPeriodId }).resultCode).toBe(10);
    expect(report(harness, 'STD_RECON_007', { transactionPeriodId, TERMINALID: 'x' }).resultCode).toBe(10);
    expect(mark(harness, 'x')).toBe('');
  });
});

describe('a period', () => {
  const references = (harness: Harness, transactionPeriodId: string): readonly string[] => {
    harness.world.advance(3_000);
    return texts(xmlOf(report(harness, 'STD_RECON_003', { transactionPeriodId })), 'ErsReference');
  };

  it('holds what came to stand since the last mark of its scope; marks of shop and terminals do not touch each other', () => {
    const harness = createHarness();
    const other = secondTerminal(harness);
    const first = paid(harness, '1.00');
    const ofTerminal = mark(harness, TERMINAL);
    const second = paid(harness, '2.00');
    const third = paid(harness, '3.00', 'Bo', other);
    const ofShop = mark(harness);
    const fourth = paid(harness, '4.00');
    expect(references(harness, ofTerminal)).toEqual([first]);
    expect(references(harness, ofShop)).toEqual([first, second, third]);
    expect(references(harness, mark(harness, TERMINAL))).toEqual([second, fourth]);
    expect(references(harness, mark(harness))).toEqual([fourth]);
    expect(references(harness, mark(harness))).toEqual([]);
  });

  it('holds no payment the till does not know of: that one is in the next period, or nowhere when it was taken back', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.payNow(reference);
    const before = mark(harness);
    const { ersReference } = harness.read(reference);
    harness.payNow(harness.send());
    harness.world.advance(20_000);
    expect(references(harness, before)).toEqual([]);
    expect(references(harness, mark(harness))).toEqual([ersReference]);
  });
});
