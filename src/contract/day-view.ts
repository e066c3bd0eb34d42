import type { Close } from '../day/close.ts';
import type { OpenThing } from '../day/open-thing.ts';
import type { CloseVerdict } from '../day/open-things.ts';
import type { Report } from '../day/report.ts';
import type { Figure } from '../day/till-entry.ts';
import type { Money } from '../money/index.ts';
import type { ReportId } from '../protocol/types.ts';
import type { Problem } from '../text/index.ts';

/** The close that is under way, or the last one that came to nothing. */
export interface CloseView {
  readonly closeId: string;
  readonly stateNumber: number;
  readonly scope: 'terminal' | 'shop';
  /** ISO 8601. */
  readonly startedAt: string;
  readonly state: 'marking' | 'markLost' | 'notMarked' | 'waiting' | 'held' | 'reported';
  /** Milliseconds in this state at the time of the snapshot, of this run of the till. */
  readonly forMs: number;
  /** The reseller's password has to be given before it can go on. */
  readonly needsPassword: boolean;
  /** How often the report has been asked for. */
  readonly tries: number;
  readonly problem: Problem | null;
  /** A supervisor may finish it without SEQR's report (PF-17). */
  readonly canFinishWithout: boolean;
  /** Marks whose answers never came. */
  readonly lostMarks: number;
  /** It is of a terminal that the till had before, called so; null: of its present one. */
  readonly former: string | null;
}

/** A report that was asked for on the reports screen. */
export interface ReportRunView {
  readonly reportId: ReportId;
  readonly periodId: string;
  readonly state: 'asking' | 'ready' | 'failed';
  readonly forMs: number;
  readonly tries: number;
  readonly problem: Problem | null;
  /** Rises with every report that was read; the window then asks for it. */
  readonly revision: number;
}

export interface DayView {
  readonly close: CloseView | null;
  /** Why no close can begin now; null: one can. */
  readonly whyNot: Problem | null;
  readonly scope: 'terminal' | 'shop';
  /** The owner's hours, after which a missing refund can be said not to have been done (PF-14). */
  readonly absenceHours: number;
  /** The reseller's password is kept, sealed, and need not be typed. */
  readonly passwordKept: boolean;
  /** Of the last close that is done; 0: none. A window then asks for the history again. */
  readonly lastNumber: number;
  /** What of the latest close nobody has settled yet, a hundred at most (PF-17, PF-30). */
  readonly lines: readonly OpenLine[];
  /** Rises when an open payment of an old close is settled. */
  readonly revision: number;
  readonly report: ReportRunView | null;
}

/** One line of the history. */
export interface CloseRow {
  readonly number: number;
  /** ISO 8601. */
  readonly doneAt: string;
  /** Null: SEQR has named none. */
  readonly periodId: string | null;
  readonly scope: 'terminal' | 'shop';
  /** `none`: finished without SEQR's report. */
  readonly verdict: CloseVerdict;
  readonly sales: Figure | null;
  readonly returns: Figure | null;
}

/** A payment that a supervisor may attach to a reference that SEQR's report lists (PF-18). */
export interface AttachOffer {
  readonly attemptId: string;
  readonly stateNumber: number;
  readonly correlationId: string;
  readonly amount: Money;
  readonly startedAt: string;
  readonly references: readonly string[];
}

/** A line of a close that a supervisor can close, and whether its receipt can be said not to have been paid. */
export interface OpenLine extends OpenThing {
  /** Of the payment with that receipt, which can be closed as not paid: its counter-receipt is written (PF-30, PF-33). Null: it cannot. */
  readonly notPaid: { readonly stateNumber: number } | null;
}

/** A close with what can still be done about it. The close itself never changes. */
export interface CloseDocument {
  readonly close: Close;
  readonly offers: readonly AttachOffer[];
  /** Lines of it that a supervisor can close (PF-17, PF-30); of the latest close only, which all open ones are handed on to. */
  readonly lines: readonly OpenLine[];
}

/** The report last read on the reports screen. */
export interface ReportDocumentView {
  readonly reportId: ReportId;
  readonly periodId: string;
  readonly report: Report;
}
