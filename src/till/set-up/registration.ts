import type { IntentResult } from '../../contract/ipc.ts';
import { classify, seqrIdFromScan } from '../../protocol/index.ts';
import type { Answer, CallContext, Credentials } from '../../protocol/index.ts';
import { newCorrelationId, newTerminalPassword } from '../ids.ts';
import type { RandomBytes } from '../ids.ts';
import type { SecretVault } from '../ports.ts';
import { OK, refuse, refused } from '../results.ts';
import type { RightOfWay } from '../right-of-way.ts';
import { problemOfAnswer } from '../service/answers.ts';
import { noPassword } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import { presentTerminal } from '../settings/settings.ts';
import type { Profile, ProfileStore } from '../settings/settings.ts';
import type { Turn } from './turn.ts';

export interface RegistrationDeps {
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly secrets: SecretVault;
  readonly services: Services;
  readonly profile: ProfileStore;
  /** From the owner's template (PF-19). */
  readonly clientReference: (correlationId: string) => string;
  /** This till has taken payments with another terminal than the present one. */
  readonly hadOtherTerminal: () => boolean;
  /** One question to SEQR at a time; the window shows what is under way. */
  readonly asking: Turn['asking'];
  readonly way: Pick<RightOfWay, 'owe'>;
}

/** The terminal's life at SEQR (protocol §7): registered, given its id, unregistered. */
export interface Registration {
  register(
    reseller: Credentials,
    endpoint: string,
    terminal: { readonly name: string; readonly externalTerminalId: string },
  ): Promise<IntentResult>;
  /**
   * Gives it its SEQR id. While the set-up is not done, a terminal that SEQR refuses, or whose password is lost, is forgotten as with
   * {@link unregister}: the set-up goes back to registering one (PF-30).
   */
  assign(typed: string): Promise<IntentResult>;
  /**
   * Ends the terminal at SEQR. Where nobody can ask for that any more, because its password is lost or SEQR refuses the
   * terminal itself, it is forgotten here: a new one can be registered, and the trace of the old one stays (PF-30).
   */
  unregister(): Promise<IntentResult>;
}

/** INVALID_SEQR_ID: somebody else has it, or nobody may. */
const ID_TAKEN = 53;

export function createRegistration(deps: RegistrationDeps): Registration {
  const { services, profile } = deps;
  const context = (credentials: Credentials): CallContext => ({
    credentials,
    clientReference: deps.clientReference(newCorrelationId(deps.randomBytes)),
  });
  const keep = keeping(deps);
  const givingUp = createGivingUp(deps, keep);

  /** The present terminal, with all that is needed to speak as it; or why not. */
  function terminal() {
    const { terminal: known, endpoint } = profile.get();
    if (known?.terminalId == null || endpoint === null) return { ok: false, result: refuse('terminal.none') } as const;
    const at = { endpoint, terminalId: known.terminalId };
    const credentials = services.credentials(at);
    if (credentials === null) return { ok: false, result: refuse(noPassword(services, at)) } as const;
    return { ok: true, known, ...at, credentials } as const;
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
      services.remember({ endpoint, terminalId }, password);
      return keep(({ terminalSecrets }) => ({
        terminal: { ...asked, terminalId },
        terminalSecrets: [...terminalSecrets, { terminalId, endpoint, sealedPassword }],
        lostRegistrations: before,
      }));
    },
    async assign(typed) {
      const seqrId = seqrIdFromScan(typed);
      if (seqrId === null) return refuse('setup.seqr-id-invalid');
      const present = terminal();
      if (!present.ok) return givingUp.withoutId(givingUp.isLost(), present.result);
      if (profile.get().seqrId === seqrId) return OK;
      const answer = await deps.asking('assign', async () => {
        const service = await services.open(present.endpoint);
        return service.assignSeqrId(context(present.credentials), seqrId);
      });
      if (answer.kind === 'answered' && answer.resultCode === ID_TAKEN && profile.get().seqrId === null && deps.hadOtherTerminal())
        return refuse('register.id-of-lost-terminal');
      if (answer.kind !== 'answered' || answer.resultCode !== 0)
        return givingUp.withoutId(isRefusal('assignSeqrId', answer), refused(problemOfAnswer('assignSeqrId', answer)));
      return keep(() => ({ seqrId }));
    },
    async unregister() {
      const present = terminal();
      if (!present.ok) {
        return givingUp.isLost() ? givingUp.abandon() : present.result;
      }
      const answer = await deps.asking('unregister', async () => {
        const service = await services.open(present.endpoint);
        return service.unregisterTerminal(context(present.credentials));
      });
      // 29: SEQR does not know this terminal (any more), which is what was wanted.
      const gone = answer.kind === 'answered' && (answer.resultCode === 0 || answer.resultCode === 29);
      if (gone) {
        return keep(
          (now) => withoutTerminal(now, present.known),
          () => services.forget(present),
        );
      }
      // SEQR refuses the terminal itself, so it cannot be ended by it. It may be accepted again: its password is kept.
      return isRefusal('unregisterTerminal', answer) ? givingUp.abandon() : refused(problemOfAnswer('unregisterTerminal', answer));
    },
  };
}

