import { isSetAside } from './attempt-traits.ts';
import type { Alarm, AttemptFacts, Ended, Live, Reserved } from './attempt.ts';

/** What nobody has paid for when this ends without money, and lies on no counter: of a tab, and of what was set aside. */
export function unpaidOf(state: Live | Reserved): Pick<Ended, 'unpaid' | 'aside'> {
  // Its rows are charged another way already (PF-16).
  if (state.freed === true) return {};
  const aside = isSetAside(state) ? ({ aside: true } as const) : {};
  if (state.kind === 'reserved') return { unpaid: state.draft, ...aside };
  return state.setAside ? { unpaid: state.terms, ...aside } : {};
}

/** What SEQR held at the end, if that was not what the attempt began with: should it be paid after all, this is what for (PF-06). */
export function changedTerms({ terms }: Live | Reserved, { sale }: AttemptFacts): Pick<Ended, 'terms'> {
  return JSON.stringify(terms.sale) === JSON.stringify(sale) ? {} : { terms };
}

/** What a person has to be told of an end without money: somebody believed that it was reserved, or was still waiting for it. */
export function endAlarms(state: Live | Reserved, askedHere: boolean, seqrSaid: string): readonly Alarm[] {
  if (state.freed === true) return [];
  if (state.kind === 'reserved') return askedHere ? [] : [{ kind: 'reservationEnded', seqrSaid }];
  return state.setAside ? [{ kind: 'asideNotPaid', seqrSaid }] : [];
}
