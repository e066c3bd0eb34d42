import { foundEarlier, judge, seriesOf } from '../../day/index.ts';
import type { Close, CloseFacts, CloseResult, Mark, Report, TillEntry, UnknownOutgoing, UnknownPayment } from '../../day/index.ts';
import { negate } from '../../money/index.ts';
import { isOpen, isPaid, termsOf } from '../../payment/index.ts';
import type { AttemptState } from '../../payment/index.ts';
import type { AttemptRecord, Journal, OutgoingRecord, ReceiptRecord } from '../../records/index.ts';

export interface BooksDeps {
  readonly journal: Journal;
  readonly nowIso: () => string;
  readonly attemptsInPlay: () => readonly AttemptRecord[];
  /** SEQR does not answer about it, so that only its report can speak. */
  readonly isForTheReport: (state: AttemptState) => boolean;
}

/** What the journal knows of one close's time, to be held against SEQR's report. */
export interface Books {
  /** Now: everything before it belongs to the close, everything after it to the next. */
  mark(): Mark;
  /** Where the last close of the same series ended. */
  lastMark(facts: CloseFacts): Mark | null;
  judge(close: Close, report: Report): CloseResult;
}

/** What an earlier close left open is looked for in so many closes: about two months, so that a close stays quick. */
const MAX_EARLIER = 60;
/** What the journal calls it when money has gone back. */
const OUTGOING_DONE = ['refund.done', 'credit.done'] as const;

export function createBooks(deps: BooksDeps): Books {
  const { journal } = deps;

  /**
   * Payments of this terminal whose end nobody knows: still asked about and not paid as far as is known, or given up
   * without an answer. SEQR's report may say what became of them.
   */
  function unknownPayments(facts: CloseFacts): readonly AttemptRecord[] {
    return deps.attemptsInPlay().filter(({ state, listed, facts: { endpoint, terminalId } }) => {
      const isUnknown = (isOpen(state) && !isPaid(state)) || (state.kind === 'orphan' && listed);
      return isUnknown && endpoint === facts.endpoint && terminalId === facts.terminalId;
    });
  }

  function unknownOutgoing(facts: CloseFacts): readonly OutgoingRecord[] {
    return journal
      .outgoingUnsettled()
      .filter((record) => record.facts.endpoint === facts.endpoint && record.facts.terminalId === facts.terminalId);
  }

  /** A receipt of this very terminal, as an entry; null: it is another's. */
  function entryOf({ receipt, attemptId }: ReceiptRecord, facts: CloseFacts, lostThrough: number): TillEntry | null {
    const origin = receipt.kind === 'sale' ? journal.attempt(attemptId) : journal.outgoing(attemptId);
    if (origin?.facts.endpoint !== facts.endpoint || origin.facts.terminalId !== facts.terminalId) return null;
    const [tender] = receipt.tenders;
    return {
      kind: receipt.kind,
      id: attemptId,
      correlationId: receipt.correlationId,
      receiptNumber: receipt.number,
      ersReference: tender?.ersReference ?? null,
      amount: tender?.amount ?? receipt.total,
      at: receipt.issuedAt,
      reversed: origin.state.kind === 'reversed',
      mayBeLost: receipt.number <= lostThrough,
    };
  }

  /** A refund without a receipt, or a pay-out. */
  function entryOfOutgoing({ facts, state, receiptNumber, changedAt }: OutgoingRecord, mayBeLost: boolean): TillEntry {
    return {
      kind: facts.kind === 'refund' ? 'return' : 'payout',
      id: facts.id,
      correlationId: facts.correlationId,
      receiptNumber,
      ersReference: state.kind === 'done' ? state.ersReference : null,
      amount: negate(facts.amount),
      at: changedAt,
      reversed: false,
      mayBeLost,
    };
  }

  function salesOf({ facts, from, mark, lost }: Close): readonly TillEntry[] {
    const lostThrough = lost.at(-1)?.receipt ?? 0;
    const receipts = journal.receiptsBetween(from?.receipt ?? 0, mark.receipt).filter(({ receipt }) => receipt.kind === 'sale');
    return receipts.flatMap((record) => entryOf(record, facts, lostThrough) ?? []);
  }

  function outgoingOf({ facts, from, mark, lost }: Close): readonly TillEntry[] {
    const lostThrough = lost.at(-1)?.entry ?? 0;
    const ids = (after: number, through: number): readonly string[] =>
      OUTGOING_DONE.flatMap((kind) => journal.subjectsOf(kind, after, through));
    const mayBeLost = new Set(ids(from?.entry ?? 0, lostThrough));
    return ids(from?.entry ?? 0, mark.entry).flatMap((id) => {
      const record = journal.outgoing(id);
      if (record?.state.kind !== 'done' || record.facts.endpoint !== facts.endpoint || record.facts.terminalId !== facts.terminalId)
        return [];
      return [entryOfOutgoing(record, mayBeLost.has(id))];
    });
  }

  /** What the report names and this close does not cover. */
  function others(report: Report, facts: CloseFacts, entries: readonly TillEntry[]): readonly TillEntry[] {
    if (report.shape === 'summary') return [];
    const own = new Set(entries.map(({ id }) => id));
    const references = new Set(report.rows.flatMap((row) => row.ersReference ?? []));
    const found = [...references].flatMap((reference) => journal.receiptsWithReference(reference));
    return found.flatMap((record) => entryOf(record, facts, 0) ?? []).filter(({ id }) => !own.has(id));
  }

  return {
    mark() {
      const open = [
        ...deps.attemptsInPlay().filter(({ state, listed }) => (isOpen(state) && !isPaid(state)) || (state.kind === 'orphan' && listed)),
        ...journal.outgoingUnsettled(),
      ];
      return {
        at: deps.nowIso(),
        entry: journal.entryCount(),
        receipt: journal.nextReceiptNumber() - 1,
        open: open.map(({ facts }) => facts.id),
      };
    },
    lastMark: (facts) => journal.closesOf(seriesOf(facts), 1)[0]?.mark ?? null,
    judge(close, report) {
      const { facts } = close;
      const earlier = journal.closesOf(seriesOf(facts), MAX_EARLIER);
      const found = foundEarlier(earlier);
      const isNew = ({ id, ersReference }: TillEntry): boolean =>
        !found.ids.has(id) && (ersReference === null || !found.references.has(ersReference));
      const entries = [...salesOf(close), ...outgoingOf(close)].filter(isNew);
      return judge({
        close,
        report,
        entries,
        others: others(report, facts, entries),
        payments: unknownPayments(facts).map((record) => unknownPayment(record, !deps.isForTheReport(record.state))),
        outgoing: unknownOutgoing(facts).map(outgoingSubject),
        earlier,
        isKnown: (reference) => journal.receiptsWithReference(reference).length > 0,
      });
    },
  };
}

function unknownPayment({ facts, state }: AttemptRecord, answered: boolean): UnknownPayment {
  const doubted =
    state.kind === 'live' || state.kind === 'reserved' ? [...state.doubts, ...(state.asked === null ? [] : [state.asked])] : [];
  return {
    id: facts.id,
    correlationId: facts.correlationId,
    amount: termsOf(facts, state).amount,
    doubts: doubted.map(({ amount }) => amount),
    kind: state.kind === 'orphan' ? 'orphan' : 'unknown',
    answered,
  };
}

function outgoingSubject({ facts, changedAt }: OutgoingRecord): UnknownOutgoing & { readonly at: string } {
  return { id: facts.id, correlationId: facts.correlationId, kind: facts.kind, amount: facts.amount, at: changedAt };
}
