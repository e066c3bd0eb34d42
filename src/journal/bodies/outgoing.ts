import { z } from 'zod';
import type { OutgoingFacts, OutgoingState } from '../../outgoing/index.ts';
import type { OutgoingRecord } from '../../records/index.ts';
import { cashierBody, moneyBody, unitBody, vatBody } from './common.ts';
import { proved } from './proved.ts';

const common = {
  id: z.string(),
  correlationId: z.string(),
  clientReference: z.string(),
  clientInvoiceId: z.string(),
  endpoint: z.string(),
  terminalId: z.string(),
  register: z.string(),
  cashier: cashierBody,
  amount: moneyBody,
  reason: z.string(),
  startedAt: z.string(),
};

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

export const outgoingFactsBody = proved<OutgoingFacts>()(
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

const outgoingStateBody = proved<OutgoingState>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sending') }),
    z.object({ kind: z.literal('unknown') }),
    z.object({ kind: z.literal('notSent') }),
    z.object({ kind: z.literal('refused'), resultCode: z.number() }),
    z.object({ kind: z.literal('done'), ersReference: z.string().nullable(), settledBy: z.enum(['answer', 'report', 'supervisor']) }),
    z.object({ kind: z.literal('notDone'), settledBy: z.enum(['report', 'supervisor']), reference: z.string().nullable() }),
  ]),
);

export const outgoingBody = proved<OutgoingRecord>()(
  z.object({
    facts: outgoingFactsBody,
    state: outgoingStateBody,
    stateNumber: z.int(),
    changedAt: z.string(),
    receiptNumber: z.int().nullable(),
  }),
);
