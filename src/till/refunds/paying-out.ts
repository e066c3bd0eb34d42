import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { OutgoingLine } from '../../contract/outgoing-view.ts';
import { equals, money } from '../../money/index.ts';
import type { CreditFacts } from '../../outgoing/index.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import { payOutDescriptionProblem } from '../../protocol/index.ts';
import { refuse, refused } from '../results.ts';
import type { Session } from '../session.ts';
import { createSender } from './outgoing-sender.ts';
import type { SenderDeps } from './outgoing-sender.ts';
import { outgoingLine } from './outgoing-view.ts';

/** The latest pay-outs are looked for among so many records, and so many of them fit the list: the rest is in the journal. */
const LOOKED_THROUGH = 500;
const SHOWN = 20;

/** Pay-outs to SEQR users (protocol §2: creditUser). They are journalled and listed; being no sale, they have no receipt. */
export interface PayingOut {
  latest(): readonly OutgoingLine[];
  /** Behind the owner's PIN, if it is still what the window was showing (PF-26). */
  send(intent: IntentOf<'payOut.send'>): Promise<IntentResult>;
}

export function createPayingOut(deps: SenderDeps): PayingOut {
  const sender = createSender(deps);

  function begin(session: Session, intent: IntentOf<'payOut.send'>): IntentResult {
    const userId = cleanText(intent.userId);
    if (userId === '') return refuse('payOut.no-user');
    const problem = payOutDescriptionProblem(intent.description);
    if (problem !== null) return refuse(`payOut.description-${problem}`);
    const amount = money(intent.minor, deps.settings.business().currency);
    // The same money to the same user is not sent again until it is known what became of it (PF-14).
    const isOpen = session.outgoing
      .unsettled()
      .some(({ facts }) => facts.kind === 'credit' && facts.userId === userId && equals(facts.amount, amount));
    if (isOpen) return refuse('payOut.unsettled');
    const common = sender.commonFacts(intent.description);
    if ('code' in common) return refused(common);
    const facts: CreditFacts = { kind: 'credit', ...common, amount, userId, description: intent.description };
    return sender.sent(session, facts);
  }

  return {
    latest() {
      const records = deps.session()?.journal.latestOutgoing(LOOKED_THROUGH) ?? [];
      return records
        .filter(({ facts }) => facts.kind === 'credit')
        .slice(0, SHOWN)
        .map(outgoingLine);
    },
    send: (intent) => sender.behindPin(intent, (session) => begin(session, intent)),
  };
}
