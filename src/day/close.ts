import type { Language } from '../language/language.ts';
import type { Currency } from '../money/index.ts';
import type { Problem } from '../text/index.ts';
import type { Comparison } from './match.ts';
import type { OpenThing } from './open-thing.ts';
import type { ReportMeta } from './report.ts';
import type { Resolution } from './resolution.ts';
import type { Figure } from './till-entry.ts';

/*
 * One close of day (PF-17). What leads from one state to another stands in chart.ts, and is drawn in docs/state-charts.md;
 * `stepClose` does it.
 */

/** What is fixed when a close begins. */
export interface CloseFacts {
  readonly id: string;
  /** The attempts' own word for the service (PF-24). */
  readonly endpoint: string;
  readonly terminalId: string;
  readonly register: string;
  /** Whose period ends: this terminal's, or with one master register the whole shop's (protocol §10). */
  readonly scope: 'terminal' | 'shop';
  readonly cashier: { readonly number: string; readonly name: string };
  readonly business: { readonly name: string; readonly organisationNumber: string; readonly address: readonly string[] };
  readonly currency: Currency;
  /** Of SEQR's report and of the paper. */
  readonly language: Language;
  readonly practice: boolean;
  readonly startedAt: string;
  /** A terminal that the till had before its present one (PF-17). Absent: it is the till's own. */
  readonly former?: boolean;
}

/** A moment of the journal: entries are numbered, so that no clock has to be trusted. */
export interface Mark {
  /** Wall time, ISO 8601, for print. */
  readonly at: string;
  /** The last entry before it. */
  readonly entry: number;
  /** The last receipt before it; 0: none. */
  readonly receipt: number;
  /** Ids of the payments and of the disbursements that were not resolved then: they began before it. */
  readonly open: readonly string[];
  /** SEQR's own time, ms since 1970: when it answered, or before it has, when it was asked. Absent: not known. */
  readonly seqrMs?: number;
  /** The till's own count of time (PF-30), ms; only the difference between two marks means something. Absent: nobody counted. */
  readonly countedMs?: number;
}

/** What SEQR's report came to. */
export interface CloseResult {
  readonly root: string;
  readonly meta: ReportMeta;
  readonly sales: Figure;
  /** Refunds and pay-outs, negative. */
  readonly returns: Figure;
  readonly comparison: Comparison;
  readonly resolutions: readonly Resolution[];
}

export type CloseState =
  /** The mark is on disk and may be on its way. */
  | { readonly kind: 'marking' }
  /** No usable answer: SEQR may have begun a new period, and its id is lost. Another one has to be marked. */
  | { readonly kind: 'markLost'; readonly problem: Problem | null }
  /** SEQR has not ended the period; nothing has changed. This close comes to nothing. */
  | { readonly kind: 'notMarked'; readonly problem: Problem }
  /** The period has ended at SEQR; its report is being asked for. */
  | { readonly kind: 'waiting'; readonly periodId: string }
  /** No report so far, and nobody is asking. */
  | { readonly kind: 'held'; readonly periodId: string; readonly problem: Problem }
  /** Compared; what follows for open payments is being carried out. */
  | { readonly kind: 'reported'; readonly periodId: string; readonly result: CloseResult }
  /**
   * Numbered, and never changed again. Null result: finished without SEQR's report. Null period: finished although SEQR has
   * named no period, so that the next close covers the same time once more.
   */
  | { readonly kind: 'done'; readonly periodId: string | null; readonly result: CloseResult | null; readonly doneAt: string };

export interface Close {
  readonly facts: CloseFacts;
  /** 1, 2, … without a gap, from `done` on. */
  readonly number: number | null;
  /** Where the close before it ended; null: it is the first. */
  readonly from: Mark | null;
  readonly mark: Mark;
  /** Marks whose answers never came (PF-17). */
  readonly lost: readonly Mark[];
  /** When the owner's PIN was chosen anew by its recovery, since the close before; ISO 8601. */
  readonly recoveries?: readonly string[];
  readonly state: CloseState;
  /** Rises with every change; an intent names the one it was shown (PF-26). */
  readonly stateNumber: number;
  /** What was not settled when it was done (PF-32); absent before, and in closes of before such lists were kept. */
  readonly open?: readonly OpenThing[];
}

