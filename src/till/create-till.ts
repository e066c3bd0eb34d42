import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atMost } from '../clock/at-most.ts';
import { isoWithZone } from '../clock/iso-time.ts';
import type { Intent } from '../contract/intents.ts';
import type { CallArgs, CallName, CallResults, IntentResult } from '../contract/ipc.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { openProductStore } from '../journal/index.ts';
import { isAtRest, isOpen, isPaid } from '../payment/index.ts';
import { classify } from '../protocol/index.ts';
import type { AttemptRecord, OutgoingRecord } from '../records/index.ts';
import type { Problem, ProblemCode } from '../text/index.ts';
import { translator } from '../text/index.ts';
import { createDay } from './end-of-day/day.ts';
import { newCorrelationId, newId } from './ids.ts';
import { createIntents } from './intents.ts';
import { createCharging } from './payments/charging.ts';
import type { TillDeps } from './ports.ts';
import { searchJournal } from './receipts/journal-search.ts';
import { createPayingOut } from './refunds/paying-out.ts';
import { createRefunding } from './refunds/refunding.ts';
import { OK, refuse } from './results.ts';
import { createProducts } from './sales/products.ts';
import { createServices } from './service/services.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import { createHealth } from './set-up/health.ts';
import { createSetup } from './set-up/set-up.ts';
import { createOwner } from './settings/owner.ts';
import { keepSettings } from './settings/settings-keeper.ts';
import { createSnapshots } from './snapshots.ts';
import type { Till } from './till.ts';

/** The keychain may ask a person for a password first; when it has been silent for so long, the screen says so. */
const KEYCHAIN_SILENT_MS = 2_000;
/** When there are more notices than this, the oldest go: nobody reads so many, and every window is sent all of them. */
const MAX_NOTICES = 20;

/** After these what a check said about the terminal is out of date. */
const CHANGES_REGISTRATION: ReadonlySet<Intent['kind']> = new Set(['setup.finish', 'terminal.assignSeqrId', 'terminal.unregister']);

