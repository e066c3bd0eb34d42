import type { Reserved, TabDoubt } from './attempt.ts';

const NONE: TabDoubt = { commit: false, release: false, amountRefused: false };

/** The tab, with one more call about it that SEQR may have carried out or may carry out yet (PF-29). */
export function withTabDoubt(state: Reserved, call: 'commit' | 'release'): Reserved {
  const doubt = state.doubt ?? NONE;
  if (doubt[call]) return state;
  return { ...state, doubt: { ...doubt, [call]: true } };
}
