import { terminalCode } from '../protocol/index.ts';
import type { PaymentStatus } from '../protocol/index.ts';
import { inWords, goOn, mustBe, mustBeOurs, pollOnce } from './checks.ts';
import type { Answered } from './checks.ts';
import { Failed, totalOf, wait } from './session.ts';
import type { Session } from './session.ts';

/** SEQR's rhythm (PF-03). */
const POLL_INTERVAL_MS = 1_000;
const PROGRESS_MS = 5_000;
/** No later read turns one of these into PAID. */
const ENDED = ['CANCELED', 'FAILED', 'EXPIRED'];

/** Polls once a second, start to start, until PAID. A call without an answer tells nothing; the next one may. */
async function pollUntilPaid(session: Session, what: string, reference: string, version: number): Promise<Answered<PaymentStatus>> {
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
      if (ENDED.includes(status ?? '')) throw new Failed(`${what}: ${status ?? ''} instead of PAID`);
      latest = answer.value.version;
      last = status ?? last;
    } else {
      last = inWords(answer);
    }
    const nowMs = clock.monotonicMs();
    if (nowMs - startMs >= phone.patienceMs) {
      throw new Failed(`${what}: not paid within ${phone.patienceMs / 1000} s; the last answer was ${last}`);
    }
    if (nowMs - toldAtMs >= PROGRESS_MS) {
      toldAtMs = nowMs;
      tell(`  waiting for the payment (${last}, ${Math.round((nowMs - startMs) / 1000)} s)`);
    }
    await wait(session, Math.max(0, POLL_INTERVAL_MS - (nowMs - askedMs)));
  }
}

/** What the sheet calls the parts of a payment. */
export interface PartNames {
  readonly unpaid: string;
  readonly scan: string;
  readonly paid: string;
}

/** A payment that was made and told. */
export interface Paid {
  readonly ersReference: string;
  readonly version: number;
}

/**
 * One poll before anybody scanned, the scan, and polls until PAID. With `--acknowledge version` one read more, which sends
 * the version of PAID back, as the till always does (PF-08): which of the two acknowledges is not published (protocol §15.6).
 */
export async function payAndPoll(session: Session, names: PartNames, reference: string): Promise<Paid> {
  const { phone, tell } = session.ports;
  const unpaid = await pollOnce(session, names.unpaid, reference, 0);
  mustBe(names.unpaid, unpaid, 'ISSUED');
  tell(`  ${names.unpaid}: one poll, ISSUED, version ${unpaid.value.version}`);

  goOn(session);
  const presented = await phone.present({
    terminalCode: terminalCode(session.options.seqrId),
    invoiceReference: reference,
    amount: totalOf(session.options),
  });
  if (!presented.ok) throw new Failed(`${names.scan}: ${presented.detail}`);
  tell(`  ${names.scan}: ${presented.detail}`);

  const paid = await pollUntilPaid(session, names.paid, reference, unpaid.value.version);
  session.openInvoice = null;
  const ersReference = mustBeOurs(session, names.paid, paid, reference);
  const { version } = paid.value;
  tell(`  ${names.paid}: PAID, ersReference ${ersReference}, version ${version}`);
  if (session.options.acknowledge === 'version') {
    mustBe(names.paid, await pollOnce(session, names.paid, reference, version), 'PAID');
    tell(`  ${names.paid}: once more with version ${version}, which says that the till knows`);
  }
  return { ersReference, version };
}
