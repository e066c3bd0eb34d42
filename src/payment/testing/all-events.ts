import { classify, OPERATIONS, PUBLISHED_CODES } from '../../protocol/index.ts';
import type { Answer, Nothing, PaymentStatus } from '../../protocol/index.ts';
import type { AttemptEvent } from '../step.ts';
import type { Terms } from '../terms.ts';
import { answered } from './answers.ts';

/** What the machine knows of a code: its class for every operation, and these by their number (PF-29). */
const traits = (code: number): string =>
  JSON.stringify([OPERATIONS.map((operation) => classify(operation, code)), [11, 49, 96].indexOf(code)]);
/** Every code that SEQR may answer with, and one that nobody has published; of several that are all the same to the machine, one. */
const CODES: readonly number[] = [...new Map([...PUBLISHED_CODES, 4_711].map((code) => [traits(code), code])).values()];
/** Every status that SEQR may tell, and one that nobody has published. */
const STATUSES = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED', 'SOMETHING_NEW'];

const LOST = { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 4_000 } as const;
const NOT_SENT = { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 } as const;

const plain: readonly Answer<Nothing>[] = [LOST, NOT_SENT, ...CODES.map((code) => answered<Nothing>(code, {}))];

function statuses(): readonly Answer<PaymentStatus>[] {
  const told = (status: string | null): PaymentStatus => ({ status, version: 1, receipt: null, customerTokens: [] });
  return [
    LOST,
    NOT_SENT,
    ...CODES.filter((code) => code !== 0).map((code) => answered(code, told(null))),
    ...STATUSES.flatMap((status) => [answered(0, told(status)), answered(0, told(status), '2026112310184861801032678')]),
  ];
}

function sends(): Extract<AttemptEvent, { kind: 'sendAnswered' }>['answer'][] {
  const named = [null, '42'].map((invoiceReference) => ({ invoiceReference, invoiceQRCode: null }));
  return [LOST, NOT_SENT, ...CODES.flatMap((code) => named.map((value) => answered(code, value)))];
}

/** Whatever can happen to an attempt: every answer to every call, and every wish, each of them for any of these terms. */
export function allEvents(terms: readonly Terms[]): readonly AttemptEvent[] {
  return [
    ...sends().map((answer) => ({ kind: 'sendAnswered', answer }) as const),
    ...statuses().flatMap((answer) => [true, false].map((afterCalls) => ({ kind: 'statusAnswered', answer, afterCalls }) as const)),
    ...plain.flatMap((answer) => [{ kind: 'updateAnswered', answer } as const, { kind: 'commitAnswered', answer } as const]),
    ...(
      [
        'contactLost',
        'restarted',
        'lapsed',
        'lapsedUnknown',
        'unconfirmed',
        'cancel',
        'setAside',
        'customerSaysPaid',
        'giveUp',
        'free',
      ] as const
    ).map((kind) => ({
      kind,
    })),
    { kind: 'givenBack', settled: { by: 'refund' } },
    { kind: 'restVoided' },
    { kind: 'keepWaiting', cancelLeft: true },
    { kind: 'keepWaiting', cancelLeft: false },
    { kind: 'reportSays', verdict: { kind: 'notPaid' } },
    { kind: 'reportSays', verdict: { kind: 'notPaid', told: { by: 'supervisor', reason: 'Terminal lost' } } },
    { kind: 'reportSays', verdict: { kind: 'notPaid', told: { by: 'letter', letter: 'SEQR-2026-1', reason: 'SEQR wrote' } } },
    {
      kind: 'reportSays',
      verdict: {
        kind: 'paid',
        ersReference: '2026112310184861801032679',
        told: { by: 'letter', letter: 'SEQR-2026-1', reason: 'SEQR wrote' },
      },
    },
    { kind: 'reportSays', verdict: { kind: 'paid', ersReference: '2026112310184861801032678' } },
    ...terms.flatMap((wanted) => (['update', 'draft', 'capture', 'takePart'] as const).map((kind) => ({ kind, terms: wanted }))),
  ];
}
