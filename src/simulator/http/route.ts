import type { JsonObject } from './json-input.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** `input` is the body's object, or for GET the query as strings. */
export type Route = (input: JsonObject) => JsonAnswer;

/** 404, with a sentence for the caller. */
export function notFound(error: string): JsonAnswer {
  return { status: 404, body: { error } };
}

/** 409: not as things are, with a sentence for the caller. */
export function conflict(error: string): JsonAnswer {
  return { status: 409, body: { error } };
}

export function ok(body: unknown): JsonAnswer {
  return { status: 200, body };
}
