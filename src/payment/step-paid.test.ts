import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Answer, PaidRow, PaymentReceipt, PaymentStatus } from '../protocol/index.ts';
import { invoiceRows } from '../sale/index.ts';
import type { Sale, SaleRow } from '../sale/index.ts';
import type { AttemptState, GiveBack, Live, PaidFacts, Reserved } from './attempt.ts';
import type { StepContext } from './step-result.ts';
import { termsOfSale } from './terms.ts';
import type { Terms } from './terms.ts';
import { answered } from './testing/answers.ts';
import { step } from './testing/charted-step.ts';
import { DOUBT, exampleSale, exampleTerms, FACTS, LIVE as live, NOW as nowIso, RESERVED as tab } from './testing/example.ts';

const facts = { ...FACTS, reservation: { mode: 'RESERVATION_REQUIRED', timeoutS: 3_600, name: 'Table 4' } } as const;
const first = live.terms;
const second = exampleTerms(12_900);

function said(receipt: PaymentReceipt | null, ersReference: string | null = 'E', version = 3): Answer<PaymentStatus> {
  return answered(0, { status: 'PAID', version, receipt, customerTokens: [] }, ersReference);
}
const after = (state: AttemptState, answer: Answer<PaymentStatus>, more: Partial<StepContext> = {}) =>
  step(state, { kind: 'statusAnswered', answer, afterCalls: true }, { facts, restarted: false, nowIso, ...more });

function paid(result: ReturnType<typeof after>): PaidFacts {
  if (result.state.kind !== 'paid') throw new Error(`not paid: ${result.state.kind}`);
  return result.state.payment;
}

describe('PAID says of itself (PF-08)', () => {
  test.each<[string, Live | Reserved, boolean]>([
    ['a payment that nobody wanted cancelled', live, false],
    ['one that won against a cancel', { ...live, cancelWished: true }, true],
    ['a tab that was taken', { ...tab, phase: 'committing' }, false],
    ['a tab that won against its release', { ...tab, phase: 'releasing' }, true],
  ])('%s', (_name, state, wonAgainstCancel) => {
    for (const restarted of [false, true])
      expect(after(state, said(null), { restarted })).toEqual({
        state: {
          kind: 'paid',
          invoiceReference: '42',
          version: 3,
          payment: { ersReference: 'E', afterRestart: restarted, wonAgainstCancel, terms: first },
        },
        alarms: [],
      });
  });

  test.each<[string, Live | Reserved, boolean]>([
    ['on the screen', live, false],
    ['on the screen, after silence', { ...live, contactLost: true }, false],
    ['set aside', { ...live, setAside: true }, true],
    ['a tab on the screen', { ...tab, phase: 'committing' }, false],
    ['a tab after silence', { ...tab, phase: 'committing', contactLost: true }, true],
    ['a tab set aside', { ...tab, phase: 'committing', setAside: true }, true],
  ])('loudly, unless it is seen: %s', (_name, state, loud) => {
    expect(after(state, said(null)).alarms).toEqual(loud ? [{ kind: 'completedLoudly', seqrSaid: 'E' }] : []);
    expect(after(state, said(null, null)).alarms).toEqual(loud ? [{ kind: 'completedLoudly', seqrSaid: '' }] : []);
    const toGiveBack = after(state, said(null), { elsewhere: () => 'paidOtherwise' });
    expect([toGiveBack.alarms, paid(toGiveBack).giveBack]).toEqual([[], { why: 'paidOtherwise' }]);
    // A reference that has gone back already is no reason to give it back again.
    expect(paid(after(state, said(null), { elsewhere: () => 'givenBack' }))).not.toHaveProperty('giveBack');
  });

  test.each<[string, PaymentReceipt, GiveBack]>([
    ['another amount', { totalAmount: money(100, 'SEK') }, { why: 'otherAmount', taken: money(100, 'SEK'), seqrSaid: '1.00 SEK' }],
    ['an amount that cannot be read', { totalAmount: 'unreadable' }, { why: 'otherAmount', taken: null, seqrSaid: 'unreadable' }],
    ['another invoice', { invoiceReference: '43' }, { why: 'otherInvoice', seqrSaid: '43' }],
    ['another invoice of the same amount', { invoiceReference: '43', totalAmount: first.amount }, { why: 'otherInvoice', seqrSaid: '43' }],
    [
      'both',
      { invoiceReference: '43', totalAmount: money(100, 'SEK') },
      { why: 'otherAmount', taken: money(100, 'SEK'), seqrSaid: '1.00 SEK' },
    ],
  ])('that SEQR names %s: it sells nothing, and a sale that lay on no counter comes back with a word', (_name, receipt, giveBack) => {
    const seen = after(live, said(receipt));
    expect([paid(seen).giveBack, seen.alarms]).toEqual([giveBack, []]);
    for (const state of [{ ...live, setAside: true }, { ...tab, phase: 'committing' } as const])
      expect(after(state, said(receipt)).alarms).toEqual([{ kind: 'asideNotPaid', seqrSaid: giveBack.seqrSaid }]);
    const freed = paid(after({ ...live, setAside: true, cancelWished: true, freed: true }, said(receipt)));
    expect(freed.giveBack).toEqual({ ...giveBack, why: 'freed' });
    const ended = after({ kind: 'expired', invoiceReference: '42' }, said(receipt));
    expect([paid(ended).giveBack, ended.alarms]).toEqual([giveBack, []]);
  });
});

