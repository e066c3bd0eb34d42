import { z } from 'zod';
import type { Close, CloseFacts, CloseState, Mark } from '../../day/index.ts';
import { closeFactsBody, markBody } from '../bodies/close.ts';
import type { Body } from '../words/word-step.ts';
import { asBody, asText, part } from './parts.ts';

const PROBLEM = { code: 'journal.unknown-state' } as const;

/**
 * A close of day whose state this Kassa does not know. One that is done stays done, as one that was finished without SEQR's
 * report: that proves nothing about anything. One under way waits for a person: with its period's id, to ask for the report
 * again; without, to mark again, the mark it had being lost (PF-17). Null: its facts or its mark cannot be read.
 */
export function safeClose(body: Body): Close | null {
  const { facts, mark } = body;
  if (!closeFactsBody.safeParse(facts).success || !markBody.safeParse(mark).success) return null;
  const number = part(z.int().nullable(), body.number, null);
  const state = safeState(number, (facts as CloseFacts).startedAt, asBody(body.state));
  const lost = part(z.array(markBody), body.lost, []);
  return {
    facts: facts as CloseFacts,
    number,
    from: part(markBody.nullable(), body.from, null),
    mark: mark as Mark,
    lost: state.kind === 'markLost' && !lost.some(({ entry }) => entry === (mark as Mark).entry) ? [...lost, mark as Mark] : lost,
    state,
    stateNumber: part(z.int(), body.stateNumber, 1),
  };
}

function safeState(number: number | null, startedAt: string, stored: Body): CloseState {
  const periodId = asText(stored.periodId);
  if (number !== null)
    return {
      kind: 'done',
      periodId: stored.periodId === null ? null : (periodId ?? ''),
      result: null,
      doneAt: asText(stored.doneAt) ?? startedAt,
    };
  return periodId === null ? { kind: 'markLost', problem: PROBLEM } : { kind: 'held', periodId, problem: PROBLEM };
}
