import type { Answer } from '../../../protocol/index.ts';
import { attemptOf } from './books.ts';
import type { Books } from './books.ts';
import type { Machine } from './machine.ts';
import type { SeenCall } from './model-network.ts';
import type { Fail } from './rules.ts';

export interface ToldReferencesDeps {
  readonly machine: () => Machine;
  readonly books: Books;
  readonly fail: Fail;
}

/** Every reference that SEQR gives comes to disk, however late it was (PF-02). */
export interface ToldReferences {
  heard(call: SeenCall, answer: Answer<unknown>): void;
  check(): void;
}

/** So long a disk that takes everything may be without what was told. */
const TO_DISK_MS = 3_000;

function referenceIn(answer: Answer<unknown>): string | null {
  if (answer.kind !== 'answered' || answer.resultCode !== 0) return null;
  return (answer.value as { readonly invoiceReference: string | null }).invoiceReference;
}

export function createToldReferences({ machine, books, fail }: ToldReferencesDeps): ToldReferences {
  const nowMs = (): number => machine().clock.monotonicMs();
  /** By reference: when it was told, and in which run of the till. */
  const told = new Map<string, { readonly atMs: number; readonly process: number }>();

  return {
    heard(call, answer) {
      const reference = call.operation === 'sendInvoice' ? referenceIn(answer) : null;
      if (reference !== null) told.set(reference, { atMs: nowMs(), process: call.process });
    },
    check() {
      for (const [reference, { atMs, process }] of told) {
        if (machine().lives.isGone(process) || attemptOf(books, reference) !== undefined) told.delete(reference);
        else if (nowMs() - atMs > TO_DISK_MS && !machine().journal.isRefusing())
          fail('reference-lost', `${reference} was told ${nowMs() - atMs} ms ago`);
      }
    },
  };
}
