import type { IntentResult } from '../../contract/ipc.ts';
import { classify, seqrIdFromScan } from '../../protocol/index.ts';
import type { CallContext, Credentials } from '../../protocol/index.ts';
import { newCorrelationId, newTerminalPassword } from '../ids.ts';
import type { RandomBytes } from '../ids.ts';
import type { SecretVault } from '../ports.ts';
import { OK, refuse, refused } from '../results.ts';
import { problemOfAnswer } from '../service/answers.ts';
import { noPassword } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import type { ProfileStore } from '../settings/settings.ts';
import type { Turn } from './turn.ts';

export interface RegistrationDeps {
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly secrets: SecretVault;
  readonly services: Services;
  readonly profile: ProfileStore;
  /** From the owner's template (PF-19). */
  readonly clientReference: (correlationId: string) => string;
  /** One question to SEQR at a time; the window shows what is under way. */
  readonly asking: Turn['asking'];
}

/** The terminal's life at SEQR (protocol §7): registered, given its id, unregistered. */
export interface Registration {
  register(
    reseller: Credentials,
    endpoint: string,
    terminal: { readonly name: string; readonly externalTerminalId: string },
  ): Promise<IntentResult>;
  assign(typed: string): Promise<IntentResult>;
  unregister(): Promise<IntentResult>;
}

export function createRegistration(deps: RegistrationDeps): Registration {
  const { services, profile } = deps;
  const context = (credentials: Credentials): CallContext => ({
    credentials,
    clientReference: deps.clientReference(newCorrelationId(deps.randomBytes)),
  });
  const saved = (isSaved: boolean): IntentResult => (isSaved ? OK : refuse('settings.not-saved'));

  /** The present terminal, with all that is needed to speak as it; or why not. */
  function terminal() {
    const { terminal: known, endpoint } = profile.get();
    if (known?.terminalId == null || endpoint === null) return { ok: false, result: refuse('terminal.none') } as const;
    const credentials = services.credentials(known.terminalId);
    if (credentials === null) return { ok: false, result: refuse(noPassword(services, known.terminalId)) } as const;
    return { ok: true, known, terminalId: known.terminalId, endpoint, credentials } as const;
  }

  return {
    /** Written down before it is asked for: an answer that never comes leaves a trace (nothing half-registered is forgotten). */
    async register(reseller, endpoint, asked) {
      const password = newTerminalPassword(deps.randomBytes);
      const sealedPassword = await deps.secrets.seal(password);
      const before = profile.get().lostRegistrations;
      const pending = { externalTerminalId: asked.externalTerminalId, at: deps.nowIso() };
      if (!profile.save({ terminal: { ...asked, terminalId: null }, lostRegistrations: [...before, pending] }))
        return refuse('settings.not-saved');
      const answer = await deps.asking('register', async () => {
        const service = await services.open(endpoint);
        return service.registerTerminal(context(reseller), { ...asked, password });
      });
      const meaning = answer.kind === 'answered' ? classify('registerTerminal', answer.resultCode) : answer.kind;
      if (meaning !== 'ok' || answer.kind !== 'answered') {
        // SEQR may have registered it: the trace stays.
        if (meaning !== 'noAnswer' && meaning !== 'noInformation') profile.save({ lostRegistrations: before });
        return refused(problemOfAnswer('registerTerminal', answer));
      }
      const { terminalId } = answer.value;
      if (terminalId === null) return refuse('register.no-id');
      services.remember(terminalId, password);
      return saved(
        profile.save({
          terminal: { ...asked, terminalId },
          terminalSecrets: [...profile.get().terminalSecrets, { terminalId, endpoint, sealedPassword }],
          lostRegistrations: before,
        }),
      );
    },
    async assign(typed) {
      const seqrId = seqrIdFromScan(typed);
      if (seqrId === null) return refuse('setup.seqr-id-invalid');
      const present = terminal();
      if (!present.ok) return present.result;
      const answer = await deps.asking('assign', async () => {
        const service = await services.open(present.endpoint);
        return service.assignSeqrId(context(present.credentials), seqrId);
      });
      if (answer.kind !== 'answered' || answer.resultCode !== 0) return refused(problemOfAnswer('assignSeqrId', answer));
      return saved(profile.save({ seqrId }));
    },
    async unregister() {
      const present = terminal();
      if (!present.ok) return present.result;
      const answer = await deps.asking('unregister', async () => {
        const service = await services.open(present.endpoint);
        return service.unregisterTerminal(context(present.credentials));
      });
      // 29: SEQR does not know this terminal (any more), which is what was wanted.
      const gone = answer.kind === 'answered' && (answer.resultCode === 0 || answer.resultCode === 29);
      if (!gone) return refused(problemOfAnswer('unregisterTerminal', answer));
      services.forget(present.terminalId);
      const { completed, terminalSecrets } = profile.get();
      return saved(
        profile.save({
          terminal: { ...present.known, terminalId: null },
          seqrId: null,
          testPaid: false,
          done: false,
          step: 'reseller',
          completed: completed.filter((step) => step === 'service' || step === 'business' || step === 'owner'),
          terminalSecrets: terminalSecrets.filter((secret) => secret.terminalId !== present.terminalId),
        }),
      );
    },
  };
}
