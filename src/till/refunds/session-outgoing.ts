import { buildReturn, refundInvoice } from '../../outgoing/index.ts';
import type { RefundFacts } from '../../outgoing/index.ts';
import type { Invoice } from '../../protocol/index.ts';
import type { ReturnReceipt } from '../../receipt/index.ts';
import type { Journal, OutgoingRecord } from '../../records/index.ts';
import { translator } from '../../text/index.ts';
import type { TillDeps } from '../ports.ts';
import type { PrintQueue } from '../receipts/print-queue.ts';
import type { Submitter } from '../receipts/submitter.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { createOutgoingDesk } from './outgoing-desk.ts';
import type { OutgoingDesk } from './outgoing-desk.ts';

export interface SessionOutgoingDeps {
  readonly till: TillDeps;
  readonly mode: 'practice' | 'live';
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly journal: Journal;
  readonly prints: Pick<PrintQueue, 'firstJob'>;
  readonly submitter: Pick<Submitter, 'job'>;
  readonly nowIso: () => string;
  readonly onOutcome: (record: OutgoingRecord) => void;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** Refunds and pay-outs of one journal, joined to the printer and to SEQR's copy of each return receipt. */
export function createSessionOutgoing(deps: SessionOutgoingDeps): OutgoingDesk {
  const { settings, services, journal, prints, submitter, nowIso, onOutcome, onChange, log } = deps;
  return createOutgoingDesk({
    clock: deps.till.clock,
    journal,
    nowIso,
    serviceFor: (facts) => services.forAttempt(facts),
    invoiceFor: (facts) => invoiceOf(facts, settings),
    complete(record, number) {
      const receipt = returnOf(record, number, deps);
      const ersReference = receipt.tenders[0]?.ersReference ?? null;
      return {
        receipt: { receipt, attemptId: record.facts.id, originalPrinted: false, copyPrinted: false },
        // Without a reference SEQR could not be told what the receipt is for.
        jobs: [...prints.firstJob(number), ...(ersReference === null ? [] : [submitter.job(number, record.facts.id)])],
      };
    },
    onOutcome,
    onChange,
    log,
  });
}

function invoiceOf(facts: RefundFacts, settings: SettingsKeeper): Invoice {
  const { receiptLanguage: language } = settings.preferences();
  return refundInvoice(facts, { title: settings.business().name, footer: translator(language)('core.invoiceFooter'), language });
}

function returnOf({ facts, state }: OutgoingRecord, number: number, { settings, mode, nowIso }: SessionOutgoingDeps): ReturnReceipt {
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
