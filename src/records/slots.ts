import type { Sale } from '../sale/sale.ts';

/** The sale on the counter: it survives a crash. */
export interface OpenSale {
  readonly sale: Sale;
  /** Rises with every change; an intent names the one it was shown (PF-26). */
  readonly revision: number;
  readonly selectedRowId: string | null;
  /** Attempts that have not paid for it, oldest first: it is theirs if one of them turns out to be paid (PF-06). */
  readonly unpaidBy?: readonly string[];
}

/** Rows that have to be charged again, by the attempt that did not pay for them (PF-29, PF-33). */
export type UnpaidSales = Readonly<Record<string, Sale>>;

/** What a supervisor has closed that no report can settle: lines of closes, by their names (PF-17, PF-30). */
export type ClosedLines = Readonly<Record<string, ClosedLine>>;

export interface ClosedLine {
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
  /** Of SEQR's letter; null: there was none. */
  readonly letter: string | null;
}

/** What the owner's recovery code is told by, should the settings be lost (PF-30). */
export interface KeptOwner {
  /** A salted hash of it, as the settings have it. */
  readonly recovery: { readonly salt: string; readonly hash: string };
}

/** Small named things of the journal, each replaced as a whole. */
export interface Slots {
  readonly 'open-sale': OpenSale;
  readonly 'unpaid-rows': UnpaidSales;
  readonly 'closed-lines': ClosedLines;
  readonly owner: KeptOwner;
}
export type SlotName = keyof Slots;

/** What a batch does to them: another value takes the place of the old one, null removes it, undefined leaves it. */
export type SlotChanges = { readonly [Name in SlotName]?: Slots[Name] | null | undefined };
