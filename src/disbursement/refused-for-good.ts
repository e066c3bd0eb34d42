import type { Disbursement } from './disbursement.ts';

/** With these SEQR will never refund it. Too large a sum (98) says something else (PF-06, PF-14). */
const REFUSED_FOR_GOOD: readonly number[] = [23, 97, 99];

/**
 * SEQR will not give this sale's money back: the latest refund was refused for good, and of none before it is it unknown
 * whether it was carried out.
 *
 * @param refunds every refund of that sale, oldest first
 */
export function isRefusedForGood(refunds: readonly Disbursement[]): boolean {
  const last = refunds.at(-1)?.state;
  if (last?.kind !== 'refused' || !REFUSED_FOR_GOOD.includes(last.resultCode)) return false;
  return refunds.every(({ state }) => state.kind === 'refused' || state.kind === 'notSent' || state.kind === 'done');
}
