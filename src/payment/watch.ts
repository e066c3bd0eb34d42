/**
 * What is known only while the till runs: when somebody last asked, and how it went. All times are on the monotonic
 * clock (PF-27). Nothing here decides an outcome; it decides when to ask next and what the screen says about the silence.
 */
export interface Watch {
  /** The till of this run has watched since then: the reference was learned, or the till started. */
  readonly sinceMs: number;
  /** This run found the attempt on disk. */
  readonly restarted: boolean;
  /** The last good answer; null: none in this run. */
  readonly lastGoodMs: number | null;
  readonly failuresInARow: number;
  /** What the latest read was answered with if that told nothing; null: it was no answer at all, or a good one. */
  readonly lastCode: number | null;
  readonly pollInFlight: boolean;
  /** When the next poll starts. */
  readonly nextPollMs: number;
  readonly cancelInFlight: boolean;
  readonly nextCancelMs: number;
  /** A cancelInvoice about this attempt may have reached SEQR. */
  readonly cancelLeft: boolean;
  /** What is not final yet has been so since then: a cancel is wished, a tab is in doubt, PAID is not confirmed. */
  readonly unsettledFromMs: number;
  /** When a doubtful commit is sent again (PF-29). */
  readonly nextCommitMs: number;
  /** So many calls that change, take or release what SEQR holds have ended; a read that began before one says nothing about it. */
  readonly callsEnded: number;
  /** SEQR has refused the terminal itself since then, in every answer (PF-03); null: it does not. */
  readonly refusedFromMs: number | null;
  /** What SEQR has said of an older version, again and again (PF-06); null: the last answer was not of an older one. */
  readonly older: { readonly version: number; readonly status: string | null; readonly count: number; readonly fromMs: number } | null;
  /** The 30 s of PF-13 are counted from here. */
  readonly waitingFromMs: number;
  /** A cancel was answered 48 or 51: the customer is confirming now (PF-12). */
  readonly customerConfirming: boolean;
  /** The 25 s of PF-10 are counted from here, anew after a restart. */
  readonly saysPaidFromMs: number;
  /** When somebody last said that the customer has paid (B9); null: nobody has in this run. */
  readonly claimedMs: number | null;
  /** When the latest read that has ended began; null: none has. */
  readonly lastReadMs: number | null;
  /** updateInvoice or commitReservation is on its way. */
  readonly changeInFlight: boolean;
  /** So often has SEQR refused our word about the customer's cards: the second time it is said without them. */
  readonly wordsRefused: number;
  /** A tab at rest is to be read once: somebody has opened it (PF-29). */
  readonly checkWanted: boolean;
  /** When SEQR lets go of a reservation; null: not known, or not reserved. */
  readonly lapsesMs: number | null;
}

export function startWatch(nowMs: number, options: { readonly restarted: boolean; readonly heardNow: boolean }): Watch {
  return {
    sinceMs: nowMs,
    restarted: options.restarted,
    lastGoodMs: options.heardNow ? nowMs : null,
    failuresInARow: 0,
    lastCode: null,
    pollInFlight: false,
    nextPollMs: nowMs,
    cancelInFlight: false,
    nextCancelMs: nowMs,
    cancelLeft: options.restarted,
    unsettledFromMs: nowMs,
    nextCommitMs: nowMs,
    callsEnded: 0,
    refusedFromMs: null,
    older: null,
    waitingFromMs: nowMs,
    customerConfirming: false,
    saysPaidFromMs: nowMs,
    claimedMs: null,
    lastReadMs: null,
    changeInFlight: false,
    wordsRefused: 0,
    checkWanted: false,
    lapsesMs: null,
  };
}

/** Asking begins anew, after a rest: what was silent meanwhile was so by our own will. */
export function restartWatch(watch: Watch, nowMs: number): Watch {
  const { lapsesMs, changeInFlight, pollInFlight, cancelInFlight, cancelLeft, callsEnded } = watch;
  const started = startWatch(nowMs, { restarted: watch.restarted, heardNow: false });
  return { ...started, lapsesMs, changeInFlight, pollInFlight, cancelInFlight, cancelLeft, callsEnded };
}

/** How long nobody here has had a good answer. */
export function silenceMs(watch: Watch, nowMs: number): number {
  return nowMs - (watch.lastGoodMs ?? watch.sinceMs);
}

/** Somebody has said that the customer has paid, and no read that began after that has ended (B9). */
export function isClaimUnanswered({ claimedMs, lastReadMs }: Watch): boolean {
  return claimedMs !== null && (lastReadMs === null || lastReadMs < claimedMs);
}
