import { foundEarlier, reconcile, seriesOf } from '../../day/index.ts';
import type { Close, CloseFacts, CloseResult, Mark, Report, TillEntry, UnknownDisbursement, UnknownPayment } from '../../day/index.ts';
import { isOpen, isPaid, termsOf } from '../../payment/index.ts';
import type { AttemptState } from '../../payment/index.ts';
import type { AttemptRecord, Journal, DisbursementRecord } from '../../records/index.ts';
import { othersIn, disbursementOf, salesOf } from './close-entries.ts';

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
  reconcile(close: Close, report: Report): CloseResult;
}

/** What an earlier close left open is looked for in so many closes: about two months, so that a close stays quick. */
const MAX_EARLIER = 60;

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

  function unknownDisbursement(facts: CloseFacts): readonly DisbursementRecord[] {
    return journal
      .unresolvedDisbursements()
      .filter((record) => record.facts.endpoint === facts.endpoint && record.facts.terminalId === facts.terminalId);
  }

  return {
    mark() {
      const open = [
        ...deps.attemptsInPlay().filter(({ state, listed }) => (isOpen(state) && !isPaid(state)) || (state.kind === 'orphan' && listed)),
        ...journal.unresolvedDisbursements(),
      ];
      return {
        at: deps.nowIso(),
        entry: journal.entryCount(),
        receipt: journal.nextReceiptNumber() - 1,
        open: open.map(({ facts }) => facts.id),
      };
    },
    lastMark: (facts) => journal.closesOf(seriesOf(facts), 1)[0]?.mark ?? null,
    reconcile(close, report) {
      const { facts } = close;
      const earlier = journal.closesOf(seriesOf(facts), MAX_EARLIER);
      const found = foundEarlier(earlier);
      const isNew = ({ id, ersReference }: TillEntry): boolean =>
        !found.ids.has(id) && (ersReference === null || !found.references.has(ersReference));
      const entries = [...salesOf(journal, close), ...disbursementOf(journal, close)].filter(isNew);
      return reconcile({
        close,
        report,
        entries,
        others: othersIn(report, journal, facts, entries),
        payments: unknownPayments(facts).map((record) => unknownPayment(record, !deps.isForTheReport(record.state))),
        disbursements: unknownDisbursement(facts).map(disbursementSubject),
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

function disbursementSubject({ facts, changedAt }: DisbursementRecord): UnknownDisbursement & { readonly at: string } {
  return { id: facts.id, correlationId: facts.correlationId, kind: facts.kind, amount: facts.amount, at: changedAt };
}
