import type { Operation } from '../../../protocol/index.ts';

/** What the network, or SEQR itself, does with one call. What SEQR holds is never invented. */
export type Fault =
  /** No byte leaves, which is known at once or so much later. */
  | { readonly kind: 'notSent'; readonly ms?: number }
  /** It never arrives; the till waits until its deadline, or is cut off at once. */
  | { readonly kind: 'lostBefore'; readonly cut: boolean }
  /** Carried out, and the answer never comes; the till waits until its deadline, or is cut off at once. */
  | { readonly kind: 'lostAfter'; readonly cut: boolean }
  /** Carried out at once, answered so much later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** On its way for so long, then carried out and answered. */
  | { readonly kind: 'underWay'; readonly ms: number }
  /** Carried out so much later, whether somebody waits for the answer or not; cut: the till's connection ends at once. */
  | { readonly kind: 'late'; readonly ms: number; readonly cut: boolean }
  /** Not carried out, answered with a code, at once or so much later. */
  | { readonly kind: 'refused'; readonly code: number; readonly ms?: number }
  /** Carried out, or so much later, and answered with a code all the same. */
  | { readonly kind: 'carriedOut'; readonly code: number; readonly afterMs: number }
  /** An answer that says something else than SEQR holds; see {@link Lie}. */
  | { readonly kind: 'lie'; readonly lie: Lie };

/** `getPaymentStatus` only, but for `http500`, which does it to every answer. */
export type Lie =
  /** PAID without its reference. */
  | 'unnamed'
  /** PAID with a receipt that names another amount, or another invoice. */
  | 'otherAmount'
  | 'otherInvoice'
  /** A status that nobody knows. */
  | 'oddStatus'
  /** ISSUED or RESERVED once more, with its old version, whatever SEQR holds by now. */
  | 'stale'
  /** The right answer under HTTP 500. */
  | 'http500';

export interface FaultPlan {
  /** The next so many calls of this operation. */
  add(operation: Operation, fault: Fault, count: number): void;
  take(operation: Operation): Fault | null;
  clear(): void;
}

export function createFaultPlan(): FaultPlan {
  const queues = new Map<Operation, Fault[]>();
  return {
    add(operation, fault, count) {
      queues.set(operation, [...(queues.get(operation) ?? []), ...Array.from({ length: count }, () => fault)]);
    },
    take: (operation) => queues.get(operation)?.shift() ?? null,
    clear: () => queues.clear(),
  };
}
