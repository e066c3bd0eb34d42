import type { Money } from '../money/index.ts';
import type { CustomerToken } from '../protocol/index.ts';
import { saleFigures } from '../sale/index.ts';
import type { Sale, SaleFigures } from '../sale/index.ts';

/**
 * What an invoice asks for. An attempt begins with the terms of its facts; every `updateInvoice` that SEQR takes puts
 * others in their place (PF-25).
 */
export interface Terms {
  readonly sale: Sale;
  /** The figures of that very sale. */
  readonly figures: SaleFigures;
  readonly amount: Money;
  /** The customer's cards as they were told to SEQR: 1 used · 90 blocked · 99 unknown here (protocol §5). */
  readonly tokens: readonly CustomerToken[];
}

export function termsOfSale(sale: Sale, tokens: readonly CustomerToken[] = []): Terms {
  const figures = saleFigures(sale);
  return { sale, figures, amount: figures.total, tokens };
}
