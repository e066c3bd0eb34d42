import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '../contract/intents.ts';
import type { CallArgs, CallName, CallResults, IntentResult } from '../contract/ipc.ts';
import type { Problem } from '../contract/setup-view.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { openProductStore } from '../journal/index.ts';
import { money } from '../money/index.ts';
import { isOpen, isPaid } from '../payment/index.ts';
import type { AttemptFacts } from '../payment/index.ts';
import { terminalCode } from '../protocol/index.ts';
import type { AttemptRecord } from '../records/index.ts';
import { changeSale, emptySale, saleFigures } from '../sale/index.ts';
import type { Sale } from '../sale/index.ts';
import { translator } from '../text/index.ts';
import type { ProblemCode } from '../text/index.ts';
import type { WishKind, WishResult } from './desk.ts';
import { createHealth } from './health.ts';
import { clientReference, newCorrelationId, newId } from './ids.ts';
import { isoWithZone } from './iso-time.ts';
import { searchJournal } from './journal-search.ts';
import type { TillDeps } from './ports.ts';
import { createProducts } from './products.ts';
import { createServices, SIMULATOR } from './services.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import { defaultBusiness, parseSettings } from './settings.ts';
import type { Business, Profile, Settings } from './settings.ts';
import { createSetup } from './setup.ts';
import { createSnapshots } from './snapshots.ts';
import type { Till } from './till.ts';

/** The wizard's test payment: 1.00 in minor units (till-features E7). */
const TEST_MINOR = 100;

const OK: IntentResult = { ok: true };
const refuse = (code: ProblemCode, params?: Problem['params']): IntentResult => ({ ok: false, problem: params ? { code, params } : { code } });

