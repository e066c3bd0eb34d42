import type { Clock } from '../../clock/clock.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { SETUP_STEPS } from '../../contract/setup-view.ts';
import type { SetupStep, SetupView } from '../../contract/setup-view.ts';
import { checkEndpoint } from '../../protocol/endpoint.ts';
import type { Problem, ProblemCode } from '../../text/index.ts';
import type { RandomBytes } from '../ids.ts';
import type { SecretVault } from '../ports.ts';
import { OK, refuse, refused } from '../results.ts';
import { problemOfAnswer } from '../service/answers.ts';
import { SIMULATOR } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import type { Owner } from '../settings/owner.ts';
import { practiceBusiness, practiceLoyalty } from '../settings/settings.ts';
import type { Profile, ProfileStore } from '../settings/settings.ts';
import { checkBusiness, checkCashier, checkOwner, withCashier } from './answers.ts';
import type { Checked } from './answers.ts';
import { createRegistration } from './registration.ts';
import type { Busy } from './registration.ts';
import { setupView } from './screen.ts';

export interface SetupDeps {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly secrets: SecretVault;
  readonly services: Services;
  readonly profile: ProfileStore;
  /** From the owner's template (PF-19). */
  readonly clientReference: (correlationId: string) => string;
  /** Opens the journal that belongs to what was chosen, and goes on with it. */
  readonly useMode: (mode: 'practice' | 'live') => void;
  readonly owner: Owner;
  /** Why nothing about the terminal may change now (PF-24); null: it may. */
  readonly terminalHeld: () => ProblemCode | null;
  readonly chargeTest: () => IntentResult;
  readonly words: {
    readonly practiceCashier: () => string;
    readonly practiceRegister: () => string;
    readonly practiceMembership: () => string;
  };
  readonly onChange: () => void;
}

export type SetupIntent = IntentOf<
  | 'setup.practise'
  | 'setup.go'
  | 'setup.service'
  | 'setup.business'
  | 'setup.owner'
  | 'setup.reseller'
  | 'setup.terminal'
  | 'setup.assignSeqrId'
  | 'setup.stickerDone'
  | 'setup.testPayment'
  | 'setup.finish'
  | 'terminal.assignSeqrId'
  | 'terminal.unregister'
  | 'owner.check'
  | 'business.change'
  | 'loyalty.change'
  | 'tabs.change'
  | 'cashier.save'
  | 'cashier.select'
>;

/** The simulator's published test shop (protocol §1); what practice registers with. */
const PRACTICE_RESELLER = { id: 'public_test_shop', userId: '9900', password: '1234' } as const;

const ENDPOINT_PROBLEMS = {
  'not-a-url': 'endpoint.invalid',
  'not-http': 'endpoint.invalid',
  'https-required': 'endpoint.not-https',
  'credentials-in-url': 'endpoint.credentials-in-url',
} as const;

/** The wizard, and what of it stays reachable under settings: one intent a page, each answered when SEQR has answered. */
export interface Setup {
  view(): SetupView;
  apply(intent: SetupIntent): Promise<IntentResult>;
  checkProtection(): Promise<void>;
  /** The test payment has been paid. */
  testPaid(): void;
}

