import type { Alarm } from '../../payment/index.ts';
import type { AttemptRecord, Batch, Entry, Job, Journal, ReceiptRecord } from '../../records/index.ts';
import type { Holding } from './holding.ts';
import { recordWith, withAlarms } from './record.ts';
import type { WithTheEnd } from './unpaid-rows.ts';

export interface ToWriteDeps {
  readonly journal: Pick<Journal, 'nextReceiptNumber'>;
  /** Wall time with zone, ISO 8601. */
  readonly nowIso: () => string;
  /** What becomes true with PAID, in one transaction: the receipt with this number, and the work that is owed for it. */
  readonly complete: (
    record: AttemptRecord,
    receiptNumber: number,
    /** As it was on disk before. */
    before: AttemptRecord,
  ) => {
    readonly receipt: ReceiptRecord;
    readonly jobs: readonly Job[];
    readonly slots: Batch['slots'];
    /** What a person has to know of what was on the counter meanwhile. */
    readonly alarms: readonly Alarm[];
    /** Other attempts on the same rows: what SEQR takes for them from now on goes back (PF-06). */
    readonly others: readonly AttemptRecord[];
  };
  /** The receipt of a payment that sells nothing, before its money goes back (PF-06). */
  readonly forGivingBack: (
    record: AttemptRecord,
    receiptNumber: number,
  ) => { readonly receipt: ReceiptRecord; readonly jobs: readonly Job[] };
  /** The reference came later than PAID: the receipt that now names it. */
  readonly withReference: (record: AttemptRecord) => ReceiptRecord | null;
  /** The sale leaves the screen with its attempt, when that is set aside (PF-16) or becomes a tab (PF-29). */
  readonly afterParking: (record: AttemptRecord) => Batch['slots'];
  /** What comes to disk with an attempt that has ended unpaid or was freed: its rows are to be charged again (PF-16, PF-29, PF-33). */
  readonly unpaidRows: (record: AttemptRecord) => WithTheEnd | null;
  /** The counter-receipt with this number, of a receipt whose payment SEQR has taken back (PF-33); null: there is no receipt. */
  readonly reversal: (record: AttemptRecord, receiptNumber: number) => ReceiptRecord | null;
}

/** A record with all that becomes true with it. */
export interface ToWrite {
  readonly record: AttemptRecord;
  readonly batch: Batch;
}

/** What becomes true with a step of an attempt, as one transaction (PF-31). */
export function createToWrite(deps: ToWriteDeps) {
  /** That the money is the shop's, and that the rest is missing: a fault in the receipt must not lose the payment (PF-31). */
  function paidAlone(record: AttemptRecord, entries: readonly Entry[], fault: unknown): ToWrite {
    const seqrSaid = ('payment' in record.state ? record.state.payment.ersReference : null) ?? '';
    const told = withAlarms(record, [{ kind: 'receiptMissing', seqrSaid }], deps.nowIso());
    const missing: Entry = { kind: 'sale.incomplete', subject: record.facts.sale.id, body: { missing: 'receipt', why: String(fault) } };
    // What is paid is not to be charged again.
    const slots = deps.afterParking(record);
    return { record: told, batch: { entries: [...entries, missing], attempts: [told], ...(slots ? { slots } : {}) } };
  }

  function completed({ record, shown }: Pick<Holding, 'record' | 'shown'>, entries: readonly Entry[]): ToWrite {
    const number = deps.journal.nextReceiptNumber();
    const numbered = { ...record, receiptNumber: number };
    const { receipt, jobs, slots, alarms, others } = deps.complete(numbered, number, shown);
    const told = withAlarms(withoutNewsOfItsEnd(numbered), alarms, deps.nowIso());
    const batch: Batch = {
      entries: [
        ...entries,
        { kind: 'sale.completed', subject: record.facts.sale.id, body: receipt.receipt },
        ...alarms
          .filter(isOfContent)
          .map((alarm): Entry => ({ kind: 'sale.otherContent', subject: record.facts.sale.id, body: { ...alarm } })),
      ],
      attempts: [told, ...others],
      receipts: [receipt],
      jobs,
      ...(slots ? { slots } : {}),
    };
    return { record: told, batch };
  }

  /** Its customer is to have the money back: the shop's book needs something to return (PF-06). */
  function toReturn(record: AttemptRecord): ToWrite {
    const number = deps.journal.nextReceiptNumber();
    const numbered = recordWith(record, { receiptNumber: number });
    const { receipt, jobs } = deps.forGivingBack(numbered, number);
    const entries: readonly Entry[] = [{ kind: 'sale.completed', subject: record.facts.sale.id, body: receipt.receipt }];
    return { record: numbered, batch: { entries, attempts: [numbered], receipts: [receipt], jobs } };
  }

  function plain(
    { record, shown }: Holding,
    entries: readonly Entry[],
    { ended, leaves }: { readonly ended: boolean; readonly leaves: boolean },
  ): ToWrite {
    const amended = referenceLearned(shown, record) ? deps.withReference(record) : null;
    const unpaid = ended ? deps.unpaidRows(record) : null;
    const slots = unpaid?.slots ?? (leaves ? deps.afterParking(record) : undefined);
    const reversal = ended && record.state.kind === 'reversed' ? deps.reversal(record, deps.journal.nextReceiptNumber()) : null;
    const reversed: readonly Entry[] =
      reversal === null ? [] : [{ kind: 'sale.reversed', subject: record.facts.sale.id, body: reversal.receipt }];
    const receipts = [amended, reversal].filter((receipt) => receipt !== null);
    const batch = {
      entries: [...entries, ...reversed, ...(unpaid?.entries ?? [])],
      attempts: [record],
      ...(receipts.length > 0 ? { receipts } : {}),
      ...(slots ? { slots } : {}),
    };
    return { record, batch };
  }

  return { completed, paidAlone, plain, toReturn };
}

/** What was said of an end is not so any more: nobody is to charge its rows again. */
function withoutNewsOfItsEnd(record: AttemptRecord): AttemptRecord {
  if (!record.alarms.some(({ kind, read }) => !read && isOfAnEnd(kind))) return record;
  return { ...record, alarms: record.alarms.map((alarm) => (isOfAnEnd(alarm.kind) ? { ...alarm, read: true } : alarm)) };
}

function isOfAnEnd(kind: Alarm['kind']): boolean {
  return kind === 'asideNotPaid' || kind === 'reservationEnded' || kind === 'reversedAfterPaid';
}

/** The sale on the counter had become another one meanwhile. */
function isOfContent({ kind }: Alarm): boolean {
  return kind === 'moreRungUp' || kind === 'paidUnwanted';
}

function referenceLearned(before: AttemptRecord, after: AttemptRecord): boolean {
  return 'payment' in before.state && 'payment' in after.state && before.state.payment.ersReference !== after.state.payment.ersReference;
}
