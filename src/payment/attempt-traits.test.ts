import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import {
  blocksNextCharge,
  canFree,
  isAtHand,
  isAtRest,
  isFreed,
  isHeld,
  isInDoubt,
  isOpen,
  isPaid,
  isSetAside,
  keepsTerminal,
  owesBack,
  referenceOf,
  sells,
  takenFor,
  termsOf,
} from './attempt-traits.ts';
import type { AttemptState, GiveBack } from './attempt.ts';
import { canClaim } from './claim.ts';
import { isForASupervisor, isForTheReport } from './step-report.ts';
import { DOUBT as doubt, exampleTerms, FACTS, LIVE as live, RESERVED as tab } from './testing/example.ts';

const TRAITS = {
  isOpen,
  isPaid,
  sells,
  isHeld,
  owesBack,
  canFree,
  isFreed,
  isAtRest,
  isAtHand,
  isSetAside,
  keepsTerminal,
  isInDoubt,
  blocksNextCharge,
  canClaim,
  isForTheReport: (state: AttemptState) => isForTheReport(state),
  isForTheReportIfNobodyAnswers: (state: AttemptState) => isForTheReport(state, true),
  isForASupervisor,
} as const;
type Trait = keyof typeof TRAITS;

const payment = { ersReference: 'E', afterRestart: false, wonAgainstCancel: false };
const ended = { invoiceReference: '42' };
const toGiveBack = (giveBack: GiveBack) => ({ ...payment, giveBack });
const REPORT: readonly Trait[] = ['isForTheReport', 'isForTheReportIfNobodyAnswers', 'isForASupervisor'];
const LIVE: readonly Trait[] = ['isOpen', 'canClaim', 'isForTheReportIfNobodyAnswers'];
const TAB: readonly Trait[] = ['isOpen', 'keepsTerminal', 'isForTheReportIfNobodyAnswers'];

/** What is true of each way to stand; whatever is not named is not. */
const STATES: readonly (readonly [string, AttemptState, readonly Trait[]])[] = [
  ['being sent', { kind: 'sending' }, ['isOpen', 'blocksNextCharge']],
  ['perhaps sent', { kind: 'sendUnknown', saysPaid: false }, ['isOpen', 'blocksNextCharge', ...REPORT]],
  ['waiting', live, [...LIVE, 'blocksNextCharge']],
  ['waiting in silence', { ...live, contactLost: true }, [...LIVE, 'blocksNextCharge', 'isForASupervisor']],
  ['waiting, and SEQR does not answer for it', { ...live, unanswerable: 54 }, [...LIVE, 'blocksNextCharge', ...REPORT]],
  ['set aside', { ...live, setAside: true }, [...LIVE, 'isSetAside', 'canFree', 'isForASupervisor']],
  ['freed', { ...live, setAside: true, freed: true }, [...LIVE, 'isSetAside', 'isFreed', 'isForASupervisor']],
  ['a tab at rest', tab, [...TAB, 'isAtRest', 'isAtHand']],
  ['a tab at rest, in silence', { ...tab, contactLost: true }, [...TAB, 'isAtRest', 'isAtHand']],
  ['a tab that ran out', { ...tab, phase: 'lapsed' }, [...TAB, 'isAtHand', 'canClaim']],
  ['one in silence', { ...tab, phase: 'lapsed', contactLost: true }, [...TAB, 'isAtHand', 'canClaim', 'isForASupervisor']],
  ['a tab that is changed', { ...tab, phase: 'updating' }, [...TAB, 'canClaim']],
  ['a tab that is taken', { ...tab, phase: 'committing' }, [...TAB, 'canClaim']],
  ['perhaps taken', { ...tab, phase: 'committing', doubt }, [...TAB, 'canClaim', 'isInDoubt']],
  ['not answered for', { ...tab, phase: 'committing', unanswerable: 20 }, [...TAB, 'canClaim', ...REPORT]],
  ['taken, says SEQR', { ...tab, phase: 'committed' }, [...TAB, 'canClaim', 'isInDoubt']],
  ['in doubt', { ...tab, phase: 'unsure' }, [...TAB, 'canClaim', 'isInDoubt']],
  ['a tab that is released', { ...tab, phase: 'releasing' }, [...TAB, 'canClaim', 'isInDoubt']],
  ['a tab set aside', { ...tab, phase: 'unsure', setAside: true }, [...LIVE, 'isInDoubt', 'isSetAside', 'canFree', 'isForASupervisor']],
  [
    'one set aside while it is changed',
    { ...tab, phase: 'updating', setAside: true },
    [...LIVE, 'isSetAside', 'canFree', 'isForASupervisor'],
  ],
  [
    'a tab that was freed',
    { ...tab, phase: 'releasing', setAside: true, freed: true },
    [...LIVE, 'isInDoubt', 'isSetAside', 'isFreed', 'isForASupervisor'],
  ],
  ['PAID', { kind: 'paid', ...ended, version: 1, payment }, ['isOpen', 'isPaid', 'sells']],
  [
    'PAID without a reference',
    { kind: 'paid', ...ended, version: 1, payment: { ...payment, ersReference: null } },
    ['isOpen', 'isPaid', 'sells', 'isForASupervisor'],
  ],
  ['PAID, not confirmed', { kind: 'paid', ...ended, version: 1, payment, unconfirmed: true }, ['isOpen', 'isPaid', 'sells', ...REPORT]],
  [
    'PAID with another amount',
    { kind: 'paid', ...ended, version: 1, payment: toGiveBack({ why: 'otherAmount' }) },
    ['isOpen', 'isPaid', 'isHeld', 'owesBack'],
  ],
  ['completed', { kind: 'completed', ...ended, payment }, ['isPaid', 'sells', 'isForASupervisor']],
  [
    'completed with another invoice',
    { kind: 'completed', ...ended, payment: toGiveBack({ why: 'otherInvoice' }) },
    ['isPaid', 'isHeld', 'owesBack', 'isForASupervisor'],
  ],
  [
    'completed, and to be given back',
    { kind: 'completed', ...ended, payment: toGiveBack({ why: 'freed' }) },
    ['isPaid', 'owesBack', 'isForASupervisor'],
  ],
  [
    'completed, and given back',
    { kind: 'completed', ...ended, payment: toGiveBack({ why: 'freed', settled: { by: 'refund' } }) },
    ['isPaid', 'isForASupervisor'],
  ],
  ['taken back', { kind: 'reversed', ...ended, payment: toGiveBack({ why: 'otherAmount' }) }, []],
  ['cancelled', { kind: 'cancelled', ...ended, contactLost: false, askedHere: true }, []],
  ['failed', { kind: 'failed', ...ended }, []],
  ['expired', { kind: 'expired', ...ended }, []],
  ['not sent', { kind: 'notSent' }, []],
  ['refused', { kind: 'refused', resultCode: 49 }, []],
  ['given up', { kind: 'orphan', lateReference: null }, REPORT],
  ['not paid', { kind: 'notPaid', invoiceReference: null }, []],
];

