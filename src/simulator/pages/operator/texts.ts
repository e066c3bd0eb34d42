import type { Stage } from '../../world/invoice.ts';
import type { LedgerEntry } from '../../world/records.ts';

/** What a stage of an invoice is called; `told` is a paid one that the till knows of. */
export type StageWord = Stage['kind'] | 'told';

/** The words of the operator's page. `{…}` is filled in by the page. */
export interface OperatorTexts {
  readonly title: string;
  readonly practice: string;
  readonly noContact: string;
  readonly clock: string;
  readonly forward: string;
  readonly phone: string;
  readonly reset: string;
  readonly resetSure: string;
  readonly tills: string;
  readonly noTills: string;
  readonly noSeqrId: string;
  readonly block: string;
  readonly unblock: string;
  readonly blocked: string;
  readonly invoices: string;
  readonly noInvoices: string;
  readonly version: string;
  readonly stages: Readonly<Record<StageWord, string>>;
  readonly messages: string;
  readonly noMessages: string;
  /** In what a message's line says: operation, till, reference, code, fault. */
  readonly find: string;
  readonly whichOperation: string;
  readonly allOperations: string;
  readonly withoutReads: string;
  readonly problemsOnly: string;
  readonly notUnderstood: string;
  readonly cut: string;
  readonly notProcessed: string;
  readonly asked: string;
  readonly answered: string;
  readonly noAnswer: string;
  readonly close: string;
  readonly gone: string;
  readonly money: string;
  readonly customers: string;
  readonly available: string;
  readonly openPhone: string;
  readonly allowsRefunds: string;
  readonly allowsReservations: string;
  readonly ledger: string;
  readonly noLedger: string;
  readonly kinds: Readonly<Record<LedgerEntry['kind'], string>>;
  readonly faults: string;
  readonly faultHint: string;
  readonly operation: string;
  readonly any: string;
  readonly fault: string;
  readonly faultKinds: Readonly<Record<string, string>>;
  readonly milliseconds: string;
  readonly code: string;
  readonly moment: string;
  readonly before: string;
  readonly after: string;
  readonly atEnd: string;
  readonly late: string;
  /** Of a pending fault: `{ms}` after the request came. */
  readonly lateBy: string;
  readonly lateMs: string;
  readonly count: string;
  readonly inject: string;
  readonly pending: string;
  readonly noPending: string;
  readonly clear: string;
  readonly switches: string;
  readonly shops: string;
  readonly mayRefund: string;
  readonly blockedShop: string;
  readonly reports: string;
  readonly refundsInReports: string;
  readonly reportShape: string;
  readonly published: string;
  readonly swapped: string;
  readonly reservations: string;
  readonly reservedInvoices: string;
  readonly keep: string;
  readonly cancel: string;
}
