import { inWords, goOn, mustSucceed, sendInvoice } from './checks.ts';
import { payAndPoll } from './paying.ts';
import { certificationInvoice, Failed } from './session.ts';
import type { Session } from './session.ts';

/** A payment and the refund of all of it. */
export interface Refunded {
  readonly paymentReference: string;
  /** Of the refund. */
  readonly ersReference: string;
}

/** Step 7: a payment of its own, and all of it back. A refund without an answer is never repeated (PF-14). */
export async function runRefundStep(session: Session): Promise<Refunded> {
  const { ports, runName } = session;
  const reference = await sendInvoice(session, '7, sendInvoice', `${runName}-3`);
  const names = { unpaid: '7, getPaymentStatus', scan: '7, scan', paid: '7, getPaymentStatus after it' };
  const { ersReference: paymentReference } = await payAndPoll(session, names, reference);
  goOn(session);
  const invoice = certificationInvoice(session, `${runName}-4`);
  const answer = await ports.service.refundPayment(session.contextFor('terminal'), paymentReference, invoice);
  if (answer.kind === 'noAnswer') {
    throw new Failed(
      `7, refundPayment: ${inWords(answer)}. The money may have gone back or not; SEQR's report tells, and nothing was repeated`,
    );
  }
  const { ersReference } = mustSucceed('7, refundPayment', answer);
  if (ersReference === null) throw new Failed('7, refundPayment: 0 without an ersReference');
  return { paymentReference, ersReference };
}
