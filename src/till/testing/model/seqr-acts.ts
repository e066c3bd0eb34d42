import type { Mode } from './machine.ts';

/** What SEQR has done of its own will, so that its book and the till's need not be one. */
export interface SeqrActs {
  /** It was restored to an older state. */
  restored(mode: Mode): void;
  isRestored(mode: Mode): boolean;
  /** It has taken this payment back, though everybody had asked in time. */
  takenBack(invoiceReference: string): void;
  isTakenBack(invoiceReference: string | null): boolean;
  /** This payment stands because somebody else has asked: the till need not know. */
  readElsewhere(invoiceReference: string): void;
  wasReadElsewhere(invoiceReference: string | null): boolean;
}

export function createSeqrActs(): SeqrActs {
  const restored = new Set<Mode>();
  const taken = new Set<string>();
  const elsewhere = new Set<string>();
  return {
    restored: (mode) => void restored.add(mode),
    isRestored: (mode) => restored.has(mode),
    takenBack: (reference) => void taken.add(reference),
    isTakenBack: (reference) => reference !== null && taken.has(reference),
    readElsewhere: (reference) => void elsewhere.add(reference),
    wasReadElsewhere: (reference) => reference !== null && elsewhere.has(reference),
  };
}
