import type { z } from 'zod';
import { isBody } from '../words/word-step.ts';
import type { Body } from '../words/word-step.ts';

/** The part if it can be read, else what stands for it. */
export function part<Value>(schema: z.ZodType<Value>, stored: unknown, otherwise: Value): Value {
  return schema.safeParse(stored).success ? (stored as Value) : otherwise;
}

export function asBody(value: unknown): Body {
  return isBody(value) ? value : {};
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
