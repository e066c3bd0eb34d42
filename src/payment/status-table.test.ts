import { describe, expect, test } from 'vitest';
import { PUBLISHED_CODES } from '../protocol/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import type { AttemptFacts, AttemptState } from './attempt.ts';
import { STATUS_TABLE } from './status-table.ts';
import type { AnswerKind, Outcome, Situation } from './status-table.ts';
import type { StepResult } from './step-result.ts';
import { answered } from './testing/answers.ts';
import { step } from './testing/charted-step.ts';
import { DOUBT as doubt, exampleTerms, FACTS, LIVE, NOW, RESERVED } from './testing/example.ts';

const VERSION = 5;
const TAB_FACTS: AttemptFacts = { ...FACTS, reservation: { mode: 'RESERVATION_REQUIRED', timeoutS: 3_600, name: 'Table 4' } };
const REFERENCE = '2026112310184861801032678';
const payment = { ersReference: REFERENCE, afterRestart: false, wonAgainstCancel: false };
const live = { ...LIVE, version: VERSION };
const tab = { ...RESERVED, version: VERSION };
const ended = { invoiceReference: '42' };

/** Every way to stand so. */
const SITUATIONS: Readonly<Record<Situation, readonly AttemptState[]>> = {
  waiting: [
    live,
    { ...live, cancelWished: true },
    { ...live, setAside: true, cancelWished: true },
    { ...live, status: 'PARTIALLY_PAID' },
    { ...live, asked: exampleTerms(100) },
    { ...live, contactLost: true },
  ],
  waitingForTab: [live, { ...live, setAside: true, cancelWished: true }],
  tab: [
    tab,
    { ...tab, phase: 'lapsed' },
    { ...tab, phase: 'lapsed', setAside: true },
    { ...tab, phase: 'updating', asked: exampleTerms(100) },
    { ...tab, phase: 'committing' },
    { ...tab, phase: 'committing', doubt },
    { ...tab, phase: 'committing', doubt, setAside: true },
    { ...tab, phase: 'unsure', doubt: { ...doubt, commit: false, release: true } },
    { ...tab, phase: 'releasing' },
    { ...tab, phase: 'releasing', doubt },
  ],
  tabTaken: [{ ...tab, phase: 'committed', doubt }],
  tabChanged: [{ ...tab, phase: 'unsure', doubts: [exampleTerms(100)] }],
  paid: [
    { kind: 'paid', invoiceReference: '42', version: VERSION, payment },
    { kind: 'paid', invoiceReference: '42', version: VERSION, payment, unconfirmed: true },
    { kind: 'paid', invoiceReference: '42', version: VERSION, payment: { ...payment, ersReference: null } },
  ],
  ended: [
    { kind: 'cancelled', contactLost: false, askedHere: true, ...ended },
    { kind: 'failed', ...ended },
    { kind: 'expired', ...ended },
    { kind: 'notPaid', invoiceReference: '42' },
  ],
  noInvoice: [{ kind: 'refused', resultCode: 49 }, { kind: 'notSent' }, { kind: 'orphan', lateReference: null }],
  takenBack: [{ kind: 'reversed', invoiceReference: '42', payment }],
  notAsked: [{ kind: 'sending' }, { kind: 'sendUnknown', saysPaid: false }, { kind: 'completed', invoiceReference: '42', payment }],
};

const KNOWN = ['PAID', 'ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'CANCELED', 'FAILED', 'EXPIRED'] as const;
const TERMINAL_CODES = [20, 21, 29, 33, 37, 54];

interface Said {
  readonly kind: AnswerKind;
  readonly older: boolean;
  readonly answer: Answer<PaymentStatus>;
}

const told = (status: string, version: number): Answer<PaymentStatus> =>
  answered(0, { status, version, receipt: null, customerTokens: [] }, status === 'PAID' ? REFERENCE : null);

function kindOfCode(code: number): AnswerKind {
  if (code === 55 || code === 58) return `${code}`;
  return TERMINAL_CODES.includes(code) ? '20, 21, 29, 33, 37, 54' : 'another code, or none';
}

/** Every status with an older, the same and a newer version; every code; every way to have no answer. */
const SAID: readonly Said[] = [
  ...[...KNOWN, 'PARTIALLY_PAID', ''].flatMap((status) =>
    [VERSION - 1, VERSION, VERSION + 1].map((version) => ({
      kind: KNOWN.find((known) => known === status) ?? ('another status' as const),
      older: version < VERSION,
      answer: told(status, version),
    })),
  ),
  // Only the code counts, whatever is said beside it (PF-05).
  ...[...PUBLISHED_CODES, 4_711]
    .filter((code) => code !== 0)
    .flatMap((resultCode) =>
      [
        { status: null, version: VERSION },
        { status: 'PAID', version: VERSION + 1 },
        { status: 'ISSUED', version: 0 },
      ].map((beside) => ({
        kind: kindOfCode(resultCode),
        older: false,
        answer: answered(resultCode, { ...beside, receipt: null, customerTokens: [] }),
      })),
    ),
  { kind: 'another code, or none', older: false, answer: { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 4_000 } },
  { kind: 'another code, or none', older: false, answer: { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 } },
];

/** What has come of it, read from before and after. */
function outcome(before: AttemptState, { state: after, alarms }: StepResult): Outcome {
  if (alarms.some(({ kind }) => kind === 'paidAfterEnd')) return after === before ? 'alarm' : 'paid after all';
  if (after === before) return 'nothing';
  switch (after.kind) {
    case 'paid':
    case 'reversed':
    case 'cancelled':
    case 'failed':
    case 'expired':
      return after.kind;
    case 'completed':
      return 'confirmed';
    case 'live':
      return after.unanswerable === null ? 'shown, asked on' : 'unanswerable';
    case 'reserved':
      if (after.unanswerable !== null) return 'unanswerable';
      if (before.kind !== 'reserved') return 'becomes a tab';
      if (before.phase === 'committed') return 'taken again';
      return before.phase === 'unsure' && before.doubt === undefined ? 'held' : 'asked on';
    default:
      throw new Error(`from ${before.kind} to ${after.kind}`);
  }
}

/** Where nothing but the version is new, or not even that, nothing is written. */
const QUIET: readonly Outcome[] = ['shown, asked on', 'asked on'];

describe.each(Object.keys(STATUS_TABLE) as readonly Situation[])(
  'what an answer makes of a payment that stands as %s (PF-07)',
  (situation) => {
    const facts = situation === 'waiting' ? FACTS : TAB_FACTS;

    test.each(SITUATIONS[situation].map((state) => [JSON.stringify({ ...state, terms: 0, draft: 0, payment: 0 }), state] as const))(
      'is what the table says: %s',
      (_name, state) => {
        for (const { kind, older, answer } of SAID) {
          const cell = STATUS_TABLE[situation][kind];
          const expected = typeof cell === 'string' ? cell : older ? cell.older : cell.otherwise;
          const found = outcome(
            state,
            step(state, { kind: 'statusAnswered', answer, afterCalls: true }, { facts, restarted: false, nowIso: NOW }),
          );
          if (found === 'nothing' && QUIET.includes(expected)) continue;
          expect(found, JSON.stringify(answer)).toBe(expected);
        }
      },
    );
  },
);
