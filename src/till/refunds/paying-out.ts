import type { DisbursementLine } from '../../contract/disbursement-view.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { CreditFacts } from '../../disbursement/index.ts';
import { equals, money } from '../../money/index.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import { payOutDescriptionProblem } from '../../protocol/index.ts';
import type { Journal } from '../../records/index.ts';
import { refuse, refused } from '../results.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { DisbursementDesk } from './disbursement-desk.ts';
import type { Sender } from './disbursement-sender.ts';
import { disbursementLine } from './disbursement-view.ts';

/** The latest pay-outs are looked for among so many records, and so many of them fit the list: the rest is in the journal. */
const LOOKED_THROUGH = 500;
const SHOWN = 20;

export interface PayingOutDeps {
  readonly settings: Pick<SettingsKeeper, 'business'>;
  readonly journal: Pick<Journal, 'latestDisbursements'>;
  readonly disbursement: Pick<DisbursementDesk, 'unresolved'>;
  readonly sender: Sender;
}

/** Pay-outs to SEQR users (protocol §2: creditUser). They are journalled and listed; being no sale, they have no receipt. */
export interface PayingOut {
  latest(): readonly DisbursementLine[];
  /** Whether it is worth looking at the owner's PIN. */
  ready(intent: IntentOf<'payOut.send'>): Promise<IntentResult>;
  /** Once the PIN is known to be right: if it is still what the window was showing (PF-26). */
  send(intent: IntentOf<'payOut.send'>): IntentResult;
}

export function createPayingOut(deps: PayingOutDeps): PayingOut {
  const { sender } = deps;

  function begin(intent: IntentOf<'payOut.send'>): IntentResult {
    const userId = cleanText(intent.userId);
    if (userId === '') return refuse('payOut.no-user');
    const problem = payOutDescriptionProblem(intent.description);
    if (problem !== null) return refuse(`payOut.description-${problem}`);
    const amount = money(intent.minor, deps.settings.business().currency);
    // The same money to the same user is not sent again until it is known what became of it (PF-14).
    const isOpen = deps.disbursement
      .unresolved()
      .some(({ facts }) => facts.kind === 'credit' && facts.userId === userId && equals(facts.amount, amount));
    if (isOpen) return refuse('payOut.unresolved');
    const common = sender.commonFacts(intent.description);
    if ('code' in common) return refused(common);
    const facts: CreditFacts = { kind: 'credit', ...common, amount, userId, description: intent.description };
    return sender.sent(facts);
  }

  return {
    latest() {
      return deps.journal
        .latestDisbursements(LOOKED_THROUGH)
        .filter(({ facts }) => facts.kind === 'credit')
        .slice(0, SHOWN)
        .map(disbursementLine);
    },
    ready: (intent) => sender.ready(intent),
    send: (intent) => sender.unlessStale(intent, () => begin(intent)),
  };
}
