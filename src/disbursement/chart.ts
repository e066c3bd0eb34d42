import type { Arrow } from '../state-chart/index.ts';
import type { DisbursementState } from './disbursement.ts';
import type { DisbursementEvent } from './step.ts';

/**
 * The state chart of a refund or a pay-out, as data. It decides nothing: `stepDisbursement` does. The tests see to it that
 * `stepDisbursement` takes every arrow that stands here and no other, and `npm run docs` draws docs/state-charts.md from it.
 *
 * Nothing is sent a second time by itself, and elapsed time never leads out of `unknown`: the report, SEQR's written answer or
 * a supervisor does. Only a refund, never a pay-out, is sent again or reopened.
 */
export const DISBURSEMENT_CHART: readonly Arrow<DisbursementState['kind'], DisbursementEvent['kind']>[] = [
  { from: 'sending', to: 'done', by: 'answered', when: 'SEQR said yes', rule: 'PF-14' },
  { from: 'sending', to: 'refused', by: 'answered', when: 'SEQR said no', rule: 'PF-14' },
  { from: 'sending', to: 'notSent', by: 'answered', when: 'it failed before a byte had left', rule: 'PF-14' },
  { from: 'sending', to: 'unknown', by: 'answered', when: 'no usable answer', rule: 'PF-14' },
  {
    from: 'unknown',
    to: 'sending',
    by: 'sentAgain',
    when: 'a supervisor sends a refund again that SEQR can carry out only once',
    rule: 'PF-14',
  },
  {
    from: 'notDone',
    to: 'unknown',
    by: 'reopened',
    when: 'SEQR refuses another refund of the payment for its sum (98)',
    rule: 'PF-14',
  },
  { from: 'sending', to: 'unknown', by: 'restarted', when: 'found half-done at a start', rule: 'PF-15' },

  {
    from: 'unknown',
    to: 'done',
    by: 'resolved',
    when: 'the report lists it, or the written answer of SEQR says that it was done',
    rule: 'PF-14',
  },
  {
    from: 'unknown',
    to: 'notDone',
    by: 'resolved',
    when: 'the report shows that it is not there, or the written answer says so',
    rule: 'PF-14',
  },
];
