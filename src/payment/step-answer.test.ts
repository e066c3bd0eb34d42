import { describe, expect, test } from 'vitest';
import type { AttemptState } from './attempt.ts';
import type { SendAnswer } from './step-answer.ts';
import { answered } from './testing/answers.ts';
import { step } from './testing/charted-step.ts';
import { FACTS as facts, LIVE, NOW as nowIso, RESERVED } from './testing/example.ts';

const CONTEXT = { facts, restarted: false, nowIso };
const LOST: SendAnswer = { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 15_000 };
const UNSENT: SendAnswer = { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 };
const said = (resultCode: number, invoiceReference: string | null): SendAnswer =>
  answered(resultCode, { invoiceReference, invoiceQRCode: 'QR' });
const after = (state: AttemptState, answer: SendAnswer) => step(state, { kind: 'sendAnswered', answer }, CONTEXT).state;

const SENDING = { kind: 'sending' } as const;
const PERHAPS = { kind: 'sendUnknown', saysPaid: true } as const;

describe('the answer to sendInvoice (PF-10)', () => {
  test('0 with a reference is an invoice that waits for what the attempt began with, and nothing is wished of it', () => {
    for (const state of [SENDING, PERHAPS]) expect(after(state, said(0, '42'))).toEqual({ ...LIVE, version: 0, invoiceQRCode: 'QR' });
  });

  test.each([said(0, null), said(90, null), said(93, '42'), said(94, null), LOST])('%o leaves it unknown whether SEQR has it', (answer) => {
    expect(after(SENDING, answer)).toEqual({ kind: 'sendUnknown', saysPaid: false });
    expect(after(PERHAPS, answer)).toBe(PERHAPS);
  });

  test.each([10, 11, 20, 29, 49, 64, 91])('%i refuses it', (resultCode) => {
    for (const state of [SENDING, PERHAPS]) expect(after(state, said(resultCode, null))).toEqual({ kind: 'refused', resultCode });
  });

  test('that never left is known not to be there', () => {
    for (const state of [SENDING, PERHAPS]) expect(after(state, UNSENT)).toEqual({ kind: 'notSent' });
  });

  test('after it was given up names a reference to be kept, and no more', () => {
    const orphan = { kind: 'orphan', lateReference: null } as const;
    expect(after(orphan, said(0, '42'))).toEqual({ kind: 'orphan', lateReference: '42' });
    for (const answer of [said(0, null), said(49, null), LOST, UNSENT]) expect(after(orphan, answer)).toBe(orphan);
  });

  test('after a supervisor has closed it names a reference to be kept, and no more (PF-02, PF-30)', () => {
    const closed = { kind: 'notPaid', invoiceReference: null } as const;
    expect(after(closed, said(0, '42'))).toEqual({ kind: 'notPaid', invoiceReference: '42' });
    for (const answer of [said(0, null), said(49, null), LOST, UNSENT]) expect(after(closed, answer)).toBe(closed);
  });

  test('changes nothing of what goes on without it', () => {
    for (const state of [LIVE, RESERVED, { kind: 'notPaid', invoiceReference: '42' } as const])
      for (const answer of [said(0, '43'), said(49, null), LOST, UNSENT]) expect(after(state, answer)).toBe(state);
  });

  test('found half-done at a start is unknown (PF-15), and the customer may say that it is paid', () => {
    const unknown = step(SENDING, { kind: 'restarted' }, CONTEXT).state;
    expect(unknown).toEqual({ kind: 'sendUnknown', saysPaid: false });
    const paid = step(unknown, { kind: 'customerSaysPaid' }, CONTEXT).state;
    expect(paid).toEqual(PERHAPS);
    expect(step(SENDING, { kind: 'customerSaysPaid' }, CONTEXT).state).toEqual(PERHAPS);
    for (const state of [PERHAPS, LIVE]) expect(step(state, { kind: 'customerSaysPaid' }, CONTEXT).state).toBe(state);
    for (const state of [SENDING, PERHAPS])
      expect(step(state, { kind: 'giveUp' }, CONTEXT).state).toEqual({ kind: 'orphan', lateReference: null });
    expect(step(LIVE, { kind: 'giveUp' }, CONTEXT).state).toBe(LIVE);
  });
});