type Keep = (patch: (now: Profile) => Partial<Profile>, then?: () => void) => IntentResult;

/** A terminal that nobody can speak as any more is forgotten here, and the trace of it stays (PF-30). */
function createGivingUp({ services, profile, nowIso }: Pick<RegistrationDeps, 'services' | 'profile' | 'nowIso'>, keep: Keep) {
  const abandon = (): IntentResult => keep((now) => withoutAnswer(now, nowIso()));
  return {
    abandon,
    isLost(): boolean {
      const known = presentTerminal(profile.get());
      return known !== null && services.isLost(known);
    },
    /** Why the terminal gets no id. If that can be said of any id it is given up, so that another can be registered. */
    withoutId(isHopeless: boolean, why: IntentResult): IntentResult {
      if (!isHopeless || profile.get().done) return why;
      const kept = abandon();
      return kept.ok ? why : kept;
    },
  };
}

/** SEQR refuses the terminal itself. */
function isRefusal(operation: 'assignSeqrId' | 'unregisterTerminal', answer: Answer<unknown>): boolean {
  return answer.kind === 'answered' && classify(operation, answer.resultCode) === 'registration';
}

/** What SEQR has granted is true whatever the settings say: they are saved now, or as soon as the disk takes them. */
function keeping({ profile, way }: Pick<RegistrationDeps, 'profile' | 'way'>): Keep {
  return (patch, then = () => undefined) => {
    const save = (): boolean => {
      const isSaved = profile.save(patch(profile.get()));
      if (isSaved) then();
      return isSaved;
    };
    if (save()) return OK;
    way.owe(save);
    return refuse('settings.not-saved');
  };
}

/** What is left of a profile when SEQR has forgotten its terminal: the next one is asked for by name. */
function withoutTerminal({ completed, terminalSecrets }: Profile, terminal: NonNullable<Profile['terminal']>): Partial<Profile> {
  return {
    terminal: { ...terminal, terminalId: null },
    seqrId: null,
    testPaid: false,
    done: false,
    step: 'reseller',
    completed: completed.filter((step) => step === 'service' || step === 'business' || step === 'owner'),
    terminalSecrets: terminalSecrets.filter(({ terminalId }) => terminalId !== terminal.terminalId),
  };
}

/** The same of a terminal that could not be ended at SEQR: its password is kept, and so is the trace of it (PF-30). */
function withoutAnswer(now: Profile, at: string): Partial<Profile> {
  const { terminal, terminalSecrets, lostRegistrations } = now;
  if (terminal === null) return {};
  const trace = { externalTerminalId: terminal.externalTerminalId, at };
  return { ...withoutTerminal(now, terminal), terminalSecrets, lostRegistrations: [...lostRegistrations, trace] };
}
