import type { Answer, PaymentStatus } from '../../../protocol/index.ts';
import type { SeenCall } from './model-network.ts';

/** The reads of one reference, as the model saw them; monotonic ms. */
export interface ReadsOfOne {
  readonly startsMs: readonly number[];
  /** Those that could tell the till nothing about the payment, by when they began. */
  readonly badStartsMs: ReadonlySet<number>;
  readonly lastGoodMs: number | null;
  /** The result code of the latest answer; null: none has come. */
  readonly lastCode: number | null;
  /** When PAID was told. */
  readonly paidMs: readonly number[];
  /** Reads that were told by a status that it had ended without money, and that nobody had spoiled. */
  readonly endings: readonly { readonly startedMs: number; readonly heardMs: number; readonly version: number }[];
}

/** Everything that the till has asked about payments, and what it was told. */
export interface Reads {
  started(call: SeenCall): void;
  heard(call: SeenCall, answer: Answer<unknown>): void;
  of(reference: string): ReadsOfOne;
  /** One of these statuses was told of it. */
  told(reference: string | null, ...statuses: readonly string[]): boolean;
  /** It was told of it at this moment or later. */
  toldSince(reference: string, status: string, sinceMs: number): boolean;
}

/** Codes that say of a payment how it has ended (PF-07). */
const FINAL: Readonly<Record<number, string>> = { 55: 'CANCELED', 58: 'EXPIRED' };

const ENDED: ReadonlySet<string> = new Set(['CANCELED', 'FAILED', 'EXPIRED']);

interface Kept {
  readonly startsMs: number[];
  readonly badStartsMs: Set<number>;
  /** When each status was told last. */
  readonly told: Map<string, number>;
  lastGoodMs: number | null;
  lastCode: number | null;
  readonly paidMs: number[];
  readonly endings: { readonly startedMs: number; readonly heardMs: number; readonly version: number }[];
}

export function createReads(nowMs: () => number): Reads {
  const kept = new Map<string, Kept>();

  function of(reference: string): Kept {
    const fresh: Kept = {
      startsMs: [],
      badStartsMs: new Set(),
      told: new Map(),
      lastGoodMs: null,
      lastCode: null,
      paidMs: [],
      endings: [],
    };
    const known = kept.get(reference) ?? fresh;
    kept.set(reference, known);
    return known;
  }

  return {
    of,
    started({ about, startedMs, fault }) {
      if (about === null) return;
      of(about).startsMs.push(startedMs);
      if (fault !== null) of(about).badStartsMs.add(startedMs);
    },
    heard({ about, startedMs, fault }, answer) {
      if (about === null) return;
      const read = of(about);
      if (answer.kind === 'answered') read.lastCode = answer.resultCode;
      // Whatever a reader makes of it: under HTTP 500 nothing is told (PF-05).
      const isTold = fault?.kind !== 'lie' || fault.lie !== 'http500';
      const status = isTold ? statusIn(answer) : null;
      if (status === null) {
        read.badStartsMs.add(startedMs);
        return;
      }
      read.told.set(status, nowMs());
      read.lastGoodMs = nowMs();
      if (status === 'PAID') read.paidMs.push(nowMs());
      if (fault === null && answer.kind === 'answered' && answer.resultCode === 0 && ENDED.has(status))
        read.endings.push({ startedMs, heardMs: nowMs(), version: (answer.value as PaymentStatus).version });
    },
    told: (reference, ...statuses) => reference !== null && statuses.some((status) => kept.get(reference)?.told.has(status) === true),
    toldSince: (reference, status, sinceMs) => (kept.get(reference)?.told.get(status) ?? -Infinity) >= sinceMs,
  };
}

function statusIn(answer: Answer<unknown>): string | null {
  if (answer.kind !== 'answered') return null;
  return answer.resultCode === 0 ? (answer.value as PaymentStatus).status : (FINAL[answer.resultCode] ?? null);
}
