import { equals } from '../money/index.ts';
import { classify } from '../protocol/index.ts';
import type { Answer, Nothing } from '../protocol/index.ts';
import type { AttemptState, Live, Reserved } from './attempt.ts';
import type { Terms } from './terms.ts';

/*
 * Changing what an invoice asks for (PF-25): updateInvoice while it waits or is reserved, commitReservation at the end of
 * a tab. A call without a usable answer leaves a doubt behind, never a guess.
 */

/** One update at a time, and none while a cancel is wished. */
export function onUpdateAsked(state: AttemptState, terms: Terms): AttemptState {
  return state.kind === 'live' && canChange(state) ? { ...state, asked: terms, lastUpdate: null } : state;
}

/** SEQR takes changes before the customer has scanned, and while it waits for the till's word (protocol §3.11). */
export function canChange(state: Live): boolean {
  const waits = state.status === 'ISSUED' || state.status === 'PENDING_ISSUER_ACKNOWLEDGE';
  return waits && state.asked === null && !state.cancelWished && !state.setAside;
}

/** Takes the money for `terms`: told to SEQR first where they differ from what it holds. Not while a change is under way. */
export function onCapture(state: AttemptState, terms: Terms): AttemptState {
  if (state.kind !== 'reserved' || (state.phase !== 'held' && state.phase !== 'lapsed') || state.asked !== null) return state;
  const known = state.doubts.length === 0 && sameTerms(state.terms, terms);
  const capturing = { ...state, draft: terms, lastUpdate: null, lastCommit: null };
  return known ? { ...capturing, phase: 'committing' } : { ...capturing, asked: terms, phase: 'updating' };
}

function sameTerms(a: Terms, b: Terms): boolean {
  return equals(a.amount, b.amount) && JSON.stringify([a.sale, a.tokens]) === JSON.stringify([b.sale, b.tokens]);
}

/** The same terms are one doubt, however often they were asked for. */
export function withDoubt(doubts: readonly Terms[], asked: Terms): readonly Terms[] {
  return [...doubts.filter((known) => !sameTerms(known, asked)), asked];
}

export function onUpdateAnswer(state: AttemptState, answer: Answer<Nothing>): AttemptState {
  if ((state.kind !== 'live' && state.kind !== 'reserved') || state.asked === null) return state;
  const next = withAnswer(state, state.asked, answer);
  if (next.kind !== 'reserved' || next.phase !== 'updating') return next;
  switch (next.lastUpdate?.kind) {
    case 'taken':
      return { ...next, phase: 'committing' };
    case 'unsure':
      return { ...next, phase: 'unsure' };
    default:
      return { ...next, phase: 'held' };
  }
}

function withAnswer<State extends Live | Reserved>(state: State, asked: Terms, answer: Answer<Nothing>): State {
  const doubtful = (resultCode: number | null): State => ({
    ...state,
    asked: null,
    doubts: withDoubt(state.doubts, asked),
    lastUpdate: { kind: 'unsure', resultCode },
  });
  if (answer.kind === 'notSent') return { ...state, asked: null, lastUpdate: { kind: 'notSent' } };
  if (answer.kind === 'noAnswer') return doubtful(null);
  switch (classify('updateInvoice', answer.resultCode)) {
    case 'ok':
      return { ...state, terms: asked, asked: null, doubts: [], lastUpdate: { kind: 'taken' } };
    case 'noInformation':
      return doubtful(answer.resultCode);
    default:
      return { ...state, asked: null, lastUpdate: { kind: 'refused', resultCode: answer.resultCode } };
  }
}

/** 0 is not PAID yet: a read has to say so. 96 and its like: SEQR has the last word on where the reservation stands. */
export function onCommitAnswer(state: AttemptState, answer: Answer<Nothing>): AttemptState {
  if (state.kind !== 'reserved' || state.phase !== 'committing') return state;
  if (answer.kind === 'notSent') return { ...state, phase: 'held', lastCommit: { kind: 'notSent' } };
  if (answer.kind === 'noAnswer') return { ...state, phase: 'unsure', lastCommit: { kind: 'unsure' } };
  switch (classify('commitReservation', answer.resultCode)) {
    case 'ok':
      return { ...state, phase: 'committed' };
    case 'noInformation':
      return { ...state, phase: 'unsure', lastCommit: answer.resultCode === 96 ? { kind: 'refused', resultCode: 96 } : { kind: 'unsure' } };
    default:
      return { ...state, phase: 'held', lastCommit: { kind: 'refused', resultCode: answer.resultCode } };
  }
}
