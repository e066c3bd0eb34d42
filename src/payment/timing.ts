/** The rhythm of a payment, in milliseconds, each with its rule. */
export const TIMING = {
  /** Polls start this far apart (PF-03). */
  pollIntervalMs: 1_000,
  /** After a poll that took longer or failed (PF-03). */
  pollAgainMs: 200,
  /** After this long without an answer, polls are `pollRareMs` apart (PF-04). */
  pollRareAfterMs: 10 * 60_000,
  pollRareMs: 5_000,
  /** From here on the screen counts down (PF-04). */
  countdownFromMs: 10_000,
  /** From here on the outcome is unknown: SEQR may have reversed (PF-04). */
  contactLostMs: 20_000,
  /** Failures in a row until "connection unstable" (PF-04). */
  unstableAfterFailures: 2,
  /** The cashier is asked whether to keep waiting (PF-13). */
  questionAfterMs: 30_000,
  /** cancelInvoice is repeated while a read still says ISSUED (PF-12). */
  cancelAgainMs: 3_000,
  /** sendInvoice is called slow, and the cashier may choose (PF-10). */
  sendSlowMs: 4_000,
  /** After "the customer says it is paid" nothing is sent for this long (PF-10). */
  returnMs: 25_000,
  /** A journal that refused a record is tried again (PF-02). */
  writeAgainMs: 1_000,
} as const;
