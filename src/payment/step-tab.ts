import type { Live, Reserved, TabDoubt } from './attempt.ts';

/* A tab: money that is reserved, and not taken yet (PF-29). */

/**
 * A wish to cancel lives on as the wish to release, and what was set aside is released as it would be cancelled (PF-16). An
 * update on its way is in doubt until it is answered.
 */
export function reserved(state: Live, version: number, reservedAt: string, lapsesAt: string): Reserved {
  const { invoiceReference, terms, asked, doubts, lastUpdate, setAside } = state;
  return {
    kind: 'reserved',
    phase: state.cancelWished || setAside ? 'releasing' : 'held',
    invoiceReference,
    version,
    terms,
    asked,
    doubts,
    lastUpdate,
    draft: terms,
    ...(setAside ? { setAside } : {}),
    ...(state.freed === true ? { freed: true } : {}),
    lastCommit: null,
    contactLost: false,
    unanswerable: null,
    reservedAt,
    lapsesAt,
  };
}

/**
 * SEQR says of a tab that it is reserved. That never ends the doubt about a commit or a release, because SEQR may carry it out
 * later (PF-29).
 *
 * @param afterCalls the read began after every call about the tab had ended
 */
export function stillReserved(state: Reserved, version: number, afterCalls: boolean): Reserved {
  const next = afterCalls ? afterAllCalls(state) : state;
  const same = next === state && version === state.version && state.unanswerable === null && !state.contactLost;
  return same ? state : { ...next, version, unanswerable: null, contactLost: false };
}

function afterAllCalls(state: Reserved): Reserved {
  // Only an update was in doubt: whichever content SEQR holds, it holds it still.
  if (state.phase === 'unsure' && state.doubt === undefined) return { ...state, phase: 'held' };
  // SEQR has said yes to the commit, and yet it is not carried out: it is sent again, as one in doubt.
  if (state.phase === 'committed') return { ...withTabDoubt(state, 'commit'), phase: 'committing' };
  return state;
}

const NONE: TabDoubt = { commit: false, release: false, amountRefused: false };

/** The tab, with one more call about it that SEQR may have carried out or may carry out yet (PF-29). */
export function withTabDoubt(state: Reserved, call: 'commit' | 'release'): Reserved {
  const doubt = state.doubt ?? NONE;
  if (doubt[call]) return state;
  return { ...state, doubt: { ...doubt, [call]: true } };
}
