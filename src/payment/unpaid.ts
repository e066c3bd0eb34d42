import { isSetAside } from './attempt-traits.ts';
import type { Alarm, Ended, Live, Reserved } from './attempt.ts';

/** What nobody has paid for when this ends without money, and lies on no counter: of a tab, and of what was set aside. */
export function unpaidOf(state: Live | Reserved): Pick<Ended, 'unpaid' | 'aside'> {
  const aside = isSetAside(state) ? ({ aside: true } as const) : {};
  if (state.kind === 'reserved') return { unpaid: state.draft, ...aside };
  return state.setAside ? { unpaid: state.terms, ...aside } : {};
}

/** What a person has to be told of an end without money: somebody believed that it was reserved, or was still waiting for it. */
export function endAlarms(state: Live | Reserved, askedHere: boolean, seqrSaid: string): readonly Alarm[] {
  if (state.kind === 'reserved') return askedHere ? [] : [{ kind: 'reservationEnded', seqrSaid }];
  return state.setAside ? [{ kind: 'asideNotPaid', seqrSaid }] : [];
}
