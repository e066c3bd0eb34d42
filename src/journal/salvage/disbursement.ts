import { z } from 'zod';
import type { DisbursementFacts, DisbursementState } from '../../disbursement/index.ts';
import type { DisbursementRecord } from '../../records/index.ts';
import { disbursementFactsBody } from '../bodies/disbursement.ts';
import type { Body } from '../words/word-step.ts';
import { asBody, asText, part } from './parts.ts';

/**
 * A refund or a pay-out whose state this Kassa does not know. Whether the money went is then unknown: it is not sent again,
 * its money is held, and it stays on the list until the report or SEQR's letter speaks (PF-14). Only where it has a return
 * receipt it is known to be done. Null: not even its facts can be read.
 */
export function safeDisbursement(body: Body): DisbursementRecord | null {
  if (!disbursementFactsBody.safeParse(body.facts).success) return null;
  const facts = body.facts as DisbursementFacts;
  const receiptNumber = part(z.int().nullable(), body.receiptNumber, null);
  const state: DisbursementState =
    receiptNumber === null
      ? { kind: 'unknown' }
      : { kind: 'done', ersReference: asText(asBody(body.state).ersReference), resolvedBy: 'answer' };
  return {
    facts,
    state,
    stateNumber: part(z.int(), body.stateNumber, 1),
    changedAt: asText(body.changedAt) ?? facts.startedAt,
    receiptNumber,
  };
}
