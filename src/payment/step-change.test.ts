import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Answer, Nothing, PaymentStatus } from '../protocol/index.ts';
import { termsOf } from './attempt-traits.ts';
import type { AttemptFacts, AttemptState, Live, Reserved, ReservedPhase } from './attempt.ts';
import type { AttemptEvent } from './step.ts';
import { termsOfSale } from './terms.ts';
import type { Terms } from './terms.ts';
import { answered } from './testing/answers.ts';
import { step } from './testing/charted-step.ts';
import { DOUBT, exampleSale, exampleTerms, FACTS, LIVE as live, NOW, RESERVED } from './testing/example.ts';

const first = exampleTerms(14_900);
const second = exampleTerms(12_900);
const facts: AttemptFacts = {
  ...FACTS,
  reservation: { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', timeoutS: 3_600, name: 'Table 4' },
};
const CONTEXT = { facts, restarted: false, nowIso: NOW };
const reserved: Reserved = { ...RESERVED, lapsesAt: '2026-11-25T08:00:10.000Z' };

const code = (resultCode: number): Answer<Nothing> => answered(resultCode, {});
const LOST: Answer<Nothing> = { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 4_000 };
const NOT_SENT: Answer<Nothing> = { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 };

function status(text: string, amount?: number, version = 2): Answer<PaymentStatus> {
  const receipt =
    text === 'PAID' ? { invoiceReference: '42', ...(amount === undefined ? {} : { totalAmount: money(amount, 'SEK') }) } : null;
  return answered(0, { status: text, version, receipt, customerTokens: [] }, text === 'PAID' ? '2026' : null);
}

const run = (state: AttemptState, ...events: readonly AttemptEvent[]) =>
  events.reduce<ReturnType<typeof step>>((result, event) => step(result.state, event, CONTEXT), { state, alarms: [] });
const update: AttemptEvent = { kind: 'update', terms: second };
const updated = (answer: Answer<Nothing>): AttemptEvent => ({ kind: 'updateAnswered', answer });
const committed = (answer: Answer<Nothing>): AttemptEvent => ({ kind: 'commitAnswered', answer });
const told = (answer: Answer<PaymentStatus>, afterCalls = true): AttemptEvent => ({ kind: 'statusAnswered', answer, afterCalls });
const capture = (wanted: Terms): AttemptEvent => ({ kind: 'capture', terms: wanted });
const paidFor = (result: ReturnType<typeof step>) => termsOf(facts, result.state).amount.minor;

describe('a change of the sale while the customer is waited for (PF-25)', () => {
  test('that SEQR takes is what is paid for', () => {
    const result = run(live, update, updated(code(0)), told(status('PAID', 12_900)));
    expect(result).toMatchObject({ state: { kind: 'paid' }, alarms: [] });
    expect(paidFor(result)).toBe(12_900);
  });

  test.each([49, 11, 64, 48])('that SEQR refuses with %i leaves the invoice as it was', (resultCode) => {
    const { state } = run(live, update, updated(code(resultCode)));
    expect(state).toEqual({ ...live, lastUpdate: { kind: 'refused', resultCode } });
  });

  test('that never left changes nothing', () => {
    expect(run(live, update, updated(NOT_SENT)).state).toEqual({ ...live, lastUpdate: { kind: 'notSent' } });
  });

  test.each([
    ['no answer', LOST],
    ['90, as after a scan', code(90)],
  ])('with %s leaves the amount in doubt, and the receipt of PAID tells which', (_name, answer) => {
    for (const [amount, minor] of [
      [14_900, 14_900],
      [12_900, 12_900],
    ] as const) {
      const result = run(live, update, updated(answer), told(status('PAID', amount)));
      expect(result.alarms).toEqual([]);
      expect(paidFor(result)).toBe(minor);
    }
  });

  test('in doubt, a PAID without an amount is an alarm, and so is an amount nobody asked for', () => {
    expect(run(live, update, updated(LOST), told(status('PAID'))).alarms).toEqual([{ kind: 'amountUnknown', seqrSaid: '' }]);
    expect(run(live, update, updated(LOST), told(status('PAID', 100))).state).toMatchObject({
      payment: { giveBack: { why: 'otherAmount', seqrSaid: '1.00 SEK' } },
    });
  });

  test('of the same amount, the rows on the receipt of PAID tell which content was paid, and its VAT (PF-08)', () => {
    const sale = exampleSale('s', 14_900);
    const soldAs = (name: string, vatRate: number): Terms =>
      termsOfSale({ ...sale, rows: sale.rows.map((row) => ({ ...row, name, vatRate })) });
    const [food, other] = [soldAs('Food', 1_200), soldAs('Wine', 2_500)];
    const before: Live = { ...live, terms: food };
    for (const [name, vatRate] of [
      ['Food', 1_200],
      ['Wine', 2_500],
    ] as const) {
      const answer = status('PAID', 14_900);
      const rows = [{ description: name, totalAmount: money(14_900, 'SEK') }];
      const named =
        answer.kind === 'answered' ? { ...answer, value: { ...answer.value, receipt: { ...answer.value.receipt, rows } } } : answer;
      const { state, alarms } = run(before, { kind: 'update', terms: other }, updated(LOST), told(named));
      expect(alarms).toEqual([]);
      expect(state).toMatchObject({ payment: { terms: { sale: { rows: [{ name, vatRate }] } } } });
    }
  });

  test('that SEQR takes leaves nothing of earlier doubts', () => {
    const third = exampleTerms(9_900);
    const taken = run(live, update, updated(LOST), { kind: 'update', terms: third }, updated(code(0))).state;
    expect(taken).toMatchObject({ terms: third, doubts: [] });
    const unnamed = run(taken, told(status('PAID')));
    expect(unnamed.alarms).toEqual([]);
    expect(paidFor(unnamed)).toBe(9_900);
    // What was in doubt before is an amount that nobody asks for any more.
    expect(run(taken, told(status('PAID', 12_900))).state).toMatchObject({
      payment: { giveBack: { why: 'otherAmount', seqrSaid: '129.00 SEK' } },
    });
  });

  test('that is paid before its answer comes is read from the receipt, too', () => {
    expect(paidFor(run(live, update, told(status('PAID', 12_900))))).toBe(12_900);
    expect(paidFor(run(live, update, told(status('PAID', 14_900))))).toBe(14_900);
  });

  test('asked for twice without an answer is one doubt; whoever the cards or the goods belong to makes another', () => {
    const again = run(live, update, updated(LOST), update, updated(LOST)).state;
    expect(again).toEqual({ ...live, doubts: [second], lastUpdate: { kind: 'unsure', resultCode: null } });
    const goods = { ...second, sale: { ...second.sale, note: 'For Ada' } };
    const card = { ...second, tokens: [{ id: 'CLUB', status: 1 }] };
    for (const other of [goods, card])
      expect(run(again, { kind: 'update', terms: other }, updated(code(90))).state).toEqual({
        ...live,
        doubts: [second, other],
        lastUpdate: { kind: 'unsure', resultCode: 90 },
      });
  });

  test('found half-done at a restart is in doubt and never repeated (PF-15)', () => {
    expect(run(live, update, { kind: 'restarted' }).state).toEqual({
      ...live,
      doubts: [second],
      lastUpdate: { kind: 'unsure', resultCode: null },
    });
  });

  test('is not made twice at once, nor while a cancel is wished or the payment is set aside', () => {
    const asked = run(live, update).state;
    expect(run(asked, { kind: 'update', terms: first }).state).toBe(asked);
    for (const state of [
      { ...live, cancelWished: true },
      { ...live, setAside: true },
      { ...live, status: 'PARTIALLY_PAID' },
    ])
      expect(run(state, update).state).toBe(state);
  });
});

describe('a reservation (PF-29)', () => {
  test('becomes a tab with the time SEQR keeps it', () => {
    expect(run(live, told(status('RESERVED'))).state).toMatchObject({
      kind: 'reserved',
      phase: 'held',
      lapsesAt: '2026-11-25T08:00:10.000Z',
    });
  });

  test('is settled for what was rung up: update, commit, and only PAID is paid', () => {
    const asked = run(reserved, capture(second));
    expect(asked.state).toMatchObject({ phase: 'updating', asked: second });
    const taken = run(asked.state, updated(code(0)));
    expect(taken.state).toMatchObject({ phase: 'committing', terms: second, asked: null });
    const agreed = run(taken.state, committed(code(0)));
    expect(agreed.state).toMatchObject({ kind: 'reserved', phase: 'committed' });
    expect(paidFor(run(agreed.state, told(status('PAID', 12_900))))).toBe(12_900);
  });

  test('is committed at once when SEQR holds just that', () => {
    expect(run(reserved, capture(first)).state).toMatchObject({ phase: 'committing', asked: null });
  });

  test('is told to SEQR first where goods, cards or an earlier change differ, though the amount is the same', () => {
    const other = exampleTerms(14_900);
    for (const terms of [
      { ...other, sale: { ...other.sale, note: 'For Ada' } },
      { ...other, tokens: [{ id: 'CLUB', status: 1 }] },
    ])
      expect(run(reserved, capture(terms)).state).toMatchObject({ phase: 'updating', asked: terms });
    expect(run({ ...reserved, doubts: [second] }, capture(first)).state).toMatchObject({ phase: 'updating', asked: first });
  });

  test('in doubt about its commit is taken for what SEQR was told of, whatever else costs the same', () => {
    const kept = { ...reserved, phase: 'unsure', doubt: { ...DOUBT, commit: false, release: true } } as const;
    expect(run(kept, capture({ ...first, sale: { ...first.sale, note: 'For Ada' } })).state).toEqual({ ...kept, phase: 'committing' });
  });

  test.each<[string, Answer<Nothing>, Partial<Reserved>]>([
    ['yes', code(0), { phase: 'committed', doubt: DOUBT }],
    ['no answer', LOST, { doubt: DOUBT, lastCommit: { kind: 'unsure' } }],
    ['93', code(93), { doubt: DOUBT, lastCommit: { kind: 'unsure' } }],
    ['96', code(96), { doubt: DOUBT, lastCommit: { kind: 'refused', resultCode: 96 } }],
    ['11', code(11), { phase: 'held', lastCommit: { kind: 'refused', resultCode: 11 } }],
    ['48', code(48), { phase: 'held', lastCommit: { kind: 'refused', resultCode: 48 } }],
    ['what never left', NOT_SENT, { phase: 'held', lastCommit: { kind: 'notSent' } }],
  ])('whose commit is answered with %s says so', (_name, answer, difference) => {
    const committing = { ...reserved, phase: 'committing' } as const;
    expect(run(committing, committed(answer)).state).toEqual({ ...committing, ...difference });
    expect(run(reserved, committed(answer)).state).toBe(reserved);
    expect(run(live, committed(answer)).state).toBe(live);
  });

  test.each<[string, Answer<Nothing>, Partial<Reserved>]>([
    ['20', code(20), { lastCommit: { kind: 'refused', resultCode: 20 } }],
    ['what never left', NOT_SENT, { lastCommit: { kind: 'notSent' } }],
    ['49', code(49), { phase: 'unsure', doubt: { ...DOUBT, amountRefused: true }, lastCommit: { kind: 'refused', resultCode: 49 } }],
  ])('in doubt about a commit stays so when a repeat is answered with %s', (_name, answer, difference) => {
    const doubtful = { ...reserved, phase: 'committing', doubt: DOUBT } as const;
    expect(run(doubtful, committed(answer)).state).toEqual({ ...doubtful, ...difference });
  });

  test.each<[string, Answer<Nothing>, Partial<Reserved>]>([
    ['20', code(20), { lastCommit: { kind: 'refused', resultCode: 20 } }],
    ['what never left', NOT_SENT, { lastCommit: { kind: 'notSent' } }],
  ])('in doubt about its release alone is not committed again by itself after %s', (_name, answer, difference) => {
    const doubt = { ...DOUBT, commit: false, release: true };
    const committing = { ...reserved, phase: 'committing', doubt } as const;
    expect(run(committing, committed(answer)).state).toEqual({ ...committing, phase: 'unsure', ...difference });
  });

  test.each([code(11), NOT_SENT])('whose change is refused or not sent is in doubt still, if it was before', (answer) => {
    const refused = { ...reserved, phase: 'unsure', doubt: { ...DOUBT, amountRefused: true } } as const;
    expect(run(refused, capture(second), updated(answer)).state).toMatchObject({ phase: 'unsure', doubt: refused.doubt });
  });

  test('that is still held tells nothing new, but that SEQR answers for it and how far it has come', () => {
    const held = (state: Reserved, version = 1) => run(state, told(status('RESERVED', undefined, version))).state;
    expect(held(reserved)).toBe(reserved);
    expect(held(reserved, 2)).toEqual({ ...reserved, version: 2 });
    expect(held({ ...reserved, unanswerable: 54 })).toEqual(reserved);
    expect(held({ ...reserved, contactLost: true })).toEqual(reserved);
  });

  test('of a payment that was set aside or is to be cancelled is released (PF-12, PF-16)', () => {
    const becomes = (state: Live) => run(state, told(status('RESERVED'))).state;
    const tab = { ...reserved, version: 2 };
    expect(becomes({ ...live, contactLost: true, unanswerable: 54 })).toEqual(tab);
    expect(becomes({ ...live, cancelWished: true })).toEqual({ ...tab, phase: 'releasing' });
    expect(becomes({ ...live, setAside: true })).toEqual({ ...tab, phase: 'releasing', setAside: true });
    const freed = { setAside: true, freed: true } as const;
    expect(becomes({ ...live, cancelWished: true, ...freed })).toEqual({ ...tab, phase: 'releasing', ...freed });
  });

  test('whose update is refused or was not sent stays reserved, and says so', () => {
    expect(run(reserved, capture(second), updated(code(11))).state).toMatchObject({
      phase: 'held',
      terms: first,
      lastUpdate: { kind: 'refused', resultCode: 11 },
    });
    expect(run(reserved, capture(second), updated(NOT_SENT)).state).toMatchObject({
      phase: 'held',
      terms: first,
      lastUpdate: { kind: 'notSent' },
    });
  });

  test.each([
    ['no answer', LOST],
    ['93', code(93)],
    ['96', code(96)],
  ])('whose commit has %s is in doubt until PAID or an end, whatever is read, repeated or found at a start', (_name, answer) => {
    const { state } = run(reserved, capture(first), committed(answer));
    expect(state).toMatchObject({ phase: 'committing', doubt: { commit: true } });
    const seen = run(
      state,
      told(status('RESERVED')),
      told(status('RESERVED'), false),
      committed(NOT_SENT),
      committed(code(20)),
      committed(LOST),
      { kind: 'restarted' },
      told(status('RESERVED')),
    ).state;
    expect(seen).toMatchObject({ phase: 'committing', doubt: { commit: true } });
    expect(run(seen, told(status('PAID', 14_900))).state.kind).toBe('paid');
    expect(run(seen, told(status('EXPIRED'))).state.kind).toBe('expired');
  });

  test('in doubt about a commit takes no other amount, no draft and no edit, until SEQR has refused the amount', () => {
    const doubtful = run(reserved, capture(first), committed(LOST)).state;
    for (const event of [capture(second), capture(first), { kind: 'draft', terms: second }] as const)
      expect(run(doubtful, event).state).toBe(doubtful);
    const refused = run(doubtful, committed(code(11))).state;
    expect(refused).toMatchObject({ phase: 'unsure', doubt: { commit: true, amountRefused: true } });
    expect(run(refused, told(status('RESERVED'))).state).toMatchObject({ phase: 'unsure' });
    expect(run(refused, capture(second)).state).toMatchObject({ phase: 'updating', asked: second });
    expect(run(refused, told(status('PAID', 14_900))).state.kind).toBe('paid');
  });

  test('whose amount SEQR has refused may be added to; once it is taken for another amount, that one is in doubt alone', () => {
    const refused = run(reserved, capture(first), committed(LOST), committed(code(49))).state;
    expect(run(refused, { kind: 'draft', terms: second }).state).toMatchObject({ phase: 'unsure', draft: second });
    const again = run(refused, capture(second), updated(code(0)), committed(LOST)).state;
    expect(again).toMatchObject({ phase: 'committing', doubt: { commit: true, amountRefused: false } });
    // SEQR may have taken the second amount by now: no third one.
    const kept = run(again, { kind: 'cancel' }, { kind: 'keepWaiting', cancelLeft: true }).state;
    expect(run(kept, capture(exampleTerms(9_900))).state).toBe(kept);
  });

  test('that is freed while an update is on its way is never taken, whatever the update is answered (PF-16)', () => {
    const aside = run(reserved, capture(first), committed(LOST), committed(code(49)), { kind: 'setAside' }, capture(second)).state;
    expect(aside).toMatchObject({ phase: 'updating', setAside: true });
    const freed = run(aside, { kind: 'free' }).state;
    expect(freed).toMatchObject({ phase: 'releasing', freed: true });
    for (const answer of [code(0), code(49), LOST, NOT_SENT])
      expect(run(freed, updated(answer)).state).toMatchObject({ phase: 'releasing', asked: null });
  });

  test('in doubt about a commit can be released; from then on only the release is repeated', () => {
    const releasing = run(reserved, capture(first), committed(LOST), { kind: 'cancel' }).state;
    expect(releasing).toMatchObject({ phase: 'releasing', doubt: { commit: true } });
    expect(run(releasing, committed(LOST), told(status('RESERVED'))).state).toMatchObject({ phase: 'releasing' });
    expect(run(releasing, told(status('PAID', 14_900))).state).toMatchObject({ kind: 'paid', payment: { wonAgainstCancel: true } });
  });

  test('that is to be kept after a release that may have reached SEQR is asked about until PAID or an end', () => {
    const keep = (cancelLeft: boolean) => run(reserved, { kind: 'cancel' }, { kind: 'keepWaiting', cancelLeft });
    expect(keep(false).state).toMatchObject({ phase: 'held' });
    const kept = keep(true).state;
    expect(kept).toMatchObject({ phase: 'unsure', doubt: { release: true } });
    expect(run(kept, told(status('RESERVED')), told(status('RESERVED'), false)).state).toMatchObject({ phase: 'unsure' });
    // What ends it now is news to the cashier: what was rung up is to be charged another way.
    expect(run(kept, told(status('CANCELED')))).toMatchObject({ state: { askedHere: false }, alarms: [{ kind: 'reservationEnded' }] });
    expect(run(kept, capture(first)).state).toMatchObject({ phase: 'committing' });
    expect(run(kept, capture(second)).state).toBe(kept);
  });

  test('whose yes to the commit is not carried out is committed again, by a read that began after it', () => {
    const agreed = run(reserved, capture(first), committed(code(0))).state;
    expect(run(agreed, told(status('RESERVED'), false)).state).toMatchObject({ phase: 'committed' });
    expect(run(agreed, told(status('RESERVED'))).state).toMatchObject({ phase: 'committing', doubt: { commit: true } });
    const older = { ...reserved, phase: 'committed' } as const;
    expect(run(older, told(status('RESERVED'))).state).toEqual({ ...older, version: 2, phase: 'committing', doubt: DOUBT });
  });

  test('whose update is in doubt is at rest again only by a read that began after it', () => {
    const doubtful = run(reserved, capture(second), updated(LOST)).state;
    expect(doubtful).toMatchObject({ phase: 'unsure' });
    expect(run(doubtful, told(status('RESERVED'), false)).state).toMatchObject({ phase: 'unsure' });
    expect(run(doubtful, told(status('RESERVED'))).state).toMatchObject({ phase: 'held', doubts: [second] });
  });

  test('in doubt can be set aside, and is then paid loudly; at rest it cannot', () => {
    const aside = run(reserved, capture(first), committed(LOST), { kind: 'setAside' }).state;
    expect(aside).toMatchObject({ setAside: true });
    expect(run(aside, told(status('PAID', 14_900))).alarms).toEqual([{ kind: 'completedLoudly', seqrSaid: '2026' }]);
    expect(run(reserved, { kind: 'setAside' }).state).toBe(reserved);
  });

  test('that was never asked for is a stage on the way to PAID, and is asked about like any other (PF-07)', () => {
    const immediate = { ...CONTEXT, facts: FACTS };
    const passing = step(live, told(status('RESERVED')), immediate).state;
    expect(passing).toMatchObject({ kind: 'live', status: 'RESERVED' });
    expect(step(passing, { kind: 'cancel' }, immediate).state).toMatchObject({ kind: 'live', cancelWished: true });
    expect(step(passing, told(status('PAID', 14_900)), immediate).state.kind).toBe('paid');
    expect(step(live, { kind: 'restarted' }, immediate).state).toBe(live);
    // An older Kassa took it for a tab.
    const restarted = (state: Reserved) => step(state, { kind: 'restarted' }, immediate).state;
    const waiting = { ...live, status: 'RESERVED' };
    expect(restarted(reserved)).toEqual(waiting);
    expect(restarted({ ...reserved, phase: 'releasing', setAside: true, freed: true })).toEqual({
      ...waiting,
      cancelWished: true,
      setAside: true,
      freed: true,
    });
    expect(restarted({ ...reserved, phase: 'updating', asked: second })).toEqual({
      ...waiting,
      doubts: [second],
      lastUpdate: { kind: 'unsure', resultCode: null },
    });
  });

  test('is not committed twice: while one is under way nothing else is', () => {
    const committing = run(reserved, capture(first)).state;
    for (const event of [capture(second), { kind: 'draft', terms: second }] as const) expect(run(committing, event).state).toBe(committing);
    expect(run(committing, { kind: 'restarted' }).state).toMatchObject({ phase: 'committing', doubt: { commit: true } });
  });

  test('that is released is cancelled only when SEQR says so, without an alarm', () => {
    const releasing = run(reserved, { kind: 'cancel' }).state;
    expect(releasing).toMatchObject({ phase: 'releasing' });
    expect(run(releasing, told(status('CANCELED')))).toMatchObject({ state: { kind: 'cancelled', askedHere: true }, alarms: [] });
  });

  test.each(['CANCELED', 'EXPIRED', 'FAILED'])(
    'that ends as %s though nobody here asked is an alarm, and keeps what was rung up',
    (text) => {
      const drafted = run(reserved, { kind: 'draft', terms: second }).state;
      expect(run(drafted, told(status(text)))).toMatchObject({
        state: { unpaid: second },
        alarms: [{ kind: 'reservationEnded', seqrSaid: text }],
      });
    },
  );

  test.each<ReservedPhase>(['held', 'committing', 'committed', 'unsure', 'releasing', 'lapsed'])(
    'of which nobody heard for 20 s, %s, is heard of again by one read, and is paid loudly without it (PF-04, PF-16)',
    (phase) => {
      const silent = run({ ...reserved, phase }, { kind: 'contactLost' }).state;
      expect(silent).toMatchObject({ contactLost: true });
      expect(run(silent, told(status('PAID', 14_900))).alarms).toEqual([{ kind: 'completedLoudly', seqrSaid: '2026' }]);
      for (const version of [reserved.version, reserved.version + 1]) {
        const heard = run(silent, told(status('RESERVED', undefined, version))).state;
        expect(heard).toMatchObject({ contactLost: false, version });
        expect(run(heard, told(status('PAID', 14_900))).alarms).toEqual([]);
      }
    },
  );

  test('does not end by the clock alone', () => {
    const { state } = run(reserved, { kind: 'lapsed' });
    expect(state).toMatchObject({ kind: 'reserved', phase: 'lapsed' });
    expect(run(state, told(status('RESERVED'))).state).toMatchObject({ phase: 'lapsed' });
  });
});
