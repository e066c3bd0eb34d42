import { z } from 'zod';
import type { ReceiptRecord } from '../../records/index.ts';
import { cashierBody, languageBody, moneyBody, unitBody, vatBody } from './common.ts';
import { proved } from './proved.ts';

const content = {
  number: z.int(),
  issuedAt: z.string(),
  business: z.object({ name: z.string(), organisationNumber: z.string(), address: z.array(z.string()) }),
  register: z.string(),
  cashier: cashierBody,
  rows: z.array(
    z.object({
      name: z.string(),
      quantityMilli: z.int(),
      unit: unitBody,
      unitPrice: moneyBody,
      vatRate: z.int(),
      gross: moneyBody,
      discount: moneyBody,
      total: moneyBody,
    }),
  ),
  subtotal: moneyBody,
  saleDiscount: moneyBody,
  total: moneyBody,
  vat: z.array(vatBody),
  vatTotal: moneyBody,
  tenders: z.array(
    z.object({ kind: z.literal('seqr'), amount: moneyBody, ersReference: z.string().nullable(), invoiceReference: z.string() }),
  ),
  correlationId: z.string(),
  note: z.string().optional(),
  member: z.object({ name: z.string(), lastFour: z.string(), discounted: z.boolean() }).optional(),
  practice: z.boolean(),
  completedAfterRestart: z.boolean(),
  language: languageBody,
};

const returned = z.object({ number: z.int(), issuedAt: z.string(), ersReference: z.string(), reason: z.string() });

export const receiptBody = proved<ReceiptRecord>()(
  z.object({
    receipt: z.discriminatedUnion('kind', [
      z.object({ ...content, kind: z.literal('sale') }),
      z.object({ ...content, kind: z.literal('return'), returns: returned, reversal: z.literal(true).optional() }),
    ]),
    attemptId: z.string(),
    originalPrinted: z.boolean(),
    copyPrinted: z.boolean(),
  }),
);
