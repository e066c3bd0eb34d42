import type { Clock } from '../clock/clock.ts';
import type { HealthItem } from '../contract/snapshot.ts';
import type { Problem } from '../contract/setup-view.ts';
import type { Credentials, SeqrService } from '../protocol/index.ts';
import type { Journal } from '../records/index.ts';
import { problemOfAnswer } from './answers.ts';
import type { PrinterPort } from './ports.ts';

export interface HealthDeps {
  readonly clock: Clock;
  readonly freeDiskBytes: () => Promise<number>;
  readonly printer: PrinterPort;
  readonly deviceName: () => string | null;
  readonly journal: () => Journal;
  readonly registered: () => boolean;
  readonly door: () => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly attemptsFinal: () => boolean;
  readonly newCorrelationId: () => string;
  readonly onChange: () => void;
}

/** A reference that cannot exist: asked for to see whether the password is accepted (PF-11). Never empty: that may mean more. */
const NO_SUCH_INVOICE = '0';
const NO_SUCH_REFERENCE = 54;
/** Less than this, and the day's journal might not fit. */
const LOW_DISK_BYTES = 200 * 1024 * 1024;
/** A receipt's time may be this far off before it is worth a word. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

const CHECKS = ['registered', 'password', 'clock', 'disk', 'printer', 'attempts', 'journal'] as const;

export interface Health {
  view(): readonly HealthItem[];
  /** Runs every check (PF-11); one run at a time. */
  check(): Promise<void>;
}

export function createHealth(deps: HealthDeps): Health {
  let items: readonly HealthItem[] = CHECKS.map((check) => ({ check, state: 'unknown', problem: null }));
  let running: Promise<void> | null = null;

  function set(check: HealthItem['check'], state: HealthItem['state'], problem: Problem | null = null): void {
    items = items.map((item) => (item.check === check ? { check, state, problem } : item));
    deps.onChange();
  }

  function verdict(check: HealthItem['check'], good: boolean, problem: Problem): void {
    set(check, good ? 'good' : 'bad', good ? null : problem);
  }

  async function checkSeqr(): Promise<void> {
    const door = deps.door();
    if (!door) {
      set('password', 'unknown');
      set('clock', 'unknown');
      return;
    }
    const context = { credentials: door.credentials, clientReference: deps.newCorrelationId() };
    const answer = await door.service.getPaymentStatus(context, NO_SUCH_INVOICE, 0);
    if (answer.kind !== 'answered') {
      set('password', 'bad', { code: 'health.unreachable' });
      set('clock', 'unknown');
      return;
    }
    verdict('password', answer.resultCode === NO_SUCH_REFERENCE, problemOfAnswer(answer));
    if (answer.serverDateMs === null) return set('clock', 'unknown');
    const offMs = Math.abs(answer.serverDateMs - deps.clock.wallMs());
    verdict('clock', offMs <= CLOCK_TOLERANCE_MS, { code: 'health.clock', params: { minutes: Math.round(offMs / 60_000) } });
  }

  async function checkPrinter(): Promise<void> {
    const wanted = deps.deviceName();
    if (wanted === null) return set('printer', 'unknown', { code: 'health.no-printer' });
    const printers = await deps.printer.list();
    verdict('printer', printers.some((printer) => printer.deviceName === wanted), { code: 'health.printer' });
  }

  async function run(): Promise<void> {
    for (const check of CHECKS) set(check, 'checking');
    verdict('registered', deps.registered(), { code: 'health.registered' });
    verdict('attempts', deps.attemptsFinal(), { code: 'health.attempts' });
    verdict('disk', (await deps.freeDiskBytes()) >= LOW_DISK_BYTES, { code: 'health.disk' });
    verdict('journal', deps.journal().verify().length === 0, { code: 'health.journal' });
    await checkPrinter();
    await checkSeqr();
  }

  return {
    view: () => items,
    check() {
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