/** Puts the till together. Nothing is opened and nobody is asked before `start`. */
export function createTill(deps: TillDeps): Till {
  const { clock, randomBytes } = deps;
  const nowIso = (): string => isoWithZone(clock.wallMs());
  const id = (): string => newId(randomBytes);
  mkdirSync(deps.dataDir, { recursive: true });

  const stored = parseSettings(deps.settings.load());
  let settings: Settings = stored.settings;
  let notices: readonly { readonly id: string; readonly problem: Problem }[] = [];
  let session: Session | null = null;
  let stopped = false;
  let connected = Promise.resolve();

  const notice = (problem: Problem): void => {
    notices = [...notices, { id: id(), problem }].slice(-MAX_NOTICES);
  };
  if (stored.damaged.length > 0 || deps.settings.damagedFile != null) notice({ code: 'settings.damaged' });

  // ---- settings -----------------------------------------------------------------------------------------------------

  const profileName = (): 'practice' | 'live' => (settings.mode === 'practice' ? 'practice' : 'live');
  const profile = (): Profile => settings[profileName()];
  const business = (): Business => profile().business ?? defaultBusiness(nowIso());

  function saveSettings(next: Settings): boolean {
    try {
      deps.settings.save(next);
    } catch (error) {
      deps.log({ level: 'error', what: 'settings were not saved', data: { reason: error instanceof Error ? error.message : 'unknown' } });
      return false;
    }
    settings = next;
    return true;
  }
  const saveProfile = (patch: Partial<Profile>): boolean => saveSettings({ ...settings, [profileName()]: { ...profile(), ...patch } });

  // ---- the parts ----------------------------------------------------------------------------------------------------

  const onDamage = (what: string, detail: string): void => {
    deps.log({ level: 'error', what: 'damaged line', data: { what, detail } });
    notice({ code: 'journal.damaged' });
  };
  const store = openProductStore(join(deps.dataDir, 'products.sqlite'), onDamage);
  const products = createProducts(store, deps.sampleCatalogue, id);
  const services = createServices({ ...deps, clientId: () => `${settings.preferences.clientId} ${deps.appVersion}` });

  function attemptOpen(): boolean {
    return session?.desk.inPlay().some((record) => isOpen(record.state)) ?? false;
  }

  function useMode(mode: 'practice' | 'live'): void {
    if (session?.mode !== mode) {
      session?.close();
      startSession((session = open(mode)));
    }
    if (settings.mode !== mode) saveSettings({ ...settings, mode });
  }

  function open(mode: 'practice' | 'live'): Session {
    return openSession(mode, { till: deps, settings: () => settings, business, products, services, onChange: publish, onOutcome, onDamage });
  }

  /** Connects to the service of the settings. What goes wrong is told; calls then answer that nothing was sent. */
  async function connect(): Promise<void> {
    const { endpoint } = profile();
    if (endpoint === null) return;
    try {
      await services.open(endpoint);
    } catch (error) {
      deps.log({ level: 'error', what: 'the service could not be opened', data: { reason: error instanceof Error ? error.message : 'unknown' } });
      notice({ code: 'endpoint.unreachable' });
    }
  }

  function startSession(opened: Session): void {
    opened.prints.start();
    opened.desk.start();
    opened.submitter.start();
  }

  const setup = createSetup({
    clock,
    randomBytes,
    nowIso,
    secrets: deps.secrets,
    services,
    profile,
    save: saveProfile,
    useMode,
    attemptOpen,
    chargeTest,
    words: {
      practiceCashier: () => translator(settings.preferences.language)('core.practiceCashier'),
      practiceRegister: () => translator(settings.preferences.language)('core.practiceRegister'),
    },
    onChange: publish,
  });

  const health = createHealth({
    clock,
    freeDiskBytes: deps.freeDiskBytes,
    printer: deps.printer,
    deviceName: () => settings.preferences.printer.deviceName,
    journal: () => session?.journal ?? NO_JOURNAL,
    registered: () => profile().terminal?.terminalId != null && profile().seqrId !== null,
    door: () => {
      const { terminal, endpoint } = profile();
      return terminal?.terminalId == null || endpoint === null ? null : services.forAttempt({ endpoint, terminalId: terminal.terminalId });
    },
    attemptsFinal: () => !attemptOpen(),
    newCorrelationId: () => newCorrelationId(randomBytes),
    onChange: publish,
  });

  const snapshots = createSnapshots({
    deps,
    settings: () => settings,
    profile,
    business,
    session: () => session,
    setup,
    products,
    health,
    notices: () => notices,
  });

  // ---- changes ------------------------------------------------------------------------------------------------------

  let listeners: readonly ((snapshot: Snapshot) => void)[] = [];
  let publishing = false;
  let awake = false;

  /** One notice for however many changes one event makes. */
  function publish(): void {
    if (publishing || stopped) return;
    publishing = true;
    queueMicrotask(() => {
      publishing = false;
      if (stopped) return;
      const open = attemptOpen();
      if (open !== awake) deps.shell.keepAwake((awake = open));
      const snapshot = snapshots.next();
      for (const listener of listeners) listener(snapshot);
    });
  }

  function onOutcome(record: AttemptRecord): void {
    if (record.facts.test && isPaid(record.state)) setup.testPaid();
    const { state } = record;
    if (state.kind === 'reversed' && session?.sales.view().sale.rows.length === 0) restoreSale(record.facts.sale);
    publish();
  }

  /** What SEQR took back is to be charged again: its rows return to an empty sale, under a name of its own. */
  function restoreSale(sale: Sale): void {
    if (!session) return;
    const kept = session.sales.replacedBy({ ...sale, id: id() });
    session.journal.write({ entries: [{ kind: 'sale.restored', subject: sale.id, body: {} }], kept });
    session.sales.reload();
  }

  // ---- charging -----------------------------------------------------------------------------------------------------

  function facts(sale: Sale, options: { readonly test: boolean; readonly replaces: string | null }): AttemptFacts | Problem {
    const { terminal, endpoint, seqrId, cashiers, cashierNumber } = profile();
    if (terminal?.terminalId == null || endpoint === null || seqrId === null) return { code: 'payment.no-terminal' };
    if (services.credentials(terminal.terminalId) === null) return { code: 'secrets.unreadable' };
    const figures = saleFigures(sale);
    if (sale.rows.length === 0) return { code: 'sale.empty' };
    if (figures.total.minor <= 0) return { code: 'sale.total-not-positive' };
    const attemptId = id();
    const correlationId = newCorrelationId(randomBytes);
    const cashier = cashiers.find((known) => known.number === cashierNumber) ?? cashiers[0] ?? { number: '1', name: '' };
    return {
      id: attemptId,
      correlationId,
      clientReference: clientReference(settings.preferences.clientReferenceTemplate, correlationId),
      clientInvoiceId: attemptId,
      endpoint,
      terminalId: terminal.terminalId,
      seqrId,
      register: terminal.name,
      cashier,
      amount: figures.total,
      sale,
      figures,
      startedAt: nowIso(),
      test: options.test,
      replaces: options.replaces,
    };
  }

  function charge(sale: Sale, test: boolean): IntentResult {
    if (!session) return refuse('payment.no-terminal');
    if (session.desk.inPlay().some((record) => record.facts.sale.id === sale.id && isOpen(record.state))) return refuse('payment.open');
    const made = facts(sale, { test, replaces: null });
    if ('code' in made) return { ok: false, problem: made };
    switch (session.desk.charge(made)) {
      case 'started':
        return OK;
      case 'open':
        return refuse('payment.open');
      case 'write-failed':
        return refuse('payment.disk-full');
    }
  }

  function chargeTest(): IntentResult {
    const { currency, vatRates } = business();
    const row = {
      id: id(),
      kind: 'free',
      name: translator(settings.preferences.receiptLanguage)('core.testRow'),
      unitPrice: money(TEST_MINOR, currency),
      quantityMilli: 1000,
      unit: 'EA',
      vatRate: vatRates.at(-1) ?? 0,
    } as const;
    const made = changeSale(emptySale(id(), currency), { kind: 'addRow', row, merge: false }, { vatRates });
    return made.ok ? charge(made.sale, true) : refuse('setup.not-finished');
  }

  function wished(result: WishResult): IntentResult {
    switch (result) {
      case 'done':
        return OK;
      case 'stale':
        return refuse('stale');
      case 'write-failed':
        return refuse('journal.write-failed');
    }
  }

  function wish(kind: WishKind, intent: { readonly attemptId: string; readonly stateNumber: number }): IntentResult {
    return session ? wished(session.desk.wish(kind, intent.attemptId, intent.stateNumber)) : refuse('stale');
  }

  function sendAgain(intent: { readonly attemptId: string; readonly stateNumber: number }): IntentResult {
    if (!session) return refuse('stale');
    const before = session.desk.inPlay().find((record) => record.facts.id === intent.attemptId);
    if (!before) return refuse('stale');
    const made = facts(before.facts.sale, { test: before.facts.test, replaces: before.facts.id });
    if ('code' in made) return { ok: false, problem: made };
    return wished(session.desk.sendAgain(intent.attemptId, intent.stateNumber, () => made));
  }

  function didPrint(intent: { readonly attemptId: string; readonly printed: boolean }): IntentResult {
    const number = session?.desk.inPlay().find((record) => record.facts.id === intent.attemptId)?.receiptNumber;
    return session && number != null ? session.prints.settle(number, intent.printed) : refuse('stale');
  }

  // ---- intents ------------------------------------------------------------------------------------------------------

  function leavePractice(): IntentResult {
    if (settings.mode !== 'practice') return refuse('practice.only');
    if (attemptOpen()) return refuse('terminal.attempt-open');
    session?.close();
    session = null;
    return saveSettings({ ...settings, mode: 'unset' }) ? OK : refuse('settings.not-saved');
  }

  function changePreferences(patch: object): IntentResult {
    return saveSettings({ ...settings, preferences: { ...settings.preferences, ...patch } }) ? OK : refuse('settings.not-saved');
  }

  function openPhone(): IntentResult {
    const simulatorUrl = services.simulatorUrl();
    const { seqrId, endpoint } = profile();
    if (endpoint !== SIMULATOR || simulatorUrl === null) return refuse('practice.only');
    deps.shell.openPhone({ simulatorUrl, code: seqrId === null ? '' : terminalCode(seqrId) });
    return OK;
  }

  async function saveSticker(): Promise<IntentResult> {
    const { seqrId, terminal, business: shop } = profile();
    if (seqrId === null || terminal === null) return refuse('setup.not-now');
    const page = { kind: 'sticker', seqrId, register: terminal.name, shop: shop?.name ?? '' } as const;
    const saved = await deps.printer.savePdf(page, `sticker-${seqrId}.pdf`);
    if (saved.ok) return OK;
    return 'cancelled' in saved ? { ok: true, detail: 'cancelled' } : { ok: false, problem: saved.problem };
  }

  async function apply(intent: Intent): Promise<IntentResult> {
    switch (intent.kind) {
      case 'sale.charge': {
        await connected;
        const view = session?.sales.view();
        if (!view || view.revision !== intent.revision) return refuse('stale');
        return charge(view.sale, false);
      }
      case 'sale.scan':
      case 'sale.addProduct':
      case 'sale.addAmount':
      case 'sale.addFree':
      case 'sale.setQuantity':
      case 'sale.setRowDiscount':
      case 'sale.setSaleDiscount':
      case 'sale.setNote':
      case 'sale.removeRow':
      case 'sale.select':
      case 'sale.undo':
      case 'sale.void':
        return session ? session.sales.apply(intent) : refuse('payment.no-terminal');
      case 'payment.cancel':
        return wish('cancel', intent);
      case 'payment.keepWaiting':
        return wish('keepWaiting', intent);
      case 'payment.giveUp':
        return wish('giveUp', intent);
      case 'payment.customerSaysPaid':
        return wish('customerSaysPaid', intent);
      case 'payment.setAside':
        return wish('setAside', intent);
      case 'payment.dismiss':
        return wish('dismiss', intent);
      case 'payment.sendAgain':
        return sendAgain(intent);
      case 'payment.didPrint':
        return didPrint(intent);
      case 'tray.dismiss':
        return session ? wished(session.desk.readAlarm(intent.trayId, intent.attemptId, intent.stateNumber)) : refuse('stale');
      case 'receipt.print':
        return session ? session.prints.print(intent.number) : refuse('print.not-found');
      case 'receipt.savePdf':
        return session ? session.prints.savePdf(intent.number) : refuse('print.not-found');
      case 'print.retry':
        return session ? session.prints.retry(intent.jobId) : refuse('stale');
      case 'print.abandon':
        return session ? session.prints.abandon(intent.jobId) : refuse('stale');
      case 'product.save':
        return products.save(intent.product, business());
      case 'product.retire':
        return products.retire(intent.productId, intent.retired);
      case 'setup.practise':
      case 'setup.go':
      case 'setup.service':
      case 'setup.business':
      case 'setup.owner':
      case 'setup.reseller':
      case 'setup.terminal':
      case 'setup.assignSeqrId':
      case 'setup.stickerDone':
      case 'setup.testPayment':
      case 'setup.finish':
      case 'terminal.assignSeqrId':
      case 'terminal.unregister':
      case 'owner.check':
      case 'cashier.save':
      case 'cashier.select':
        return setup.apply(intent);
      case 'setup.saveSticker':
        return saveSticker();
      case 'setup.leavePractice':
        return leavePractice();
      case 'preferences.change':
        return changePreferences(intent.patch);
      case 'health.check':
        await health.check();
        return OK;
      case 'notice.dismiss':
        notices = notices.filter((shown) => shown.id !== intent.noticeId);
        return OK;
      case 'window.customerDisplay':
        deps.shell.openCustomerDisplay(intent.open);
        return OK;
      case 'window.phone':
        return openPhone();
    }
  }

  /** A programmer's error in one intent must not take the payment watch down with it: it is logged, named and told. */
  async function safely(intent: Intent): Promise<IntentResult> {
    try {
      return await apply(intent);
    } catch (error) {
      const code = newCorrelationId(randomBytes);
      deps.log({ level: 'error', what: `intent ${intent.kind} failed`, data: { code, error: error instanceof Error ? error.stack : 'unknown' } });
      return refuse('internal', { id: code });
    } finally {
      publish();
    }
  }

  const calls: { readonly [Name in CallName]: (...args: CallArgs<Name>) => CallResults[Name] | Promise<CallResults[Name]> } = {
    snapshot: () => snapshots.next(),
    intent: safely,
    catalogue: () => ({ revision: products.revision(), products: products.all() }),
    journal: (typed) => (session ? searchJournal(session.journal, typed, business().currency) : []),
    receipt: (number) => session?.journal.receipt(number)?.receipt ?? null,
    printers: () => deps.printer.list(),
    // The shell answers this one itself: it alone knows which page a print window is for.
    printPage: () => null,
  };

  return {
    async start() {
      await setup.checkProtection();
      const { mode } = settings;
      if (mode === 'unset') return;
      const closed = await services.unlock(profile());
      if (closed.length > 0) notice({ code: 'secrets.unreadable' });
      const opened = open(mode);
      session = opened;
      connected = connect();
      // Somebody's payment is waiting to be asked about: nothing comes before that (PF-15). Otherwise the window does.
      if (opened.journal.attemptsInPlay().some((record) => isOpen(record.state))) await connected;
      startSession(opened);
      void connected.then(() => health.check());
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
      if (attemptOpen()) return 'payment-open';
      return session?.prints.isBusy() ? 'printing' : null;
    },
    wake: () => session?.desk.wake(),
    stop() {
      stopped = true;
      session?.close();
      services.close();
      store.close();
      return Promise.resolve();
    },
  };
}

/** So many notices are kept: a limit on everything. */
const MAX_NOTICES = 20;

/** Before any set-up there is no journal to check. */
const NO_JOURNAL = { verify: () => [] } as unknown as Session['journal'];
