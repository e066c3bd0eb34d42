import { mkdirSync } from 'node:fs';
import { atMost } from '../clock/at-most.ts';
import { isoWithZone } from '../clock/iso-time.ts';
import { openJournal } from '../journal/index.ts';
import { cardFromScan } from '../payment/index.ts';
import type { Journal, WriteFault } from '../records/index.ts';
import { seqrProblem, translator } from '../text/index.ts';
import type { Problem } from '../text/index.ts';
import { sentOf } from './end-of-day/close-claims.ts';
import type { CloseDesk } from './end-of-day/close-desk.ts';
import { createDay } from './end-of-day/day.ts';
import type { Day } from './end-of-day/day.ts';
import { createDoneCloses } from './end-of-day/done-closes.ts';
import { absenceMsOf, createSessionCloses } from './end-of-day/session-close.ts';
import { createSettling } from './end-of-day/settling.ts';
import { createSupervising } from './end-of-day/supervising.ts';
import type { Supervising } from './end-of-day/supervising.ts';
import { createTakingUp } from './end-of-day/taking-up.ts';
import type { TakingUp } from './end-of-day/taking-up.ts';
import { newId } from './ids.ts';
import { journalFile } from './look-into-book.ts';
import { createOutcomes } from './outcomes.ts';
import { createCharging } from './payments/charging.ts';
import type { Charging } from './payments/charging.ts';
import type { Desk } from './payments/desk.ts';
import { createInvoiceChanges } from './payments/invoice-changes.ts';
import type { InvoiceChanges } from './payments/invoice-changes.ts';
import { isRestOpen } from './payments/rest-open.ts';
import { createSessionDesk } from './payments/session-desk.ts';
import { createTabs } from './payments/tabs.ts';
import type { Tabs } from './payments/tabs.ts';
import { createUnpaidRows } from './payments/unpaid-rows.ts';
import type { UnpaidRows } from './payments/unpaid-rows.ts';
import type { TillDeps } from './ports.ts';
import { createPrintQueue } from './receipts/print-queue.ts';
import type { PrintQueue } from './receipts/print-queue.ts';
import { createSubmitter } from './receipts/submitter.ts';
import type { Submitter } from './receipts/submitter.ts';
import type { DisbursementDesk } from './refunds/disbursement-desk.ts';
import { createSender } from './refunds/disbursement-sender.ts';
import { createPayingOut } from './refunds/paying-out.ts';
import type { PayingOut } from './refunds/paying-out.ts';
import { createRefundees } from './refunds/refundees.ts';
import { createRefunding } from './refunds/refunding.ts';
import type { Refunding } from './refunds/refunding.ts';
import { createSessionDisbursement } from './refunds/session-disbursement.ts';
import type { RightOfWay } from './right-of-way.ts';
import { createCounter } from './sales/counter.ts';
import type { Counter } from './sales/counter.ts';
import type { Products } from './sales/products.ts';
import { createSaleDesk } from './sales/sale-desk.ts';
import type { SaleDesk } from './sales/sale-desk.ts';
import type { Services } from './service/services.ts';
import type { Health } from './set-up/health.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

/** One journal and all that works on it. Practice and the real service never share one (PF-23). */
export interface Session {
  readonly mode: 'practice' | 'live';
  readonly journal: Journal;
  readonly sales: SaleDesk;
  readonly desk: Desk;
  readonly charging: Charging;
  readonly changes: InvoiceChanges;
  readonly tabs: Tabs;
  readonly unpaidRows: UnpaidRows;
  readonly disbursement: DisbursementDesk;
  readonly refunding: Refunding;
  readonly payingOut: PayingOut;
  readonly prints: PrintQueue;
  readonly submitter: Submitter;
  readonly closes: CloseDesk;
  readonly day: Day;
  readonly supervising: Supervising;
  readonly takingUp: TakingUp;
  /**
   * Takes up what an earlier run left. SEQR is asked about open attempts before anything else is begun (PF-15); resolves
   * when it has answered, or after {@link FIRST_READS_MS}.
   */
  start(): Promise<void>;
  close(): void;
}

export interface SessionDeps {
  readonly till: TillDeps;
  readonly settings: SettingsKeeper;
  readonly products: Products;
  readonly services: Services;
  /** Money and the terminal never move at the same time. */
  readonly way: Pick<RightOfWay, 'isChanging' | 'moneyRefusal'>;
  readonly health: Pick<Health, 'registrationHolds' | 'registrationRefused'>;
  readonly onChange: () => void;
  readonly onDamage: (what: string, detail: string) => void;
  /** A payment, a refund or a close in a state that is not known: it goes on in a safe one. */
  readonly onUnknownState: (what: string, detail: string) => void;
  /** Why the disk takes no records; null: it takes them again. */
  readonly onDiskFault: (fault: WriteFault | null) => void;
  /** Something a person has to be told, outside a payment. */
  readonly onProblem: (problem: Problem) => void;
}

/** What every part of a session is given. */
type Ground = ReturnType<typeof openGround>;

/** What can wait at a start waits so long for SEQR's first word about open payments, and not for a network that is down. */
const FIRST_READS_MS = 500;

/**
 * Opens the journal and builds what works on it, in the order in which one part needs another: counter and printer,
 * payments, refunds, the close of day, and last what begins something new.
 *
 * @throws NewerFileError: the journal is a newer Kassa's; it was not touched
 * @throws JournalWriteError: there is no journal yet, and the disk takes none
 */
