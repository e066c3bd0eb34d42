import type { IntentResult } from '../contract/ipc.ts';
import type { Problem } from '../contract/setup-view.ts';
import type { OutgoingFacts } from '../outgoing/index.ts';
import type { Health } from './health.ts';
import { newCorrelationId, newId } from './ids.ts';
import type { RandomBytes } from './ids.ts';
import type { Owner } from './owner.ts';
import { OK, refuse } from './results.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

export interface SenderDeps {
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly owner: Owner;
  readonly health: Pick<Health, 'registrationHolds'>;
  readonly session: () => Session | null;
  /** Resolves when the service of the settings has been opened, or has failed to. */
  readonly connected: () => Promise<void>;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
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
  const { settings, services, randomBytes } = deps;

  return {
    commonFacts(reason) {
      const { terminal, endpoint, cashiers, cashierNumber } = settings.profile.get();
      if (terminal?.terminalId == null || endpoint === null) return { code: 'refund.no-terminal' };
      if (services.credentials(terminal.terminalId) === null) return { code: 'secrets.unreadable' };
      const id = newId(randomBytes);
      const correlationId = newCorrelationId(randomBytes);
      return {
        id,
        correlationId,
        clientReference: settings.clientReference(correlationId),
        clientInvoiceId: id,
        endpoint,
        terminalId: terminal.terminalId,
        register: terminal.name,
        cashier: cashiers.find((known) => known.number === cashierNumber) ?? cashiers[0] ?? { number: '1', name: '' },
        reason,
        startedAt: deps.nowIso(),
      };
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
