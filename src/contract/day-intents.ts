import { z } from 'zod';
import { LANGUAGES } from '../language/language.ts';
import { REPORT_IDS } from '../protocol/types.ts';

/*
 * Closing the day and reading SEQR's reports (PF-17). The reseller's password travels once, in the intent that needs it,
 * and never comes back to a window.
 */

const pin = z
  .string()
  .max(12)
  .regex(/^\d{4,12}$/);
const id = z.string().min(1).max(64);
const number = z.int().min(1);

/**
 * `password` null: the kept one, or the one given a moment ago. `keep`: from now on it shall be kept, behind the owner's PIN;
 * `consent`: though this system protects it badly.
 */
const password = {
  password: z.string().min(1).max(200).nullable(),
  keep: z.object({ pin, consent: z.boolean() }).nullable(),
};
const underWay = { closeId: id, stateNumber: z.int().min(0) };

export const dayIntents = [
  z.object({ kind: z.literal('day.close'), ...password }),
  /** Marks again after a lost answer, or goes on asking for the report. */
  z.object({ kind: z.literal('day.goOn'), ...underWay, ...password }),
  z.object({ kind: z.literal('day.finishWithout'), ...underWay, pin }),
  /** Of a close that is done: a payment of unknown outcome is one that SEQR's report lists (PF-18). */
  z.object({
    kind: z.literal('day.attach'),
    number,
    attemptId: id,
    attemptStateNumber: z.int().min(0),
    ersReference: z.string().min(1).max(64),
    pin,
  }),
  /**
   * A supervisor closes a payment that no evidence can settle any more (PF-30): by SEQR's letter at any time; without one
   * (`letter` empty) when its time has come. That it is paid takes the letter, and the reference that it names.
   */
  z.object({
    kind: z.literal('payment.close'),
    attemptId: id,
    stateNumber: z.int().min(0),
    paid: z.boolean(),
    ersReference: z.string().max(64),
    letter: z.string().max(60),
    reason: z.string().max(200),
    pin,
  }),
  /** And lines of a done close, by their names: what is on one side only, and receipts that no report covers (PF-17). */
  z.object({
    kind: z.literal('day.closeLines'),
    number,
    ids: z.array(z.string().min(1).max(90)).min(1).max(1_000),
    letter: z.string().max(60),
    reason: z.string().max(200),
    pin,
  }),
  /** A row of it that no record explains is taken up as a payment that sold nothing, to be given back (PF-17). */
  z.object({ kind: z.literal('day.takeUpRow'), number, id: z.string().min(1).max(90), reason: z.string().max(200), pin }),
  z.object({ kind: z.literal('day.absence'), hours: z.int().min(24).max(2_160), pin }),
  z.object({ kind: z.literal('day.print'), number }),
  z.object({ kind: z.literal('day.savePdf'), number }),
  z.object({ kind: z.literal('day.saveCsv'), number }),
  z.object({ kind: z.literal('day.scope'), scope: z.enum(['terminal', 'shop']), pin }),
  z.object({ kind: z.literal('day.forgetPassword') }),
  z.object({
    kind: z.literal('report.run'),
    reportId: z.enum(REPORT_IDS),
    periodId: z.string().trim().min(1).max(64),
    language: z.enum(LANGUAGES),
    ...password,
  }),
  z.object({ kind: z.literal('report.stop') }),
  z.object({ kind: z.literal('report.saveCsv') }),
] as const;
