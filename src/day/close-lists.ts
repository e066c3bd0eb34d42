import type { Translate } from '../text/index.ts';
import type { Close } from './close.ts';
import type { Comparison, Pair } from './match.ts';
import type { DetailRow } from './report.ts';
import type { Resolution } from './resolution.ts';
import type { TillEntry } from './till-entry.ts';

/** The lists of a comparison, those first that a person has to act on. */
export const CLOSE_LISTS = ['differs', 'tillOnly', 'seqrOnly', 'lost', 'both'] as const;
export type CloseList = (typeof CLOSE_LISTS)[number];

/** One line of a list: what the till has, what SEQR has, or both. */
export interface CloseLine {
  readonly list: CloseList;
  readonly till: TillEntry | null;
  readonly seqr: DetailRow | null;
  readonly note: 'reversed' | 'otherClose' | 'resolved' | 'noReference' | null;
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

function pairLine(list: CloseList, { till, seqr, otherClose, resolved }: Pair): CloseLine {
  return { list, till, seqr, note: resolved ? 'resolved' : otherClose ? 'otherClose' : till.reversed ? 'reversed' : null };
}

function tillLine(list: CloseList, till: TillEntry): CloseLine {
  return { list, till, seqr: null, note: till.reversed ? 'reversed' : till.ersReference === null ? 'noReference' : null };
}

/** What came of something open, in a sentence. */
export function resolutionText(resolution: Resolution, t: Translate): string {
  const { correlationId: id } = resolution;
  switch (resolution.verdict) {
    case 'stays':
      return t(`day.resolved.stays.${resolution.because}`, { id });
    case 'offered':
      return t('day.resolved.offered', { id });
    case 'confirmed':
      return t('day.resolved.confirmed', { id });
    case 'notPaid':
      return t(`day.resolved.${resolution.was}.notPaid`, { id });
    case 'done':
      return t(`day.resolved.${resolution.was}.done`, { id });
    case 'notDone':
      return t(`day.resolved.${resolution.was}.notDone`, { id });
  }
}

/** It is over: nobody has to look at it again. */
export function isResolved({ verdict }: Resolution): boolean {
  return verdict !== 'stays' && verdict !== 'offered';
}
