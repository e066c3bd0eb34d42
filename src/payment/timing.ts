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
  /** cancelInvoice is repeated while a read still says ISSUED (PF-12); a doubtful commit or release of a tab likewise (PF-29). */
  cancelAgainMs: 3_000,
  /** After so long in doubt, a tab's call is repeated and asked about more rarely (PF-29). */
  doubtFreshMs: 60_000,
  doubtAgainMs: 30_000,
  /** So long after a tab has lapsed its calls are repeated; then its outcome is unknown (PF-29). */
  lapsedUnknownMs: 60_000,
  /** Without a final answer for so long, a cancel or a tab in doubt can be set aside (PF-12, PF-29). */
  setAsideAfterMs: 30_000,
  /** PAID that SEQR has not said again for so long is not confirmed (PF-08). */
  unconfirmedAfterMs: 25_000,
  /** A terminal that SEQR refuses is asked for every second so long, then more rarely (PF-03). */
  refusedFreshMs: 25_000,
  /** What was set aside under 20 or 21 is asked about so rarely after {@link TIMING.pollRareAfterMs} (PF-03). */
  pollLockedMs: 60_000,
  /** SEQR was restored to an older state if every answer of so long, and so many of them, says the same older thing (PF-06). */
  restoredAfterMs: 20_000,
  restoredAnswers: 10,
  /** sendInvoice is called slow, and the cashier may choose (PF-10). */
  sendSlowMs: 4_000,
  /** After "the customer says it is paid" nothing is sent for this long (PF-10). */
  returnMs: 25_000,
  /** A journal that refused a record is tried again (PF-02). */
  writeAgainMs: 1_000,
} as const;
