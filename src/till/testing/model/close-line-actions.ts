import type { OpenLine } from '../../../contract/day-view.ts';
import type { Intent } from '../../../contract/intents.ts';
import { NOTHING } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';

/** A supervisor closes each of these lines by itself. */
function closed({ snapshot: { day }, pin }: Seen, letter: string, which: (line: OpenLine) => boolean = () => true): Offers {
  const reason = letter === '' ? 'nobody can say' : 'SEQR wrote';
  return day.lines
    .filter(which)
    .map(({ id }): Intent => ({ kind: 'day.closeLines', number: day.lastNumber, ids: [id], letter, reason, pin }));
}

const ofKind =
  (...kinds: readonly OpenLine['kind'][]) =>
  ({ kind }: OpenLine): boolean =>
    kinds.includes(kind);

/** What is done about the lines of the latest close (PF-17, PF-30). */
export const closeLineActions = {
  /** Without a letter, each kind with a button of its own: what may be closed at once, and what takes its time. */
  closeTillOnly: (seen) => closed(seen, '', ofKind('tillOnly')),
  closeDiffering: (seen) => closed(seen, '', ofKind('differs')),
  closeSeqrOnly: (seen) => closed(seen, '', ofKind('seqrOnly')),
  closeNotCompared: (seen) => closed(seen, '', ofKind('notCompared')),
  closeLineByLetter: (seen) => closed(seen, 'LETTER0'),
  /** Where no close can begin, none can tell any more. */
  letterAboutLine: (seen) => (seen.snapshot.day.whyNot?.code === 'day.not-set-up' ? closed(seen, 'LETTER0') : NOTHING),
  closeAllLines: ({ snapshot: { day }, pin }) =>
    day.lines.length === 0
      ? NOTHING
      : ['', 'LETTER0'].map((letter): Intent => ({
          kind: 'day.closeLines',
          number: day.lastNumber,
          ids: day.lines.map(({ id }) => id),
          letter,
          reason: 'looked at all of it',
          pin,
        })),
  /** Its receipt was never paid: a supervisor's word when its time has come. */
  closeLineAsNotPaid: ({ snapshot: { day }, pin }) =>
    day.lines.flatMap(({ id: attemptId, notPaid }): Offers =>
      notPaid === null
        ? NOTHING
        : [
            {
              kind: 'payment.close',
              attemptId,
              stateNumber: notPaid.stateNumber,
              paid: false,
              ersReference: '',
              letter: '',
              reason: 'nobody can say',
              pin,
            },
          ],
    ),
  takeUpRow: ({ snapshot: { day }, pin }) =>
    day.lines
      .filter(({ kind, amount }) => kind === 'seqrOnly' && amount.minor > 0)
      .map(({ id }): Intent => ({ kind: 'day.takeUpRow', number: day.lastNumber, id, reason: 'nobody got anything', pin })),
} satisfies Record<string, Action>;
