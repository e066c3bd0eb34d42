import { terminalCode } from '../protocol/index.ts';
import type { PaymentStatus } from '../protocol/index.ts';
import { inWords, goOn, mustBe, mustBeOurs, pollOnce, sendInvoice } from './checks.ts';
import type { Answered } from './checks.ts';
import { Failed, totalOf, wait } from './session.ts';
import type { Session } from './session.ts';

/** SEQR's rhythm (PF-03). */
const POLL_INTERVAL_MS = 1_000;
/** 4e. */
const PAUSE_MS = 30_000;
const PROGRESS_MS = 5_000;
/** No later read turns one of these into PAID. */
const ENDED = ['CANCELED', 'FAILED', 'EXPIRED'];

/** 4c: polls once a second, start to start, until PAID. A call without an answer tells nothing; the next one may. */
async function pollUntilPaid(session: Session, reference: string, version: number): Promise<Answered<PaymentStatus>> {
  const { clock, phone, service, tell } = session.ports;
  const startMs = clock.monotonicMs();
  let latest = version;
  let last = 'nothing yet';
  let toldAtMs = startMs;
  for (;;) {
    goOn(session);
    const askedMs = clock.monotonicMs();
    const answer = await service.getPaymentStatus(session.contextFor('terminal'), reference, latest);
    if (answer.kind === 'answered' && answer.resultCode === 0) {
      const { status } = answer.value;
      if (status === 'PAID') return answer;
      if (ENDED.includes(status ?? '')) throw new Failed(`4c: ${status ?? ''} instead of PAID`);
      latest = answer.value.version;
      last = status ?? last;
    } else {
      last = inWords(answer);
    }
    const nowMs = clock.monotonicMs();
    if (nowMs - startMs >= phone.patienceMs) {
      throw new Failed(`4c: not paid within ${phone.patienceMs / 1000} s; the last answer was ${last}`);
    }
    if (nowMs - toldAtMs >= PROGRESS_MS) {
      toldAtMs = nowMs;
      tell(`  waiting for the payment (${last}, ${Math.round((nowMs - startMs) / 1000)} s)`);
    }
    await wait(session, Math.max(0, POLL_INTERVAL_MS - (nowMs - askedMs)));
  }
}

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
  tell(`  4f: ${paid.reference} is PAID still: the poll of 4c told SEQR that the till knows, so nothing was returned`);
}

/** Step 4, a to f, for the invoice of step 3. The payment's ersReference. */
export async function runPaymentStep(session: Session, reference: string): Promise<string> {
  const { phone, tell } = session.ports;
  const unpaid = await pollOnce(session, '4a', reference, 0);
  mustBe('4a', unpaid, 'ISSUED');
  tell(`  4a: one poll, ISSUED, version ${unpaid.value.version}`);

  goOn(session);
  const presented = await phone.present({
    terminalCode: terminalCode(session.options.seqrId),
    invoiceReference: reference,
    amount: totalOf(session.options),
  });
  if (!presented.ok) throw new Failed(`4b: ${presented.detail}`);
  tell(`  4b: ${presented.detail}`);

  const paid = await pollUntilPaid(session, reference, unpaid.value.version);
  session.openInvoice = null;
  const ersReference = mustBeOurs(session, '4c', paid, reference);
  tell(`  4c: PAID, ersReference ${ersReference}, version ${paid.value.version}`);

  const second = await sendInvoice(session, '4d', `${session.runName}-1`);
  if (second === reference) throw new Failed('4d: the repeated sendInvoice got the paid reference again');
  tell(`  4d: the repeated sendInvoice got ${second}`);

  await pause(session);
  await pollBoth(session, { reference, version: paid.value.version }, second);
  return ersReference;
}
