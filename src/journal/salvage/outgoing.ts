import { z } from 'zod';
import type { OutgoingFacts, OutgoingState } from '../../outgoing/index.ts';
import type { OutgoingRecord } from '../../records/index.ts';
import { outgoingFactsBody } from '../bodies/outgoing.ts';
import type { Body } from '../words/word-step.ts';
import { asBody, asText, part } from './parts.ts';

/**
 * A refund or a pay-out whose state this Kassa does not know. Whether the money went is then unknown: it is not sent again,
 * its money is held, and it stays on the list until the report or SEQR's letter speaks (PF-14). Only where it has a return
 * receipt it is known to be done. Null: not even its facts can be read.
 */
export function safeOutgoing(body: Body): OutgoingRecord | null {
  if (!outgoingFactsBody.safeParse(body.facts).success) return null;
  const facts = body.facts as OutgoingFacts;
  const receiptNumber = part(z.int().nullable(), body.receiptNumber, null);
  const state: OutgoingState =
    receiptNumber === null
      ? { kind: 'unknown' }
      : { kind: 'done', ersReference: asText(asBody(body.state).ersReference), settledBy: 'answer' };
  return {
    facts,
    state,
    stateNumber: part(z.int(), body.stateNumber, 1),
    changedAt: asText(body.changedAt) ?? facts.startedAt,
    receiptNumber,
  };
}