/** Puts the till together. Nobody is asked anything before `start`. */
export function createTill(deps: TillDeps): Till {
  const { clock, randomBytes } = deps;
  const nowIso = (): string => isoWithZone(clock.wallMs());
  const id = (): string => newId(randomBytes);
  const words = () => translator(settings.preferences().language);
  mkdirSync(deps.dataDir, { recursive: true });

  let notices: readonly { readonly id: string; readonly problem: Problem }[] = [];
  let session: Session | null = null;
  let connected = Promise.resolve();
  let stopped = false;
  /** Some password could not be opened for now; asked for again when a person may have unlocked the keychain. */
  let isKeychainLocked = false;

  // ---- the parts ----------------------------------------------------------------------------------------------------

  const settings = keepSettings(deps.settings, nowIso, deps);
  if (settings.wasDamaged) notice({ code: 'settings.damaged' });
  const store = openProductStore(join(deps.dataDir, 'products.sqlite'), onDamage);
  const products = createProducts(store, deps.sampleCatalogue, id);
  const services = createServices({ ...deps, clientId: () => settings.clientId() });
  const charging = createCharging({ settings, services, session: () => session, randomBytes, nowIso });
  const owner = createOwner(settings.profile, clock, randomBytes);
  const setup = createSetup({
    clock,
    randomBytes,
    nowIso,
    secrets: deps.secrets,
    services,
    profile: settings.profile,
    clientReference: (correlationId) => settings.clientReference(correlationId),
    useMode,
    owner,
    terminalHeld,
    chargeTest: () => charging.chargeTest(),
    words: {
      practiceCashier: () => words()('core.practiceCashier'),
      practiceRegister: () => words()('core.practiceRegister'),
      practiceMembership: () => words()('core.practiceMembership'),
    },
    onChange: publish,
  });
  const health = createHealth({
    ...deps,
    settings,
    services,
    journal: () => session?.journal ?? null,
    attemptOpen: attemptWatched,
    onChange: publish,
  });
  const sender = { settings, services, owner, health, session: () => session, connected: () => connected, randomBytes, nowIso };
  const refunding = createRefunding(sender);
  const payingOut = createPayingOut(sender);
  const day = createDay({ ...deps, nowIso, settings, services, owner, session: () => session, onChange: publish });
  const snapshots = createSnapshots({
    appVersion: deps.appVersion,
    settings,
    session: () => session,
    setup,
    products,
    health,
    day,
    notices: () => notices,
  });
  const apply = createIntents({
    ports: deps,
    settings,
    services,
    products,
    setup,
    health,
    day,
    charging,
    owner,
    refunding,
    payingOut,
    session: () => session,
    connected: () => connected,
    leavePractice,
    wake: () => session?.desk.wake(),
    dismissNotice(noticeId) {
      notices = notices.filter((shown) => shown.id !== noticeId);
    },
  });

  // ---- practice or the real service ---------------------------------------------------------------------------------

  function attemptOpen(): boolean {
    return session?.desk.inPlay().some((record) => isOpen(record.state)) ?? false;
  }

  /** Somebody has to go on asking. A tab at rest does not need that: the machine may sleep, and Kassa may be closed (PF-29). */
  function attemptWatched(): boolean {
    return session?.desk.inPlay().some(({ state }) => isOpen(state) && !isAtRest(state)) ?? false;
  }

  /** Money is in the air: a payment that somebody has to go on asking about, or a refund that is being sent. */
  function moneyMoves(): boolean {
    return attemptWatched() || (session?.outgoing.isBusy() ?? false);
  }

  /** What nobody knows yet can only be settled with the terminal it was sent through (PF-24). */
  function terminalHeld(): ProblemCode | null {
    if (attemptOpen()) return 'terminal.attempt-open';
    if (session?.closes.isUnderWay() === true) return 'day.under-way';
    return session !== null && session.outgoing.unsettled().length > 0 ? 'terminal.outgoing-open' : null;
  }

  function open(mode: 'practice' | 'live'): Session {
    return openSession(mode, {
      till: deps,
      settings,
      products,
      services,
      onChange: publish,
      onOutcome,
      onOutgoing,
      onDamage,
      onProblem: notice,
    });
  }

  function useMode(mode: 'practice' | 'live'): void {
    if (session?.mode !== mode) {
      session?.close();
      session = open(mode);
      session.start().catch((error: unknown) => failed('the session did not start', error));
    }
    if (settings.get().mode !== mode) settings.save({ mode });
  }

  /** Practice's journal stays where it is; the wizard begins anew (PF-23). */
  function leavePractice(): IntentResult {
    if (settings.get().mode !== 'practice') return refuse('practice.only');
    const held = terminalHeld();
    if (held !== null) return refuse(held);
    session?.close();
    session = null;
    return settings.save({ mode: 'unset' }) ? OK : refuse('settings.not-saved');
  }

  /** Connects to the service of the settings. What goes wrong is told; calls then answer that nothing was sent. */
  async function connect(): Promise<void> {
    const { endpoint } = settings.profile.get();
    if (endpoint === null) return;
    try {
      await services.open(endpoint);
    } catch (error) {
      failed('the service could not be opened', error);
      notice({ code: 'endpoint.unreachable' });
    }
  }

  /** The terminals' passwords, from the keychain; whoever waits to be asked about is asked about as each becomes known. */
  async function unlock(): Promise<void> {
    const { lost, later, resealed } = await services.unlock(settings.profile.get(), () => {
      deps.log({ level: 'info', what: 'password known' });
      session?.desk.wake();
    });
    if (stopped) return;
    if (resealed.size > 0) {
      // The keychain has a new key. If that cannot be saved, the old text still opens, and the next start tries again.
      const { terminalSecrets } = settings.profile.get();
      settings.profile.save({
        terminalSecrets: terminalSecrets.map((each) => ({
          ...each,
          sealedPassword: resealed.get(each.sealedPassword) ?? each.sealedPassword,
        })),
      });
    }
    isKeychainLocked = later > 0;
    withdrawNotice('secrets.locked');
    if (lost > 0) notice({ code: 'secrets.unreadable' });
    else if (later > 0) notice({ code: 'secrets.locked' });
  }

  /** Waits for the keychain, but no longer than a person would without a word; when it is silent, the screen says so until it answers. */
  async function patiently(asked: Promise<void>): Promise<void> {
    const answered = asked.catch((error: unknown) => {
      failed('the keychain failed', error);
      notice({ code: 'secrets.unreadable' });
    });
    if (await atMost(clock, KEYCHAIN_SILENT_MS, answered)) return;
    notice({ code: 'secrets.silent' });
    void answered.then(() => {
      withdrawNotice('secrets.silent');
      publish();
    });
  }

  // ---- changes ------------------------------------------------------------------------------------------------------

  let listeners: readonly ((snapshot: Snapshot) => void)[] = [];
  let publishing = false;
  let awake = false;

  /** One notice to the windows for however many changes one event makes. */
  function publish(): void {
    if (publishing || stopped) return;
    publishing = true;
    queueMicrotask(() => {
      publishing = false;
      if (stopped) return;
      if (moneyMoves() !== awake) deps.shell.keepAwake((awake = !awake));
      const snapshot = snapshots.next();
      for (const listener of listeners) listener(snapshot);
    });
  }

  /** Said once, however often it happens before somebody has read it. */
  function notice(problem: Problem): void {
    if (notices.some((shown) => shown.problem.code === problem.code)) return;
    notices = [...notices, { id: id(), problem }].slice(-MAX_NOTICES);
  }

  function withdrawNotice(code: ProblemCode): void {
    notices = notices.filter((shown) => shown.problem.code !== code);
  }

  function failed(what: string, error: unknown): void {
    deps.log({ level: 'error', what, data: { reason: error instanceof Error ? error.message : 'unknown' } });
  }

  function onDamage(what: string, detail: string): void {
    deps.log({ level: 'error', what: 'damaged line', data: { what, detail } });
    notice({ code: 'journal.damaged' });
  }

  function onOutcome(record: AttemptRecord): void {
    const { state, facts } = record;
    if (facts.test && isPaid(state)) setup.testPaid();
    if (state.kind === 'refused' && classify('sendInvoice', state.resultCode) === 'registration') health.registrationRefused();
    session?.changes.ended(record);
    session?.unpaidRows.ended(record);
    publish();
  }

  function onOutgoing({ state, facts }: OutgoingRecord): void {
    const operation = facts.kind === 'refund' ? 'refundPayment' : 'creditUser';
    if (state.kind === 'refused' && classify(operation, state.resultCode) === 'registration') health.registrationRefused();
    publish();
  }

  // ---- calls --------------------------------------------------------------------------------------------------------

  /** A programmer's error in one intent must not take the payment watch down with it: it is logged, named and told. */
  async function safely(intent: Intent): Promise<IntentResult> {
    // While the set-up is under way there is nothing to check yet, and the day's check would be spent on it.
    if (session !== null && settings.profile.get().done) health.checkOnceADay();
    try {
      if (isKeychainLocked && intent.kind === 'health.check') await patiently(unlock());
      const result = await apply(intent);
      if (result.ok && CHANGES_REGISTRATION.has(intent.kind)) void health.check();
      return result;
    } catch (error) {
      const code = newCorrelationId(randomBytes);
      deps.log({
        level: 'error',
        what: `intent ${intent.kind} failed`,
        data: { code, error: error instanceof Error ? error.stack : 'unknown' },
      });
      return refuse('internal', { id: code });
    } finally {
      publish();
    }
  }

  const calls: { readonly [Name in CallName]: (...args: CallArgs<Name>) => CallResults[Name] | Promise<CallResults[Name]> } = {
    snapshot: () => snapshots.next(),
    intent: safely,
    catalogue: () => ({ revision: products.revision(), products: products.all() }),
    journal: (typed) => (session ? searchJournal(session.journal, typed, settings.business().currency) : []),
    receipt: (number) => session?.journal.receipt(number)?.receipt ?? null,
    refund: (number) => refunding.view(number),
    refundSum: (number, wish) => refunding.sum(number, wish),
    payOuts: () => payingOut.latest(),
    closes: () => day.history(),
    close: (number) => day.document(number),
    report: () => day.report(),
    printers: () => deps.printer.list(),
    // The shell answers this one itself: it alone knows which page a print window is for.
    printPage: () => null,
  };

  return {
    async start() {
      const { mode } = settings.get();
      // Only the wizard wants to know how passwords are protected.
      const protection = setup.checkProtection().then(publish);
      if (mode === 'unset') return patiently(protection);
      protection.catch((error: unknown) => failed('the keychain failed', error));
      const unlocked = unlock();
      const opened = open(mode);
      session = opened;
      connected = connect();
      await patiently(unlocked);
      // Somebody's payment is waiting to be asked about: nothing comes before that (PF-15). Otherwise the window does.
      if (opened.journal.attemptsInPlay().some((record) => isOpen(record.state))) await connected;
      if (stopped) return;
      await opened.start();
    },
    async call(name, ...args) {
      // The table has just this call's arguments and result; TypeScript cannot follow a name through it.
      const answer = calls[name] as (...given: typeof args) => CallResults[typeof name] | Promise<CallResults[typeof name]>;
      return answer(...args);
    },
    snapshot: () => snapshots.next(),
    subscribe(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((known) => known !== listener);
      };
    },
    quitWarning() {
      if (attemptWatched()) return 'payment-open';
      if (session?.outgoing.isBusy() === true) return 'refund-open';
      return session?.prints.isBusy() ? 'printing' : null;
    },
    wake() {
      session?.desk.wake();
      // Whoever has unlocked the screen has often unlocked the keychain.
      if (isKeychainLocked) void patiently(unlock()).then(publish);
    },
    stop() {
      stopped = true;
      session?.close();
      services.close();
      store.close();
      return Promise.resolve();
    },
  };
}
