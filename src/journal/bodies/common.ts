import { z } from 'zod';
import { CURRENCIES } from '../../money/index.ts';
import type { ProblemCode } from '../../text/index.ts';

/* What many bodies have in common. Amounts are whole minor units, quantities thousandths, rates hundredths of a percent. */

export const moneyBody = z.object({ currency: z.enum(CURRENCIES), minor: z.int() });
export const languageBody = z.enum(['en', 'sv']);
export const unitBody = z.enum(['EA', 'KGM', 'LTR', 'MTR']);
export const cashierBody = z.object({ number: z.string(), name: z.string() });
/** The facts of a call (`src/protocol/call-facts.ts`), as members of what bears them. */
export const callFacts = {
  id: z.string(),
  correlationId: z.string(),
  clientReference: z.string(),
  clientInvoiceId: z.string(),
  endpoint: z.string(),
  terminalId: z.string(),
  register: z.string(),
  cashier: cashierBody,
  startedAt: z.string(),
};
export const vatBody = z.object({ rate: z.int(), gross: moneyBody, vat: moneyBody, net: moneyBody });

/** Any code: the screens show one that they have no sentence for as it is. */
const problemCode = z.custom<ProblemCode>((value) => typeof value === 'string');
export const problemBody = z.object({
  code: problemCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
