import type { IntentResult } from '../../contract/ipc.ts';
import type { DisbursementFacts } from '../../disbursement/index.ts';
import type { Problem, ProblemCode } from '../../text/index.ts';
import { OK, refuse } from '../results.ts';
import { callFacts } from '../service/call-facts.ts';
import type { CallFactsDeps } from '../service/call-facts.ts';
import type { DisbursementDesk } from './disbursement-desk.ts';

export interface SenderDeps extends CallFactsDeps {
  readonly disbursement: Pick<DisbursementDesk, 'isBusy' | 'revision' | 'send' | 'sendAgain'>;
  /** Why no money can begin to move now (PF-24); null: it can. */
  readonly moneyRefusal: () => ProblemCode | null;
  /** SEQR accepts this terminal; after a refusal this asks it anew (PF-21). */
  readonly registrationHolds: () => Promise<boolean>;
}

type CommonFacts = Omit<DisbursementFacts & { readonly kind: 'credit' }, 'kind' | 'amount' | 'userId' | 'description'>;

/** What a window was showing of the money that leaves. */
interface Shown {
  readonly revision: number;
}

/** What a refund and a pay-out have in common on their way to SEQR. */
export interface Sender {
  /** To be asked before the PIN is looked at: a second tap must not count as a try, nor one that SEQR would refuse. */
  ready(shown: Shown): Promise<IntentResult>;
  /** What is fixed at this moment, beside what it is for; or why nothing can be sent. */
  commonFacts(reason: string): CommonFacts | Problem;
  /** Does it if the window was showing the present state: two taps do it once (PF-26). */
  unlessStale(shown: Shown, act: () => IntentResult): IntentResult;
  /** Why no money can begin to leave now; null: it can, if it begins before anything is waited for (PF-24). */
  wait(): ProblemCode | null;
  sent(facts: DisbursementFacts): IntentResult;
  /** A refund once more, in the state in which the window was showing it. */
  again(id: string, stateNumber: number): IntentResult;
}

export function createSender(deps: SenderDeps): Sender {
  const isStale = ({ revision }: Shown): boolean => deps.disbursement.revision() !== revision;

  /** Asked where the money begins to move: much may have begun while the PIN was looked at (PF-24). */
  function begun(send: () => ReturnType<DisbursementDesk['sendAgain']>): IntentResult {
    const wait = deps.moneyRefusal();
    if (wait !== null) return refuse(wait);
    switch (send()) {
      case 'started':
        return OK;
      case 'stale':
        return refuse('stale');
      case 'open':
        return refuse('refund.under-way');
      case 'write-failed':
        return refuse('refund.disk-full');
    }
  }

  return {
    async ready(shown) {
      await deps.services.opened(deps.settings.profile.get().endpoint);
      if (isStale(shown)) return refuse('stale');
      return (await deps.registrationHolds()) ? OK : refuse('refund.registration');
    },
    commonFacts(reason) {
      const common = callFacts(deps, 'refund.no-terminal');
      return 'code' in common ? common : { ...common, reason };
    },
    unlessStale: (shown, act) => (isStale(shown) ? refuse('stale') : act()),
    wait: () => deps.moneyRefusal() ?? (deps.disbursement.isBusy() ? 'refund.under-way' : null),
    sent: (facts) => begun(() => deps.disbursement.send(facts)),
    again: (id, stateNumber) => begun(() => deps.disbursement.sendAgain(id, stateNumber)),
  };
}
