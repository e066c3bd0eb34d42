import { z } from 'zod';
import type { DisbursementFacts, DisbursementState } from '../../disbursement/index.ts';
import type { DisbursementRecord } from '../../records/index.ts';
import { callFacts, moneyBody, unitBody, vatBody } from './common.ts';
import { proved } from './proved.ts';

const common = { ...callFacts, amount: moneyBody, reason: z.string() };

const refundRow = z.object({
  index: z.int(),
  name: z.string(),
  unit: unitBody,
  unitPrice: moneyBody,
  vatRate: z.int(),
  quantityMilli: z.int(),
  gross: moneyBody,
  amount: moneyBody,
});

export const disbursementFactsBody = proved<DisbursementFacts>()(
  z.discriminatedUnion('kind', [
    z.object({
      ...common,
      kind: z.literal('refund'),
      receiptNumber: z.int(),
      soldAt: z.string(),
      attemptId: z.string(),
      invoiceReference: z.string(),
      ersReference: z.string(),
      rows: z.array(refundRow),
      vat: z.array(vatBody),
    }),
    z.object({ ...common, kind: z.literal('credit'), userId: z.string(), description: z.string() }),
  ]),
);

const disbursementStateBody = proved<DisbursementState>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sending'), again: z.boolean().optional() }),
    z.object({ kind: z.literal('unknown') }),
    z.object({ kind: z.literal('notSent') }),
    z.object({ kind: z.literal('refused'), resultCode: z.number() }),
    z.object({ kind: z.literal('done'), ersReference: z.string().nullable(), resolvedBy: z.enum(['answer', 'report', 'supervisor']) }),
    z.object({ kind: z.literal('notDone'), resolvedBy: z.enum(['report', 'supervisor']), reference: z.string().nullable() }),
  ]),
);

export const disbursementBody = proved<DisbursementRecord>()(
  z.object({
    facts: disbursementFactsBody,
    state: disbursementStateBody,
    stateNumber: z.int(),
    changedAt: z.string(),
    receiptNumber: z.int().nullable(),
    sendings: z.array(z.object({ afterEntry: z.int(), seqrMs: z.number().nullable() })).optional(),
  }),
);
