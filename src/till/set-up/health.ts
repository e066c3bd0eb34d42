import { isoWithZone } from '../../clock/iso-time.ts';
import type { HealthItem } from '../../contract/snapshot.ts';
import type { Journal } from '../../records/index.ts';
import type { Problem } from '../../text/index.ts';
import type { ClockWatch } from '../clock-watch.ts';
import { newCorrelationId } from '../ids.ts';
import type { TillDeps } from '../ports.ts';
import { problemOfAnswer } from '../service/answers.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

export interface HealthDeps extends Pick<TillDeps, 'clock' | 'freeDiskBytes' | 'printer' | 'randomBytes'> {
  readonly settings: SettingsKeeper;
  readonly services: Services;
  /** What there is to say about the wall clock, at any time (clock-watch.ts). */
  readonly wallClock: Pick<ClockWatch, 'verdict'>;
  /** Null before any set-up: there is nothing to check. */
  readonly journal: () => Journal | null;
  /** An attempt whose outcome somebody has to go on asking about. */
  readonly attemptOpen: () => boolean;
  readonly onChange: () => void;
}

/** A reference that cannot exist: asked for to see whether the password is accepted (PF-11). Never empty: that may mean more. */
const NO_SUCH_INVOICE = '0';
const NO_SUCH_REFERENCE = 54;
/** Less than this, and the day's journal might not fit. */
const LOW_DISK_BYTES = 200 * 1024 * 1024;

/** So much of the journal's chain is walked by a check: days of selling, and a few milliseconds beside the polls. */
const RECENT_ENTRIES = 2_000;

const CHECKS = ['registered', 'password', 'clock', 'disk', 'printer', 'attempts', 'journal'] as const;

export interface Health {
  view(): readonly HealthItem[];
  /** Runs every check (PF-11); one run at a time. */
  check(): Promise<void>;
  /** Before the first sale of a day: runs the checks if the last run was on another day (PF-11). */
  checkOnceADay(): void;
  /** SEQR has refused this terminal: no payment is offered until a check finds it accepted again (PF-21). */
  registrationRefused(): void;
  /**
   * Whether a payment may be offered. After a refusal this asks SEQR anew; where it gives no answer, its old one stops nobody
   * (PF-30): SEQR may accept the terminal again.
   */
  registrationHolds(): Promise<boolean>;
  /** The last good word from SEQR that a check has brought. */
  lastGood(): { readonly ageMs: number; readonly tookMs: number } | null;
}

/** What each check has said last. */
function createChecklist(onChange: () => void) {
  let items: readonly HealthItem[] = CHECKS.map((check) => ({ check, state: 'unknown', problem: null }));

  function set(check: HealthItem['check'], state: HealthItem['state'], problem: Problem | null = null): void {
    items = items.map((item) => (item.check === check ? { check, state, problem } : item));
    onChange();
  }

  function verdict(check: HealthItem['check'], good: boolean, problem: Problem): void {
    set(check, good ? 'good' : 'bad', good ? null : problem);
  }

  return { items: () => items, set, verdict };
}

export function createHealth(deps: HealthDeps): Health {
  const { items, set, verdict } = createChecklist(deps.onChange);
  let running: Promise<void> | null = null;
  let checkedOn: string | null = null;
  /** False after SEQR has refused this terminal, until a check finds it accepted again (PF-21). */
  let mended = true;
  let isReachable = true;
  const today = (): string => isoWithZone(deps.clock.wallMs()).slice(0, 10);
  let lastGood: { readonly atMs: number; readonly tookMs: number } | null = null;

  async function checkSeqr(): Promise<void> {
    const { terminal, endpoint } = deps.settings.profile.get();
    const terminalId = terminal?.terminalId ?? null;
    const door = terminalId === null || endpoint === null ? null : deps.services.forAttempt({ endpoint, terminalId });
    if (!door) {
      set('password', 'unknown');
      return;
    }
    const context = { credentials: door.credentials, clientReference: deps.settings.clientReference(newCorrelationId(deps.randomBytes)) };
    const answer = await door.service.getPaymentStatus(context, NO_SUCH_INVOICE, 0);
    isReachable = answer.kind === 'answered';
    if (answer.kind !== 'answered') {
      set('password', 'bad', { code: 'health.unreachable' });
      return;
    }
    lastGood = { atMs: deps.clock.monotonicMs(), tookMs: answer.tookMs };
    verdict('password', answer.resultCode === NO_SUCH_REFERENCE, problemOfAnswer('healthCheck', answer));
  }

  async function checkPrinter(): Promise<void> {
    const wanted = deps.settings.preferences().printer.deviceName;
    if (wanted === null) return set('printer', 'unknown', { code: 'health.no-printer' });
    const printers = await deps.printer.list();
    verdict(
      'printer',
      printers.some((printer) => printer.deviceName === wanted),
      { code: 'health.printer' },
    );
  }

  async function checkDisk(): Promise<void> {
    verdict('disk', (await deps.freeDiskBytes()) >= LOW_DISK_BYTES, { code: 'health.disk' });
  }

  async function run(): Promise<void> {
    for (const check of CHECKS) set(check, 'checking');
    verdict('registered', isRegistered(deps.settings), { code: 'health.registered' });
    verdict('attempts', !deps.attemptOpen(), { code: 'health.attempts' });
    verdict('journal', (deps.journal()?.verify(RECENT_ENTRIES) ?? []).length === 0, { code: 'health.journal' });
    await Promise.allSettled([checkDisk(), checkPrinter(), checkSeqr()]);
    // What could not be looked at is not known, and never stays "checking".
    for (const { check, state } of items()) if (state === 'checking') set(check, 'unknown');
    if (items().some(({ check, state }) => check === 'password' && state === 'good')) mended = true;
  }

  /** The clock is held against SEQR's at every answer (PF-11). */
  function withClock(item: HealthItem): HealthItem {
    const wallClock = item.check === 'clock' && item.state !== 'checking' ? deps.wallClock.verdict() : null;
    if (wallClock?.known !== true) return item;
    return { check: 'clock', state: wallClock.problem === null ? 'good' : 'bad', problem: wallClock.problem };
  }

  return {
    view: () => items().map((item) => withPayments(withClock(item), deps.attemptOpen)),
    lastGood: () => lastGood && { ageMs: deps.clock.monotonicMs() - lastGood.atMs, tookMs: lastGood.tookMs },
    checkOnceADay() {
      if (checkedOn !== today()) void check();
    },
    check,
    registrationRefused() {
      mended = false;
      void check();
    },
    async registrationHolds() {
      if (!mended) await check();
      return mended || !isReachable;
    },
  };

  function check(): Promise<void> {
    checkedOn = today();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }
}

function isRegistered({ profile }: Pick<SettingsKeeper, 'profile'>): boolean {
  const { terminal, seqrId } = profile.get();
  return terminal?.terminalId != null && seqrId !== null;
}

/** Whether a payment is open is known at any time, and not only when somebody checks. */
function withPayments(item: HealthItem, isOpen: () => boolean): HealthItem {
  if (item.check !== 'attempts' || (item.state !== 'good' && item.state !== 'bad')) return item;
  return isOpen() ? { ...item, state: 'bad', problem: { code: 'health.attempts' } } : { ...item, state: 'good', problem: null };
}
