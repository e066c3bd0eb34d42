export const RESERVED_RULES = ['keep', 'cancel'] as const;
export type ReservedRule = (typeof RESERVED_RULES)[number];

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
}

export const DEFAULT_SWITCHES: Switches = {
  resellersWithoutRefunds: [],
  reportShape: 'published',
  refundsInReports: true,
  reservedInvoices: 'keep',
};
