import { mayBeLost, reconcile, seriesOf } from '../../day/index.ts';
import type { Close, CloseFacts, CloseResult, ListedClaim, Mark, OpenThing, Report, UnknownPayment } from '../../day/index.ts';
import { isOpen, isPaid, termsOf, owesBack } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import { claimsOf, isOwnedIn } from './close-claims.ts';
import { disbursementOf, isOf, othersIn, reversalsOf, salesOf } from './close-entries.ts';
import { formerTerminals, openAt } from './close-open.ts';
import type { FormerTerminal } from './close-open.ts';
import { closesBackTo, lastWithPeriod } from './closes-back.ts';

export interface BooksDeps {
  readonly journal: Journal;
  readonly nowIso: () => string;
  /** SEQR's own time at this endpoint, ms since 1970; null: not known. */
  readonly seqrNowMs: (endpoint: string) => number | null;
  /** The till's own count of time, ms (PF-30). */
  readonly countedMs: () => number;
  readonly attemptsInPlay: () => readonly AttemptRecord[];
  /** SEQR does not answer about it, so that only its report can speak. */
  readonly isForTheReport: (record: AttemptRecord) => boolean;
  /** How long after the last sending a period has to open to prove an absence, ms: the owner's setting (PF-14). */
  readonly absenceMs: () => number;
}

/** What the journal knows of one close's time, to be held against SEQR's report. */
export interface Books {
  /** Now: everything before it belongs to the close, everything after it to the next. */
  mark(endpoint: string): Mark;
  /** Where the last period of the same series ended that SEQR has named. */
  lastMark(facts: CloseFacts): Mark | null;
  reconcile(close: Close, report: Report): CloseResult;
  /** What is not settled when this close is done (PF-32). */
  openAt(close: Close): readonly OpenThing[];
  /** Terminals before the present one that have to be closed with it (PF-17). */
  formerTerminals(present: CloseFacts): readonly FormerTerminal[];
}

export function createBooks(deps: BooksDeps): Books {
  const { journal } = deps;
  const opening = { ...deps, isUnknown };

  /**
   * Payments of this terminal whose end nobody knows: still asked about and not paid as far as is known, or given up
   * without an answer. SEQR's report may say what became of them.
   */
  function unknownPayments(facts: CloseFacts): readonly AttemptRecord[] {
    return deps.attemptsInPlay().filter((record) => isUnknown(record) && isOf(record, facts));
  }

  return {
    mark(endpoint) {
      const payments = deps
        .attemptsInPlay()
        .filter((record) => isUnknown(record) || record.state.kind === 'paid' || owesBack(record.state));
      const open = [...payments, ...journal.unresolvedDisbursements()];
      const seqrMs = deps.seqrNowMs(endpoint);
      return {
        at: deps.nowIso(),
        entry: journal.entryCount(),
        receipt: journal.nextReceiptNumber() - 1,
        open: open.map(({ facts }) => facts.id),
        ...(seqrMs === null ? {} : { seqrMs }),
        countedMs: deps.countedMs(),
      };
    },
    openAt: (close) => openAt(close, opening),
    formerTerminals: (present) => formerTerminals(present, opening),
    lastMark: (facts) => lastWithPeriod(journal, facts)?.mark ?? null,
    reconcile(close, report) {
      const { facts } = close;
      const claims = claimsOf(journal, facts);
      const payments = unknownPayments(facts);
      const earlier = historyOf(journal, facts, claims, payments);
      const lost = mayBeLost([...earlier, close], close);
      const entries = [...salesOf(journal, close, lost), ...disbursementOf(journal, close, lost)];
      return reconcile({
        close,
        report,
        entries,
        reversals: reversalsOf(journal, close),
        others: othersIn(report, journal, facts, entries),
        payments: payments.map((record) => ({ ...unknownPayment(record, !deps.isForTheReport(record)), sent: null })),
        unconfirmed: deps
          .attemptsInPlay()
          .filter((record) => record.state.kind === 'paid' && isOf(record, facts))
          .map((record) => ({
            id: record.facts.id,
            correlationId: record.facts.correlationId,
            amount: termsOf(record.facts, record.state).amount,
          })),
        claims,
        earlier,
        isOwned: isOwnedIn(journal),
        rule: { absenceMs: deps.absenceMs() },
      });
    },
  };
}

/**
 * The done closes of this series, oldest first: back to before the first sending of whatever is judged, so that every period
 * in which it may lie is there, and to the last of them anyway.
 */
function historyOf(
  journal: Pick<Journal, 'closesOf'>,
  facts: CloseFacts,
  claims: readonly ListedClaim[],
  payments: readonly AttemptRecord[],
): readonly Close[] {
  const sent = claims.map((claim) => (claim.outcome === 'told' ? Number.POSITIVE_INFINITY : (claim.sent?.firstEntry ?? null)));
  const firstEntry = Math.min(...sent.map((entry) => entry ?? Number.POSITIVE_INFINITY));
  const unwritten = new Set([
    ...claims.flatMap(({ id, sent: known }) => (known === null ? [id] : [])),
    ...payments.map((record) => record.facts.id),
  ]);
  const isFarEnough = ({ mark }: Close): boolean => mark.entry <= firstEntry && !mark.open.some((id) => unwritten.has(id));
  return closesBackTo((limit) => journal.closesOf(seriesOf(facts), limit), isFarEnough);
}

function isUnknown({ state, listed }: AttemptRecord): boolean {
  return (isOpen(state) && !isPaid(state)) || (state.kind === 'orphan' && listed);
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
