import type { DisbursementLine, DisbursementScreen, DisbursementView, DisbursementWhat } from '../../contract/disbursement-view.ts';
import type { UnresolvedItem } from '../../contract/payment-view.ts';
import type { Settling } from '../../day/index.ts';
import type { DisbursementFacts } from '../../disbursement/index.ts';
import { classify } from '../../protocol/index.ts';
import type { DisbursementRecord } from '../../records/index.ts';
import { awaitedBy } from '../payments/unresolved-course.ts';

export interface HeldDisbursement {
  readonly record: DisbursementRecord;
  /** What is on disk. */
  readonly shown: DisbursementRecord;
}

function whatOf(facts: DisbursementFacts): DisbursementWhat {
  return facts.kind === 'refund'
    ? { kind: 'refund', receiptNumber: facts.receiptNumber, paymentReference: facts.ersReference }
    : { kind: 'credit', userId: facts.userId };
}

export function disbursementView({ record, shown }: HeldDisbursement, slow: boolean): DisbursementView {
  // A yes that the disk refused is shown as such (PF-02); anything else waits for the disk.
  const seen = record.state.kind === 'done' ? record : shown;
  const { id, correlationId, amount } = seen.facts;
  return {
    id,
    stateNumber: seen.stateNumber,
    correlationId,
    amount,
    what: whatOf(seen.facts),
    screen: screenOf(seen, { slow, recorded: shown === record }),
  };
}

/** `notDone` is never on the screen: whoever resolved it has just said so. */
function screenOf(
  { facts, state, receiptNumber }: DisbursementRecord,
  more: { readonly slow: boolean; readonly recorded: boolean },
): DisbursementScreen {
  switch (state.kind) {
    case 'sending':
      return { kind: 'sending', slow: more.slow };
    case 'done':
      return { kind: 'done', lastSix: state.ersReference?.slice(-6) ?? null, receiptNumber, recorded: more.recorded };
    case 'unknown':
      return { kind: 'unknown' };
    case 'notSent':
    case 'notDone':
      return { kind: 'notSent' };
    case 'refused': {
      const operation = facts.kind === 'refund' ? 'refundPayment' : 'creditUser';
      return { kind: 'refused', resultCode: state.resultCode, registration: classify(operation, state.resultCode) === 'registration' };
    }
  }
}

/** On the unresolved list until the report or SEQR's written answer resolves it. */
export function disbursementItem({ facts, stateNumber }: DisbursementRecord, sendAgain: boolean, settling: Settling): UnresolvedItem {
  const state = facts.kind === 'refund' ? 'refundUnknown' : 'payOutUnknown';
  return {
    id: `${facts.id}.disbursement`,
    kind: 'disbursement',
    attemptId: facts.id,
    stateNumber,
    correlationId: facts.correlationId,
    amount: facts.amount,
    since: facts.startedAt,
    state,
    doing: { kind: 'looksInReports' },
    waitsFor: awaitedBy(state, { settling: () => settling, lapsesAt: null, waitsForKeychain: false }),
    receiptNumber: facts.kind === 'refund' ? facts.receiptNumber : null,
    said: null,
    closeAs: [],
    dismissable: false,
    sendAgain,
  };
}

export function disbursementLine({ facts, state, stateNumber, receiptNumber }: DisbursementRecord): DisbursementLine {
  return {
    id: facts.id,
    stateNumber,
    what: whatOf(facts),
    amount: facts.amount,
    startedAt: facts.startedAt,
    correlationId: facts.correlationId,
    reason: facts.reason,
    state: state.kind,
    resultCode: state.kind === 'refused' ? state.resultCode : null,
    ersReference: state.kind === 'done' ? state.ersReference : null,
    receiptNumber,
  };
}
