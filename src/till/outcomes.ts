import { isPaid } from '../payment/index.ts';
import { classify } from '../protocol/index.ts';
import type { AttemptRecord, DisbursementRecord } from '../records/index.ts';
import type { PrintQueue } from './receipts/print-queue.ts';
import type { Submitter } from './receipts/submitter.ts';
import type { Counter } from './sales/counter.ts';
import type { Health } from './set-up/health.ts';
import { createSteps } from './set-up/steps.ts';
import type { ProfileStore } from './settings/settings.ts';

export interface OutcomesDeps {
  readonly counter: Pick<Counter, 'takeOver' | 'changing' | 'setChanging'>;
  readonly prints: Pick<PrintQueue, 'takeUp'>;
  readonly submitter: Pick<Submitter, 'takeUp'>;
  readonly health: Pick<Health, 'registrationRefused'>;
  readonly settings: { readonly profile: ProfileStore };
  readonly onChange: () => void;
}

/** What follows in the rest of the till when a payment, a refund or a pay-out has come to something, and that is on disk. */
export interface Outcomes {
  readonly ofPayment: (record: AttemptRecord) => void;
  readonly ofDisbursement: (record: DisbursementRecord) => void;
}

export function createOutcomes({ counter, prints, submitter, health, settings, onChange }: OutcomesDeps): Outcomes {
  /** The jobs that came to disk with a receipt. */
  function takeUpJobs(): void {
    prints.takeUp();
    submitter.takeUp();
  }

  return {
    ofPayment({ facts, state, receiptNumber }) {
      counter.takeOver();
      if (receiptNumber !== null || state.kind === 'live' || state.kind === 'reserved') takeUpJobs();
      // What has ended or has become a tab is not changed any more.
      if (counter.changing() === facts.id && state.kind !== 'live') counter.setChanging(null);
      if (facts.test && isPaid(state)) createSteps(settings.profile).pass('testPayment', { testPaid: true });
      if (facts.test && state.kind === 'reversed') settings.profile.save({ testPaid: false });
      if (state.kind === 'refused' && classify('sendInvoice', state.resultCode) === 'registration') health.registrationRefused();
      onChange();
    },
    ofDisbursement({ facts, state, receiptNumber }) {
      if (receiptNumber !== null) takeUpJobs();
      const operation = facts.kind === 'refund' ? 'refundPayment' : 'creditUser';
      if (state.kind === 'refused' && classify(operation, state.resultCode) === 'registration') health.registrationRefused();
      onChange();
    },
  };
}
