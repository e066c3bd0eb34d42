import { z } from 'zod';

/*
 * Money that leaves the shop (PF-14). What sends it names the revision that the window was showing, so that two taps never
 * do it twice (PF-26), and carries the owner's PIN.
 */

const minor = z.int().min(1).max(9_999_999_999);
const pin = z
  .string()
  .max(12)
  .regex(/^\d{4,12}$/);
const id = z.string().min(1).max(64);

export const refundWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({
    kind: z.literal('rows'),
    rows: z.array(z.object({ index: z.int().min(0).max(999), quantityMilli: z.int().min(1).max(99_999_999) })).max(200),
  }),
  z.object({ kind: z.literal('amount'), minor }),
]);
export type RefundWishView = z.infer<typeof refundWishSchema>;

export const disbursementIntents = [
  z.object({
    kind: z.literal('refund.send'),
    number: z.int().min(1),
    revision: z.int(),
    wish: refundWishSchema,
    /** What the window said that this comes to; anything else is stale. */
    minor,
    reason: z.string().max(80),
    pin,
  }),
  z.object({
    kind: z.literal('payOut.send'),
    revision: z.int(),
    userId: z.string().max(80),
    minor,
    description: z.string().max(200),
    pin,
  }),
  /** A payment that sold nothing goes back to its customer: receipt, refund and return receipt (PF-06). */
  z.object({
    kind: z.literal('payment.giveBack'),
    attemptId: id,
    stateNumber: z.int().min(0),
    revision: z.int(),
    reason: z.string().max(80),
    pin,
  }),
  /** Once more, by a supervisor: a refund of unknown outcome that SEQR can carry out only once (PF-14). */
  z.object({ kind: z.literal('refund.sendAgain'), id, stateNumber: z.int().min(0), pin }),
  z.object({ kind: z.literal('disbursement.dismiss'), id, stateNumber: z.int().min(0) }),
  /**
   * A supervisor closes one that is unknown: by SEQR's written answer, with the reference it bears; or, once no report can settle
   * it any more, without (`reference` empty), with a reason (PF-30).
   */
  z.object({
    kind: z.literal('disbursement.resolve'),
    id,
    stateNumber: z.int().min(0),
    done: z.boolean(),
    reference: z.string().max(60),
    reason: z.string().max(200).optional(),
    pin,
  }),
] as const;
