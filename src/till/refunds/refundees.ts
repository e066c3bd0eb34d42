import { takenFor } from '../../payment/index.ts';
import type { SaleReceipt } from '../../receipt/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import type { Problem } from '../../text/index.ts';
import { noPassword } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

interface RefundeesDeps {
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly journal: Pick<Journal, 'attempt' | 'receipt'>;
  /** What is left to pay of the sale of which this receipt is a part is on its way to be paid. */
  readonly isRestOpen: (receiptNumber: number) => boolean;
}

/** A payment as a refund names it to SEQR. */
interface NamedPayment {
  readonly attemptId: string;
  readonly ersReference: string;
  readonly invoiceReference: string;
}

/** A sale whose payment can be named to SEQR. */
interface Refundee extends NamedPayment {
  readonly receipt: SaleReceipt;
}

/** Whose money can be given back here and now, or why it cannot (PF-14, PF-24). */
export interface Refundees {
  ofReceipt(number: number): Refundee | Problem;
  /** The payment, as it can be named to SEQR by this terminal. */
  ofPayment(record: AttemptRecord): NamedPayment | Problem;
}

export function createRefundees({ settings, services, journal, isRestOpen }: RefundeesDeps): Refundees {
  function ofReceipt(number: number): Refundee | Problem {
    const record = journal.receipt(number);
    if (record?.receipt.kind !== 'sale') return { code: 'refund.no-sale' };
    const attempt = journal.attempt(record.attemptId);
    if (attempt === null) return { code: 'journal.damaged' };
    // The goods would go for what is left (PF-08).
    if (isRestOpen(number)) return { code: 'refund.rest-open' };
    const named = ofPayment(attempt);
    return 'code' in named ? named : { ...named, receipt: record.receipt };
  }

  function ofPayment({ state, facts }: AttemptRecord): NamedPayment | Problem {
    if (state.kind === 'reversed') return { code: 'refund.reversed' };
    if (state.kind !== 'completed' || state.payment.ersReference === null) return { code: 'refund.not-confirmed' };
    if (takenFor(facts, state)?.currency !== facts.amount.currency) return { code: 'refund.other-currency' };
    const { endpoint, terminal } = settings.profile.get();
    if (endpoint !== facts.endpoint) return { code: 'refund.other-endpoint' };
    if (terminal?.terminalId == null) return { code: 'refund.no-terminal' };
    const at = { endpoint, terminalId: terminal.terminalId };
    if (services.credentials(at) === null) return { code: noPassword(services, at) };
    const { ersReference } = state.payment;
    return { attemptId: facts.id, ersReference, invoiceReference: state.invoiceReference };
  }

  return { ofReceipt, ofPayment };
}
