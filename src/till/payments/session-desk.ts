import type { Settling } from '../../day/index.ts';
import { toRecordText } from '../../money/index.ts';
import { cardTerms, isPart, termsOf } from '../../payment/index.ts';
import type { Alarm, AttemptFacts, Terms } from '../../payment/index.ts';
import type { Invoice } from '../../protocol/index.ts';
import { buildReceipt } from '../../receipt/index.ts';
import type { AttemptRecord, Batch, Journal } from '../../records/index.ts';
import { invoiceRows, rungUpSince, saleFigures } from '../../sale/index.ts';
import { translator } from '../../text/index.ts';
import type { Translate } from '../../text/index.ts';
import type { TillDeps } from '../ports.ts';
import type { PrintQueue } from '../receipts/print-queue.ts';
import type { Submitter } from '../receipts/submitter.ts';
import type { Counter } from '../sales/counter.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { createDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { asTaken, reversalOf, withReference } from './later-receipts.ts';
import { partTermsOf, restSale } from './part-payment.ts';
import { hasReference } from './record.ts';
import type { UnpaidRows } from './unpaid-rows.ts';
import { createWhereabouts } from './whereabouts.ts';

export interface SessionDeskDeps {
  readonly till: TillDeps;
  readonly mode: 'practice' | 'live';
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly journal: Journal;
  readonly counter: Counter;
  readonly unpaidRows: UnpaidRows;
  readonly prints: Pick<PrintQueue, 'firstJob' | 'isUnsure'>;
  readonly submitter: Pick<Submitter, 'job'>;
  /** When something unresolved can be settled without SEQR's answer. */
  readonly settling: (facts: AttemptFacts) => Settling;
  readonly nowIso: () => string;
  readonly newId: () => string;
  readonly onOutcome: (record: AttemptRecord) => void;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** What is written of the rows that a payment leaves behind, and told of them. */
interface Left {
  readonly slots: Batch['slots'];
  readonly alarms: readonly Alarm[];
}

/** The payments of one journal, joined to the counter, the printer, the shop's settings and SEQR's copy of each receipt. */
export function createSessionDesk(deps: SessionDeskDeps): Desk {
  const { mode, settings, services, journal, counter, prints, submitter, nowIso, onOutcome, onChange, log } = deps;
  const whereabouts = createWhereabouts({ ...deps, attemptsInPlay: () => desk.inPlay() });
  const words: Translate = (...said) => translator(settings.preferences().receiptLanguage)(...said);
  const isOpenSale = ({ facts }: AttemptRecord): boolean => counter.open().sale.id === facts.sale.id;

  /** What lies on the counter and was not in the paid content stays there, as a sale of its own (PF-08). */
  function leftOnCounter(record: AttemptRecord): Left {
    // A tab goes away with all that has been rung up for it.
    const paid = (record.state.kind === 'reserved' ? record.state.draft : termsOf(record.facts, record.state)).sale;
    const { sale: open } = counter.open();
    if (JSON.stringify(open) === JSON.stringify(paid)) return { slots: counter.replacedBy(null), alarms: [] };
    const { rest, unwanted } = rungUpSince(open, paid, deps.newId());
    const alarms: Alarm[] = [];
    if (rest !== null) alarms.push({ kind: 'moreRungUp', seqrSaid: toRecordText(saleFigures(rest).total) });
    if (unwanted !== null) alarms.push({ kind: 'paidUnwanted', seqrSaid: toRecordText(unwanted) });
    return { slots: counter.replacedBy(rest), alarms };
  }

  /** What stays on the counter when this payment has its receipt. */
  function leftBy(record: AttemptRecord, number: number, before: AttemptRecord): Left {
    const { facts, state } = record;
    const partOf = 'payment' in state ? state.payment.partOf : undefined;
    if (partOf === undefined) return counter.holds(facts) ? leftOnCounter(record) : leftInTab(record, before, deps);
    const rest = restSale(partOf, termsOf(facts, state).amount, number, {
      id: deps.newId(),
      named: (name) => words('core.restRow', { number, name }),
    });
    const others = (counter.open().unpaidBy ?? facts.unpaidBy ?? []).filter((id) => id !== facts.id);
    return { slots: counter.replacedBy(rest, others), alarms: [] };
  }

  /** The receipt of a payment with this number, and the work that is owed for it. */
  function withReceipt(record: AttemptRecord, number: number) {
    const receipt = receiptOf(record, number, mode, nowIso(), settings);
    return {
      receipt: { receipt, attemptId: record.facts.id, originalPrinted: false, copyPrinted: false },
      jobs: [...prints.firstJob(number), submitter.job(number, record.facts.id)],
    };
  }

  const desk = createDesk({
    clock: deps.till.clock,
    seqrNowMs: ({ endpoint }) => services.seqrNowMs(endpoint),
    journal,
    nowIso,
    serviceFor: (facts) => services.forAttempt(facts),
    invoiceFor: (facts, terms) => invoice(facts, terms, settings),
    withCards: (terms, offered) => cardTerms(terms, offered, settings.profile.get().loyalty),
    salesWithTab: () => settings.profile.get().tabs.salesWithTab,
    isChanging: (attemptId) => counter.changing() === attemptId,
    complete(record, number, before) {
      const { facts, state } = record;
      const left = leftBy(record, number, before);
      const waiting = journal.slot('unpaid-rows') === undefined ? {} : deps.unpaidRows.withoutThoseOf(facts.id);
      // Whoever has not paid for these rows has still not paid for the rest.
      const hasOthers = !isPart(state) && (facts.unpaidBy ?? counter.open().unpaidBy) !== undefined;
      return {
        ...withReceipt(record, number),
        slots: { ...waiting, ...left.slots },
        alarms: [...knownReference(record, journal), ...left.alarms],
        others: hasOthers ? whereabouts.othersPaidBy(record, number) : [],
      };
    },
    forGivingBack: (record, number) => withReceipt(asTaken(record, words('core.amountRow')), number),
    partTerms: (record) => partTermsOf(record, (name) => words('core.partRow', { name })),
    elsewhere: (record, ersReference) => whereabouts.elsewhere(record, ersReference),
    withReference: (record) => withReference(journal, record),
    reversal: (record, number) => reversalOf(journal, record, { number, issuedAt: nowIso(), settings }),
    // What was rung up since stays, as a sale of its own.
    afterParking: (record) => (isOpenSale(record) ? leftOnCounter(record).slots : undefined),
    unpaidRows: (record) => deps.unpaidRows.withTheEndOf(record),
    askIfPrinted: (number) => prints.isUnsure(number),
    qrSource: () => settings.preferences().qrSource,
    isLost: (facts) => services.isLost(facts),
    waitsForKeychain: (facts) => services.waitsForKeychain(facts),
    settling: deps.settling,
    onChange,
    onOutcome,
    log,
  });
  return desk;
}

/** What was put away with a tab and was not in the paid content is a sale of its own (PF-08). */
function leftInTab(
  record: AttemptRecord,
  { state }: AttemptRecord,
  { newId, unpaidRows }: Pick<SessionDeskDeps, 'newId' | 'unpaidRows'>,
): Left {
  const rest = state.kind === 'reserved' ? rungUpSince(state.draft.sale, termsOf(record.facts, record.state).sale, newId()).rest : null;
  if (rest === null) return { slots: undefined, alarms: [] };
  return {
    slots: unpaidRows.moreOf(record.facts.id, rest),
    alarms: [{ kind: 'moreRungUp', seqrSaid: toRecordText(saleFigures(rest).total) }],
  };
}

/** One reference is one payment's (PF-06); one that was taken back and is paid after all has it twice. */
function knownReference(
  { facts, state }: AttemptRecord,
  journal: Pick<Journal, 'receiptsWithReference' | 'attemptsInPlay'>,
): readonly Alarm[] {
  const reference = 'payment' in state ? state.payment.ersReference : null;
  const isKnown = reference !== null && hasReference(reference, journal, journal.attemptsInPlay(), facts.id);
  return isKnown ? [{ kind: 'referenceKnown', seqrSaid: reference }] : [];
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
