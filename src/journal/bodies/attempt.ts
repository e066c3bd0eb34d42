import { z } from 'zod';
import type { AttemptFacts, AttemptState } from '../../payment/index.ts';
import type { AttemptRecord } from '../../records/index.ts';
import { callFacts, moneyBody } from './common.ts';
import { proved } from './proved.ts';
import { figuresBody, saleBody, termsBody, tokenBody } from './sale.ts';

export const attemptFactsBody = proved<AttemptFacts>()(
  z.object({
    ...callFacts,
    seqrId: z.string(),
    amount: moneyBody,
    sale: saleBody,
    figures: figuresBody,
    test: z.boolean(),
    replaces: z.string().nullable(),
    acknowledgmentMode: z.enum(['NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT']).optional(),
    tokens: z.array(tokenBody).optional(),
    reservation: z
      .object({
        mode: z.enum(['RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT']),
        timeoutS: z.number(),
        name: z.string(),
      })
      .optional(),
    unpaidBy: z.array(z.string()).optional(),
  }),
);

/** What SEQR said when it said PAID; of use by itself where the rest of a state cannot be read. */
export const paymentBody = z.object({
  ersReference: z.string().nullable(),
  afterRestart: z.boolean(),
  wonAgainstCancel: z.boolean(),
  terms: termsBody.optional(),
  byReport: z.boolean().optional(),
  giveBack: z
    .object({
      why: z.enum(['paidOtherwise', 'freed', 'voided', 'unexplained', 'otherAmount', 'otherInvoice']),
      taken: moneyBody.nullable().optional(),
      seqrSaid: z.string().optional(),
      settled: z
        .discriminatedUnion('by', [z.object({ by: z.literal('refund') }), z.object({ by: z.literal('supervisor'), reason: z.string() })])
        .optional(),
    })
    .optional(),
  partOf: termsBody.optional(),
});

const invoiceReference = z.string();
const unpaid = { unpaid: termsBody.optional(), terms: termsBody.optional(), aside: z.literal(true).optional() };
const ended = { invoiceReference, ...unpaid };

const invoiced = {
  invoiceReference,
  version: z.number(),
  terms: termsBody,
  asked: termsBody.nullable(),
  doubts: z.array(termsBody),
  lastUpdate: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('taken') }),
      z.object({ kind: z.literal('notSent') }),
      z.object({ kind: z.literal('refused'), resultCode: z.number() }),
      z.object({ kind: z.literal('unsure'), resultCode: z.number().nullable() }),
    ])
    .nullable(),
  contactLost: z.boolean(),
  unanswerable: z.number().nullable(),
};

const attemptStateBody = proved<AttemptState>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sending') }),
    z.object({ kind: z.literal('sendUnknown'), saysPaid: z.boolean() }),
    z.object({
      ...invoiced,
      kind: z.literal('live'),
      invoiceQRCode: z.string().nullable(),
      status: z.string(),
      cancelWished: z.boolean(),
      setAside: z.boolean(),
      freed: z.literal(true).optional(),
    }),
    z.object({
      ...invoiced,
      kind: z.literal('reserved'),
      phase: z.enum(['held', 'updating', 'committing', 'committed', 'unsure', 'releasing', 'lapsed']),
      draft: termsBody,
      doubt: z.object({ commit: z.boolean(), release: z.boolean(), amountRefused: z.boolean() }).optional(),
      setAside: z.boolean().optional(),
      freed: z.literal(true).optional(),
      lastCommit: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('notSent') }),
          z.object({ kind: z.literal('refused'), resultCode: z.number() }),
          z.object({ kind: z.literal('unsure') }),
        ])
        .nullable(),
      reservedAt: z.string(),
      lapsesAt: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('paid'),
      invoiceReference,
      version: z.number(),
      payment: paymentBody,
      unconfirmed: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('completed'), invoiceReference, payment: paymentBody }),
    z.object({ kind: z.literal('reversed'), invoiceReference, payment: paymentBody }),
    z.object({ kind: z.literal('cancelled'), contactLost: z.boolean(), askedHere: z.boolean(), ...ended }),
    z.object({ kind: z.literal('failed'), ...ended }),
    z.object({ kind: z.literal('expired'), ...ended }),
    z.object({ kind: z.literal('notSent') }),
    z.object({ kind: z.literal('refused'), resultCode: z.number() }),
    z.object({ kind: z.literal('orphan'), lateReference: z.string().nullable() }),
    z.object({ kind: z.literal('notPaid'), invoiceReference: z.string().nullable(), ...unpaid }),
  ]),
);

export const stagesBody = z.object({
  sent: z.string().nullable(),
  waiting: z.string().nullable(),
  confirming: z.string().nullable(),
  paid: z.string().nullable(),
});

export const alarmBody = z.object({
  kind: z.enum([
    'paidAfterEnd',
    'reversedAfterPaid',
    'otherInvoice',
    'otherAmount',
    'otherReference',
    'referenceKnown',
    'moreRungUp',
    'paidUnwanted',
    'amountUnknown',
    'completedLoudly',
    'receiptMissing',
    'reservationEnded',
    'asideNotPaid',
  ]),
  seqrSaid: z.string(),
  id: z.string(),
  at: z.string(),
  read: z.boolean(),
});

export const attemptBody = proved<AttemptRecord>()(
  z.object({
    facts: attemptFactsBody,
    state: attemptStateBody,
    stateNumber: z.int(),
    stages: stagesBody,
    changedAt: z.string(),
    receiptNumber: z.int().nullable(),
    onScreen: z.boolean(),
    alarms: z.array(alarmBody),
    listed: z.boolean(),
    paidBy: z.int().optional(),
  }),
);
