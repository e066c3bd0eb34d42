import type { Close } from '../day/index.ts';
import type { DisbursementFacts, DisbursementState } from '../disbursement/index.ts';
import type { AttemptStateKind } from '../payment/index.ts';
import type { PrintJob, SubmitJob } from './job.ts';

/**
 * Every kind of entry that the journal is written with, so that who has to know them all (the crash tests kill the till at
 * each) is told by the compiler of a new one. What older Kassas wrote may bear other words (`src/journal/words`).
 */
export type EntryKind =
  | `attempt.${AttemptStateKind | 'dismissed'}`
  | 'alarm.read'
  | `sale.${'completed' | 'incomplete' | 'otherContent' | 'reversed' | 'voided' | 'restored' | 'waiting' | 'takenUp' | 'leftUnchanged'}`
  | `tab.${'opened' | 'kept' | 'capturing'}`
  | `${DisbursementFacts['kind']}.${DisbursementState['kind']}`
  | 'refund.receipt'
  /** Done at SEQR, and its return receipt could not be made (PF-31). */
  | 'refund.incomplete'
  | `close.${Close['state']['kind'] | 'lineClosed'}`
  | `print.${PrintJob['state']}`
  /** A job that waits has no line of its own: it came with its receipt. */
  | `receipt.submit.${Exclude<SubmitJob['state'], 'queued'>}`
  | `pdf.${'original' | 'copy'}`
  /** Of the owner's PIN, named by their time. */
  | `owner.${'refused' | 'changed' | 'recovered'}`
  | 'journal.migrated'
  /** About the wall clock of this computer (PF-11). */
  | `clock.${'differs' | 'agrees' | 'set-back' | 'behind'}`;
