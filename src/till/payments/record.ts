import { canTakePart, isHeld, isSetAside, owesBack } from '../../payment/index.ts';
import type { Alarm, AttemptFacts, AttemptState, StepResult } from '../../payment/index.ts';
import type { AttemptRecord, Journal, RaisedAlarm, StageTimes } from '../../records/index.ts';

/** The first record of an attempt, written before anything leaves (PF-02). */
export function newRecord(facts: AttemptFacts): AttemptRecord {
  return {
    facts,
    state: { kind: 'sending' },
    stateNumber: 1,
    stages: { sent: null, waiting: null, confirming: null, paid: null },
    changedAt: facts.startedAt,
    receiptNumber: null,
    onScreen: true,
    alarms: [],
    listed: false,
  };
}

function stagesAfter(stages: StageTimes, state: AttemptState, at: string): StageTimes {
  switch (state.kind) {
    case 'live':
      return {
        ...stages,
        sent: stages.sent ?? at,
        waiting: stages.waiting ?? at,
        confirming: stages.confirming ?? (state.status === 'PENDING_ISSUER_ACKNOWLEDGE' ? at : null),
      };
    case 'reserved':
      return { ...stages, sent: stages.sent ?? at, waiting: stages.waiting ?? at };
    case 'paid':
    case 'completed':
      return { ...stages, paid: stages.paid ?? at };
    default:
      return stages;
  }
}

/** The record after a step: a higher state number, stage times, alarms with names of their own. */
export function recordAfter(record: AttemptRecord, result: StepResult, at: string): AttemptRecord {
  const orphaned = result.state.kind === 'orphan' && record.state.kind !== 'orphan';
  const leftUnresolved = isSetAside(result.state) && !isSetAside(record.state);
  return {
    ...withAlarms(record, result.alarms, at),
    state: result.state,
    stateNumber: record.stateNumber + 1,
    stages: stagesAfter(record.stages, result.state, at),
    changedAt: at,
    // No screen says of money that is to go back that the goods may go; of what SEQR took otherwise it says both figures.
    onScreen: record.onScreen && !orphaned && !leftUnresolved && (!owesBack(result.state) || isHeld(result.state)),
    listed: (record.listed || orphaned) && result.state.kind !== 'notPaid' && result.state.kind !== 'completed',
  };
}

/** The record with alarms raised at this time; the same news twice is one alarm. */
export function withAlarms(record: AttemptRecord, alarms: readonly Alarm[], at: string): AttemptRecord {
  const raised: RaisedAlarm[] = alarms
    .filter((alarm) => !record.alarms.some((known) => known.kind === alarm.kind && known.seqrSaid === alarm.seqrSaid))
    .map((alarm, index) => ({ ...alarm, id: `${record.facts.id}.${record.alarms.length + index + 1}`, at, read: false }));
  return raised.length === 0 ? record : { ...record, alarms: [...record.alarms, ...raised] };
}

/** A record changed by a person's hand: off the screen, an alarm read. Bears a new number, so a second press is stale. */
export function recordWith(
  record: AttemptRecord,
  change: Partial<Pick<AttemptRecord, 'onScreen' | 'alarms' | 'receiptNumber'>>,
): AttemptRecord {
  return { ...record, ...change, stateNumber: record.stateNumber + 1 };
}

/** No receipt was made for it, to give it back, and nobody has paid for its rows otherwise. */
export function mayTakePart({ facts, state, receiptNumber, paidBy }: AttemptRecord): boolean {
  return canTakePart(facts, state) && receiptNumber === null && paidBy === undefined;
}

/**
 * Whether a payment of the book has this reference of SEQR's already: on its receipt, or as one whose money is to go back and
 * that has no receipt yet. One row explains one payment only (PF-06, PF-17).
 *
 * @param named attempts that may have it, besides those with receipts: those in play have every one that has none
 * @param except this attempt does not count
 */
export function hasReference(
  ersReference: string,
  journal: Pick<Journal, 'receiptsWithReference'>,
  named: readonly AttemptRecord[],
  except: string | null = null,
): boolean {
  if (journal.receiptsWithReference(ersReference).some(({ attemptId }) => attemptId !== except)) return true;
  return named.some(({ facts, state }) => facts.id !== except && 'payment' in state && state.payment.ersReference === ersReference);
}
