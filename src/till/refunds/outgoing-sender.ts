import type { IntentResult } from '../../contract/ipc.ts';
import type { OutgoingFacts } from '../../outgoing/index.ts';
import type { Problem } from '../../text/index.ts';
import { OK, refuse } from '../results.ts';
import { callFacts } from '../service/call-facts.ts';
import type { CallFactsDeps } from '../service/call-facts.ts';
import type { Session } from '../session.ts';
import type { Health } from '../set-up/health.ts';
import type { Owner } from '../settings/owner.ts';

export interface SenderDeps extends CallFactsDeps {
  readonly owner: Owner;
  readonly health: Pick<Health, 'registrationHolds'>;
  readonly session: () => Session | null;
  /** Resolves when the service of the settings has been opened, or has failed to. */
  readonly connected: () => Promise<void>;
}

type CommonFacts = Omit<OutgoingFacts & { readonly kind: 'credit' }, 'kind' | 'amount' | 'userId' | 'description'>;

/** What a refund and a pay-out have in common on their way to SEQR. */
export interface Sender {
  /** What is fixed at this moment, beside what it is for; or why nothing can be sent. */
  commonFacts(reason: string): CommonFacts | Problem;
  /** Does it if the window was showing the present state, and only behind the right PIN: two taps do it once (PF-26). */
  behindPin(shown: { readonly revision: number; readonly pin: string }, act: (session: Session) => IntentResult): Promise<IntentResult>;
  sent(session: Session, facts: OutgoingFacts): IntentResult;
}

export function createSender(deps: SenderDeps): Sender {
  return {
    commonFacts(reason) {
      const common = callFacts(deps, 'refund.no-terminal');
      return 'code' in common ? common : { ...common, reason };
    },
    async behindPin({ revision, pin }, act) {
      await deps.connected();
      const isStale = (): boolean => deps.session()?.outgoing.revision() !== revision;
      // Before the PIN: a second tap must not count as a try.
      if (isStale()) return refuse('stale');
      if (!(await deps.health.registrationHolds())) return refuse('refund.registration');
      return deps.owner.allowed(pin, () => {
        const session = deps.session();
        return session === null || isStale() ? refuse('stale') : act(session);
      });
    },
    sent(session, facts) {
      // Asked where the money begins to move: the close may have begun while the PIN was looked at (PF-24).
      if (session.closes.isMarking()) return refuse('day.marking');
      switch (session.outgoing.send(facts)) {
        case 'started':
          return OK;
        case 'open':
          return refuse('refund.under-way');
        case 'write-failed':
          return refuse('refund.disk-full');
      }
    },
  };
}