export function createSetup(deps: SetupDeps): Setup {
  const { clock, services, profile, owner } = deps;
  const registration = createRegistration({ ...deps, asking });
  let busy: { readonly what: Busy; readonly sinceMs: number } | null = null;
  let problem: Problem | null = null;
  let resellerPassword: string | null = null;
  let protection: 'keychain' | 'none' = 'none';

  async function asking<Result>(what: Busy, ask: () => Promise<Result>): Promise<Result> {
    busy = { what, sinceMs: clock.monotonicMs() };
    deps.onChange();
    try {
      return await ask();
    } finally {
      busy = null;
    }
  }

  function save(patch: Partial<Profile>): IntentResult {
    return profile.save(patch) ? OK : refuse('settings.not-saved');
  }

  /** Ticks `step` and goes to the next one. */
  function pass(step: SetupStep, patch: Partial<Profile>): IntentResult {
    const { completed } = profile.get();
    const next = SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? step;
    return save({ ...patch, completed: completed.includes(step) ? completed : [...completed, step], step: next });
  }

  function passChecked<Value>(step: SetupStep, checked: Checked<Value>, patch: (value: Value) => Partial<Profile>): IntentResult {
    return checked.ok ? pass(step, patch(checked.value)) : refuse(checked.problem);
  }

  // ---- the pages ----------------------------------------------------------------------------------------------------

  /** The connection is proved by benchmarkingNop, before anything is asked of the person. */
  async function chooseService(endpoint: string, mode: 'practice' | 'live'): Promise<IntentResult> {
    const held = deps.terminalHeld();
    if (held !== null) return refuse(held);
    const probed = await asking('connection', async () => (await services.open(endpoint)).benchmarkingNop());
    if (probed.kind === 'notSent') return refuse(probed.reason === 'no-description' ? 'endpoint.not-loaded' : 'endpoint.unreachable');
    if (probed.kind === 'noAnswer')
      return refuse(probed.reason === 'timeout' || probed.reason === 'connection' ? 'endpoint.no-answer' : 'endpoint.not-seqr');
    if (probed.resultCode !== 0) return refused(problemOfAnswer('benchmarkingNop', probed));
    deps.useMode(mode);
    const { terminal, endpoint: before } = profile.get();
    // Another service knows nothing of a terminal registered elsewhere.
    const fresh = before !== null && before !== endpoint && terminal !== null ? { terminal: null, seqrId: null, testPaid: false } : {};
    return pass('service', { ...fresh, endpoint, provedInMs: Math.round(probed.tookMs) });
  }

  function typedEndpoint(typed: string): Promise<IntentResult> | IntentResult {
    const checked = checkEndpoint(typed);
    return checked.ok ? chooseService(checked.url, 'live') : refuse(ENDPOINT_PROBLEMS[checked.code]);
  }

  function setReseller(intent: IntentOf<'setup.reseller'>): IntentResult {
    const [id, userId] = [intent.id.trim(), intent.userId.trim()];
    if (id === '' || userId === '' || intent.password === '') return refuse('setup.reseller-missing');
    if (protection === 'none' && !intent.consent && !profile.get().secretsConsent) return refuse('setup.consent-needed');
    resellerPassword = intent.password;
    return pass('reseller', { reseller: { id, userId }, ...(intent.consent ? { secretsConsent: true } : {}) });
  }

  async function setTerminal(intent: IntentOf<'setup.terminal'>): Promise<IntentResult> {
    const { terminal, endpoint, reseller } = profile.get();
    const name = intent.name.trim();
    const externalTerminalId = intent.externalTerminalId.trim();
    if (name === '' || externalTerminalId === '') return refuse('setup.terminal-name-missing');
    if (terminal?.terminalId != null) return pass('terminal', { terminal: { ...terminal, name } });
    if (endpoint === null || reseller === null || resellerPassword === null) {
      // After a restart the reseller's password is asked for again: it is kept in memory only.
      save({ step: 'reseller', terminal: { name, externalTerminalId, terminalId: null } });
      return refuse('setup.reseller-missing');
    }
    const credentials = { type: 'RESELLERUSER', ...reseller, password: resellerPassword } as const;
    const registered = await registration.register(credentials, endpoint, { name, externalTerminalId });
    return registered.ok ? pass('terminal', {}) : registered;
  }

  async function assignInWizard(typed: string): Promise<IntentResult> {
    const held = deps.terminalHeld();
    if (held !== null) return refuse(held);
    const assigned = await registration.assign(typed);
    return assigned.ok ? pass('seqrId', {}) : assigned;
  }

  /** Two clicks suffice: this is the first. What it makes up can all be changed later. */
  async function practise(): Promise<IntentResult> {
    const chosen = await chooseService(SIMULATOR, 'practice');
    if (!chosen.ok) return chosen;
    const registered = profile.get().terminal?.terminalId == null ? await registerForPractice() : OK;
    if (!registered.ok) return registered;
    if (profile.get().seqrId === null) {
      const digits = [...deps.randomBytes(9)].map((byte) => byte % 10).join('');
      const assigned = await registration.assign(`777${digits}`);
      if (!assigned.ok) return assigned;
    }
    return save({ completed: SETUP_STEPS.filter((step) => step !== 'testPayment'), step: 'testPayment' });
  }

  async function registerForPractice(): Promise<IntentResult> {
    const { business, cashiers, cashierNumber, loyalty } = profile.get();
    const { password, ...reseller } = PRACTICE_RESELLER;
    const prepared = save({
      business: business ?? practiceBusiness(deps.nowIso()),
      cashiers: cashiers.length > 0 ? cashiers : [{ number: '1', name: deps.words.practiceCashier() }],
      cashierNumber: cashierNumber ?? '1',
      reseller,
      // A password of the simulator protects nothing.
      secretsConsent: true,
      loyalty: loyalty.memberships.length > 0 ? loyalty : practiceLoyalty(deps.words.practiceMembership()),
    });
    if (!prepared.ok) return prepared;
    const terminal = { name: deps.words.practiceRegister(), externalTerminalId: 'Practice/1' };
    return registration.register({ type: 'RESELLERUSER', ...reseller, password }, SIMULATOR, terminal);
  }

  function finish(): IntentResult {
    const { terminal, seqrId, testPaid, endpoint } = profile.get();
    if (terminal?.terminalId == null || seqrId === null) return refuse('setup.not-finished');
    if (!testPaid && endpoint !== SIMULATOR) return refuse('setup.test-not-paid');
    return save({ done: true, completed: [...SETUP_STEPS] });
  }

  function go(step: SetupStep): IntentResult {
    const { completed, step: current } = profile.get();
    // Also to the first page that is not answered yet: who looked back can go on without answering anew.
    const isNext = SETUP_STEPS.slice(0, SETUP_STEPS.indexOf(step)).every((before) => completed.includes(before));
    return step === current || completed.includes(step) || isNext ? save({ step }) : refuse('setup.not-now');
  }

  // ---- under settings -----------------------------------------------------------------------------------------------

  function changeBusiness(intent: IntentOf<'business.change'>): IntentResult {
    const checked = checkBusiness(intent);
    if (!checked.ok) return refuse(checked.problem);
    // An open payment and the journal have the old currency in their books.
    if (checked.value.currency !== profile.get().business?.currency) return refuse('setup.currency-refused');
    return save({ business: checked.value });
  }

  function saveCashier(intent: IntentOf<'cashier.save'>): IntentResult {
    const checked = checkCashier(intent.number, intent.name);
    return checked.ok ? save({ cashiers: withCashier(profile.get().cashiers, checked.value) }) : refuse(checked.problem);
  }

  function selectCashier(number: string): IntentResult {
    const known = profile.get().cashiers.some((cashier) => cashier.number === number);
    return known ? save({ cashierNumber: number }) : refuse('cashier.unknown');
  }

  /** PF-24: nothing about the terminal changes while a payment or a refund is open. */
  const onTerminal = (act: () => Promise<IntentResult>) => (): IntentResult | Promise<IntentResult> => {
    const held = deps.terminalHeld();
    return held === null ? act() : refuse(held);
  };

  function dispatch(intent: SetupIntent): IntentResult | Promise<IntentResult> {
    switch (intent.kind) {
      case 'setup.practise':
        return practise();
      case 'setup.go':
        return go(intent.step);
      case 'setup.service':
        return intent.service.kind === 'simulator' ? chooseService(SIMULATOR, 'practice') : typedEndpoint(intent.service.endpoint);
      case 'setup.business':
        return passChecked('business', checkBusiness(intent), (business) => ({ business }));
      case 'setup.owner':
        return passChecked('owner', checkOwner(intent, profile.get().cashiers, deps.randomBytes), (answers) => answers);
      case 'setup.reseller':
        return setReseller(intent);
      case 'setup.terminal':
        return setTerminal(intent);
      case 'setup.assignSeqrId':
        return assignInWizard(intent.seqrId);
      case 'setup.stickerDone':
        return pass('sticker', {});
      case 'setup.testPayment':
        return deps.chargeTest();
      case 'setup.finish':
        return finish();
      case 'owner.check':
        return owner.check(intent.pin);
      case 'terminal.assignSeqrId':
        return owner.allowed(
          intent.pin,
          onTerminal(() => registration.assign(intent.seqrId)),
        );
      case 'terminal.unregister':
        return owner.allowed(
          intent.pin,
          onTerminal(() => registration.unregister()),
        );
      case 'business.change':
        return owner.allowed(intent.pin, () => changeBusiness(intent));
      case 'loyalty.change': {
        const { acknowledgment, memberships, blockedCards } = intent;
        return owner.allowed(intent.pin, () => save({ loyalty: { acknowledgment, memberships, blockedCards } }));
      }
      case 'tabs.change': {
        const { mode, minutes, salesWithTab } = intent;
        return owner.allowed(intent.pin, () => save({ tabs: { mode, minutes, salesWithTab } }));
      }
      case 'cashier.save':
        return owner.allowed(intent.pin, () => saveCashier(intent));
      case 'cashier.select':
        return selectCashier(intent.number);
    }
  }

  return {
    async apply(intent) {
      // A second press while SEQR is being asked changes nothing (PF-26).
      if (busy !== null) return refuse('setup.not-now');
      const result = await dispatch(intent);
      problem = result.ok ? null : result.problem;
      deps.onChange();
      return result;
    },
    async checkProtection() {
      protection = await deps.secrets.protection();
    },
    testPaid() {
      pass('testPayment', { testPaid: true });
    },
    view: () =>
      setupView(profile.get(), {
        nowIso: deps.nowIso(),
        protection,
        passwordGiven: resellerPassword !== null,
        busy: busy && { what: busy.what, forMs: clock.monotonicMs() - busy.sinceMs },
        problem,
      }),
  };
}
