import { negate } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Period } from './period.ts';
import type { DetailRow } from './report.ts';
import type { DisbursementResolution } from './resolution.ts';
import { rowsOf, whyAbsenceProvesNothing } from './resolve.ts';
import type { AbsenceRule, Sent } from './resolve.ts';

/*
 * What SEQR's reports say about refunds and pay-outs whose outcome nobody knows (PF-14). A row names an amount, not whose it
 * is: so every record of that amount is looked at together, whatever became of it and whatever its kind.
 */

/** A refund or a pay-out that a row of its amount may belong to. */
export interface Claim {
  readonly id: string;
  readonly correlationId: string;
  readonly kind: 'refund' | 'credit';
  /** What goes back, positive. */
  readonly amount: Money;
  /**
   * `unknown`: nobody knows whether it was done. `untold`: done, and SEQR has told no reference of its own. `told`: done, under
   * that reference, and not found in any report so far. `notDone`: closed as not done, rightly or wrongly.
   */
  readonly outcome: 'unknown' | 'untold' | 'told' | 'notDone';
  /** The reference of the payment whose money goes back: SEQR may list the refund under it (protocol §9). Null: a pay-out. */
  readonly payment: string | null;
  readonly sent: Sent;
}

/** A row that is found to be that of a record which was known to be done. */
export interface FoundRow {
  readonly id: string;
  readonly row: DetailRow;
}

export interface DisbursementsResolved {
  readonly resolutions: readonly DisbursementResolution[];
  /** Of those that were `untold`. */
  readonly found: readonly FoundRow[];
}

/** What is known of a reference: a payment's, or nothing. A row under a reference of a refund or a pay-out is never asked about. */
export type IsPayment = (ersReference: string) => boolean;

/** Judges every unknown refund and pay-out; `free`: no record of the till names the row's reference as its own. */
export function resolveDisbursements(
  claims: readonly Claim[],
  periods: readonly Period[],
  free: (row: DetailRow) => boolean,
  isPayment: IsPayment,
  rule: AbsenceRule,
): DisbursementsResolved {
  const groups = [...Map.groupBy(claims, ({ amount }) => `${amount.currency} ${amount.minor}`).values()];
  const resolved = groups.map((group) => resolveGroup(group, periods, free, isPayment, rule));
  return { resolutions: resolved.flatMap(({ resolutions }) => resolutions), found: resolved.flatMap(({ found }) => found) };
}

const NOTHING: DisbursementsResolved = { resolutions: [], found: [] };

function resolveGroup(
  group: readonly Claim[],
  periods: readonly Period[],
  free: (row: DetailRow) => boolean,
  isPayment: IsPayment,
  rule: AbsenceRule,
): DisbursementsResolved {
  const unknown = group.filter(({ outcome }) => outcome === 'unknown');
  const [first] = unknown;
  if (first === undefined) return NOTHING;
  const base = ({ id, correlationId, amount, kind }: Claim) => ({ subject: 'disbursement', id, correlationId, amount, was: kind }) as const;
  const stay = (because: Extract<DisbursementResolution, { verdict: 'stays' }>['because']): DisbursementsResolved => ({
    resolutions: unknown.map((claim) => ({ ...base(claim), verdict: 'stays', because })),
    found: [],
  });

  const listed = periods.flatMap(({ unmatched, throughEntry }) =>
    rowsOf(unmatched, negate(first.amount))
      .filter(free)
      .map((row): Listed => ({ row, throughEntry })),
  );
  const { owners, rows } = related(unknown, group, listed, isPayment);
  if (rows.length > 0) {
    const areKnown = owners.every(({ outcome }) => outcome === 'unknown' || outcome === 'untold');
    const pairs = areKnown && unknown.every((claim) => owners.includes(claim)) ? allPaired(owners, rows, isPayment) : null;
    if (pairs === null) return stay('ambiguous');
    const isSure = (claim: Claim): boolean => rows.filter((each) => couldOwn(claim, each, isPayment)).length === 1;
    return {
      resolutions: pairs.flatMap(({ claim, row }): readonly DisbursementResolution[] => {
        const ersReference = isSure(claim) ? ownReference(row, isPayment) : null;
        return claim.outcome === 'unknown' ? [{ ...base(claim), verdict: 'done', ersReference, row }] : [];
      }),
      found: pairs.flatMap(({ claim, row }) => (claim.outcome === 'unknown' ? [] : [{ id: claim.id, row }])),
    };
  }

  // Equal ones settle together or not at all: from the first sending of any to the last of any.
  const lastMs = unknown.map(({ sent }) => sent.lastMs);
  const sent: Sent = {
    firstEntry: Math.min(...unknown.map((claim) => claim.sent.firstEntry)),
    lastEntry: Math.max(...unknown.map((claim) => claim.sent.lastEntry)),
    lastMs: lastMs.some((ms) => ms === null) ? null : Math.max(...lastMs.map((ms) => ms ?? 0)),
  };
  const kinds = new Set(unknown.map(({ kind }) => (kind === 'refund' ? 'return' : 'payout')));
  const reasons = [...kinds].map((kind) => whyAbsenceProvesNothing(periods, sent, rule, ({ lists }) => lists.has(kind)));
  const because = reasons.find((reason) => reason !== null) ?? null;
  if (because !== null) return stay(because);
  return { resolutions: unknown.map((claim) => ({ ...base(claim), verdict: 'notDone' })), found: [] };
}

