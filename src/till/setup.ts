import type { Clock } from '../clock/clock.ts';
import type { IntentOf } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { SETUP_STEPS } from '../contract/setup-view.ts';
import type { Problem, SetupStep, SetupView } from '../contract/setup-view.ts';
import { classify, isSeqrId, seqrIdFromScan } from '../protocol/index.ts';
import { checkEndpoint } from '../protocol/endpoint.ts';
import type { Answer, Credentials } from '../protocol/index.ts';
import type { ProblemCode } from '../text/index.ts';
import { problemOfAnswer } from './answers.ts';
import { newCorrelationId, newTerminalPassword } from './ids.ts';
import type { RandomBytes } from './ids.ts';
import { createPinGate, hashPin } from './pin.ts';
import type { SecretVault } from './ports.ts';
import { SIMULATOR } from './services.ts';
import type { Services } from './services.ts';
import { defaultBusiness, practiceBusiness } from './settings.ts';
import type { Profile } from './settings.ts';

export interface SetupDeps {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly secrets: SecretVault;
  readonly services: Services;
  readonly profile: () => Profile;
  /** Durable when it returns; false if the disk refused. */
  readonly save: (patch: Partial<Profile>) => boolean;
  /** Opens the journal that belongs to what was chosen, and goes on with it. */
  readonly useMode: (mode: 'practice' | 'live') => void;
  /** While one is open or unknown nothing about the terminal may change (PF-24). */
  readonly attemptOpen: () => boolean;
  readonly chargeTest: () => IntentResult;
  readonly words: { readonly practiceCashier: () => string; readonly practiceRegister: () => string };
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
  | 'cashier.save'
  | 'cashier.select'
>;

/** The simulator's published test shop (protocol §1); what practice registers with. */
const PRACTICE_RESELLER = { id: 'public_test_shop', userId: '9900', password: '1234' } as const;

export interface Setup {
  view(): SetupView;
  apply(intent: SetupIntent): Promise<IntentResult>;
  checkProtection(): Promise<void>;
  /** The test payment has been paid. */
  testPaid(): void;
}

const OK: IntentResult = { ok: true };

export function createSetup(deps: SetupDeps): Setup {
  const { clock, services } = deps;
  const checkPin = createPinGate(clock);
  let busy: { readonly what: NonNullable<SetupView['busy']>['what']; readonly sinceMs: number } | null = null;
  let problem: Problem | null = null;
  let resellerPassword: string | null = null;
  let protection: 'keychain' | 'none' = 'none';

  const refuse = (code: ProblemCode, params?: Problem['params']): IntentResult => fail(params ? { code, params } : { code });

  function fail(what: Problem): IntentResult {
    problem = what;
    return { ok: false, problem: what };
  }

  function save(patch: Partial<Profile>): IntentResult {
    return deps.save(patch) ? OK : refuse('settings.not-saved');
  }

  /** Ticks `step` and goes to the next one. */
  function pass(step: SetupStep, patch: Partial<Profile>): IntentResult {
    const { completed } = deps.profile();
    const next = SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? step;
    return save({ ...patch, completed: completed.includes(step) ? completed : [...completed, step], step: next });
  }

  /** One question to SEQR at a time; the window shows what is under way and for how long. */
  async function asking<Result>(what: NonNullable<SetupView['busy']>['what'], ask: () => Promise<Result>): Promise<Result> {
    busy = { what, sinceMs: clock.monotonicMs() };
    deps.onChange();
    try {
      return await ask();
    } finally {
      busy = null;
    }
  }

  const context = (credentials: Credentials) => ({ credentials, clientReference: newCorrelationId(deps.randomBytes) });

  // ---- the pages ----------------------------------------------------------------------------------------------------

  async function chooseService(endpoint: string, mode: 'practice' | 'live'): Promise<IntentResult> {
    if (deps.attemptOpen()) return refuse('terminal.attempt-open');
    const probed = await asking('connection', async () => {
      const service = await services.open(endpoint);
      return service.benchmarkingNop();
    });
    if (probed.kind === 'notSent') return refuse('endpoint.unreachable');
    if (probed.kind === 'noAnswer') return refuse(isSilence(probed) ? 'endpoint.no-answer' : 'endpoint.not-seqr');
    if (probed.resultCode !== 0) return fail(problemOfAnswer(probed));
    deps.useMode(mode);
    const { terminal, endpoint: before } = deps.profile();
    // Another service knows nothing of a terminal registered elsewhere.
    const fresh = before !== null && before !== endpoint && terminal !== null ? { terminal: null, seqrId: null, testPaid: false } : {};
    return pass('service', { ...fresh, endpoint, provedInMs: Math.round(probed.tookMs) });
  }

  function isSilence(answer: Answer<unknown>): boolean {
    return answer.kind === 'noAnswer' && (answer.reason === 'timeout' || answer.reason === 'connection');
  }

  function setBusiness(intent: IntentOf<'setup.business'>): IntentResult {
    const name = intent.name.trim();
    const address = intent.address.map((line) => line.trim()).filter((line) => line !== '');
    const organisationNumber = intent.organisationNumber.trim();
    if (name === '') return refuse('setup.name-missing');
    if (!/^[0-9A-Za-z][0-9A-Za-z -]{4,19}$/.test(organisationNumber)) return refuse('setup.orgnr-invalid');
    if (address.length === 0) return refuse('setup.address-missing');
    const vatRates = [...new Set(intent.vatRates)].sort((a, b) => b - a);
    if (!vatRates.includes(intent.defaultVatRate)) return refuse('setup.vat-missing');
    const { currency, defaultVatRate } = intent;
    return pass('business', { business: { name, organisationNumber, address, currency, vatRates, defaultVatRate } });
  }

  function setOwner(intent: IntentOf<'setup.owner'>): IntentResult {
    if (!/^\d{4,12}$/.test(intent.pin) || /^(\d)\1+$/.test(intent.pin)) return refuse('setup.pin-weak');
    if (intent.pin !== intent.pinAgain) return refuse('setup.pin-mismatch');
    const number = intent.cashierNumber.trim();
    const name = intent.cashierName.trim();
    if (number === '') return refuse('cashier.number-missing');
    if (name === '') return refuse('cashier.name-missing');
    return pass('owner', { ownerPin: hashPin(intent.pin, deps.randomBytes), ...withCashier(number, name), cashierNumber: number });
  }

  function withCashier(number: string, name: string): Pick<Profile, 'cashiers'> {
    return { cashiers: [...deps.profile().cashiers.filter((cashier) => cashier.number !== number), { number, name }] };
  }

  function setReseller(intent: IntentOf<'setup.reseller'>): IntentResult {
    const [id, userId] = [intent.id.trim(), intent.userId.trim()];
    if (id === '' || userId === '' || intent.password === '') return refuse('setup.reseller-missing');
    if (protection === 'none' && !intent.consent && !deps.profile().secretsConsent) return refuse('setup.consent-needed');
    resellerPassword = intent.password;
    return pass('reseller', { reseller: { id, userId }, ...(intent.consent ? { secretsConsent: true } : {}) });
  }

  async function register(intent: IntentOf<'setup.terminal'>): Promise<IntentResult> {
    const profile = deps.profile();
    const name = intent.name.trim();
    const externalTerminalId = intent.externalTerminalId.trim();
    if (name === '' || externalTerminalId === '') return refuse('setup.terminal-name-missing');
    if (profile.terminal?.terminalId != null) return pass('terminal', { terminal: { ...profile.terminal, name } });
    if (profile.endpoint === null || profile.reseller === null || resellerPassword === null) {
      save({ step: 'reseller', terminal: { name, externalTerminalId, terminalId: null } });
      return refuse('setup.reseller-missing');
    }
    return registerAs({ type: 'RESELLERUSER', ...profile.reseller, password: resellerPassword }, profile.endpoint, { name, externalTerminalId });
  }

  /** Written down before it is asked for: an answer that never comes leaves a trace (nothing half-registered is forgotten). */
  async function registerAs(
    reseller: Credentials,
    endpoint: string,
    terminal: { readonly name: string; readonly externalTerminalId: string },
  ): Promise<IntentResult> {
    const password = newTerminalPassword(deps.randomBytes);
    const sealedPassword = await deps.secrets.seal(password);
    const before = deps.profile().lostRegistrations;
    const pending = { externalTerminalId: terminal.externalTerminalId, at: deps.nowIso() };
    const noted = save({ terminal: { ...terminal, terminalId: null }, lostRegistrations: [...before, pending] });
    if (!noted.ok) return noted;
    const answer = await asking('register', async () => {
      const service = await services.open(endpoint);
      return service.registerTerminal(context(reseller), { ...terminal, password });
    });
    if (answer.kind === 'noAnswer') return refuse('register.unknown-outcome');
    if (answer.kind === 'notSent' || classify('registerTerminal', answer.resultCode) !== 'ok') {
      if (answer.kind === 'answered' && classify('registerTerminal', answer.resultCode) === 'noInformation') return refuse('register.unknown-outcome');
      save({ lostRegistrations: before });
      return fail(problemOfAnswer(answer));
    }
    const { terminalId } = answer.value;
    if (terminalId === null) return refuse('register.no-id');
    services.remember(terminalId, password);
    return pass('terminal', {
      terminal: { ...terminal, terminalId },
      terminalSecrets: [...deps.profile().terminalSecrets, { terminalId, endpoint, sealedPassword }],
      lostRegistrations: before,
    });
  }

  async function assign(text: string): Promise<IntentResult> {
    const { terminal, endpoint } = deps.profile();
    const seqrId = seqrIdFromScan(text);
    if (seqrId === null || !isSeqrId(seqrId)) return refuse('setup.seqr-id-invalid');
    const credentials = terminal?.terminalId == null ? null : services.credentials(terminal.terminalId);
    if (endpoint === null || terminal === null) return refuse('terminal.none');
    if (credentials === null) return refuse('secrets.unreadable');
    const answer = await asking('assign', async () => {
      const service = await services.open(endpoint);
      return service.assignSeqrId(context(credentials), seqrId);
    });
    if (answer.kind !== 'answered' || answer.resultCode !== 0) return fail(problemOfAnswer(answer));
    return save({ seqrId });
  }

  async function assignInWizard(text: string): Promise<IntentResult> {
    if (deps.attemptOpen()) return refuse('terminal.attempt-open');
    const assigned = await assign(text);
    return assigned.ok ? pass('seqrId', {}) : assigned;
  }

  async function unregister(): Promise<IntentResult> {
    const { terminal, endpoint } = deps.profile();
    if (terminal?.terminalId == null || endpoint === null) return refuse('terminal.none');
    const { terminalId } = terminal;
    const credentials = services.credentials(terminalId);
    if (credentials === null) return refuse('secrets.unreadable');
    const answer = await asking('unregister', async () => {
      const service = await services.open(endpoint);
      return service.unregisterTerminal(context(credentials));
    });
    // 29: SEQR does not know this terminal (any more), which is what was wanted.
    const gone = answer.kind === 'answered' && (answer.resultCode === 0 || answer.resultCode === 29);
    if (!gone) return fail(problemOfAnswer(answer));
    services.forget(terminalId);
    const left = deps.profile();
    return save({
      terminal: { ...terminal, terminalId: null },
      seqrId: null,
      testPaid: false,
      done: false,
      step: 'reseller',
      completed: left.completed.filter((step) => !['reseller', 'terminal', 'seqrId', 'sticker', 'testPayment'].includes(step)),
      terminalSecrets: left.terminalSecrets.filter((secret) => secret.terminalId !== terminalId),
    });
  }

  /** Two clicks suffice: this is the first. What it makes up can all be changed later. */
  async function practise(): Promise<IntentResult> {
    const chosen = await chooseService(SIMULATOR, 'practice');
    if (!chosen.ok) return chosen;
    const profile = deps.profile();
    if (profile.terminal?.terminalId == null) {
      const { password, ...reseller } = PRACTICE_RESELLER;
      const prepared = save({
        business: profile.business ?? practiceBusiness(deps.nowIso()),
        cashiers: profile.cashiers.length > 0 ? profile.cashiers : [{ number: '1', name: deps.words.practiceCashier() }],
        cashierNumber: profile.cashierNumber ?? '1',
        reseller,
        // A password of the simulator protects nothing.
        secretsConsent: true,
      });
      if (!prepared.ok) return prepared;
      const registered = await registerAs({ type: 'RESELLERUSER', ...reseller, password }, SIMULATOR, {
        name: deps.words.practiceRegister(),
        externalTerminalId: 'Practice/1',
      });
      if (!registered.ok) return registered;
    }
    if (deps.profile().seqrId === null) {
      const digits = [...deps.randomBytes(9)].map((byte) => byte % 10).join('');
      const assigned = await assign(`777${digits}`);
      if (!assigned.ok) return assigned;
    }
    return save({ completed: [...SETUP_STEPS].filter((step) => step !== 'testPayment'), step: 'testPayment' });
  }

  function finish(): IntentResult {
    const { terminal, seqrId, testPaid, endpoint } = deps.profile();
    if (terminal?.terminalId == null || seqrId === null) return refuse('setup.not-finished');
    if (!testPaid && endpoint !== SIMULATOR) return refuse('setup.test-not-paid');
    return save({ done: true, completed: [...SETUP_STEPS] });
  }

  function go(step: SetupStep): IntentResult {
    const { completed, step: current } = deps.profile();
    // Also to the first page that is not answered yet: who looked back can go on without answering anew.
    const isNext = SETUP_STEPS.slice(0, SETUP_STEPS.indexOf(step)).every((before) => completed.includes(before));
    if (step !== current && !completed.includes(step) && !isNext) return refuse('setup.not-now');
    return save({ step });
  }

  // ---- behind the owner's PIN ---------------------------------------------------------------------------------------

  /** Without an owner's PIN (practice) the first one given becomes it: there are no default passwords (till-features E11). */
  function owner(pin: string): IntentResult {
    const stored = deps.profile().ownerPin;
    if (stored === null) return save({ ownerPin: hashPin(pin, deps.randomBytes) });
    const checked = checkPin(pin, stored);
    if (checked.ok) return OK;
    return checked.waitSeconds === null ? refuse('pin.wrong') : refuse('pin.locked', { seconds: checked.waitSeconds });
  }

  async function asOwner(pin: string, act: () => Promise<IntentResult> | IntentResult): Promise<IntentResult> {
    const allowed = owner(pin);
    if (!allowed.ok) return allowed;
    return act();
  }

  async function onTerminal(pin: string, act: () => Promise<IntentResult>): Promise<IntentResult> {
    return asOwner(pin, () => (deps.attemptOpen() ? refuse('terminal.attempt-open') : act()));
  }

  function saveCashier(number: string, name: string): IntentResult {
    if (number.trim() === '') return refuse('cashier.number-missing');
    if (name.trim() === '') return refuse('cashier.name-missing');
    return save(withCashier(number.trim(), name.trim()));
  }

  function selectCashier(number: string): IntentResult {
    const known = deps.profile().cashiers.some((cashier) => cashier.number === number);
    return known ? save({ cashierNumber: number }) : refuse('cashier.unknown');
  }

  async function dispatch(intent: SetupIntent): Promise<IntentResult> {
    switch (intent.kind) {
      case 'setup.practise':
        return practise();
      case 'setup.go':
        return go(intent.step);
      case 'setup.service': {
        if (intent.service.kind === 'simulator') return chooseService(SIMULATOR, 'practice');
        const checked = checkEndpoint(intent.service.endpoint);
        if (checked.ok) return chooseService(checked.url, 'live');
        return refuse(ENDPOINT_PROBLEMS[checked.code]);
      }
      case 'setup.business':
        return setBusiness(intent);
      case 'setup.owner':
        return setOwner(intent);
      case 'setup.reseller':
        return setReseller(intent);
      case 'setup.terminal':
        return register(intent);
      case 'setup.assignSeqrId':
        return assignInWizard(intent.seqrId);
      case 'setup.stickerDone':
        return pass('sticker', {});
      case 'setup.testPayment':
        return deps.chargeTest();
      case 'setup.finish':
        return finish();
      case 'owner.check':
        return owner(intent.pin);
      case 'terminal.assignSeqrId':
        return onTerminal(intent.pin, () => assign(intent.seqrId));
      case 'terminal.unregister':
        return onTerminal(intent.pin, unregister);
      case 'cashier.save':
        return asOwner(intent.pin, () => saveCashier(intent.number, intent.name));
      case 'cashier.select':
        return selectCashier(intent.number);
    }
  }

  return {
    async apply(intent) {
      // A second press while SEQR is being asked changes nothing (PF-26).
      if (busy !== null) return { ok: false, problem: { code: 'setup.not-now' } };
      problem = null;
      try {
        return await dispatch(intent);
      } finally {
        deps.onChange();
      }
    },
    async checkProtection() {
      protection = await deps.secrets.protection();
    },
    testPaid() {
      pass('testPayment', { testPaid: true });
    },
    view() {
      const profile = deps.profile();
      const business = profile.business ?? defaultBusiness(deps.nowIso());
      const cashier = profile.cashiers[0];
      return {
        done: profile.done,
        step: profile.step,
        completed: profile.completed,
        service: {
          kind: profile.endpoint === null ? null : profile.endpoint === SIMULATOR ? 'simulator' : 'endpoint',
          endpoint: profile.endpoint === SIMULATOR ? null : profile.endpoint,
          provedInMs: profile.provedInMs,
        },
        business,
        owner: { pinSet: profile.ownerPin !== null, cashierNumber: cashier?.number ?? '', cashierName: cashier?.name ?? '' },
        reseller: { id: profile.reseller?.id ?? '', userId: profile.reseller?.userId ?? '', passwordGiven: resellerPassword !== null },
        terminal: profile.terminal ?? { name: '', externalTerminalId: '', terminalId: null },
        seqrId: profile.seqrId,
        secrets: { protection, consent: profile.secretsConsent },
        testPaid: profile.testPaid,
        busy: busy && { what: busy.what, forMs: clock.monotonicMs() - busy.sinceMs },
        problem,
      };
    },
  };
}

const ENDPOINT_PROBLEMS = {
  'not-a-url': 'endpoint.invalid',
  'not-http': 'endpoint.invalid',
  'https-required': 'endpoint.not-https',
  'credentials-in-url': 'endpoint.credentials-in-url',
} as const;
