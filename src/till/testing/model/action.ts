import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import type { Till } from '../../till.ts';
import type { PaymentLetter } from './letters.ts';

/** What somebody in front of a window sees, and has in hand. */
export interface Seen {
  readonly snapshot: Snapshot;
  /** To look at lists; never to press. */
  readonly till: Till;
  /** A number that no row, name or code had before. */
  readonly fresh: () => number;
  /** The owner's PIN, as the person knows it. */
  readonly pin: string;
  /** The recovery code on the owner's paper; null: there is none. */
  readonly code: string | null;
  /** Of a customer, for a pay-out. */
  readonly userId: string;
  /** What SEQR's letter would say about this refund or pay-out; null: SEQR cannot say yet. */
  readonly letter: (id: string) => boolean | null;
  /** The same about a payment. */
  readonly letterAboutPayment: (id: string) => PaymentLetter | null;
}

export type Offers = readonly Intent[];

/** Something a person can do: each intent is a button that can be pressed now, with what is typed before. None: it cannot. */
export type Action = (seen: Seen) => Offers | Promise<Offers>;

export const NOTHING: Offers = [];
export const when = (can: boolean, ...intents: Offers): Offers => (can ? intents : NOTHING);
export const isSelling = ({ mode, setup }: Snapshot): boolean => mode !== 'unset' && setup.done;
