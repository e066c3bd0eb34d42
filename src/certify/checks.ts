import { equals, toDecimal } from '../money/index.ts';
import { resultName } from '../protocol/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import { Failed, Stopped, certificationInvoice, totalOf } from './session.ts';
import type { Session } from './session.ts';

export type Answered<Value> = Extract<Answer<Value>, { kind: 'answered' }>;

/** The answer in words. */
export function inWords(answer: Answer<unknown>): string {
  switch (answer.kind) {
    case 'answered':
      return `${answer.resultCode} ${resultName(answer.resultCode) ?? 'unknown'}`;
    case 'notSent':
      return `not sent (${answer.detail})`;
    case 'noAnswer':
      return `no usable answer (${answer.detail})`;
  }
}

/** The answer, if SEQR answered 0; otherwise the step has failed. */
export function mustSucceed<Value>(what: string, answer: Answer<Value>): Answered<Value> {
  if (answer.kind === 'answered' && answer.resultCode === 0) return answer;
  throw new Failed(`${what}: ${inWords(answer)}`);
}

/** Between two calls a stopped run ends here. */
export function goOn({ ports }: Session): void {
  if (ports.stop.aborted) throw new Stopped();
}

/** Sends the certification's invoice; the reference SEQR gave. From here on a customer could pay it. */
export async function sendInvoice(session: Session, what: string, clientInvoiceId: string): Promise<string> {
  goOn(session);
  const answer = mustSucceed(
    what,
    await session.ports.service.sendInvoice(session.contextFor('terminal'), certificationInvoice(session, clientInvoiceId)),
  );
  const reference = answer.value.invoiceReference;
  if (reference === null) throw new Failed(`${what}: 0 without an invoiceReference`);
  session.openInvoice = reference;
  return reference;
}

/** Exactly one status call. */
export async function pollOnce(session: Session, what: string, reference: string, version: number): Promise<Answered<PaymentStatus>> {
  goOn(session);
  const answer = await session.ports.service.getPaymentStatus(session.contextFor('terminal'), reference, version);
  return mustSucceed(what, answer);
}

export function mustBe(what: string, answer: Answered<PaymentStatus>, status: string): void {
  if (answer.value.status !== status) throw new Failed(`${what}: ${answer.value.status ?? 'no status'} instead of ${status}`);
}

/** The payment's reference; a receipt that names another invoice or amount fails (PF-08). */
export function mustBeOurs(session: Session, what: string, answer: Answered<PaymentStatus>, reference: string): string {
  const { receipt } = answer.value;
  const named = receipt?.invoiceReference;
  if (named !== undefined && named !== reference) throw new Failed(`${what}: the receipt is for invoice ${named}, not ${reference}`);
  const total = receipt?.totalAmount;
  const ours = totalOf(session.options);
  if (total === 'unreadable') throw new Failed(`${what}: the receipt's amount cannot be read`);
  if (total !== undefined && !equals(total, ours)) {
    throw new Failed(`${what}: the receipt says ${toDecimal(total)} ${total.currency}, not ${toDecimal(ours)} ${ours.currency}`);
  }
  const ersReference = answer.ersReference ?? receipt?.paymentReference;
  if (ersReference === undefined) throw new Failed(`${what}: PAID without an ersReference`);
  return ersReference;
}
