import { allows } from '../state-chart/index.ts';
import type { Arrow } from '../state-chart/index.ts';
import type { AttemptState, AttemptStateKind, ReservedPhase } from './attempt.ts';
import type { AttemptEvent } from './step.ts';

/*
 * The state charts of a payment, as data. They decide nothing: `step` does. The tests see to it that `step` takes every
 * arrow that stands here and no other, and `npm run docs` draws docs/state-charts.md from them.
 *
 * Only an answer from SEQR, or its report of the day, leads to an outcome; elapsed time never does. A PAID for an attempt
 * that has ended completes its sale after all, or its money is given back (PF-06).
 */

type By = AttemptEvent['kind'];

/** PF-03. A supervisor's word may come while a read is on its way; what a read has ended none follows. */
const ONE_READ = 'there is one read at a time, and none after an end';

/** A payment, from the record on disk to its outcome. What is done about a reservation meanwhile: {@link TAB_CHART}. */
export const ATTEMPT_CHART: readonly Arrow<AttemptStateKind, By>[] = [
  { from: 'sending', to: 'live', by: 'sendAnswered', when: 'a good answer with a reference', rule: 'PF-10' },
  { from: 'sending', to: 'sendUnknown', by: 'sendAnswered', when: 'no usable answer', rule: 'PF-10' },
  { from: 'sending', to: 'notSent', by: 'sendAnswered', when: 'it failed before a byte had left', rule: 'PF-10' },
  { from: 'sending', to: 'refused', by: 'sendAnswered', when: 'SEQR said no', rule: 'PF-07' },
  { from: 'sending', to: 'sendUnknown', by: 'restarted', when: 'found half-done at a start', rule: 'PF-15' },
  { from: 'sending', to: 'sendUnknown', by: 'customerSaysPaid', when: 'SEQR is slow, and the customer says it is paid', rule: 'PF-10' },
  { from: 'sending', to: 'orphan', by: 'giveUp', when: 'the cashier gives up or sends again', rule: 'PF-10' },

  { from: 'sendUnknown', to: 'live', by: 'sendAnswered', when: 'a good answer with a reference, late', rule: 'PF-10' },
  { from: 'sendUnknown', to: 'notSent', by: 'sendAnswered', when: 'known late that no byte had left', rule: 'PF-10' },
  { from: 'sendUnknown', to: 'refused', by: 'sendAnswered', when: 'SEQR said no, late', rule: 'PF-07' },
  { from: 'sendUnknown', to: 'orphan', by: 'giveUp', when: 'the cashier gives up or sends again', rule: 'PF-10' },
  { from: 'sendUnknown', to: 'notPaid', by: 'reportSays', when: 'the report of the day does not have it', rule: 'PF-17' },
  {
    from: 'sendUnknown',
    to: 'completed',
    by: 'reportSays',
    when: 'a supervisor attaches a reference that the report lists',
    rule: 'PF-18',
  },

  { from: 'orphan', to: 'notPaid', by: 'reportSays', when: 'the report of the day does not have it', rule: 'PF-17' },
  { from: 'orphan', to: 'completed', by: 'reportSays', when: 'a supervisor attaches a reference that the report lists', rule: 'PF-18' },

  { from: 'live', to: 'paid', by: 'statusAnswered', when: 'PAID', rule: 'PF-08' },
  { from: 'live', to: 'reserved', by: 'statusAnswered', when: 'RESERVED, where a reservation was asked for', rule: 'PF-29' },
  { from: 'live', to: 'cancelled', by: 'statusAnswered', when: 'CANCELED, or code 55', rule: 'PF-07' },
  { from: 'live', to: 'failed', by: 'statusAnswered', when: 'FAILED', rule: 'PF-07' },
  { from: 'live', to: 'expired', by: 'statusAnswered', when: 'EXPIRED, or code 58', rule: 'PF-07' },
  {
    from: 'live',
    to: 'notPaid',
    by: 'reportSays',
    when: 'SEQR does not answer for it, and the report of the day does not have it',
    rule: 'PF-17',
  },
  {
    from: 'live',
    to: 'completed',
    by: 'reportSays',
    when: 'SEQR does not answer for it, and a supervisor attaches a reference',
    rule: 'PF-18',
  },

  { from: 'reserved', to: 'live', by: 'restarted', when: 'nobody had asked for a reservation: an older Kassa', rule: 'PF-07' },
  { from: 'reserved', to: 'paid', by: 'statusAnswered', when: 'PAID', rule: 'PF-08' },
  { from: 'reserved', to: 'cancelled', by: 'statusAnswered', when: 'CANCELED, or code 55', rule: 'PF-29' },
  { from: 'reserved', to: 'failed', by: 'statusAnswered', when: 'FAILED', rule: 'PF-29' },
  { from: 'reserved', to: 'expired', by: 'statusAnswered', when: 'EXPIRED, or code 58', rule: 'PF-29' },
  {
    from: 'reserved',
    to: 'notPaid',
    by: 'reportSays',
    when: 'SEQR does not answer for it, and the report of the day does not have it',
    rule: 'PF-17',
  },
  {
    from: 'reserved',
    to: 'completed',
    by: 'reportSays',
    when: 'SEQR does not answer for it, and a supervisor attaches a reference',
    rule: 'PF-18',
  },

  { from: 'cancelled', to: 'paid', by: 'statusAnswered', when: 'PAID after all', rule: 'PF-06', neverBecause: ONE_READ },
  { from: 'failed', to: 'paid', by: 'statusAnswered', when: 'PAID after all', rule: 'PF-06', neverBecause: ONE_READ },
  { from: 'expired', to: 'paid', by: 'statusAnswered', when: 'PAID after all', rule: 'PF-06', neverBecause: ONE_READ },
  { from: 'notPaid', to: 'paid', by: 'statusAnswered', when: 'PAID after all', rule: 'PF-06' },
  { from: 'reversed', to: 'paid', by: 'statusAnswered', when: 'PAID after all', rule: 'PF-06' },
  { from: 'paid', to: 'completed', by: 'statusAnswered', when: 'PAID once more, with its reference known', rule: 'PF-08' },
  { from: 'paid', to: 'reversed', by: 'statusAnswered', when: 'CANCELED, FAILED or EXPIRED, or code 55 or 58', rule: 'PF-08' },
  { from: 'paid', to: 'completed', by: 'reportSays', when: 'SEQR has not confirmed it, and the report or a letter has it', rule: 'PF-08' },
  {
    from: 'paid',
    to: 'reversed',
    by: 'reportSays',
    when: 'SEQR has not confirmed it, and a supervisor closes it as not paid',
    rule: 'PF-30',
  },
  {
    from: 'completed',
    to: 'reversed',
    by: 'reportSays',
    when: 'the report lacks it, and a supervisor closes it as not paid',
    rule: 'PF-30',
  },
];

