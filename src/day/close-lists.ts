import type { Translate } from '../text/index.ts';
import type { Close } from './close.ts';
import type { Comparison, Pair } from './compare.ts';
import type { DetailRow } from './report.ts';
import type { Settlement } from './settle.ts';
import type { TillEntry } from './till-entry.ts';

/** The lists of a comparison, those first that a person has to act on. */
export const CLOSE_LISTS = ['differs', 'tillOnly', 'seqrOnly', 'lost', 'both'] as const;
export type CloseList = (typeof CLOSE_LISTS)[number];

/** One line of a list: what the till has, what SEQR has, or both. */
export interface CloseLine {
  readonly list: CloseList;
  readonly till: TillEntry | null;
  readonly seqr: DetailRow | null;
  readonly note: 'reversed' | 'otherClose' | 'settled' | 'noReference' | null;
}

/** Every line of a close in the order of {@link CLOSE_LISTS}; screen, paper and CSV show the same. */
export function closeLines({ state }: Close): readonly CloseLine[] {
  const comparison = state.kind === 'done' || state.kind === 'reported' ? (state.result?.comparison ?? null) : null;
  return comparison === null ? [] : CLOSE_LISTS.flatMap((list) => linesOf(comparison, list));
}

function linesOf(comparison: Comparison, list: CloseList): readonly CloseLine[] {
  if (comparison.kind === 'summary') return list === 'lost' ? comparison.lost.map((till) => tillLine(list, till)) : [];
  switch (list) {
    case 'differs':
    case 'both':
      return comparison[list].map((pair) => pairLine(list, pair));
    case 'tillOnly':
    case 'lost':
      return comparison[list].map((till) => tillLine(list, till));
    case 'seqrOnly':
      return comparison.seqrOnly.map((seqr) => ({ list, till: null, seqr, note: null }));
  }
}

function pairLine(list: CloseList, { till, seqr, otherClose, settled }: Pair): CloseLine {
  return { list, till, seqr, note: settled ? 'settled' : otherClose ? 'otherClose' : till.reversed ? 'reversed' : null };
}

function tillLine(list: CloseList, till: TillEntry): CloseLine {
  return { list, till, seqr: null, note: till.reversed ? 'reversed' : till.ersReference === null ? 'noReference' : null };
}

/** What came of something open, in a sentence. */
export function settlementText(settlement: Settlement, t: Translate): string {
  const { correlationId: id } = settlement;
  switch (settlement.verdict) {
    case 'stays':
      return t(`day.settled.stays.${settlement.because}`, { id });
    case 'offered':
      return t('day.settled.offered', { id });
    case 'notKept':
      return t(`day.settled.${settlement.was}.notKept`, { id });
    case 'done':
      return t(`day.settled.${settlement.was}.done`, { id });
    case 'notDone':
      return t(`day.settled.${settlement.was}.notDone`, { id });
  }
}

/** It is over: nobody has to look at it again. */
export function isSettled({ verdict }: Settlement): boolean {
  return verdict !== 'stays' && verdict !== 'offered';
}
