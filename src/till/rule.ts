import type { Intent, IntentKind, IntentOf } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import type { ProblemCode } from '../text/index.ts';
import { refuse } from './results.ts';

/*
 * What a room of the till declares of each intent that is its own: who may, whether money moves, and what is done. Only the
 * cashier's window may ask at all, which main decides before the core sees an intent (`main/windows/roles.ts`).
 */

/**
 * Who may. `anyone`: whoever is at the till. `owner`: whoever knows the owner's PIN, which the intent carries.
 * `ownerToKeep`: anyone, but for a password that is to be kept the owner's PIN is needed.
 */
export type Right = 'anyone' | 'owner' | 'ownerToKeep';

/** An intent that carries the owner's PIN cannot be declared anybody's, nor the other way about. `setup.owner` chooses the PIN. */
export type RightOf<Kind extends IntentKind> = Kind extends IntentKind ? RightToAsk<IntentOf<Kind>> : never;
type RightToAsk<Asked> = Asked extends { readonly pinAgain: string }
  ? 'anyone'
  : Asked extends { readonly pin: string }
    ? 'owner'
    : Asked extends { readonly keep: unknown }
      ? 'ownerToKeep'
      : 'anyone';

interface Rule<Parts, Kind extends IntentKind> {
  readonly right: RightOf<Kind>;
  /** It may send an invoice, a refund or a pay-out: refused while SEQR ends the day (PF-24). */
  readonly movesMoney: boolean;
  /** One at a time with the wizard's pages: refused while SEQR is being asked, and its problem is the wizard's. */
  readonly inTurn?: true;
  /** Looked at before the PIN: a refusal here does not count as a try. */
  readonly before?: (parts: Parts, intent: IntentOf<Kind>) => IntentResult | Promise<IntentResult>;
  readonly apply: (parts: Parts, intent: IntentOf<Kind>) => IntentResult | Promise<IntentResult>;
}

/** An intent about what lies in a journal. */
export interface SessionRule<Parts, Kind extends IntentKind> extends Rule<Parts, Kind> {
  /** What is said while no journal is open: there is nothing to do it to. */
  readonly without: ProblemCode;
}

/** An intent that needs no journal. */
export interface TillRule<Parts, Kind extends IntentKind> extends Rule<Parts, Kind> {
  readonly without?: undefined;
}

/** What a room declares of its intents about a journal; `Parts` is as much of a session as they use. */
export type SessionIntents<Parts> = { readonly [Kind in IntentKind]?: SessionRule<Parts, Kind> };

/** What a room declares of its intents that need no journal; `Parts` is as much of the till as they use. */
export type TillIntents<Parts> = { readonly [Kind in IntentKind]?: TillRule<Parts, Kind> };

/** Asked between the one step and the next. */
export interface Gate {
  /** Does it if the PIN is the owner's; otherwise says why not (`settings/owner.ts`). */
  readonly owner: { allowed(pin: string, act: () => IntentResult | Promise<IntentResult>): Promise<IntentResult> };
  /** The journal that the intent was about has been closed meanwhile. */
  readonly isGone: () => boolean;
}

/** Does it if the rule lets the asker: first what comes before the PIN, then the PIN, then the deed. */
export async function carryOut<Parts, Kind extends IntentKind>(
  rule: Rule<Parts, Kind>,
  parts: Parts,
  intent: IntentOf<Kind>,
  gate: Gate,
): Promise<IntentResult> {
  if (rule.before !== undefined) {
    const first = await rule.before(parts, intent);
    if (!first.ok) return first;
    if (gate.isGone()) return refuse('stale');
  }
  const pin = pinFor(rule.right, intent);
  return pin === null ? rule.apply(parts, intent) : gate.owner.allowed(pin, () => rule.apply(parts, intent));
}

/** Null: nobody's PIN is asked for. */
function pinFor(right: Right, intent: Intent): string | null {
  switch (right) {
    case 'anyone':
      return null;
    case 'owner':
      if (!('pin' in intent)) throw new RangeError(`${intent.kind} carries no PIN`);
      return intent.pin;
    case 'ownerToKeep':
      if (!('keep' in intent)) throw new RangeError(`${intent.kind} does not say whether something is to be kept`);
      return intent.keep?.pin ?? null;
  }
}

/** The table, if no kind is in two of the rooms; otherwise the kind that is, which no table can be assigned to. */
export type DeclaredOnce<Rooms extends readonly unknown[], Table> = [Twice<Rooms>] extends [never] ? Table : Twice<Rooms>;
type Twice<Rooms extends readonly unknown[]> = Rooms extends readonly [infer First, ...infer Others]
  ? (keyof First & KeysOf<Others[number]>) | Twice<Others>
  : never;
type KeysOf<Room> = Room extends unknown ? keyof Room : never;
