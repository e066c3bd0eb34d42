import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import { sentOf } from '../end-of-day/close-claims.ts';
import { isLetter } from '../end-of-day/supervising.ts';
import type { Supervising } from '../end-of-day/supervising.ts';
import { wished } from '../payments/wished.ts';
import { OK, refuse } from '../results.ts';
import type { SessionIntents } from '../rule.ts';
import type { DisbursementDesk } from './disbursement-desk.ts';
import type { PayingOut } from './paying-out.ts';
import type { Refunding } from './refunding.ts';

export interface RefundParts {
  readonly supervising: Pick<Supervising, 'mayCloseDisbursement'>;
  readonly disbursement: DisbursementDesk;
  readonly refunding: Refunding;
  readonly payingOut: PayingOut;
}

const SEND = { right: 'owner', movesMoney: true, without: 'stale' } as const;

export const refundIntents = {
  'refund.send': {
    ...SEND,
    before: ({ refunding }, intent) => refunding.ready(intent),
    apply: ({ refunding }, intent) => refunding.send(intent),
  },
  'refund.sendAgain': { ...SEND, apply: ({ refunding }, intent) => refunding.sendAgain(intent) },
  'payOut.send': {
    ...SEND,
    before: ({ payingOut }, intent) => payingOut.ready(intent),
    apply: ({ payingOut }, intent) => payingOut.send(intent),
  },
  'disbursement.dismiss': {
    right: 'anyone',
    movesMoney: false,
    without: 'stale',
    apply: ({ disbursement }, { id, stateNumber }) => wished(disbursement.dismiss(id, stateNumber)),
  },
  'disbursement.resolve': { right: 'owner', movesMoney: false, without: 'stale', before: canBeSettled, apply: resolve },
} satisfies SessionIntents<RefundParts>;

type WrittenAnswer = IntentOf<'disbursement.resolve'>;

/** SEQR's written answer bears a reference (PF-14). */
const referenceOf = ({ reference }: WrittenAnswer): string => cleanText(reference);

function isShown({ disbursement }: RefundParts, { id, stateNumber }: WrittenAnswer): boolean {
  return disbursement.unresolved().some((record) => record.facts.id === id && record.stateNumber === stateNumber);
}

/** By SEQR's letter at any time; without one when no report can settle it any more, and with a reason (PF-30). */
function canBeSettled(parts: RefundParts, intent: WrittenAnswer): IntentResult {
  const reference = referenceOf(intent);
  if (reference !== '' && !isLetter(reference)) return refuse('disbursement.reference');
  const record = parts.disbursement.unresolved().find(({ facts }) => facts.id === intent.id);
  if (record === undefined || !isShown(parts, intent)) return refuse('stale');
  if (reference !== '') return OK;
  if (cleanText(intent.reason ?? '') === '') return refuse('disbursement.reference');
  return parts.supervising.mayCloseDisbursement(intent.id, record.facts.endpoint, sentOf(record.sendings), intent.done);
}

/** Of a refund that is done by a letter the reference is the refund's own. */
function resolve(parts: RefundParts, intent: WrittenAnswer): IntentResult {
  const allowed = canBeSettled(parts, intent);
  if (!allowed.ok) return allowed;
  const reference = referenceOf(intent) === '' ? null : referenceOf(intent);
  const verdict = intent.done ? ({ kind: 'done', ersReference: reference } as const) : ({ kind: 'notDone' } as const);
  return wished(parts.disbursement.resolve(intent.id, verdict, 'supervisor', { reference, reason: cleanText(intent.reason ?? '') }));
}
