import { z } from 'zod';
import type { Close, CloseFacts, CloseResult, Mark, OpenThing } from '../../day/index.ts';
import { cashierBody, languageBody, moneyBody, problemBody } from './common.ts';
import { proved } from './proved.ts';

export const closeFactsBody = proved<CloseFacts>()(
  z.object({
    id: z.string(),
    endpoint: z.string(),
    terminalId: z.string(),
    register: z.string(),
    scope: z.enum(['terminal', 'shop']),
    cashier: cashierBody,
    business: z.object({ name: z.string(), organisationNumber: z.string(), address: z.array(z.string()) }),
    currency: moneyBody.shape.currency,
    language: languageBody,
    practice: z.boolean(),
    startedAt: z.string(),
    former: z.boolean().optional(),
  }),
);

export const markBody = proved<Mark>()(
  z.object({
    at: z.string(),
    entry: z.int(),
    receipt: z.int(),
    open: z.array(z.string()),
    seqrMs: z.number().optional(),
    countedMs: z.number().optional(),
  }),
);

// ---- what the report came to ----------------------------------------------------------------------------------------

const figure = z.object({ count: z.int(), total: moneyBody });

const tillEntry = z.object({
  kind: z.enum(['sale', 'return', 'payout']),
  id: z.string(),
  correlationId: z.string(),
  receiptNumber: z.int().nullable(),
  ersReference: z.string().nullable(),
  amount: moneyBody,
  at: z.string(),
  reversed: z.boolean(),
  mayBeLost: z.boolean(),
});

const detailRow = z.object({
  terminalId: z.string().nullable(),
  cashierId: z.string().nullable(),
  amount: moneyBody,
  ersReference: z.string().nullable(),
});

const pair = z.object({
  till: tillEntry,
  seqr: detailRow,
  otherClose: z.boolean(),
  resolved: z.boolean(),
  otherReport: z.boolean().optional(),
});

const comparison = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('details'),
    both: z.array(pair),
    differs: z.array(pair),
    tillOnly: z.array(tillEntry),
    seqrOnly: z.array(detailRow),
    lost: z.array(tillEntry),
    elsewhere: figure,
  }),
  z.object({ kind: z.literal('summary'), till: figure, seqr: figure.nullable(), agrees: z.boolean(), lost: z.array(tillEntry) }),
]);

const subject = { id: z.string(), correlationId: z.string(), amount: moneyBody };
const payment = { ...subject, subject: z.literal('payment'), was: z.enum(['orphan', 'unknown']) };
const disbursement = { ...subject, subject: z.literal('disbursement'), was: z.enum(['refund', 'credit']) };

const resolution = z.union([
  z.object({ ...payment, verdict: z.literal('notPaid') }),
  z.object({ ...payment, verdict: z.literal('confirmed'), ersReference: z.string() }),
  z.object({ ...payment, verdict: z.literal('offered'), references: z.array(z.string()) }),
  z.object({
    ...payment,
    verdict: z.literal('stays'),
    because: z.enum(['answered', 'otherAmount', 'notCovered', 'noOtherListed', 'tooEarly']),
  }),
  z.object({ ...disbursement, verdict: z.literal('done'), ersReference: z.string().nullable(), row: detailRow }),
  z.object({ ...disbursement, verdict: z.literal('notDone') }),
  z.object({ ...disbursement, verdict: z.literal('stays'), because: z.enum(['ambiguous', 'noOtherListed', 'notCovered', 'tooEarly']) }),
]);

const result = proved<CloseResult>()(
  z.object({
    root: z.string(),
    meta: z.object({
      resellerId: z.string().nullable(),
      terminalId: z.string().nullable(),
      transactionPeriodId: z.string().nullable(),
      generatedAt: z.string().nullable(),
    }),
    sales: figure,
    returns: figure,
    comparison,
    resolutions: z.array(resolution),
  }),
);

const openThing = proved<OpenThing>()(
  z.object({
    kind: z.enum(['payment', 'orphan', 'unconfirmed', 'giveBack', 'refund', 'payOut', 'tillOnly', 'seqrOnly', 'differs', 'notCompared']),
    id: z.string(),
    correlationId: z.string().nullable(),
    receiptNumber: z.int().nullable(),
    ersReference: z.string().nullable(),
    amount: moneyBody,
    at: z.string().nullable(),
    terminalId: z.string().nullable(),
  }),
);

// ---- the close ------------------------------------------------------------------------------------------------------

const periodId = z.string();

export const closeBody = proved<Close>()(
  z.object({
    facts: closeFactsBody,
    number: z.int().nullable(),
    from: markBody.nullable(),
    mark: markBody,
    lost: z.array(markBody),
    recoveries: z.array(z.string()).optional(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('marking') }),
      z.object({ kind: z.literal('markLost'), problem: problemBody.nullable() }),
      z.object({ kind: z.literal('notMarked'), problem: problemBody }),
      z.object({ kind: z.literal('waiting'), periodId }),
      z.object({ kind: z.literal('held'), periodId, problem: problemBody }),
      z.object({ kind: z.literal('reported'), periodId, result }),
      z.object({ kind: z.literal('done'), periodId: periodId.nullable(), result: result.nullable(), doneAt: z.string() }),
    ]),
    stateNumber: z.int(),
    open: z.array(openThing).optional(),
  }),
);