describe('what a state means to others', () => {
  test.each(STATES)('%s', (_name, state, traits) => {
    for (const trait of Object.keys(TRAITS) as readonly Trait[])
      expect([trait, TRAITS[trait](state)]).toEqual([trait, traits.includes(trait)]);
  });

  test('names the reference that SEQR gave, as soon as it is known', () => {
    expect(referenceOf({ kind: 'sending' })).toBeNull();
    expect(referenceOf({ kind: 'orphan', lateReference: null })).toBeNull();
    expect(referenceOf({ kind: 'orphan', lateReference: '43' })).toBe('43');
    expect(referenceOf(live)).toBe('42');
  });

  test('tells what is asked for: what SEQR holds, or was paid for, or else what it began with', () => {
    const other = exampleTerms(100);
    const begun = { sale: FACTS.sale, figures: FACTS.figures, amount: FACTS.amount, tokens: [] };
    expect(termsOf(FACTS, { ...live, terms: other })).toBe(other);
    expect(termsOf(FACTS, { kind: 'completed', ...ended, payment: { ...payment, terms: other } })).toBe(other);
    for (const state of [{ kind: 'sending' }, { kind: 'completed', ...ended, payment }, { kind: 'failed', ...ended }] as const)
      expect(termsOf(FACTS, state)).toEqual(begun);
    const tokens = [{ id: 'CLUB', status: 1 }];
    expect(termsOf({ ...FACTS, tokens }, { kind: 'sending' })).toEqual({ ...begun, tokens });
  });

  test('tells what SEQR took: what it named, or else what it was asked for (PF-08)', () => {
    const taken = (giveBack?: GiveBack) =>
      takenFor(FACTS, { kind: 'completed', ...ended, payment: { ...payment, ...(giveBack && { giveBack }) } });
    expect(taken()).toEqual(FACTS.amount);
    expect(taken({ why: 'freed' })).toEqual(FACTS.amount);
    expect(taken({ why: 'otherAmount', taken: money(100, 'SEK') })).toEqual(money(100, 'SEK'));
    expect(taken({ why: 'otherAmount', taken: null })).toBeNull();
  });
});