/** A tab: the phases of `reserved`. `live`: where it comes from. It can end in any phase, as {@link ATTEMPT_CHART} says. */
export const TAB_CHART: readonly Arrow<ReservedPhase | 'live', By>[] = [
  { from: 'live', to: 'held', by: 'statusAnswered', when: 'RESERVED', rule: 'PF-29' },
  { from: 'live', to: 'releasing', by: 'statusAnswered', when: 'RESERVED, while a cancel is wished or it is set aside', rule: 'PF-12' },

  { from: 'held', to: 'updating', by: 'capture', when: 'its money is to be taken, for another sale than SEQR holds', rule: 'PF-29' },
  { from: 'held', to: 'committing', by: 'capture', when: 'its money is to be taken, for the sale that SEQR holds', rule: 'PF-29' },
  { from: 'held', to: 'releasing', by: 'cancel', when: 'it is to be released', rule: 'PF-29' },
  { from: 'held', to: 'lapsed', by: 'lapsed', when: 'its time is up by our clock', rule: 'PF-29' },

  { from: 'lapsed', to: 'updating', by: 'capture', when: 'its money is to be taken, for another sale than SEQR holds', rule: 'PF-29' },
  { from: 'lapsed', to: 'committing', by: 'capture', when: 'its money is to be taken, for the sale that SEQR holds', rule: 'PF-29' },
  { from: 'lapsed', to: 'releasing', by: 'cancel', when: 'it is to be released', rule: 'PF-29' },

  { from: 'updating', to: 'committing', by: 'updateAnswered', when: 'SEQR took the change', rule: 'PF-29' },
  { from: 'updating', to: 'held', by: 'updateAnswered', when: 'SEQR said no, or no byte had left', rule: 'PF-29' },
  {
    from: 'updating',
    to: 'unsure',
    by: 'updateAnswered',
    when: 'no usable answer, or no while an earlier call is in doubt',
    rule: 'PF-29',
  },
  { from: 'updating', to: 'unsure', by: 'restarted', when: 'found half-done at a start', rule: 'PF-15' },

  { from: 'committing', to: 'committed', by: 'commitAnswered', when: 'SEQR said yes, and PAID has to be read', rule: 'PF-29' },
  { from: 'committing', to: 'held', by: 'commitAnswered', when: 'SEQR said no, or no byte had left, and no earlier one', rule: 'PF-29' },
  {
    from: 'committing',
    to: 'unsure',
    by: 'commitAnswered',
    when: 'the same of one in doubt; with an earlier one only where SEQR refused the amount',
    rule: 'PF-29',
  },
  { from: 'held', to: 'releasing', by: 'free', when: 'a supervisor frees its sale, which was set aside', rule: 'PF-16' },
  { from: 'committing', to: 'releasing', by: 'free', when: 'a supervisor frees its sale, which was set aside', rule: 'PF-16' },
  { from: 'committed', to: 'releasing', by: 'free', when: 'a supervisor frees its sale, which was set aside', rule: 'PF-16' },
  { from: 'unsure', to: 'releasing', by: 'free', when: 'a supervisor frees its sale, which was set aside', rule: 'PF-16' },
  { from: 'updating', to: 'releasing', by: 'free', when: 'a supervisor frees its sale, which was set aside', rule: 'PF-16' },
  { from: 'lapsed', to: 'releasing', by: 'free', when: 'a supervisor frees its sale, which was set aside', rule: 'PF-16' },
  { from: 'committing', to: 'releasing', by: 'cancel', when: 'it is to be released after all', rule: 'PF-29' },
  { from: 'committed', to: 'committing', by: 'statusAnswered', when: 'still RESERVED after SEQR had said yes', rule: 'PF-29' },
  { from: 'committed', to: 'releasing', by: 'cancel', when: 'it is to be released after all', rule: 'PF-29' },

  { from: 'unsure', to: 'held', by: 'statusAnswered', when: 'still RESERVED, and only an update was in doubt', rule: 'PF-29' },
  { from: 'unsure', to: 'committing', by: 'capture', when: 'its money is to be taken, for the same amount', rule: 'PF-29' },
  { from: 'unsure', to: 'updating', by: 'capture', when: 'for another amount, after SEQR has refused the first', rule: 'PF-29' },
  { from: 'unsure', to: 'releasing', by: 'cancel', when: 'it is to be released', rule: 'PF-29' },

  { from: 'releasing', to: 'held', by: 'keepWaiting', when: 'not to be released after all, and no cancel has left', rule: 'PF-12' },
  { from: 'releasing', to: 'unsure', by: 'keepWaiting', when: 'not to be released after all, but SEQR may have done it', rule: 'PF-12' },
];

/** Whether the charts let an event turn one state into the other. */
export function allowsStep(before: AttemptState, by: By, after: AttemptState): boolean {
  if (!allows(ATTEMPT_CHART, before.kind, by, after.kind)) return false;
  if (after.kind !== 'reserved') return true;
  return allows(TAB_CHART, before.kind === 'reserved' ? before.phase : 'live', by, after.phase);
}
