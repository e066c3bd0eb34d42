import type { Body, WordStep } from './word-step.ts';

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Before invoices could change, a waiting one had no terms: they are those that the attempt began with. */
function withTerms(record: Body): Body {
  const { facts, state } = record;
  if (!isObject(facts) || !isObject(state) || state.kind !== 'live' || 'terms' in state) return record;
  const { sale, figures, amount, tokens = [] } = facts;
  return { ...record, state: { ...state, terms: { sale, figures, amount, tokens }, asked: null, doubts: [], lastUpdate: null } };
}

/** The first version that writes its number into bodies; the words are those of version 1. */
export const VERSION_2: WordStep = { to: 2, bodies: { attempt: withTerms } };
