import type { z } from 'zod';
import type { Slots, SlotName } from '../records/index.ts';
import { attemptBody } from './bodies/attempt.ts';
import { closeBody } from './bodies/close.ts';
import { disbursementBody } from './bodies/disbursement.ts';
import { printJobBody, submitJobBody } from './bodies/job.ts';
import { receiptBody } from './bodies/receipt.ts';
import { slotBodies } from './bodies/sale.ts';
import { safeAttempt } from './salvage/attempt.ts';
import { safeClose } from './salvage/close.ts';
import { safeDisbursement } from './salvage/disbursement.ts';
import { isBody } from './words/word-step.ts';
import type { Body, BodyKind } from './words/word-step.ts';
import { inTodaysWords } from './words/words.ts';

/** One kind of stored body, and how it is read. */
export interface Stored<Value> {
  readonly kind: BodyKind;
  readonly schema: z.ZodType<Value>;
  /** The safe known state for one whose state is not known; null: nothing of it can be used. */
  readonly salvage?: (body: Body) => Value | null;
}

const slot = <Name extends SlotName>(name: Name): Stored<Slots[Name]> => ({ kind: name, schema: slotBodies[name] });

export const STORED = {
  attempt: { kind: 'attempt', schema: attemptBody, salvage: safeAttempt },
  disbursement: { kind: 'disbursement', schema: disbursementBody, salvage: safeDisbursement },
  receipt: { kind: 'receipt', schema: receiptBody },
  printJob: { kind: 'job', schema: printJobBody },
  submitJob: { kind: 'job', schema: submitJobBody },
  close: { kind: 'close', schema: closeBody, salvage: safeClose },
  slot,
} as const;

/** What came of reading a body. `why` names places in it, never values. */
export type ReadBody<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  /** Its state is not known; `value` is what is safe to take it for. */
  | { readonly kind: 'salvaged'; readonly value: Value; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads a stored body: translated from the words it was written in, then checked. Members of it that nobody knows stay. */
export function readBody<Value>({ kind, schema, salvage }: Stored<Value>, text: string): ReadBody<Value> {
  const stored = parsed(text);
  if (stored === null) return { kind: 'unreadable', why: 'not a JSON object' };
  const body = inTodaysWords(kind, stored);
  const checked = schema.safeParse(body);
  if (checked.success) return { kind: 'read', value: body as Value };
  const why = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
  const value = salvage?.(body) ?? null;
  return value === null ? { kind: 'unreadable', why } : { kind: 'salvaged', value, why };
}

function parsed(text: string): Body | null {
  try {
    const value = JSON.parse(text) as unknown;
    return isBody(value) ? value : null;
  } catch {
    return null;
  }
}