export type CloseEvent =
  /** `seqrMs`: SEQR's time of its answer; null: it did not say. */
  | { readonly kind: 'marked'; readonly periodId: string; readonly seqrMs: number | null }
  | { readonly kind: 'markUnanswered' }
  /** `problem`: SEQR's no, or that nothing was sent. */
  | { readonly kind: 'notMarked'; readonly problem: Problem }
  /** After a lost one: the period is marked again. */
  | { readonly kind: 'markAgain'; readonly mark: Mark }
  | { readonly kind: 'noReport'; readonly problem: Problem }
  | { readonly kind: 'goOn' }
  | { readonly kind: 'matched'; readonly result: CloseResult }
  | { readonly kind: 'finished'; readonly number: number; readonly doneAt: string; readonly open: readonly OpenThing[] };

/** The close after something happened; the same object if that changes nothing in its state. */
export function stepClose(close: Close, event: CloseEvent): Close {
  const { state } = close;
  const to = (next: CloseState, more: Partial<Close> = {}): Close => ({
    ...close,
    ...more,
    state: next,
    stateNumber: close.stateNumber + 1,
  });
  switch (event.kind) {
    case 'marked':
      if (state.kind !== 'marking') return close;
      return to(
        { kind: 'waiting', periodId: event.periodId },
        event.seqrMs === null ? {} : { mark: { ...close.mark, seqrMs: event.seqrMs } },
      );
    case 'markUnanswered':
      return state.kind === 'marking' ? to({ kind: 'markLost', problem: null }, { lost: [...close.lost, close.mark] }) : close;
    case 'notMarked':
      if (state.kind !== 'marking') return close;
      // A mark that was lost before this one is not forgotten with it.
      return to(close.lost.length > 0 ? { kind: 'markLost', problem: event.problem } : { kind: 'notMarked', problem: event.problem });
    case 'markAgain':
      return state.kind === 'markLost' ? to({ kind: 'marking' }, { mark: event.mark }) : close;
    case 'noReport':
      return state.kind === 'waiting' ? to({ kind: 'held', periodId: state.periodId, problem: event.problem }) : close;
    case 'goOn':
      return state.kind === 'held' ? to({ kind: 'waiting', periodId: state.periodId }) : close;
    case 'matched':
      return state.kind === 'waiting' ? to({ kind: 'reported', periodId: state.periodId, result: event.result }) : close;
    case 'finished':
      if (!canFinish(close)) return close;
      return to(
        {
          kind: 'done',
          periodId: 'periodId' in state ? state.periodId : null,
          result: state.kind === 'reported' ? state.result : null,
          doneAt: event.doneAt,
        },
        { number: event.number, open: event.open },
      );
  }
}

/** All that follows from its report is carried out; or there is none, and a supervisor finishes without (PF-17). */
function canFinish({ state: { kind } }: Close): boolean {
  return kind === 'reported' || canDoWithout(kind);
}

/** Whether a supervisor may finish without SEQR's report, with a period that SEQR named or without one. */
export function canDoWithout(kind: CloseState['kind']): boolean {
  return kind === 'waiting' || kind === 'held' || kind === 'markLost' || kind === 'notMarked';
}

/** SEQR has named the period that it ended: only then the next period begins where this close ends. */
export function hasPeriod({ state }: Close): boolean {
  return 'periodId' in state && state.periodId !== null;
}

/** It has not come to its end: it is the one that is under way. */
export function isUnderWay({ state }: Close): boolean {
  return state.kind !== 'done' && state.kind !== 'notMarked';
}

/** Closes that follow one another: of one terminal of one service, and of one scope. */
export function seriesOf({ endpoint, terminalId, scope }: CloseFacts): string {
  return JSON.stringify([endpoint, terminalId, scope]);
}
