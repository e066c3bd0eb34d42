import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import { wished } from '../payments/wished.ts';
import type { DisbursementDesk } from '../refunds/disbursement-desk.ts';
import { OK, refuse } from '../results.ts';
import type { SessionIntents } from '../rule.ts';
import { sentOf } from './close-claims.ts';
import { isLetter } from './supervising.ts';
import type { Supervising } from './supervising.ts';

interface ResolvingParts {
  readonly supervising: Pick<Supervising, 'mayCloseDisbursement'>;
  readonly disbursement: DisbursementDesk;
}

/** A refund or a pay-out of unknown outcome is closed by SEQR's letter, or by a supervisor (PF-14, PF-30). */
export const resolvingIntents = {
  'disbursement.resolve': { right: 'owner', movesMoney: false, without: 'stale', before: canBeSettled, apply: resolve },
} satisfies SessionIntents<ResolvingParts>;

type WrittenAnswer = IntentOf<'disbursement.resolve'>;

/** SEQR's written answer bears a reference (PF-14). */
const referenceOf = ({ reference }: WrittenAnswer): string => cleanText(reference);

function isShown({ disbursement }: ResolvingParts, { id, stateNumber }: WrittenAnswer): boolean {
  return disbursement.unresolved().some((record) => record.facts.id === id && record.stateNumber === stateNumber);
}

/** By SEQR's letter at any time; without one when no report can settle it any more, and with a reason (PF-30). */
function canBeSettled(parts: ResolvingParts, intent: WrittenAnswer): IntentResult {
  const reference = referenceOf(intent);
  if (reference !== '' && !isLetter(reference)) return refuse('disbursement.reference');
  const record = parts.disbursement.unresolved().find(({ facts }) => facts.id === intent.id);
  if (record === undefined || !isShown(parts, intent)) return refuse('stale');
  if (reference !== '') return OK;
  if (cleanText(intent.reason ?? '') === '') return refuse('disbursement.reference');
  return parts.supervising.mayCloseDisbursement(intent.id, record.facts.endpoint, sentOf(record.sendings), intent.done);
}

/** Of a refund that is done by a letter the reference is the refund's own. */
function resolve(parts: ResolvingParts, intent: WrittenAnswer): IntentResult {
  const allowed = canBeSettled(parts, intent);
  if (!allowed.ok) return allowed;
  const reference = referenceOf(intent) === '' ? null : referenceOf(intent);
  const verdict = intent.done ? ({ kind: 'done', ersReference: reference } as const) : ({ kind: 'notDone' } as const);
  return wished(parts.disbursement.resolve(intent.id, verdict, 'supervisor', { reference, reason: cleanText(intent.reason ?? '') }));
}
