import type { CallContext } from '../protocol/index.ts';
import { inWords, goOn, mustBe, mustSucceed, pollOnce, sendInvoice } from './checks.ts';
import { runPaymentStep } from './payment-step.ts';
import { Failed, wait } from './session.ts';
import type { Session } from './session.ts';

/*
 * SEQR's certification sheet (protocol §12), step by step. A step resolves with what was seen, and rejects with Failed
 * saying what was wrong; it takes what earlier steps brought and says so if they did not.
 */

/** What one step hands to the next. */
export interface Found {
  reference?: string;
  ersReference?: string;
}
export type Step = (session: Session, found: Found) => Promise<string>;

async function register(session: Session): Promise<string> {
  const { ports, runName } = session;
  const password = ports.randomId();
  const externalTerminalId = `Kassa ${runName}`;
  const answer = await ports.service.registerTerminal(session.contextFor('reseller'), { externalTerminalId, password, name: 'Kassa certification' });
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

/** Answers to unregisterTerminal that can be better a second later. */
const UNREGISTER_TRIES = 3;
const UNREGISTER_PAUSE_MS = 1_000;
/** After a try without an answer these say that it had worked: SEQR no longer knows the terminal (protocol §7). */
const GONE = [29, 33];

/**
 * Takes the terminal down. A lost answer is asked for again: to unregister twice harms nobody. `pauseBetween` waits
 * between tries, deaf to signals when the run is being cleaned up.
 */
export async function unregister(session: Session, pauseBetween: (ms: number) => Promise<void>): Promise<string> {
  const { terminal, ports } = session;
  if (terminal === null) throw new Failed('not run: there is no terminal (step 1)');
  const context: CallContext = session.contextFor('terminal');
  let lost = false;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ports.service.unregisterTerminal(context);
    const code = answer.kind === 'answered' ? answer.resultCode : null;
    if (code === 0 || (lost && code !== null && GONE.includes(code))) {
      session.terminal = null;
      return `terminal ${terminal.terminalId} removed`;
    }
    lost ||= answer.kind === 'noAnswer';
    if (attempt === UNREGISTER_TRIES) {
      throw new Failed(`unregisterTerminal: ${inWords(answer)}. Terminal ${terminal.terminalId} is still registered with SEQR`);
    }
    await pauseBetween(UNREGISTER_PAUSE_MS);
  }
}

const takeDown: Step = (session) => unregister(session, (ms) => wait(session, ms));

/** null: a step of the sheet that the till cannot do yet. */
export const STEPS: readonly { readonly step: number; readonly run: Step | null }[] = [
  { step: 1, run: register },
  { step: 2, run: assign },
  { step: 3, run: send },
  { step: 4, run: pay },
  { step: 5, run: submitReceipt },
  { step: 6, run: cancel },
  { step: 7, run: null },
  { step: 8, run: null },
  { step: 9, run: takeDown },
];