/** A row and the journal's last entry before its period ended: what was sent later does not lie there. */
interface Listed {
  readonly row: DetailRow;
  readonly throughEntry: number;
}

/** A row under the reference of a payment is a refund of that payment; one under no reference may be anybody's. */
function couldOwn({ outcome, payment, sent }: Claim, { row: { ersReference }, throughEntry }: Listed, isPayment: IsPayment): boolean {
  if (sent.firstEntry >= throughEntry) return false;
  if (ersReference === null) return true;
  if (outcome === 'told') return false;
  return isPayment(ersReference) ? payment === ersReference : true;
}

/**
 * The rows that an unknown one could own, whoever else could own one of them, the rows that those could own, and so on: what
 * has to be told apart as a whole.
 */
function related(
  unknown: readonly Claim[],
  group: readonly Claim[],
  listed: readonly Listed[],
  isPayment: IsPayment,
): { readonly owners: readonly Claim[]; readonly rows: readonly Listed[] } {
  let rows = listed.filter((each) => unknown.some((claim) => couldOwn(claim, each, isPayment)));
  for (;;) {
    const owners = group.filter((claim) => rows.some((each) => couldOwn(claim, each, isPayment)));
    const more = listed.filter((each) => rows.includes(each) || owners.some((claim) => couldOwn(claim, each, isPayment)));
    if (more.length === rows.length) return { owners, rows };
    rows = more;
  }
}

/** Each owner with a row of its own, and no row left over; null: there is no such way, or not as many of the one as of the other. */
function allPaired(
  owners: readonly Claim[],
  listed: readonly Listed[],
  isPayment: IsPayment,
): readonly { readonly claim: Claim; readonly row: DetailRow }[] | null {
  if (owners.length !== listed.length) return null;
  const ownerOf = new Map<Listed, Claim>();

  /** Finds the claim a row; where that is taken, its owner looks for another. */
  function place(claim: Claim, tried: Set<Listed>): boolean {
    for (const each of listed) {
      if (tried.has(each) || !couldOwn(claim, each, isPayment)) continue;
      tried.add(each);
      const before = ownerOf.get(each);
      if (before !== undefined && !place(before, tried)) continue;
      ownerOf.set(each, claim);
      return true;
    }
    return false;
  }

  if (!owners.every((claim) => place(claim, new Set()))) return null;
  return [...ownerOf].map(([{ row }, claim]) => ({ claim, row }));
}

/** A payment's reference stays the payment's: what went back has none of its own then (PF-14). */
function ownReference({ ersReference }: DetailRow, isPayment: IsPayment): string | null {
  return ersReference !== null && isPayment(ersReference) ? null : ersReference;
}
