/**
 * Time as an argument (house style): every part that waits or stamps takes a `Clock`, so that a test owns time.
 *
 * Two kinds of time, never mixed (PF-27): seconds are counted on the monotonic clock; the wall clock is for printing.
 */
export interface Clock {
  /** Milliseconds since an arbitrary start; never goes back and is not changed when somebody sets the computer's clock. */
  monotonicMs(): number;
  /** Milliseconds since 1970-01-01T00:00Z, as the computer's clock says. For stamps on paper and in the journal only. */
  wallMs(): number;
  /** Calls `run` once after `delayMs` (monotonic, not negative). Returns a function that withdraws the call. */
  after(delayMs: number, run: () => void): () => void;
}
