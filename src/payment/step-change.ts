import { equals } from '../money/index.ts';
import { classify } from '../protocol/index.ts';
import type { Answer, Nothing } from '../protocol/index.ts';
import { canCapture, canChange } from './attempt-traits.ts';
import type { AttemptState, CommitOutcome, Live, Reserved } from './attempt.ts';
import { withTabDoubt } from './step-tab.ts';
import type { Terms } from './terms.ts';

/*
 * Changing what an invoice asks for (PF-25): updateInvoice while it waits or is reserved, commitReservation at the end of
 * a tab. A call without a usable answer leaves a doubt behind, never a guess.
 */

/** One update at a time, and none while a cancel is wished. */
export function onUpdateAsked(state: AttemptState, terms: Terms): AttemptState {
  return state.kind === 'live' && canChange(state) ? { ...state, asked: terms, lastUpdate: null } : state;
}

/**
 * Takes the money for `terms`: told to SEQR first where they differ from what it holds. Not while a change is under way, and
 * in doubt only for the very amount that SEQR may have taken already (PF-29).
 */
export function onCapture(state: AttemptState, terms: Terms): AttemptState {
  if (state.kind !== 'reserved' || !canCapture(state, terms)) return state;
  if (state.doubt !== undefined && !state.doubt.amountRefused) return { ...state, lastCommit: null, phase: 'committing' };
  const known = state.doubts.length === 0 && sameTerms(state.terms, terms);
  const capturing = { ...state, draft: terms, lastUpdate: null, lastCommit: null };
  return known ? committing(capturing) : { ...capturing, asked: terms, phase: 'updating' };
}

/** What SEQR has refused was the amount of an earlier commit: of this one's nothing is known before its own answer (PF-29). */
function committing(state: Reserved): Reserved {
  const { doubt } = state;
  return { ...state, ...(doubt === undefined ? {} : { doubt: { ...doubt, amountRefused: false } }), phase: 'committing' };
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
      return committing(next);
    case 'unsure':
      return { ...next, phase: 'unsure' };
    default:
      return { ...next, phase: next.doubt === undefined ? 'held' : 'unsure' };
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

/**
 * 0 is not PAID yet: a read has to say so. Without a usable answer the commit is in doubt, and stays `committing`: it is sent
 * again with the same amount, which SEQR guards with 96 (PF-29). 96 itself tells that SEQR has ended the reservation, not how.
 */
export function onCommitAnswer(state: AttemptState, answer: Answer<Nothing>): AttemptState {
  if (state.kind !== 'reserved' || state.phase !== 'committing') return state;
  if (answer.kind === 'notSent') return notCommitted(state, { kind: 'notSent' });
  if (answer.kind === 'noAnswer') return { ...withTabDoubt(state, 'commit'), lastCommit: { kind: 'unsure' } };
  const { resultCode } = answer;
  switch (classify('commitReservation', resultCode)) {
    case 'ok':
      return { ...withTabDoubt(state, 'commit'), phase: 'committed' };
    case 'noInformation':
      return { ...withTabDoubt(state, 'commit'), lastCommit: resultCode === 96 ? { kind: 'refused', resultCode } : { kind: 'unsure' } };
    default:
      return notCommitted(state, { kind: 'refused', resultCode });
  }
}

/** 11 and 49 refuse the amount. */
const AMOUNT_REFUSED: readonly number[] = [11, 49];

/** This call has not taken the money. An earlier one may have: then it is repeated, until the amount is refused. */
function notCommitted(state: Reserved, lastCommit: CommitOutcome): Reserved {
  const { doubt } = state;
  if (doubt === undefined) return { ...state, phase: 'held', lastCommit };
  if (lastCommit.kind === 'refused' && AMOUNT_REFUSED.includes(lastCommit.resultCode))
    return { ...state, phase: 'unsure', doubt: { ...doubt, amountRefused: true }, lastCommit };
  // In doubt about something else, and nothing has left that a repeat could settle.
  return doubt.commit ? { ...state, lastCommit } : { ...state, phase: 'unsure', lastCommit };
}
