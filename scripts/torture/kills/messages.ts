/** What a till's process and whoever drives it say to one another. */
import type { Intent } from '../../../src/contract/index.ts';
import type { Moment } from './durable-steps.ts';

/** Where the process ends itself: at the `nth` passing of the step, counted from when it was told. */
export interface KillPoint {
  readonly name: string;
  readonly moment: Moment;
  readonly nth: number;
}

/** How a till's process begins. */
export interface TillOptions {
  readonly folder: string;
  /** How far SEQR's clock has been put forward before. */
  readonly aheadMs: number;
  readonly kill: KillPoint | null;
}

/** `silent`: it never answers. */
export type PrinterMood = 'good' | 'failing' | 'silent';

export type Order =
  | { readonly do: 'intent'; readonly intent: Intent }
  | { readonly do: 'snapshot' }
  /** Lets so much time pass in a moment, and waits for the answers that come at once. */
  | { readonly do: 'forward'; readonly ms: number }
  | { readonly do: 'arm'; readonly kill: KillPoint | null }
  | { readonly do: 'printer'; readonly mood: PrinterMood }
  /** Without a network nothing leaves the machine. */
  | { readonly do: 'network'; readonly isThere: boolean };
export type NumberedOrder = Order & { readonly id: number };

export type Report =
  /** `loadedMs`: from the start of the process until the core was put together. */
  { readonly kind: 'started'; readonly loadedMs: number } | { readonly kind: 'answer'; readonly id: number; readonly value: unknown };
