import type { JsonObject } from './json-input.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** `input` is the body's object, or for GET the query as strings. */
export type Route = (input: JsonObject) => JsonAnswer;

export function ok(body: unknown): JsonAnswer {
  return { status: 200, body };
}
