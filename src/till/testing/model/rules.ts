/** A rule that did not hold, and how. */
export interface Violation {
  readonly rule: Rule;
  readonly what: string;
}

export const RULES = [
  'paid-shown',
  'not-paid-shown',
  'unknown-shown',
  'one-live-invoice',
  'kept-twice',
  'needless-reversal',
  'poll-gap',
  'not-confirmed',
  'return-unheard',
  'reference-lost',
  'stale-obeyed',
  'sent-twice',
  'sent-before-disk',
  'read-before-disk',
  'forgotten',
  'receipt-numbers',
  'counter',
  'rows-vanished',
  'rows-sold-twice',
  'threw',
  'not-started',
  'chart',
  'alarm-missing',
  'amount',
  'own-amount',
  'close-words',
  'closed-early',
  'books',
  'next-sale',
  'empty-list',
] as const;
export type Rule = (typeof RULES)[number];

/** Says that a rule does not hold. Only the first word counts. */
export type Fail = (rule: Rule, what: string) => void;
