import type { z } from 'zod';
import type { Body } from '../words/word-step.ts';

/** The part if it can be read, else what stands for it. */
export function part<Value>(schema: z.ZodType<Value>, stored: unknown, otherwise: Value): Value {
  return schema.safeParse(stored).success ? (stored as Value) : otherwise;
}

export function asBody(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
