import type { Intent, IntentKind, IntentOf } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import type { ProblemCode } from '../text/index.ts';
import { refuse } from './results.ts';
import type { RightOfWay } from './right-of-way.ts';

/*
 * What a room of the till declares of each intent that is its own: who may, whether money moves, and what is done. Only the
 * cashier's window may ask at all, which main decides before the core sees an intent (`main/windows/roles.ts`).
 */

/**
 * Who may; together with the phase of the till (`rights.ts`) it decides.
 * - `anyone`: whoever is at the till.
 * - `owner`: whoever knows the owner's PIN, which the intent carries.
 * - `ownerIfAny`: the same, but while no PIN was chosen, anyone.
 * - `ownerToKeep`: anyone, but for a password that is to be kept the owner's PIN is needed.
 * - `setUp`: whoever sets the till up: while no PIN was chosen, anyone; then only with the owner present; once it is set up,
 *   nobody.
 */
export type Right = 'anyone' | 'owner' | 'ownerIfAny' | 'ownerToKeep' | 'setUp';

/** The pages of the wizard. The sticker shows what hangs on the counter anyway; leaving practice is done when all is set up. */
type SetUpPage = Exclude<Extract<IntentKind, `setup.${string}`>, 'setup.saveSticker' | 'setup.leavePractice'>;

/** An intent that carries the owner's PIN cannot be declared anybody's, nor the other way about; neither can a page of the set-up. */
export type RightOf<Kind extends IntentKind> = Kind extends IntentKind ? RightToAsk<Kind, IntentOf<Kind>> : never;
type RightToAsk<Kind, Asked> = Kind extends SetUpPage
  ? 'setUp'
  : Asked extends { readonly pin: string }
    ? 'owner'
    : Asked extends { readonly keep: unknown }
      ? 'ownerToKeep'
      : 'pin' extends keyof Asked
        ? 'ownerIfAny'
        : 'anyone';

interface Rule<Parts, Kind extends IntentKind> {
  readonly right: RightOf<Kind>;
  /** It may send an invoice, a refund or a pay-out: refused while SEQR ends the day or the terminal is being changed (PF-24). */
  readonly movesMoney: boolean;
  /** It registers, unregisters or exchanges the terminal, or gives it an id: no money begins to move meanwhile (PF-24). */
  readonly changesTerminal?: true;
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

/** What a rule asks of the owner (`settings/owner.ts`). */
export interface OwnerGate {
  /** Does it if the PIN is the owner's; otherwise says why not. */
  allowed(pin: string, act: () => IntentResult | Promise<IntentResult>): Promise<IntentResult>;
  /** There is an owner's PIN. */
  isKnown(): boolean;
  /** The owner is at the till, and goes on with the set-up. */
  stays(): void;
}

/** Asked between the one step and the next. */
export interface Gate {
  readonly owner: OwnerGate;
  /** Why the set-up is not for whoever asks now; null: it is. */
  readonly setUpRefusal: () => ProblemCode | null;
  /** Does it while no money moves (`right-of-way.ts`). */
  readonly changeTerminal: RightOfWay['change'];
  /** The journal that the intent was about has been closed meanwhile. */
  readonly isGone: () => boolean;
}

/** Does it if the rule lets the asker: first the phase, then what comes before the PIN, then the PIN, then the deed. */
export async function carryOut<Parts, Kind extends IntentKind>(
  rule: Rule<Parts, Kind>,
  parts: Parts,
  intent: IntentOf<Kind>,
  gate: Gate,
): Promise<IntentResult> {
  if (rule.right === 'setUp') return setUp(rule, parts, intent, gate);
  if (rule.before !== undefined) {
    const first = await rule.before(parts, intent);
    if (!first.ok) return first;
    if (gate.isGone()) return refuse('stale');
  }
  const pin = pinFor(rule.right, intent, gate);
  if (pin === undefined) return refuse('pin.needed');
  // Looking at the PIN takes its time.
  const act = (): IntentResult | Promise<IntentResult> => (gate.isGone() ? refuse('stale') : applied(rule, parts, intent, gate));
  return pin === null ? act() : gate.owner.allowed(pin, act);
}

function applied<Parts, Kind extends IntentKind>(
  rule: Rule<Parts, Kind>,
  parts: Parts,
  intent: IntentOf<Kind>,
  gate: Gate,
): IntentResult | Promise<IntentResult> {
  return rule.changesTerminal === true ? gate.changeTerminal(() => rule.apply(parts, intent)) : rule.apply(parts, intent);
}

/** A step of the set-up. While it goes on the owner counts as present. */
async function setUp<Parts, Kind extends IntentKind>(
  rule: Rule<Parts, Kind>,
  parts: Parts,
  intent: IntentOf<Kind>,
  gate: Gate,
): Promise<IntentResult> {
  const refusal = gate.setUpRefusal();
  if (refusal !== null) return refuse(refusal);
  const result = await applied(rule, parts, intent, gate);
  if (result.ok) gate.owner.stays();
  return result;
}

/** Null: nobody's PIN is asked for; undefined: the owner's is, and none was given. */
function pinFor(right: Right, intent: Intent, { owner }: Gate): string | null | undefined {
  switch (right) {
    case 'anyone':
    case 'setUp':
      return null;
    case 'owner':
      return pinOf(intent);
    case 'ownerIfAny':
      return owner.isKnown() ? pinOf(intent) : null;
    case 'ownerToKeep':
      if (!('keep' in intent)) throw new RangeError(`${intent.kind} does not say whether something is to be kept`);
      return intent.keep?.pin ?? null;
  }
}

function pinOf(intent: Intent): string | undefined {
  return 'pin' in intent ? intent.pin : undefined;
}

/** The table, if no kind is in two of the rooms; otherwise the kind that is, which no table can be assigned to. */
export type DeclaredOnce<Rooms extends readonly unknown[], Table> = [Twice<Rooms>] extends [never] ? Table : Twice<Rooms>;
type Twice<Rooms extends readonly unknown[]> = Rooms extends readonly [infer First, ...infer Others]
  ? (keyof First & KeysOf<Others[number]>) | Twice<Others>
  : never;
type KeysOf<Room> = Room extends unknown ? keyof Room : never;
