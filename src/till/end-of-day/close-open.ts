import { handedOn, stillOpen, tillThing } from '../../day/index.ts';
import type { Close, CloseFacts, OpenKind, OpenThing } from '../../day/index.ts';
import { negate } from '../../money/index.ts';
import { isAtRest, owesBack, termsOf } from '../../payment/index.ts';
import type { AttemptRecord, DisbursementRecord, Journal } from '../../records/index.ts';
import { isOwnedIn } from './close-claims.ts';
import { entryOf, isOf, originOf } from './close-entries.ts';
import { lastWithPeriod } from './closes-back.ts';

/*
 * What is not settled when a close is done (PF-32): whatever nobody knows the outcome of, what earlier closes have handed on,
 * and every receipt that no close has held against SEQR's report.
 */

export interface CloseOpenDeps {
  readonly journal: Journal;
  readonly attemptsInPlay: () => readonly AttemptRecord[];
  /** Nobody knows whether its money is kept. */
  readonly isUnknown: (record: AttemptRecord) => boolean;
}

export function openAt(close: Close, { journal, attemptsInPlay, isUnknown }: CloseOpenDeps): readonly OpenThing[] {
  const attempts = attemptsInPlay().flatMap((record): readonly OpenThing[] => {
    const kind = openKindOf(record, close, isUnknown);
    return kind === null ? [] : [attemptThing(record, kind)];
  });
  const disbursements = journal.unresolvedDisbursements().filter(({ facts }) => close.mark.open.includes(facts.id));
  return [...attempts, ...disbursements.map(disbursementThing), ...linesOpenAt(close, journal)];
}

function openKindOf(record: AttemptRecord, { mark }: Close, isUnknown: CloseOpenDeps['isUnknown']): OpenKind | null {
  const { state, receiptNumber, facts } = record;
  if (owesBack(state)) return 'giveBack';
  // SEQR said PAID before the mark, or of what was unknown at the mark, and has not confirmed it by now.
  if (state.kind === 'paid') {
    const isOfPeriod = (receiptNumber !== null && receiptNumber <= mark.receipt) || mark.open.includes(facts.id);
    return isOfPeriod ? 'unconfirmed' : null;
  }
  if (!isUnknown(record) || isAtRest(state) || !mark.open.includes(facts.id)) return null;
  return state.kind === 'orphan' ? 'orphan' : 'payment';
}

function attemptThing({ facts, state, receiptNumber }: AttemptRecord, kind: OpenKind): OpenThing {
  const { id, correlationId, startedAt: at, terminalId } = facts;
  const ersReference = 'payment' in state ? state.payment.ersReference : null;
  return { kind, id, correlationId, receiptNumber, ersReference, amount: termsOf(facts, state).amount, at, terminalId };
}

function disbursementThing({ facts, receiptNumber }: DisbursementRecord): OpenThing {
  const { id, correlationId, startedAt: at, terminalId } = facts;
  const kind = facts.kind === 'refund' ? 'refund' : 'payOut';
  return { kind, id, correlationId, receiptNumber, ersReference: null, amount: negate(facts.amount), at, terminalId };
}

/** Lines of earlier closes, and receipts that no close has compared. */
function linesOpenAt(close: Close, journal: Journal): readonly OpenThing[] {
  const previous = journal.latestCloses(1)[0];
  const result = close.state.kind === 'reported' ? close.state.result : null;
  const pairs = result?.comparison.kind === 'details' ? [...result.comparison.both, ...result.comparison.differs] : [];
  const covered = result === null ? [] : receiptIds(journal, close.from?.receipt ?? 0, close.mark.receipt, close.facts);
  return stillOpen(
    [...(previous === undefined ? [] : handedOn(previous)), ...receiptsSince(journal, previous?.mark.receipt ?? 0, close.mark.receipt)],
    {
      closed: new Set(Object.keys(journal.slot('closed-lines') ?? {})),
      compared: new Set([...covered, ...pairs.map(({ till }) => till.id)]),
      ended: (id) => journal.attempt(id)?.state.kind === 'reversed',
      rows: pairs.filter(({ otherReport }) => otherReport === true).map(({ seqr }) => seqr),
      isOwned: isOwnedIn(journal),
    },
  );
}

/** Receipts of this time, whatever their terminal, each as not compared: the close takes its own out. */
function receiptsSince(journal: Journal, after: number, through: number): readonly OpenThing[] {
  return journal.receiptsBetween(after, through).flatMap((record) => {
    const origin = originOf(journal, record);
    const till = origin === null ? null : entryOf(journal, record, origin.facts, false);
    return till === null ? [] : [tillThing('notCompared', till, origin?.facts.terminalId ?? '')];
  });
}

function receiptIds(journal: Journal, after: number, through: number, facts: CloseFacts): readonly string[] {
  return journal.receiptsBetween(after, through).flatMap((record) => {
    const origin = originOf(journal, record);
    return origin !== null && isOf(origin, facts) ? [record.attemptId] : [];
  });
}

/** A terminal that the till had before its present one, whose period has to be marked and read as well (PF-17). */
export interface FormerTerminal {
  readonly terminalId: string;
  readonly register: string;
}

/**
 * The former terminals of this endpoint with sales since their last close, or with something unsettled of any age, in the
 * order in which they were used.
 */
export function formerTerminals(present: CloseFacts, { journal, attemptsInPlay, isUnknown }: CloseOpenDeps): readonly FormerTerminal[] {
  const previous = journal.latestCloses(1)[0];
  const closed = new Set(Object.keys(journal.slot('closed-lines') ?? {}));
  const through = journal.nextReceiptNumber() - 1;
  const sold = [...(previous === undefined ? [] : handedOn(previous)), ...receiptsSince(journal, previous?.mark.receipt ?? 0, through)]
    .filter(({ kind, id }) => kind === 'notCompared' && !closed.has(id))
    .flatMap(({ id, receiptNumber }) => {
      const facts = (journal.attempt(id) ?? journal.disbursement(id))?.facts;
      return facts === undefined || receiptNumber === null ? [] : [{ facts, receiptNumber }];
    })
    .filter(({ facts, receiptNumber }) => receiptNumber > lastClosed(journal, { ...present, terminalId: facts.terminalId }));
  const unsettled = [
    ...attemptsInPlay().filter((record) => isUnknown(record) || record.state.kind === 'paid' || owesBack(record.state)),
    ...journal.unresolvedDisbursements(),
  ];
  const facts = [...sold, ...unsettled].map((each) => each.facts).filter(({ endpoint }) => endpoint === present.endpoint);
  const byId = new Map(facts.map(({ terminalId, register }) => [terminalId, { terminalId, register }]));
  byId.delete(present.terminalId);
  return [...byId.values()];
}

function lastClosed(journal: Journal, facts: CloseFacts): number {
  return lastWithPeriod(journal, facts)?.mark.receipt ?? 0;
}
