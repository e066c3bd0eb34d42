import type { Intent, IntentKind } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { closingIntents, dayIntents } from './end-of-day/intents.ts';
import type { ClosingParts } from './end-of-day/intents.ts';
import { resolvingIntents } from './end-of-day/resolving.ts';
import { ownIntents } from './own-intents.ts';
import type { OwnParts } from './own-intents.ts';
import { paymentIntents } from './payments/intents.ts';
import { receiptIntents } from './receipts/intents.ts';
import { refundIntents } from './refunds/intents.ts';
import { refuse } from './results.ts';
import type { RightOfWay } from './right-of-way.ts';
import { phaseOf, setUpRefusal } from './rights.ts';
import { carryOut } from './rule.ts';
import type { DeclaredOnce, SessionRule, TillRule } from './rule.ts';
import { productIntents, saleIntents } from './sales/intents.ts';
import type { ProductParts } from './sales/intents.ts';
import type { Session } from './session.ts';
import { setUpIntents, testPaymentIntents } from './set-up/intents.ts';
import type { SetUpParts } from './set-up/intents.ts';
import { settingsIntents } from './settings/intents.ts';
import type { SettingsParts } from './settings/intents.ts';
import type { Owner } from './settings/owner.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

/** What the rooms declare of their intents. */
export const ROOMS = [
  paymentIntents,
  saleIntents,
  productIntents,
  receiptIntents,
  refundIntents,
  resolvingIntents,
  dayIntents,
  closingIntents,
  setUpIntents,
  testPaymentIntents,
  settingsIntents,
  ownIntents,
] as const;

export type TillParts = ProductParts & ClosingParts & SetUpParts & SettingsParts & OwnParts;

type RuleFor<Kind extends IntentKind> = SessionRule<Session, Kind> | TillRule<TillParts, Kind>;
type IntentTable = { readonly [Kind in IntentKind]: RuleFor<Kind> };

/** Every intent with its rule. A kind that no room declares does not compile, and neither does one that two declare. */
export const INTENTS: DeclaredOnce<typeof ROOMS, IntentTable> = {
  ...paymentIntents,
  ...saleIntents,
  ...productIntents,
  ...receiptIntents,
  ...refundIntents,
  ...resolvingIntents,
  ...dayIntents,
  ...closingIntents,
  ...setUpIntents,
  ...testPaymentIntents,
  ...settingsIntents,
  ...ownIntents,
};

export interface IntentDeps {
  readonly parts: TillParts;
  readonly owner: Pick<Owner, 'allowed' | 'isKnown' | 'isPresent' | 'stays'>;
  readonly settings: Pick<SettingsKeeper, 'get'>;
  readonly way: Pick<RightOfWay, 'moneyRefusal' | 'change'>;
  readonly session: () => Session | null;
}

/** Does what a window asks, by the rule of its kind. */
export function createIntents({ parts, owner, settings, way, session: open }: IntentDeps): (intent: Intent) => Promise<IntentResult> {
  const gate = { owner, setUpRefusal: () => setUpRefusal(phaseOf(settings.get()), owner), changeTerminal: way.change };

  return async (intent) => {
    const rule = ruleFor(intent.kind);
    const session = open();
    // What waits for an answer or a PIN first asks again when the money begins to move.
    const wait = rule.movesMoney ? way.moneyRefusal() : null;
    if (wait !== null) return refuse(wait);
    const carriedOut = async (): Promise<IntentResult> => {
      if (rule.without === undefined) return carryOut(rule, parts, intent, { ...gate, isGone: () => false });
      if (session === null) return refuse(rule.without);
      return carryOut(rule, session, intent, { ...gate, isGone: () => open() !== session });
    };
    return rule.inTurn === true ? parts.setup.inTurn(carriedOut) : carriedOut();
  };
}

function ruleFor<Kind extends IntentKind>(kind: Kind): RuleFor<Kind> {
  return INTENTS[kind];
}
