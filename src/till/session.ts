import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atMost } from '../clock/at-most.ts';
import { isoWithZone } from '../clock/iso-time.ts';
import { openJournal } from '../journal/index.ts';
import { cardFromScan, cardTerms, isOpen, termsOf } from '../payment/index.ts';
import type { AttemptFacts, Terms } from '../payment/index.ts';
import type { Invoice } from '../protocol/index.ts';
import { buildReceipt } from '../receipt/index.ts';
import type { AttemptRecord, Journal, OutgoingRecord, ReceiptRecord } from '../records/index.ts';
import { invoiceRows } from '../sale/index.ts';
import type { Problem } from '../text/index.ts';
import { seqrProblem, translator } from '../text/index.ts';
import type { CloseDesk } from './end-of-day/close-desk.ts';
import { createSessionCloses } from './end-of-day/session-close.ts';
import { newId } from './ids.ts';
import { createDesk } from './payments/desk.ts';
import type { Desk } from './payments/desk.ts';
import { createInvoiceChanges } from './payments/invoice-changes.ts';
import type { InvoiceChanges } from './payments/invoice-changes.ts';
import { createUnpaidRows } from './payments/unpaid-rows.ts';
import type { UnpaidRows } from './payments/unpaid-rows.ts';
import type { TillDeps } from './ports.ts';
import { createPrintQueue } from './receipts/print-queue.ts';
import type { PrintQueue } from './receipts/print-queue.ts';
import { createSubmitter } from './receipts/submitter.ts';
import type { Submitter } from './receipts/submitter.ts';
import type { OutgoingDesk } from './refunds/outgoing-desk.ts';
import { createSessionOutgoing } from './refunds/session-outgoing.ts';
import type { Products } from './sales/products.ts';
import { createSaleDesk } from './sales/sale-desk.ts';
import type { SaleDesk } from './sales/sale-desk.ts';
import type { Services } from './service/services.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

/** One journal and all that works on it. Practice and the real service never share one (PF-23). */
export interface Session {
  readonly mode: 'practice' | 'live';
  readonly journal: Journal;
  readonly desk: Desk;
  readonly outgoing: OutgoingDesk;
  readonly sales: SaleDesk;
  readonly prints: PrintQueue;
  readonly submitter: Submitter;
  readonly changes: InvoiceChanges;
  readonly unpaidRows: UnpaidRows;
  readonly closes: CloseDesk;
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
  readonly onChange: () => void;
  readonly onOutcome: (record: AttemptRecord) => void;
  readonly onOutgoing: (record: OutgoingRecord) => void;
  readonly onDamage: (what: string, detail: string) => void;
  /** Something a person has to be told, outside a payment. */
  readonly onProblem: (problem: Problem) => void;
}

/** What can wait at a start waits so long for SEQR's first word about open payments, and not for a network that is down. */
const FIRST_READS_MS = 500;

