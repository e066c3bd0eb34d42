import type { Clock } from '../../clock/clock.ts';
import { givenBackMinor, isRefusedForGood } from '../../disbursement/index.ts';
import { canFree, owesBack, startWatch, step, takenFor } from '../../payment/index.ts';
import type { AttemptRecord, DisbursementRecord, Journal } from '../../records/index.ts';
import type { Hold, Holding, Holdings } from './holding.ts';
import { recordAfter } from './record.ts';
import type { ShownHoldings } from './showing.ts';
import type { WishResult } from './wished.ts';
import type { Writer } from './writer.ts';

export interface GivingBackDeps {
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'attempt' | 'refundsOf'>;
  readonly holdings: Holdings;
  readonly hold: Hold;
  readonly showing: Pick<ShownHoldings, 'atState'>;
  readonly writer: Writer;
  readonly nowIso: () => string;
  readonly changed: () => void;
}

/** The money of payments that sold nothing, on its way back to the customer (PF-06), and the freeing that leads there. */
export interface GivingBack {
  /** Gives the rows of what was set aside back to be charged another way; from then on its money can only go back (PF-16). */
  free(attemptId: string, stateNumber: number): WishResult;
  /** The payment, in the state in which a window was showing it (PF-26); null: it is another by now, or owes nothing. */
  toGiveBack(attemptId: string, stateNumber: number): AttemptRecord | null;
  /** Makes its receipt, which a refund then returns. Null: the disk refused it, or it is another by now. */
  makeReturnable(attemptId: string, stateNumber: number): number | null;
  /** The payment whose money this refund, now done, has given back whole: to be written with it. Null: there is none. */
  settledBy(refund: DisbursementRecord): AttemptRecord | null;
  /** SEQR refuses the refund for good, and the customer has the money otherwise. `stale`: SEQR has not refused it so. */
  closeRefused(attemptId: string, stateNumber: number, reason: string): WishResult;
  /** A supervisor says that the customer has the money otherwise, when no answer and no report can tell any more (PF-30). */
  closeGivenBack(attemptId: string, stateNumber: number, reason: string): WishResult;
  /** What has come to disk with something else. */
  takeOver(records: readonly AttemptRecord[]): void;
}

export function createGivingBack({ clock, journal, holdings, hold, showing, writer, nowIso, changed }: GivingBackDeps): GivingBack {
  function shown(attemptId: string, stateNumber: number): Holding | null {
    const holding = showing.atState(attemptId, stateNumber, null);
    // `atState` finds nothing that still waits for the disk.
    return holding !== null && owesBack(holding.record.state) ? holding : null;
  }

  function givenOtherwise(holding: Holding, reason: string): WishResult {
    const written = writer.ask(holding, { kind: 'givenBack', settled: { by: 'supervisor', reason } });
    changed();
    return written ? 'done' : 'write-failed';
  }

  return {
    free(attemptId, stateNumber) {
      const holding = showing.atState(attemptId, stateNumber, null);
      if (holding === null || !canFree(holding.record.state)) return 'stale';
      const written = writer.ask(holding, { kind: 'free' });
      changed();
      return written ? 'done' : 'write-failed';
    },
    toGiveBack: (attemptId, stateNumber) => shown(attemptId, stateNumber)?.record ?? null,
    makeReturnable(attemptId, stateNumber) {
      const holding = shown(attemptId, stateNumber);
      if (holding === null) return null;
      if (holding.record.receiptNumber !== null) return holding.record.receiptNumber;
      const made = writer.makeReturnable(holding);
      changed();
      return made ? holding.record.receiptNumber : null;
    },
    settledBy({ facts, state }) {
      if (facts.kind !== 'refund' || state.kind !== 'done') return null;
      const record = holdings.get(facts.attemptId)?.record ?? journal.attempt(facts.attemptId);
      if (record === null || !owesBack(record.state) || !('payment' in record.state)) return null;
      const others = journal.refundsOf(facts.receiptNumber).filter((other) => other.facts.id !== facts.id);
      const back = givenBackMinor(others) + facts.amount.minor;
      const owed = takenFor(record.facts, record.state);
      if (owed === null || back < owed.minor) return null;
      const context = { facts: record.facts, restarted: false, nowIso: nowIso() };
      return recordAfter(record, step(record.state, { kind: 'givenBack', settled: { by: 'refund' } }, context), nowIso());
    },
    closeRefused(attemptId, stateNumber, reason) {
      const holding = shown(attemptId, stateNumber);
      const number = holding?.record.receiptNumber ?? null;
      if (holding === null || number === null || !isRefusedForGood(journal.refundsOf(number))) return 'stale';
      return givenOtherwise(holding, reason);
    },
    closeGivenBack(attemptId, stateNumber, reason) {
      const holding = shown(attemptId, stateNumber);
      return holding === null ? 'stale' : givenOtherwise(holding, reason);
    },
    takeOver(records) {
      for (const record of records) {
        const holding = holdings.get(record.facts.id);
        if (holding === undefined) {
          // In nobody's hands until its money is to go back.
          const watch = startWatch(clock.monotonicMs(), { restarted: false, heardNow: true });
          if (owesBack(record.state)) hold(record, watch, clock.wallMs());
          continue;
        }
        // What the disk still owes is written over it, and keeps what has come to be known.
        const { paidBy } = record;
        holding.record = holding.unwritten === null ? record : { ...holding.record, ...(paidBy === undefined ? {} : { paidBy }) };
        holding.shown = record;
      }
    },
  };
}
