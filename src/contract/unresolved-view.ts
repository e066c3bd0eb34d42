/* What an item of the unresolved list says beside what is known: facts of the core, whose sentences are in the catalogue. */

/** What the till is doing about it. */
export type Doing =
  | {
      /** SEQR is asked, so often. */
      readonly kind: 'asks';
      readonly everyMs: number;
      /** When SEQR last gave a good answer in this run of the till, by this machine's clock; ISO 8601. Null: not yet. */
      readonly lastAt: string | null;
      /** What is sent again meanwhile: it is cancelled, its money taken, its reservation released (PF-12, PF-29). */
      readonly repeats: 'cancel' | 'commit' | 'release' | null;
    }
  /** Nobody can ask: the keychain is silent, or the terminal's password is lost. */
  | { readonly kind: 'keychain' | 'passwordLost' }
  /** Never asked: a question could make a payment stand that nobody wants (PF-10). */
  | { readonly kind: 'neverAsks' }
  /** Never repeated; each close looks for it in SEQR's report (PF-14). */
  | { readonly kind: 'looksInReports' }
  /** The disk refuses its record, which is tried again every second (PF-02). */
  | { readonly kind: 'writes' }
  /** All that can be done is done: a person has to read it. */
  | { readonly kind: 'nothing' };

/** What settles it: each alone is enough. */
export type Awaited =
  /** SEQR's answer; of a tab, PAID or an end (PF-29). */
  | { readonly kind: 'answer' }
  /** SEQR lets go of a tab's money then, by its own clock; ISO 8601. */
  | { readonly kind: 'lapse'; readonly at: string }
  /** The terminal's registration, to be mended. */
  | { readonly kind: 'registration' }
  /** The keychain of this computer. */
  | { readonly kind: 'keychain' }
  /** The disk of this computer, which takes no record now. */
  | { readonly kind: 'disk' }
  /** The next close: what its report does not list, SEQR has not kept (PF-17). */
  | { readonly kind: 'nextClose' }
  /** Its row in SEQR's report of a close. */
  | { readonly kind: 'row' }
  /** That no report has it, up to one of a period that began after `at` by SEQR's time; at least so many closes more (PF-14). */
  | { readonly kind: 'absence'; readonly at: string | null; readonly closes: number }
  /** A period is lost, so that no absence proves anything (PF-14). */
  | { readonly kind: 'absenceLost' }
  /** SEQR's letter, at any time (PF-30). */
  | { readonly kind: 'letter' }
  /**
   * A supervisor's word without a letter (PF-30): from `at` by SEQR's time, and after so many closes more, from then on. `at` null:
   * no close has found it yet, or SEQR tells no time; if no close is needed either, now.
   */
  | { readonly kind: 'supervisor'; readonly at: string | null; readonly closes: number }
  /** Somebody who reads it. */
  | { readonly kind: 'reading' }
  /** The customer's having the money back (PF-06). */
  | { readonly kind: 'givenBack' };

/** How a supervisor can close a payment (PF-30). */
export type ClosedAs =
  /** SEQR has kept no money. */
  | 'notPaid'
  /** It is paid, under the reference that SEQR's letter names. */
  | 'paid'
  /** Of what is to be given back: its customer has had the money back in another way than through SEQR. */
  | 'givenBack';
