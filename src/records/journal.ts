import type { Close } from '../day/index.ts';
import type { AttemptRecord } from './attempt-record.ts';
import type { DisbursementRecord } from './disbursement-record.ts';
import type { EntryKind } from './entry-kind.ts';
import type { Job, PrintJob, SubmitJob } from './job.ts';
import type { MigrationMeans, MigrationOutcome } from './migration.ts';
import type { ReceiptRecord } from './receipt-record.ts';
import type { Slots, SlotChanges, SlotName } from './slots.ts';

/** One thing that happened. `kind` is a stable dotted word; `subject` the id of what it is about. */
export interface Entry {
  readonly kind: EntryKind;
  readonly subject: string;
  readonly body: object;
}

/** Things that become true together or not at all. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly attempts?: readonly AttemptRecord[];
  readonly disbursements?: readonly DisbursementRecord[];
  /** New or changed; a new one's number must be the next of the series. */
  readonly receipts?: readonly ReceiptRecord[];
  readonly jobs?: readonly Job[];
  /** New or changed; a done one's number must be the next, and it never changes again. */
  readonly closes?: readonly Close[];
  readonly slots?: SlotChanges;
  /**
   * A charge or a refund begins with it. The room that its further records need is taken first, and not spent on this one: if
   * there is no such room, nothing is written (PF-02).
   */
  readonly begins?: true;
}

/** Why the disk takes no record. */
export type WriteFault =
  /** No room on it, or none for another file. */
  | 'full'
  /** It, the folder or the file may not be written. */
  | 'readOnly'
  /** Another program holds the file. */
  | 'locked'
  /** The disk reports errors, or is gone. */
  | 'io'
  /** Another program has written to the journal: what this Kassa would add does not follow on what is there. */
  | 'changed'
  /** What lies on it cannot be read any more. */
  | 'damaged'
  | 'other';

/** The disk would not take it. Nothing of the batch was written. */
export class JournalWriteError extends Error {
  readonly reason: WriteFault;
  constructor(reason: WriteFault, detail: string) {
    super(`the journal could not be written: ${detail}`);
    this.name = 'JournalWriteError';
    this.reason = reason;
  }
}

export interface DamagedLine {
  /** Which stored thing cannot be read. */
  readonly what: string;
  readonly detail: string;
}

/**
 * The till's book: append-only entries in a hash chain, with the present state of attempts, refunds, receipts and jobs
 * derived in the same transaction. `write` is durable when it returns (security, promise 1).
 */
export interface Journal {
  /** @throws JournalWriteError */
  write(batch: Batch): void;
  /** Takes again what a record had to use of the room that is kept for payments under way (PF-02). True: nothing is missing. */
  reserve(): boolean;
  /** Why the latest record was refused; null: it was written, or none was tried and the file can be written. */
  fault(): WriteFault | null;
  /** Attempts that are asked about, on the screen, listed, or carry an unread alarm; oldest first. */
  attemptsInPlay(): readonly AttemptRecord[];
  attempt(id: string): AttemptRecord | null;
  /** Attempts in whose record this text stands, such as a reference; looks through all of them. */
  attemptsNaming(text: string): readonly AttemptRecord[];
  /** Refunds and pay-outs of which nobody knows yet what became of them; oldest first (PF-14). */
  unresolvedDisbursements(): readonly DisbursementRecord[];
  /** Refunds and pay-outs, whatever became of them; newest first, at most `limit`. */
  latestDisbursements(limit: number): readonly DisbursementRecord[];
  disbursement(id: string): DisbursementRecord | null;
  /** Every refund and pay-out of this amount, whatever became of it; oldest first. */
  disbursementsOfAmount(minor: number): readonly DisbursementRecord[];
  /** Every refund and pay-out that is done under one of these references; oldest first. */
  disbursementsWithReferences(ersReferences: readonly string[]): readonly DisbursementRecord[];
  /** Every refund of this receipt that was ever begun; oldest first. */
  refundsOf(receiptNumber: number): readonly DisbursementRecord[];
  nextReceiptNumber(): number;
  receipt(number: number): ReceiptRecord | null;
  lastReceipt(): ReceiptRecord | null;
  /** Newest first, at most `limit`. A number, an amount in minor units (sold or given back), or a part of a reference; all empty: the latest. */
  findReceipts(
    query: { readonly number?: number; readonly minor?: number; readonly text?: string },
    limit: number,
  ): readonly ReceiptRecord[];
  /** By number, oldest first: those above `after`, up to and with `through`. */
  receiptsBetween(after: number, through: number): readonly ReceiptRecord[];
  /** Receipts that name exactly this reference of SEQR's. */
  receiptsWithReference(ersReference: string): readonly ReceiptRecord[];
  /** Subjects of the entries of this kind above `after`, up to and with `through`; each once, oldest first. */
  subjectsOf(kind: string, after: number, through: number): readonly string[];
  /** The close of day that has begun and is not done. */
  closeUnderWay(): Close | null;
  closeNumbered(number: number): Close | null;
  /** Done ones, newest first. */
  latestCloses(limit: number): readonly Close[];
  /** Begun, and not done by now: they came to nothing, or one is under way. Newest first. */
  triedCloses(limit: number): readonly Close[];
  /** Done ones of one series (`seriesOf`), newest first. */
  closesOf(series: string, limit: number): readonly Close[];
  nextCloseNumber(): number;
  printJobs(): readonly PrintJob[];
  submitJobs(): readonly SubmitJob[];
  /** What was kept under this name; undefined if nothing was, or if it cannot be read. */
  slot<Name extends SlotName>(name: Name): Slots[Name] | undefined;
  /** Sum of all receipts' totals in minor units: the grand total (invariant 7). */
  grandTotalMinor(): number;
  entryCount(): number;
  /** Walks the hash chain and every stored thing; with `last`, that many entries and what is in play. Empty: all is well. */
  verify(last?: number): readonly DamagedLine[];
  /** The file has the form of an older Kassa. Everything works in it as in this one's own. */
  hasOldForm(): boolean;
  /** Brings the file to this Kassa's form, a copy of the old one kept beside it. Never rejects. */
  migrate(means: MigrationMeans): Promise<MigrationOutcome>;
  close(): void;
}
