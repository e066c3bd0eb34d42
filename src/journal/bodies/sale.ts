import { z } from 'zod';
import type { Terms } from '../../payment/index.ts';
import type { Slots } from '../../records/index.ts';
import type { Sale, SaleFigures } from '../../sale/index.ts';
import { moneyBody, unitBody, vatBody } from './common.ts';
import { proved } from './proved.ts';

const discount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), hundredths: z.number() }),
  z.object({ kind: z.literal('amount'), amount: moneyBody }),
]);

const row = z.object({
  id: z.string(),
  kind: z.enum(['product', 'free', 'amount']),
  productId: z.string().optional(),
  name: z.string(),
  unitPrice: moneyBody,
  quantityMilli: z.int(),
  unit: unitBody,
  vatRate: z.int(),
  ean: z.string().optional(),
  sku: z.string().optional(),
  discount: discount.optional(),
  restOf: z.array(z.int()).optional(),
});

const member = z.object({ tokenId: z.string(), name: z.string(), card: z.string(), discountHundredths: z.number() });

export const saleBody = proved<Sale>()(
  z.object({
    id: z.string(),
    currency: moneyBody.shape.currency,
    rows: z.array(row),
    discount: discount.optional(),
    member: member.optional(),
    note: z.string().optional(),
  }),
);

export const figuresBody = proved<SaleFigures>()(
  z.object({
    rows: z.array(z.object({ rowId: z.string(), gross: moneyBody, discount: moneyBody, total: moneyBody })),
    subtotal: moneyBody,
    saleDiscount: moneyBody,
    byMembership: z.boolean().optional(),
    total: moneyBody,
    vatTotal: moneyBody,
    vat: z.array(vatBody),
  }),
);

export const tokenBody = z.object({
  id: z.string().optional(),
  value: z.string().optional(),
  description: z.string().optional(),
  status: z.number(),
});

export const termsBody = proved<Terms>()(z.object({ sale: saleBody, figures: figuresBody, amount: moneyBody, tokens: z.array(tokenBody) }));

/** What is kept under each name. */
export const slotBodies: { readonly [Name in keyof Slots]: z.ZodType<Slots[Name]> } = {
  'open-sale': proved<Slots['open-sale']>()(
    z.object({ sale: saleBody, revision: z.int(), selectedRowId: z.string().nullable(), unpaidBy: z.array(z.string()).optional() }),
  ),
  'closed-lines': proved<Slots['closed-lines']>()(
    z.record(z.string(), z.object({ at: z.string(), reason: z.string(), letter: z.string().nullable() })),
  ),
  owner: proved<Slots['owner']>()(z.object({ recovery: z.object({ salt: z.string(), hash: z.string() }) })),
  'unpaid-rows': proved<Slots['unpaid-rows']>()(z.record(z.string(), saleBody)),
};
