export const RESERVED_RULES = ['keep', 'cancel'] as const;
export type ReservedRule = (typeof RESERVED_RULES)[number];

/** What reports list: a payment, a payment that commitReservation took, a refund, a pay-out of creditUser. */
export const BOOKED = ['payment', 'commit', 'refund', 'credit'] as const;
export type Booked = (typeof BOOKED)[number];

/** How late something is booked: not before `ms` have passed, and not before `periods` marks that would have listed it. */
export interface BookingDelay {
  readonly ms: number;
  readonly periods: number;
}
export const AT_ONCE: BookingDelay = { ms: 0, periods: 0 };

/**
 * What a report makes of a payment that nobody has asked about yet. `left-out`: nothing, as it may be reversed.
 * `until-reversed`: a row, which a reversal removes, also from periods that were marked before. `reversed-by-a-row`: a row,
 * and a reversal is another one, of the negative amount, in the period in which it comes.
 */
export const UNREAD_RULES = ['left-out', 'until-reversed', 'reversed-by-a-row'] as const;
export type UnreadRule = (typeof UNREAD_RULES)[number];

/** What a person can set about the service while it runs, where SEQR's own answer depends on contracts or is unpublished. */
export interface Switches {
  /** Resellers whose contract has no refunds: answered 97. */
  readonly resellersWithoutRefunds: readonly string[];
  /**
   * The shape of reports 001 and 007 (protocol §10). `published`: as the manual describes them, 001 a sum and 007 rows.
   * `swapped`: as SEQR's printed samples show them, 001 rows and 007 a sum.
   */
  readonly reportShape: 'published' | 'swapped';
  /** Whether refunds and credits are rows of a report, as negative amounts. Unpublished, so both can be practised. */
  readonly refundsInReports: boolean;
  /** What a new invoice does to a reserved one of the same terminal; no source says it (PF-29). */
  readonly reservedInvoices: ReservedRule;
  /** How long after they were carried out things are booked in reports; what is not named, at once (PF-14). */
  readonly bookedLate: Readonly<Partial<Record<Booked, BookingDelay>>>;
  /** What reports make of a payment that nobody has asked about yet (PF-17). */
  readonly unreadInReports: UnreadRule;
}

export const DEFAULT_SWITCHES: Switches = {
  resellersWithoutRefunds: [],
  reportShape: 'published',
  refundsInReports: true,
  reservedInvoices: 'keep',
  bookedLate: {},
  unreadInReports: 'left-out',
};
