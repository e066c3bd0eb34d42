import type { Settling } from '../../day/index.ts';
import { buildReturn, refundInvoice } from '../../disbursement/index.ts';
import type { RefundFacts } from '../../disbursement/index.ts';
import type { Invoice } from '../../protocol/index.ts';
import type { ReturnReceipt } from '../../receipt/index.ts';
import type { Journal, DisbursementRecord } from '../../records/index.ts';
import { translator } from '../../text/index.ts';
import type { Desk } from '../payments/desk.ts';
import type { TillDeps } from '../ports.ts';
import type { PrintQueue } from '../receipts/print-queue.ts';
import type { Submitter } from '../receipts/submitter.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { createDisbursementDesk } from './disbursement-desk.ts';
import type { DisbursementDesk } from './disbursement-desk.ts';

export interface SessionDisbursementDeps {
  readonly till: TillDeps;
  readonly mode: 'practice' | 'live';
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly journal: Journal;
  readonly desk: Pick<Desk, 'settledBy' | 'takeOver'>;
  readonly prints: Pick<PrintQueue, 'firstJob'>;
  readonly submitter: Pick<Submitter, 'job'>;
  /** When something unresolved can be settled without SEQR's answer. */
  readonly settling: (record: DisbursementRecord) => Settling;
  readonly nowIso: () => string;
  readonly onOutcome: (record: DisbursementRecord) => void;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** Refunds and pay-outs of one journal, joined to the printer and to SEQR's copy of each return receipt. */
export function createSessionDisbursement(deps: SessionDisbursementDeps): DisbursementDesk {
  const { settings, services, journal, desk, prints, submitter, nowIso, onOutcome, onChange, log } = deps;
  return createDisbursementDesk({
    clock: deps.till.clock,
    journal,
    nowIso,
    serviceFor: (facts) => services.forAttempt(facts),
    invoiceFor: (facts) => invoiceOf(facts, settings),
    seqrNowMs: (endpoint) => services.seqrNowMs(endpoint),
    settling: deps.settling,
    complete(record, number) {
      const receipt = returnOf(record, number, deps);
      const ersReference = receipt.tenders[0]?.ersReference ?? null;
      return {
        receipt: { receipt, attemptId: record.facts.id, originalPrinted: false, copyPrinted: false },
        // Without a reference SEQR could not be told what the receipt is for.
        jobs: [...prints.firstJob(number), ...(ersReference === null ? [] : [submitter.job(number, record.facts.id)])],
        settles: desk.settledBy(record),
      };
    },
    onSettled: (records) => desk.takeOver(records),
    onOutcome,
    onChange,
    log,
  });
}

function invoiceOf(facts: RefundFacts, settings: SettingsKeeper): Invoice {
  const { receiptLanguage: language } = settings.preferences();
  return refundInvoice(facts, { title: settings.business().name, footer: translator(language)('core.invoiceFooter'), language });
}

function returnOf(
  { facts, state }: DisbursementRecord,
  number: number,
  { settings, mode, nowIso }: SessionDisbursementDeps,
): ReturnReceipt {
  const { name, organisationNumber, address } = settings.business();
  if (facts.kind !== 'refund' || state.kind !== 'done') throw new RangeError(`no return receipt for a ${facts.kind} that is ${state.kind}`);
  return buildReturn({
    facts,
    number,
    issuedAt: nowIso(),
    business: { name, organisationNumber, address },
    ersReference: state.ersReference,
    practice: mode === 'practice',
    language: settings.preferences().receiptLanguage,
  });
}
