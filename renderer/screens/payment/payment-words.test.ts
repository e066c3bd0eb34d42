import { describe, expect, it } from 'vitest';
import type { PaymentScreen } from '../../../src/contract/index.ts';
import { money } from '../../../src/money/index.ts';
import { translator } from '../../../src/text/index.ts';
import { cashierSentence, customerWords } from './payment-words.ts';

const amount = money(14_900, 'SEK');
const cashier = (screen: PaymentScreen) =>
  cashierSentence(
    { screen, amount, change: { asked: null, doubts: [], last: null }, lastCommit: null, unpaid: null },
    translator('en'),
    'en',
  );
const customer = (screen: PaymentScreen) => customerWords({ screen, amount }, translator('en'), 'en');
const paid = {
  kind: 'paid',
  receiptNumber: 1,
  recorded: true,
  afterRestart: false,
  wonAgainstCancel: false,
  askIfPrinted: false,
  unconfirmed: false,
  seqrSaid: null,
} as const;

describe('what the screens say', () => {
  it('a cancel asked for here, with contact all the time', () => {
    const screen = { kind: 'cancelled', contactLost: false, askedHere: true } as const;
    expect(cashier(screen)).toBe('Cancelled. No money kept.');
    expect(customer(screen)).toEqual({ title: 'Cancelled', sentence: 'Nothing charged.' });
  });

  it('after 20 s without contact money may have gone and come back, whoever asked', () => {
    const screen = { kind: 'cancelled', contactLost: true, askedHere: false } as const;
    expect(cashier(screen)).toBe('Not paid. If the phone showed a payment, SEQR has returned it.');
    expect(customer(screen)).toEqual({ title: 'Not paid', sentence: 'If you were charged, it has been returned.' });
  });

  it('nobody here asked: the customer did, or another till', () => {
    expect(cashier({ kind: 'cancelled', contactLost: false, askedHere: false })).toMatch(/^The customer cancelled, or another till/);
  });

  it('the customer sees the amount and the last six of the reference', () => {
    expect(customer({ ...paid, lastSix: '032678' })).toEqual({ title: 'Thank you', sentence: 'Paid 149.00\u00a0SEK · …032678' });
    expect(customer({ ...paid, lastSix: null }).sentence).toBe('Paid 149.00\u00a0SEK');
  });

  it('of another amount both figures are told to the cashier, and nothing to the customer', () => {
    const other = { ...paid, lastSix: '032678', seqrSaid: '1.00 SEK' };
    expect(cashier(other)).toBe(
      'SEQR says 1.00\u00a0SEK was paid, the sale is 149.00\u00a0SEK. Do not hand over the goods yet; call a supervisor.',
    );
    expect(customer(other).title).toBe('One moment please');
  });

  it('only PAID says so to either side', () => {
    const others: readonly PaymentScreen[] = [
      { kind: 'sending', slow: true },
      { kind: 'notSent' },
      { kind: 'refused', resultCode: 20, registration: true },
      { kind: 'sendUnknown', returnInMs: null },
      { kind: 'waiting', question: true },
      { kind: 'confirming', question: false },
      { kind: 'cancelling' },
      { kind: 'oddStatus', status: 'PARTIALLY_PAID' },
      { kind: 'failed' },
      { kind: 'expired' },
    ];
    for (const screen of others) {
      expect(cashier(screen)).not.toMatch(/^PAID/);
      expect(customer(screen).title).not.toMatch(/thank|^paid/i);
    }
  });

  it('an unknown status is quoted, and the code of a broken registration named', () => {
    expect(cashier({ kind: 'oddStatus', status: 'PARTIALLY_PAID' })).toContain('"PARTIALLY_PAID"');
    expect(cashier({ kind: 'unknown', resultCode: 37 })).toContain('37');
  });
});
