import type { Answer } from '../../protocol/index.ts';

/** A whole answer of SEQR's, with the time of its server left out. */
export function answered<Value>(resultCode: number, value: Value, ersReference: string | null = null): Answer<Value> {
  return { kind: 'answered', resultCode, resultDescription: '', ersReference, serverDateMs: null, tookMs: 5, value };
}