describe('what was paid for', () => {
  const goods = { ...exampleSale('s', 14_900).rows[0], name: 'Food' } as SaleRow;
  const soldAs = (...rows: readonly SaleRow[]): Terms => termsOfSale({ ...exampleSale('s', 0), rows });
  const wire = (sale: Sale): readonly PaidRow[] =>
    invoiceRows(sale, 'sv').map(({ itemDescription, itemTotalAmount }) => ({
      description: itemDescription ?? '',
      totalAmount: itemTotalAmount,
    }));
  const half = { ...goods, unitPrice: money(7_450, 'SEK') };
  const dear = { ...goods, unitPrice: money(15_000, 'SEK'), discount: { kind: 'amount', amount: money(100, 'SEK') } } as const;
  const crumb = { ...goods, name: 'Sugar', unit: 'KGM', quantityMilli: 1, unitPrice: money(1, 'SEK') } as const;
  const ALIKE = {
    one: soldAs(goods),
    named: soldAs({ ...goods, name: 'Wine' }),
    twice: soldAs(half, half),
    discounted: soldAs(dear),
    mixed: soldAs({ ...half, name: 'Wine' }, half),
    swapped: soldAs(half, { ...half, name: 'Wine' }),
    lopsided: soldAs({ ...half, unitPrice: money(7_000, 'SEK') }, { ...half, unitPrice: money(7_900, 'SEK') }),
    withCrumb: soldAs(goods, crumb),
    withOtherCrumb: soldAs(goods, { ...crumb, name: 'Salt' }),
    withGift: soldAs(goods, {
      ...goods,
      id: 'gift',
      name: 'Gift',
      unitPrice: money(100, 'SEK'),
      discount: { kind: 'percent', hundredths: 10_000 },
    }),
  };
  const names = Object.keys(ALIKE) as readonly (keyof typeof ALIKE)[];

  test('is told by the rows of the receipt, of several contents with the same amount, whichever was held (PF-08)', () => {
    for (const held of names)
      for (const doubted of names)
        for (const taken of [held, doubted])
          for (const totalAmount of [first.amount, undefined]) {
            const state = { ...live, terms: ALIKE[held], doubts: [ALIKE[doubted]] };
            const receipt = { rows: wire(ALIKE[taken].sale), ...(totalAmount && { totalAmount }) };
            const result = after(state, said(receipt));
            expect([held, doubted, taken, paid(result).terms, result.alarms]).toEqual([held, doubted, taken, ALIKE[taken], []]);
          }
  });

  test('is the amount of the receipt where its rows are nobody’s, the newest first', () => {
    const state: Live = { ...live, terms: ALIKE.one, doubts: [ALIKE.named, second], asked: ALIKE.twice };
    const taken = (totalAmount: number, rows?: readonly PaidRow[]) =>
      paid(after(state, said({ totalAmount: money(totalAmount, 'SEK'), ...(rows && { rows }) }))).terms;
    expect(taken(14_900)).toBe(ALIKE.twice);
    expect(taken(14_900, [])).toBe(ALIKE.twice);
    expect(taken(12_900)).toBe(second);
    // The rows are of another content than the amount: the amount decides.
    expect(taken(12_900, wire(ALIKE.named.sale))).toBe(second);
  });

  test('is what SEQR held where nothing is named, and nobody knows the amount only where it may be another one', () => {
    const unnamed = (doubts: readonly Terms[], asked: Terms | null = null) => after({ ...live, doubts, asked }, said({}));
    for (const result of [unnamed([]), unnamed([ALIKE.named])]) expect([paid(result).terms, result.alarms]).toEqual([first, []]);
    for (const result of [unnamed([second]), unnamed([], second)])
      expect([paid(result).terms, result.alarms]).toEqual([first, [{ kind: 'amountUnknown', seqrSaid: '' }]]);
  });

  test('after the end of a tab is what SEQR held, whatever had been rung up by then (PF-06)', () => {
    for (const held of [first, ALIKE.named]) {
      const canceled = { ...said(null), ersReference: null, value: { status: 'CANCELED', version: 2, receipt: null, customerTokens: [] } };
      const ended = after({ ...tab, terms: held, draft: second }, canceled).state;
      expect(ended).toMatchObject({ kind: 'cancelled', unpaid: second });
      for (const receipt of [null, { totalAmount: held.amount }]) {
        const result = after(ended, said(receipt));
        expect(paid(result)).toMatchObject({ ersReference: 'E', wonAgainstCancel: false, terms: { sale: held.sale, amount: held.amount } });
        expect(result.alarms).toEqual([{ kind: 'paidAfterEnd', seqrSaid: 'E' }]);
      }
    }
  });

  test('after an end without an invoice is nothing', () => {
    const ended = { kind: 'notPaid', invoiceReference: null } as const;
    expect(after(ended, said(null, null))).toEqual({ state: ended, alarms: [{ kind: 'paidAfterEnd', seqrSaid: '' }] });
  });
});