export function openSession(mode: 'practice' | 'live', deps: SessionDeps): Session {
  const { clock, randomBytes, dataDir } = deps.till;
  const nowIso = (): string => isoWithZone(clock.wallMs());
  const id = (): string => newId(randomBytes);
  mkdirSync(dataDir, { recursive: true });
  const journal = openJournal({ file: join(dataDir, `journal-${mode}.sqlite`), nowIso, onDamage: deps.onDamage });

  const prints = createPrintQueue({
    journal,
    printer: deps.till.printer,
    newId: id,
    settings: () => deps.settings.preferences().printer,
    onChange: deps.onChange,
  });
  const log = (what: string, data: object): void => deps.till.log({ level: 'info', what, data });
  const submitter = createSubmitter({
    clock,
    journal,
    newId: id,
    serviceFor: (facts) => deps.services.forAttempt(facts),
    onChange: deps.onChange,
    onRefused: (resultCode) => deps.onProblem(seqrProblem('submitPaymentReceipt', resultCode)),
    log,
  });

  const sales: SaleDesk = createSaleDesk({
    journal,
    newId: id,
    rules: () => deps.settings.business(),
    product: deps.products.byId,
    productByEan: deps.products.byEan,
    productBySku: deps.products.bySku,
    isLocked: (saleId) =>
      desk.inPlay().some((record) => record.facts.sale.id === saleId && isOpen(record.state) && !changes.mayChange(record)),
    cardFromScan: (code) => cardFromScan(code, loyalty()),
    words: { amountRow: () => translator(deps.settings.preferences().receiptLanguage)('core.amountRow') },
  });

  const loyalty = () => deps.settings.profile.get().loyalty;
  const changes = createInvoiceChanges({ journal, desk: () => desk, sales: () => sales, rules: loyalty });

  const desk: Desk = createDesk({
    clock,
    journal,
    nowIso,
    serviceFor: (facts) => deps.services.forAttempt(facts),
    invoiceFor: (facts, terms) => invoice(facts, terms, deps.settings),
    withCards: (terms, offered) => cardTerms(terms, offered, loyalty()),
    salesWithTab: () => deps.settings.profile.get().tabs.salesWithTab,
    isChanging: (attemptId) => changes.isChanging(attemptId),
    complete(record, number) {
      const receipt = receiptOf(record, number, mode, nowIso(), deps.settings);
      const isOpenSale = sales.view().sale.id === record.facts.sale.id;
      return {
        receipt: { receipt, attemptId: record.facts.id, originalPrinted: false, copyPrinted: false },
        jobs: [...prints.firstJob(number), submitter.job(number, record.facts.id)],
        kept: isOpenSale ? sales.replacedBy(null) : undefined,
      };
    },
    withReference: (record) => withReference(journal, record),
    afterParking: (record) => (sales.view().sale.id === record.facts.sale.id ? sales.replacedBy(null) : undefined),
    askIfPrinted: (number) => prints.isUnsure(number),
    qrSource: () => deps.settings.preferences().qrSource,
    waitsForKeychain: (facts) => deps.services.waitsForKeychain(facts.terminalId),
    onChange: deps.onChange,
    onOutcome(record) {
      const { kind } = record.state;
      if (record.receiptNumber !== null || kind === 'live' || kind === 'reserved') takeOver();
      deps.onOutcome(record);
    },
    log,
  });

  const outgoing: OutgoingDesk = createSessionOutgoing({
    ...deps,
    mode,
    journal,
    prints,
    submitter,
    nowIso,
    onOutcome(record) {
      if (record.receiptNumber !== null) takeOver();
      deps.onOutgoing(record);
    },
    log,
  });

  /** What the desks wrote in their transactions, the others take up. */
  function takeOver(): void {
    sales.reload();
    prints.takeUp();
    submitter.takeUp();
  }

  let closed = false;
  const closes = createSessionCloses({ ...deps, journal, desk, outgoing, nowIso, log });

  return {
    mode,
    journal,
    desk,
    outgoing,
    sales,
    prints,
    submitter,
    changes,
    unpaidRows: createUnpaidRows({ journal, sales, newId: id }),
    closes,
    async start() {
      desk.start();
      prints.start();
      changes.start();
      await atMost(clock, FIRST_READS_MS, desk.asked());
      if (closed) return;
      prints.takeUp();
      outgoing.start();
      submitter.start();
      closes.start();
    },
    close() {
      closed = true;
      desk.stop();
      outgoing.stop();
      prints.stop();
      submitter.stop();
      closes.stop();
      journal.close();
    },
  };
}

function invoice(facts: AttemptFacts, terms: Terms, settings: SettingsKeeper): Invoice {
  const { receiptLanguage: language } = settings.preferences();
  const business = settings.business();
  return {
    paymentMode: facts.reservation?.mode ?? 'IMMEDIATE_DEBIT',
    // Always named: leaving it out blocks the phone (protocol §5).
    acknowledgmentMode: facts.acknowledgmentMode ?? 'NO_ACKNOWLEDGMENT',
    issueDate: facts.startedAt,
    title: business.name,
    clientInvoiceId: facts.clientInvoiceId,
    invoiceRows: invoiceRows(terms.sale, language),
    totalAmount: terms.amount,
    cashierId: facts.cashier.number,
    footer: translator(language)('core.invoiceFooter'),
    ...(facts.reservation ? { commitReservationTimeout: facts.reservation.timeoutS } : {}),
  };
}

function receiptOf(record: AttemptRecord, number: number, mode: 'practice' | 'live', issuedAt: string, settings: SettingsKeeper) {
  const { facts, state } = record;
  const { name, organisationNumber, address } = settings.business();
  if (state.kind !== 'paid' && state.kind !== 'completed') throw new RangeError(`no receipt for ${state.kind}`);
  const { sale, figures, amount } = termsOf(facts, state);
  return buildReceipt({
    sale,
    figures,
    number,
    issuedAt,
    business: { name, organisationNumber, address },
    register: facts.register,
    cashier: facts.cashier,
    tenders: [{ kind: 'seqr', amount, ersReference: state.payment.ersReference, invoiceReference: state.invoiceReference }],
    correlationId: facts.correlationId,
    practice: mode === 'practice',
    completedAfterRestart: state.payment.afterRestart,
    language: settings.preferences().receiptLanguage,
  });
}

/** The receipt whose reference was told after PAID (PF-08): the same document, its one gap filled. */
function withReference(journal: Journal, record: AttemptRecord): ReceiptRecord | null {
  const { state, receiptNumber } = record;
  const stored = receiptNumber === null ? null : journal.receipt(receiptNumber);
  if (!stored || (state.kind !== 'completed' && state.kind !== 'paid')) return null;
  const { ersReference } = state.payment;
  const tenders = stored.receipt.tenders.map((tender) => (tender.ersReference === null ? { ...tender, ersReference } : tender));
  return { ...stored, receipt: { ...stored.receipt, tenders } };
}
