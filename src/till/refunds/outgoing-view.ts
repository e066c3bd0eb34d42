import type { OutgoingLine, OutgoingScreen, OutgoingView, OutgoingWhat } from '../../contract/outgoing-view.ts';
import type { TrayItem } from '../../contract/payment-view.ts';
import type { OutgoingFacts } from '../../outgoing/index.ts';
import { classify } from '../../protocol/index.ts';
import type { OutgoingRecord } from '../../records/index.ts';

export interface HeldOutgoing {
  readonly record: OutgoingRecord;
  /** What is on disk. */
  readonly shown: OutgoingRecord;
}

function whatOf(facts: OutgoingFacts): OutgoingWhat {
  return facts.kind === 'refund'
    ? { kind: 'refund', receiptNumber: facts.receiptNumber, paymentReference: facts.ersReference }
    : { kind: 'credit', userId: facts.userId };
}

export function outgoingView({ record, shown }: HeldOutgoing, slow: boolean): OutgoingView {
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

/** `notDone` is never on the screen: whoever settled it has just said so. */
function screenOf(
  { facts, state, receiptNumber }: OutgoingRecord,
  more: { readonly slow: boolean; readonly recorded: boolean },
): OutgoingScreen {
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

/** On the unresolved list until the report or SEQR's written answer settles it. */
export function outgoingTrayItem({ facts, stateNumber }: OutgoingRecord): TrayItem {
  return {
    id: `${facts.id}.outgoing`,
    kind: 'outgoing',
    attemptId: facts.id,
    stateNumber,
    correlationId: facts.correlationId,
    amount: facts.amount,
    since: facts.startedAt,
    state: facts.kind === 'refund' ? 'refundUnknown' : 'payOutUnknown',
    receiptNumber: facts.kind === 'refund' ? facts.receiptNumber : null,
    dismissable: false,
  };
}

export function outgoingLine({ facts, state, stateNumber, receiptNumber }: OutgoingRecord): OutgoingLine {
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