export function openSession(mode: 'practice' | 'live', deps: SessionDeps): Session {
  const ground = openGround(mode, deps);
  const around = openSurroundings(ground);
  const { journal } = ground;
  const { counter, unpaidRows, prints, submitter } = around;
  const outcomes = createOutcomes({ ...ground, ...around });
  const waiting = { absenceMs: () => absenceMsOf(deps.settings), seqrNowMs: (endpoint: string) => deps.services.seqrNowMs(endpoint) };
  const settling = createSettling({ journal, ...waiting });
  const desk = createSessionDesk({ ...ground, ...around, onOutcome: outcomes.ofPayment, settling: (facts) => settling(facts, null) });
  const disbursement = createSessionDisbursement({
    ...ground,
    ...around,
    desk,
    onOutcome: outcomes.ofDisbursement,
    settling: ({ facts, sendings }) => settling(facts, sentOf(sendings)),
  });
  const closes = createSessionCloses({ ...ground, desk, disbursement });
  const changes = createInvoiceChanges({ desk, counter, rules: ground.loyalty });
  const beginning = {
    ...ground,
    moneyRefusal: () => deps.way.moneyRefusal(),
    registrationHolds: () => deps.health.registrationHolds(),
  };
  const sender = createSender({ ...beginning, disbursement });
  const done = createDoneCloses({ ...ground, desk });
  const day = createDay({ ...ground, closes, done });
  const refundees = createRefundees({
    ...ground,
    isRestOpen: (number) => isRestOpen(number, { counter, journal, attemptsInPlay: () => desk.inPlay() }),
  });
  const supervising = createSupervising({
    ...ground,
    desk,
    canBeRefunded: (record) => !('code' in refundees.ofPayment(record)),
    ...waiting,
  });

  let closed = false;
  return {
    mode,
    journal,
    sales: openSales(ground, { counter, desk }),
    desk,
    charging: createCharging({ ...beginning, counter, desk }),
    changes,
    tabs: createTabs({ ...beginning, desk, counter }),
    unpaidRows,
    disbursement,
    refunding: createRefunding({ journal, desk, refundees, sender }),
    payingOut: createPayingOut({ ...ground, disbursement, sender }),
    prints,
    submitter,
    closes,
    day,
    supervising,
    takingUp: createTakingUp({ ...ground, desk }),
    async start() {
      desk.start();
      prints.start();
      changes.start();
      await atMost(ground.clock, FIRST_READS_MS, desk.asked());
      if (closed) return;
      prints.takeUp();
      disbursement.start();
      submitter.start();
      closes.start();
      void bringForward(ground, desk, () => closed);
    },
    close() {
      closed = true;
      for (const part of [desk, disbursement, prints, submitter, closes, day]) part.stop();
      journal.close();
    },
  };
}

function openGround(mode: 'practice' | 'live', deps: SessionDeps) {
  const { till, settings } = deps;
  const nowIso = (): string => isoWithZone(till.clock.wallMs());
  mkdirSync(till.dataDir, { recursive: true });
  return {
    ...till,
    ...deps,
    mode,
    nowIso,
    newId: (): string => newId(till.randomBytes),
    loyalty: () => settings.profile.get().loyalty,
    log: (what: string, data: object): void => till.log({ level: 'info', what, data }),
    journal: openJournal({
      file: journalFile(till.dataDir, mode),
      nowIso,
      onDamage: deps.onDamage,
      onUnknownState: deps.onUnknownState,
      onFault: deps.onDiskFault,
      ...(till.openDatabase ? { openDatabase: till.openDatabase } : {}),
    }),
  };
}

/** Brings the book to this Kassa's form, behind the first questions about what is open: they are not to wait for a copy. */
async function bringForward(
  { journal, till, log, onProblem, onChange }: Ground,
  desk: Pick<Desk, 'asked'>,
  isClosed: () => boolean,
): Promise<void> {
  if (!journal.hasOldForm()) return;
  await desk.asked();
  if (isClosed()) return;
  const outcome = await journal.migrate({ kassa: till.appVersion, freeBytes: till.freeDiskBytes });
  log('journal form', outcome);
  if (outcome.kind === 'noRoom') onProblem({ code: 'journal.old-form' });
  if (outcome.kind === 'failed') onProblem({ code: 'journal.form-kept', params: { detail: outcome.detail } });
  onChange();
}

/** Where receipts go and what lies on the counter: what the desks write to in their transactions. */
function openSurroundings(ground: Ground) {
  const { journal, newId: id, settings, services } = ground;
  const counter = createCounter({ journal, newId: id, currency: () => settings.business(ground.mode).currency });
  return {
    counter,
    unpaidRows: createUnpaidRows({ journal, counter, newId: id }),
    prints: createPrintQueue({ ...ground, settings: () => settings.preferences().printer }),
    submitter: createSubmitter({
      ...ground,
      serviceFor: (facts) => services.forAttempt(facts),
      onRefused: (resultCode) => ground.onProblem(seqrProblem('submitPaymentReceipt', resultCode)),
    }),
  };
}

function openSales(ground: Ground, { counter, desk }: { readonly counter: Counter; readonly desk: Desk }): SaleDesk {
  const { settings, products } = ground;
  return createSaleDesk({
    ...ground,
    counter,
    rules: () => settings.business(),
    product: products.byId,
    productByEan: products.byEan,
    productBySku: products.bySku,
    isLocked: (saleId) => desk.locks(saleId),
    cardFromScan: (code) => cardFromScan(code, ground.loyalty()),
    partsOf: (sale) => desk.withoutRestOf(sale),
    onParts: (attempts) => {
      desk.takeOver(attempts);
      ground.onChange();
    },
    words: { amountRow: () => translator(settings.preferences().receiptLanguage)('core.amountRow') },
  });
}
