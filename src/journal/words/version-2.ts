import { isBody } from './word-step.ts';
import type { Body, WordStep } from './word-step.ts';

/** Before invoices could change, a waiting one had no terms: they are those that the attempt began with. */
function withTerms(record: Body): Body {
  const { facts, state } = record;
  if (!isBody(facts) || !isBody(state) || state.kind !== 'live' || 'terms' in state) return record;
  const { sale, figures, amount, tokens = [] } = facts;
  return { ...record, state: { ...state, terms: { sale, figures, amount, tokens }, asked: null, doubts: [], lastUpdate: null } };
}

/** What the attempt's words were: money that SEQR holds for a tab was kept; what the report does not have was not kept. */
function renamedAttempt(record: Body): Body {
  const { state } = record;
  if (!isBody(state)) return record;
  if (state.kind === 'notKept') return { ...record, state: { ...state, kind: 'notPaid' } };
  return state.phase === 'kept' ? { ...record, state: { ...state, phase: 'held' } } : record;
}

/** A refund or a pay-out was settled by an answer, the report or a supervisor. */
function renamedDisbursement(record: Body): Body {
  const { state } = record;
  if (!isBody(state) || !('settledBy' in state)) return record;
  const { settledBy: resolvedBy, ...others } = state;
  return { ...record, state: { ...others, resolvedBy } };
}

/** A report settled what had been open. */
function renamedClose(record: Body): Body {
  const { state } = record;
  if (!isBody(state) || !isBody(state.result)) return record;
  const { settlements, comparison, ...others } = state.result;
  const result = {
    ...others,
    comparison: isBody(comparison) ? { ...comparison, ...renamedPairs(comparison) } : comparison,
    resolutions: Array.isArray(settlements) ? settlements.map(renamedResolution) : settlements,
  };
  return { ...record, state: { ...state, result } };
}

function renamedPairs(comparison: Body): Body {
  const lists = Object.entries(comparison).filter(([, list]) => Array.isArray(list)) as [string, unknown[]][];
  return Object.fromEntries(lists.map(([name, list]) => [name, list.map(renamedPair)]));
}

function renamedPair(pair: unknown): unknown {
  if (!isBody(pair) || !('settled' in pair)) return pair;
  const { settled: resolved, ...others } = pair;
  return { ...others, resolved };
}

function renamedResolution(resolution: unknown): unknown {
  if (!isBody(resolution)) return resolution;
  if (resolution.subject === 'outgoing') return { ...resolution, subject: 'disbursement' };
  return resolution.verdict === 'notKept' ? { ...resolution, verdict: 'notPaid' } : resolution;
}

/** The first version that writes its number into bodies, and the first whose words are those of the field. */
export const VERSION_2: WordStep = {
  to: 2,
  bodies: { attempt: (record) => renamedAttempt(withTerms(record)), disbursement: renamedDisbursement, close: renamedClose },
  entryKinds: { 'attempt.notPaid': 'attempt.notKept', 'tab.capturing': 'tab.settling' },
};
