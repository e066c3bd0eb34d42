import { z } from 'zod';
import type { Product } from '../../catalogue/product.ts';
import { CURRENCIES } from '../../money/index.ts';
import { unitBody } from './common.ts';
import { proved } from './proved.ts';

const schema = () =>
  proved<Product>()(
    z.object({
      id: z.string(),
      name: z.string(),
      price: z.object({ currency: z.enum(CURRENCIES), minor: z.int() }),
      vatRate: z.int(),
      unit: unitBody,
      category: z.string(),
      ean: z.string().optional(),
      sku: z.string().optional(),
      retired: z.boolean(),
    }),
  );

/** From so many on it is quicker to have zod compile the schema, which main switches off since one reading never pays for it. */
const MANY = 5_000;

/** The schema for reading so many at once: a start reads every product, and a shop may have a hundred thousand. */
export function productBodyFor(count: number): z.ZodType<Product> {
  if (count < MANY) return schema();
  const { jitless = false } = z.config();
  z.config({ jitless: false });
  try {
    return schema();
  } finally {
    z.config({ jitless });
  }
}
