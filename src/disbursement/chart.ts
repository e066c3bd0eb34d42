import type { Arrow } from '../state-chart/index.ts';
import type { DisbursementState } from './disbursement.ts';
import type { DisbursementEvent } from './step.ts';

/**
 * The state chart of a refund or a pay-out, as data. It decides nothing: `stepDisbursement` does. The tests see to it that
 * `stepDisbursement` takes every arrow that stands here and no other, and `npm run docs` draws docs/state-charts.md from it.
 *
 * Nothing is ever sent a second time, and only the report or SEQR's written answer leads out of `unknown`; elapsed time never
 * does.
 */
export const DISBURSEMENT_CHART: readonly Arrow<DisbursementState['kind'], DisbursementEvent['kind']>[] = [
  { from: 'sending', to: 'done', by: 'answered', when: 'SEQR said yes', rule: 'PF-14' },
  { from: 'sending', to: 'refused', by: 'answered', when: 'SEQR said no', rule: 'PF-14' },
  { from: 'sending', to: 'notSent', by: 'answered', when: 'it failed before a byte had left', rule: 'PF-14' },
  { from: 'sending', to: 'unknown', by: 'answered', when: 'no usable answer', rule: 'PF-14' },
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
