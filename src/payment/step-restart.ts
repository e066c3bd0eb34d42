import type { AttemptFacts, AttemptState, Live, Reserved } from './attempt.ts';
import { withDoubt } from './step-change.ts';
import { withTabDoubt } from './step-tab.ts';

/**
 * What the till makes of an attempt that it finds when it starts. A call found half-done is in doubt until SEQR has been
 * read (PF-15); of all of them only a commit and a release of a tab are sent again (PF-29).
 */
export function afterRestart(state: AttemptState, facts: AttemptFacts): AttemptState {
  switch (state.kind) {
    case 'sending':
      return { kind: 'sendUnknown', saysPaid: false };
    case 'live':
      return withoutAsked(state);
    case 'reserved':
      // An older Kassa took RESERVED for a tab where nobody had asked for one. It is asked about like any payment (PF-07).
      return facts.reservation === undefined ? waiting(state) : tabAfterRestart(state);
    default:
      return state;
  }
}

function withoutAsked<State extends Live | Reserved>(state: State): State {
  if (state.asked === null) return state;
  return { ...state, asked: null, doubts: withDoubt(state.doubts, state.asked), lastUpdate: { kind: 'unsure', resultCode: null } };
}

function tabAfterRestart(state: Reserved): Reserved {
  const tab = withoutAsked(state);
  switch (tab.phase) {
    case 'committing':
      return withTabDoubt(tab, 'commit');
    case 'updating':
      return { ...tab, phase: 'unsure' };
    case 'unsure':
      // An older Kassa did not write down what was in doubt, so everything is.
      return tab.doubt === undefined && tab.lastUpdate?.kind !== 'unsure' ? withTabDoubt(withTabDoubt(tab, 'commit'), 'release') : tab;
    default:
      return tab;
  }
}

function waiting(state: Reserved): Live {
  const { invoiceReference, version, terms, asked, doubts, lastUpdate, contactLost, unanswerable } = state;
  const invoiced = { invoiceReference, version, terms, asked, doubts, lastUpdate, contactLost, unanswerable };
  const cancelWished = state.phase === 'releasing';
  const aside = { setAside: state.setAside === true, ...(state.freed === true ? { freed: true as const } : {}) };
  return withoutAsked({ ...invoiced, kind: 'live', invoiceQRCode: null, status: 'RESERVED', cancelWished, ...aside });
}