describe('the second PAID (PF-06, PF-08)', () => {
  const older: PaidFacts = { ersReference: 'E', afterRestart: false, wonAgainstCancel: false };
  const payment = { ...older, terms: first };
  const once = { kind: 'paid', invoiceReference: '42', version: 3, payment } as const;

  test.each<[string, Answer<PaymentStatus>, Partial<PaidFacts>, readonly object[]]>([
    ['the same', said({ invoiceReference: '42', totalAmount: first.amount }), {}, []],
    ['nothing more', said(null, null), {}, []],
    ['another reference', said(null, 'F'), {}, [{ kind: 'otherReference', seqrSaid: 'F' }]],
    ['another reference on its receipt', said({ paymentReference: 'F' }, null), {}, [{ kind: 'otherReference', seqrSaid: 'F' }]],
    ['the reference that was missing', said(null, 'F'), { ersReference: null }, []],
    ['another invoice', said({ invoiceReference: '43' }), {}, [{ kind: 'otherInvoice', seqrSaid: '43' }]],
    ['another amount', said({ totalAmount: money(100, 'SEK') }), {}, [{ kind: 'otherAmount', seqrSaid: '1.00 SEK' }]],
    ['an amount that cannot be read', said({ totalAmount: 'unreadable' }), {}, [{ kind: 'otherAmount', seqrSaid: 'unreadable' }]],
    [
      'what its item says already',
      said({ totalAmount: money(100, 'SEK'), invoiceReference: '43' }),
      { giveBack: { why: 'otherAmount', seqrSaid: '1.00 SEK' } },
      [],
    ],
    [
      'more than its item says',
      said({ totalAmount: money(100, 'SEK') }),
      { giveBack: { why: 'paidOtherwise' } },
      [{ kind: 'otherAmount', seqrSaid: '1.00 SEK' }],
    ],
  ])('that says %s', (_name, answer, known, alarms) => {
    const before = { ...once, payment: { ...payment, ...known } };
    const ersReference = known.ersReference === null ? 'F' : 'E';
    expect(after(before, answer)).toEqual({
      state: { kind: 'completed', invoiceReference: '42', payment: { ...before.payment, ersReference } },
      alarms,
    });
  });

  test('of a record that does not say what was paid for is compared by its reference alone', () => {
    expect(after({ ...once, payment: older }, said({ totalAmount: money(100, 'SEK') })).alarms).toEqual([]);
  });

  test('that names no reference, where none is known, is asked for again', () => {
    const missing = { ...once, payment: { ...payment, ersReference: null } };
    const again = after(missing, said({ totalAmount: money(100, 'SEK') }, null));
    expect(again.state).toBe(missing);
    expect(again.alarms).toEqual([{ kind: 'otherAmount', seqrSaid: '1.00 SEK' }]);
  });

  test('that never comes leaves a doubt about a tab to itself', () => {
    expect(after({ ...tab, phase: 'committed', doubt: DOUBT }, said(null)).state.kind).toBe('paid');
  });
});
