import { money } from '../../money/index.ts';
import type { Close, Mark } from '../close.ts';
import { mayBeLost } from '../period.ts';
import { reconcile } from '../reconcile.ts';
import type { ListedClaim } from '../reconcile.ts';
import type { DetailRow } from '../report.ts';
import type { Resolution } from '../resolution.ts';
import type { TillEntry } from '../till-entry.ts';
import { row, TERMINAL } from './examples.ts';
import { doneClose, exampleClose, exampleMark, HOUR_MS, START_MS } from './periods.ts';

/** A refund or a pay-out as it is sent, and what SEQR makes of it. */
export interface LateSending {
  readonly of: 'refund' | 'credit';
  readonly minor: number;
  readonly carriedOut: boolean;
  /** SEQR's answer reaches the till. */
  readonly answered: boolean;
  /** The reference of its row; a refund may be listed under its payment's (protocol §9). */
  readonly listedUnder: 'own' | 'payment' | 'none';
  /** It is booked so many hours after it was sent, or when so many periods have ended since. */
  readonly late: { readonly hours: number } | { readonly periods: number };
  /** The till knows SEQR's time of the sending. */
  readonly clockKnown: boolean;
}

/** A mark without an answer, which cuts the period so many hours later; null: never. */
export interface LostMark {
  readonly cutsAfterHours: number | null;
}

/** What the till's book has of one. */
export interface LateRecord {
  readonly id: string;
  readonly sending: LateSending;
  readonly afterEntry: number;
  readonly sentMs: number;
  outcome: ListedClaim['outcome'];
  reference: string | null;
}

interface Booked {
  readonly id: string;
  readonly row: DetailRow;
  readonly atMs: number;
}

const RULE = { absenceMs: 72 * HOUR_MS };
const META = { resellerId: null, terminalId: TERMINAL, transactionPeriodId: null, generatedAt: null };
const paymentOf = (id: string): string => `payment of ${id}`;

/** A SEQR that books late and loses marks, and a till that sees nothing of it but answers and reports. */
export class LateSeqr {
  readonly records: LateRecord[] = [];
  readonly booked: Booked[] = [];
  #nowMs = START_MS;
  #entries = 0;
  #marks = 0;
  #closes: readonly Close[] = [];
  readonly #cuts: number[] = [];
  readonly #due: (Omit<Booked, 'atMs'> & { readonly afterMarks: number })[] = [];

  wait(hours: number): void {
    this.#nowMs += hours * HOUR_MS;
  }

  send(sending: LateSending): void {
    const id = `R${this.records.length}`;
    const reference = sending.listedUnder === 'own' ? `own of ${id}` : null;
    const record: LateRecord = { id, sending, afterEntry: this.#entries, sentMs: this.#nowMs, outcome: 'unknown', reference: null };
    this.#entries += 1;
    // Refused in an answer: SEQR cannot have carried it out, and nobody asks about it any more.
    if (!sending.carriedOut && sending.answered) return;
    this.records.push(record);
    if (!sending.carriedOut) return;
    this.#book(
      id,
      row(sending.listedUnder === 'payment' && sending.of === 'refund' ? paymentOf(id) : reference, -sending.minor),
      sending.late,
    );
    if (!sending.answered) return;
    record.reference = reference;
    record.outcome = reference === null ? 'untold' : 'told';
    this.#entries += 1;
  }

  /** Ends the period, after a lost mark if there is one; compares. */
  close(lostMark: LostMark | null): readonly Resolution[] {
    this.wait(1 / 60);
    const lost = lostMark === null ? [] : [this.#mark()];
    if (lostMark !== null && lostMark.cutsAfterHours !== null) this.#cuts.push(this.#nowMs + lostMark.cutsAfterHours * HOUR_MS);
    this.wait(1 / 240);
    const mark = this.#mark();
    const rows = this.#cut();
    const close = exampleClose({
      from: this.#closes.at(-1)?.mark ?? null,
      mark,
      lost,
      state: { kind: 'waiting', periodId: `${this.#marks}` },
    });
    const told = this.records.flatMap(({ outcome, reference }) => (outcome === 'told' && reference !== null ? [reference] : []));
    const result = reconcile({
      close,
      report: { shape: 'details', rows, root: 'TransactionDetails', meta: META },
      entries: this.#entriesOf(close),
      reversals: [],
      others: [],
      payments: [],
      unconfirmed: [],
      claims: this.records.map(claimOf),
      earlier: this.#closes,
      isOwned: (reference, direction) => (direction === 'in' ? reference.startsWith('payment') : told.includes(reference)),
      rule: RULE,
    });
    this.#closes = [...this.#closes, doneClose(close, this.#marks, result)];
    return result.resolutions;
  }

  #book(id: string, line: DetailRow, late: LateSending['late']): void {
    if ('hours' in late) this.booked.push({ id, row: line, atMs: this.#nowMs + late.hours * HOUR_MS });
    else if (late.periods === 0) this.booked.push({ id, row: line, atMs: this.#nowMs });
    else this.#due.push({ id, row: line, afterMarks: this.#marks + late.periods });
  }

  #mark(): Mark {
    const open = this.records.filter(({ outcome }) => outcome === 'unknown').map(({ id }) => id);
    return exampleMark(this.#entries, { open, seqrMs: this.#nowMs });
  }

  /** The period's rows: since the cut before, be that known to the till or not. */
  #cut(): readonly DetailRow[] {
    const since = Math.max(0, ...this.#cuts.filter((ms) => ms < this.#nowMs));
    const rows = this.booked.filter(({ atMs }) => atMs > since && atMs <= this.#nowMs).map((each) => each.row);
    this.#cuts.push(this.#nowMs);
    this.#marks += 1;
    this.wait(1 / 3600);
    const due = this.#due.filter(({ afterMarks }) => afterMarks === this.#marks);
    this.booked.push(...due.map(({ id, row: line }) => ({ id, row: line, atMs: this.#nowMs })));
    return rows;
  }

  /** What was answered in this close's time. */
  #entriesOf(close: Close): readonly TillEntry[] {
    const lost = mayBeLost([...this.#closes, close], close);
    const own = this.records.filter(
      ({ sending, afterEntry }) =>
        sending.carriedOut && sending.answered && afterEntry >= (close.from?.entry ?? 0) && afterEntry < close.mark.entry,
    );
    return own.map(({ id, sending, reference }) => ({
      kind: sending.of === 'refund' ? 'return' : 'payout',
      id,
      correlationId: id,
      receiptNumber: null,
      ersReference: reference,
      amount: money(-sending.minor, 'SEK'),
      at: '',
      reversed: false,
      mayBeLost: lost,
    }));
  }
}

function claimOf({ id, sending, afterEntry, sentMs, outcome }: LateRecord): ListedClaim {
  return {
    id,
    correlationId: id,
    kind: sending.of,
    amount: money(sending.minor, 'SEK'),
    outcome,
    payment: sending.of === 'refund' ? paymentOf(id) : null,
    sent: { firstEntry: afterEntry, lastEntry: afterEntry, lastMs: sending.clockKnown ? sentMs : null },
    at: '',
    receiptNumber: null,
  };
}
