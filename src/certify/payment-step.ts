import { mustBe, mustBeOurs, pollOnce, sendInvoice } from './checks.ts';
import { payAndPoll } from './paying.ts';
import { Failed, wait } from './session.ts';
import type { Session } from './session.ts';

/** 4e. */
const PAUSE_MS = 30_000;
const PROGRESS_MS = 5_000;

/** 4e: thirty seconds in which nothing is asked, told as they pass. */
async function pause(session: Session): Promise<void> {
  for (let left = PAUSE_MS; left > 0; left -= PROGRESS_MS) {
    session.ports.tell(`  4e: asking nothing for another ${left / 1000} s`);
    await wait(session, Math.min(PROGRESS_MS, left));
  }
}

/** 4f: what each reference must say now, and why. */
async function pollBoth(session: Session, paid: { reference: string; version: number }, second: string): Promise<void> {
  const { tell } = session.ports;
  const open = await pollOnce(session, '4f, the second invoice', second, 0);
  mustBe('4f, the second invoice', open, 'ISSUED');
  tell(`  4f: ${second} is ISSUED: nobody has paid it, and half a minute does not end an invoice`);
  const first = await pollOnce(session, '4f, the paid invoice', paid.reference, paid.version);
  mustBe('4f, the paid invoice', first, 'PAID');
  mustBeOurs(session, '4f, the paid invoice', first, paid.reference);
  const known = session.options.acknowledge === 'version' ? 'the poll that sent its version back' : 'the poll of 4c';
  tell(`  4f: ${paid.reference} is PAID still: ${known} told SEQR that the till knows, so nothing was returned`);
}

/** Step 4, a to f, for the invoice of step 3. The payment's ersReference. */
export async function runPaymentStep(session: Session, reference: string): Promise<string> {
  const { ersReference, version } = await payAndPoll(session, { unpaid: '4a', scan: '4b', paid: '4c' }, reference);

  const second = await sendInvoice(session, '4d', `${session.runName}-1`);
  if (second === reference) throw new Failed('4d: the repeated sendInvoice got the paid reference again');
  session.ports.tell(`  4d: the repeated sendInvoice got ${second}`);

  await pause(session);
  await pollBoth(session, { reference, version }, second);
  return ersReference;
}
