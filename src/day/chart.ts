import type { Arrow } from '../state-chart/index.ts';
import type { CloseEvent, CloseState } from './close.ts';

/**
 * The state chart of a close of day, as data. It decides nothing: `stepClose` does. The tests see to it that `stepClose` takes
 * every arrow that stands here and no other, and `npm run docs` draws docs/state-charts.md from it.
 *
 * `marking` is the one moment at which money must stand still: no charge and no refund begins while SEQR ends the period. A
 * half-done mark found after a restart is lost: SEQR may have begun a new period whose id nobody knows.
 */
export const CLOSE_CHART: readonly Arrow<CloseState['kind'], CloseEvent['kind']>[] = [
  { from: 'marking', to: 'waiting', by: 'marked', when: 'SEQR named the period that it ended', rule: 'PF-17' },
  { from: 'marking', to: 'markLost', by: 'markUnanswered', when: 'no usable answer, or found half-done at a start', rule: 'PF-17' },
  { from: 'marking', to: 'notMarked', by: 'notMarked', when: 'SEQR said no, or no byte had left', rule: 'PF-17' },
  {
    from: 'marking',
    to: 'markLost',
    by: 'notMarked',
    when: 'SEQR said no, or no byte had left, after a mark that was lost',
    rule: 'PF-17',
  },

  {
    from: 'markLost',
    to: 'marking',
    by: 'markAgain',
    when: 'the period is marked again, the first time at once, then by a person',
    rule: 'PF-17',
  },

  { from: 'markLost', to: 'done', by: 'finished', when: 'a person finishes although SEQR named no period', rule: 'PF-17' },
  { from: 'notMarked', to: 'done', by: 'finished', when: 'a person finishes although SEQR ended no period', rule: 'PF-17' },

  { from: 'waiting', to: 'reported', by: 'matched', when: 'the report is there, and compared', rule: 'PF-17' },
  { from: 'waiting', to: 'held', by: 'noReport', when: 'no report that can be used, so far', rule: 'PF-17' },

  { from: 'held', to: 'waiting', by: 'goOn', when: 'a person has it asked for again', rule: 'PF-17' },
  {
    from: 'waiting',
    to: 'done',
    by: 'finished',
    when: 'a person finishes without the report, which was not there when first asked for',
    rule: 'PF-17',
  },
  { from: 'held', to: 'done', by: 'finished', when: 'a person finishes without the report', rule: 'PF-17' },

  { from: 'reported', to: 'done', by: 'finished', when: 'all that follows from it is carried out', rule: 'PF-17' },
];
