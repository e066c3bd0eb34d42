import { inWords, goOn, mustBe, mustSucceed, pollOnce, sendInvoice } from './checks.ts';
import { runPaymentStep } from './payment-step.ts';
import { runRefundStep } from './refund-step.ts';
import type { Refunded } from './refund-step.ts';
import { runReportStep } from './report-step.ts';
import { Failed, wait } from './session.ts';
import type { Session } from './session.ts';
import { unregisterAsReseller, unregisterAsTerminal } from './unregister-step.ts';

/*
 * SEQR's certification sheet (protocol §12), step by step. A step resolves with what was seen, and rejects with Failed
 * saying what was wrong; it takes what earlier steps brought and says so if they did not.
 */

/** What one step hands to the next. */
export interface Found {
  reference?: string;
  ersReference?: string;
  refunded?: Refunded;
}
export type Step = (session: Session, found: Found) => Promise<string>;

async function register(session: Session): Promise<string> {
  const { ports, runName } = session;
  const password = ports.randomId();
  const externalTerminalId = `Kassa ${runName}`;
  const answer = await ports.service.registerTerminal(session.contextFor('reseller'), {
    externalTerminalId,
    password,
    name: 'Kassa certification',
  });
  if (answer.kind === 'noAnswer') {
    throw new Failed(`registerTerminal: ${inWords(answer)}. SEQR may have a terminal "${externalTerminalId}" now; only SEQR can remove it`);
  }
  const { terminalId } = mustSucceed('registerTerminal', answer).value;
  if (terminalId === null) throw new Failed('registerTerminal: 0 without a terminalId');
  session.terminal = { terminalId, credentials: { type: 'TERMINALID', id: terminalId, password } };
  return `terminal ${terminalId}`;
}

async function assign(session: Session): Promise<string> {
  const { seqrId } = session.options;
  mustSucceed('assignSeqrId', await session.ports.service.assignSeqrId(session.contextFor('terminal'), seqrId));
  return `SEQR id ${seqrId} assigned; clientReference sent, clientRequestTimeout 0`;
}

async function send(session: Session, found: Found): Promise<string> {
  found.reference = await sendInvoice(session, 'sendInvoice', `${session.runName}-1`);
  return `two rows, invoice ${found.reference}`;
}

async function pay(session: Session, found: Found): Promise<string> {
  if (found.reference === undefined) throw new Failed('not run: there is no invoice (step 3)');
  found.ersReference = await runPaymentStep(session, found.reference);
  return `ISSUED, PAID ${found.ersReference}, and PAID still after 30 s`;
}

async function submitReceipt(session: Session, found: Found): Promise<string> {
  if (found.ersReference === undefined) throw new Failed('not run: nothing was paid (step 4)');
  const html = `<!DOCTYPE html><html lang="en"><body><h1>Receipt</h1><p>${session.runName}: ${found.ersReference}</p></body></html>`;
  const answer = await session.ports.service.submitPaymentReceipt(session.contextFor('terminal'), found.ersReference, {
    mimeType: 'Base64',
    receiptData: Buffer.from(html, 'utf8').toString('base64'),
    receiptType: 'PAYMENT_RECEIPT',
  });
  mustSucceed('submitPaymentReceipt', answer);
  return 'HTML in Base64 accepted';
}

async function cancel(session: Session): Promise<string> {
  const reference = await sendInvoice(session, '6, sendInvoice', `${session.runName}-2`);
  const before = await pollOnce(session, '6, getPaymentStatus', reference, 0);
  mustBe('6, getPaymentStatus', before, 'ISSUED');
  goOn(session);
  mustSucceed('6, cancelInvoice', await session.ports.service.cancelInvoice(session.contextFor('terminal'), reference));
  // The sheet ends here; the till believes a cancellation only once a read says so (PF-12).
  const after = await pollOnce(session, '6, the read after it', reference, before.value.version);
  mustBe('6, the read after it', after, 'CANCELED');
  session.openInvoice = null;
  return `invoice ${reference} ISSUED, then CANCELED`;
}

async function refund(session: Session, found: Found): Promise<string> {
  found.refunded = await runRefundStep(session);
  const { paymentReference, ersReference } = found.refunded;
  return `payment ${paymentReference} refunded in full, ersReference ${ersReference}`;
}

const report: Step = (session, found) => runReportStep(session, found);

const takeDown: Step = (session) =>
  session.options.unregisterAs === 'reseller' ? unregisterAsReseller(session) : unregisterAsTerminal(session, (ms) => wait(session, ms));

export const STEPS: readonly { readonly step: number; readonly run: Step }[] = [
  { step: 1, run: register },
  { step: 2, run: assign },
  { step: 3, run: send },
  { step: 4, run: pay },
  { step: 5, run: submitReceipt },
  { step: 6, run: cancel },
  { step: 7, run: refund },
  { step: 8, run: report },
  { step: 9, run: takeDown },
];
