import type { OpenLine } from '../../contract/day-view.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { handedOn, whyNotYet } from '../../day/index.ts';
import type { Close, OpenThing, Sent } from '../../day/index.ts';
import { isUnresolved } from '../../disbursement/index.ts';
import { closableAs, owesBack } from '../../payment/index.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import type { AttemptRecord, ClosedLine, DisbursementRecord, Entry, Journal } from '../../records/index.ts';
import { writeOrRefuse } from '../durable.ts';
import type { Desk } from '../payments/desk.ts';
import { hasReference } from '../payments/record.ts';
import { wished } from '../payments/wished.ts';
import { refuse } from '../results.ts';
import { closesThatLooked, isBefore } from './closes-back.ts';
import { isMissed, missedBy } from './missed-closes.ts';

export interface SupervisingDeps {
  readonly journal: Journal;
  readonly desk: Pick<Desk, 'closeGivenBack' | 'resolve'>;
  /** A refund of this payment can be sent from here, as the till is set up now. */
  readonly canBeRefunded: (record: AttemptRecord) => boolean;
  readonly nowIso: () => string;
  /** SEQR's own time at this endpoint, ms since 1970; null: not known. */
  readonly seqrNowMs: (endpoint: string) => number | null;
  /** The owner's hours of an absence, ms (PF-14). */
  readonly absenceMs: () => number;
  readonly onChange: () => void;
}

/** What a supervisor closes that no evidence can settle any more (PF-30). */
export interface Supervising {
  payment(intent: IntentOf<'payment.close'>): IntentResult;
  lines(intent: IntentOf<'day.closeLines'>): IntentResult;
  /** Whether a refund or a pay-out may be closed so without a letter; `sent`: null if nobody wrote it down. */
  mayCloseDisbursement(id: string, endpoint: string, sent: Sent | null, done: boolean): IntentResult;
}

const OK: IntentResult = { ok: true };

/** SEQR's letters bear a reference. */
export const isLetter = (reference: string): boolean => /^[\w./-]{4,40}$/.test(reference);

export function createSupervising(deps: SupervisingDeps): Supervising {
  const { journal } = deps;

  function closesSince(endpoint: string, isFarEnough: (close: Close) => boolean): readonly Close[] {
    return closesThatLooked(journal, isFarEnough).filter(({ facts }) => facts.endpoint === endpoint);
  }

  function mayClose(id: string, endpoint: string, sent: Sent | null, absenceMs: number | null): IntentResult {
    const closes = closesSince(endpoint, isBefore(id, sent));
    const why = whyNotYet({ id, sent, closes, nowMs: deps.seqrNowMs(endpoint), absenceMs });
    return why === null ? OK : refuse(`unresolved.${why}`);
  }

  function closePayment({ attemptId, paid, ersReference, ...intent }: IntentOf<'payment.close'>): IntentResult {
    const [letter, reason, reference] = [cleanText(intent.letter), cleanText(intent.reason), cleanText(ersReference)];
    const record = journal.attempt(attemptId);
    if (record?.stateNumber !== intent.stateNumber) return refuse('stale');
    if (reason === '') return refuse('unresolved.reason-missing');
    if (letter !== '' && !isLetter(letter)) return refuse('disbursement.reference');
    if (paid) {
      if (letter === '' || reference === '') return refuse('unresolved.needs-letter');
      if (hasReference(reference, journal, journal.attemptsNaming(reference), attemptId)) return refuse('unresolved.reference-owned');
      return wished(deps.desk.resolve(attemptId, { kind: 'paid', ersReference: reference, told: { by: 'letter', letter, reason } }));
    }
    const allowed = letter === '' ? mayClosePayment(record) : OK;
    if (!allowed.ok) return allowed;
    // What SEQR has never confirmed is closed as not paid: nothing of it can be refunded (PF-08).
    if (letter === '' && closableAs(record.state).includes('givenBack')) {
      // Its customer has the money otherwise, since no refund came through: the receipt that was made for it stands.
      if (deps.canBeRefunded(record) && !wasTried(record, journal)) return refuse('unresolved.give-back-first');
      return wished(deps.desk.closeGivenBack(attemptId, record.stateNumber, reason));
    }
    if (wentBack(record, journal)) return refuse('unresolved.refunded');
    const told = letter === '' ? ({ by: 'supervisor', reason } as const) : ({ by: 'letter', letter, reason } as const);
    return wished(deps.desk.resolve(attemptId, { kind: 'notPaid', told }));
  }

  /** A payment with a receipt is no longer open at a mark: it is one that a close has missed, and a later one too. */
  function mayClosePayment({ facts: { id, endpoint } }: AttemptRecord): IntentResult {
    return isMissed(journal.latestCloses(1)[0], id) ? mayCloseLine(id, endpoint) : mayClose(id, endpoint, null, null);
  }

  /** It has been handed on by a close that came a day, and at least one close, after the one that missed it first. */
  function mayCloseLine(id: string, endpoint: string): IntentResult {
    const missed = missedBy(id, (isFarEnough) => closesSince(endpoint, isFarEnough));
    if (missed === null) return refuse('unresolved.close');
    const why = whyNotYet({ id, ...missed, nowMs: deps.seqrNowMs(endpoint), absenceMs: null });
    return why === null ? OK : refuse(`unresolved.${why}`);
  }

  function closeLines({ number, ids, ...intent }: IntentOf<'day.closeLines'>): IntentResult {
    const [letter, reason] = [cleanText(intent.letter), cleanText(intent.reason)];
    const close = journal.closeNumbered(number);
    if (close === null) return refuse('day.no-such-close');
    if (!isLatestClose(number, journal)) return refuse('stale');
    if (reason === '') return refuse('unresolved.reason-missing');
    if (letter !== '' && !isLetter(letter)) return refuse('disbursement.reference');
    const things = new Map(closableLines(close, journal).map((thing) => [thing.id, thing]));
    if (!ids.every((id) => things.has(id))) return refuse('stale');
    for (const id of ids) {
      const needsTime = letter === '' && (things.get(id)?.kind === 'tillOnly' || things.get(id)?.kind === 'differs');
      const allowed = needsTime ? mayCloseLine(id, close.facts.endpoint) : OK;
      if (!allowed.ok) return allowed;
    }
    const closed: ClosedLine = { at: deps.nowIso(), reason, letter: letter === '' ? null : letter };
    const entries = ids.map((id): Entry => ({
      kind: 'close.lineClosed',
      subject: id,
      body: { close: number, ...closed, line: things.get(id) },
    }));
    const before = journal.slot('closed-lines') ?? {};
    const slots = { 'closed-lines': { ...before, ...Object.fromEntries(ids.map((id) => [id, closed])) } };
    const written = writeOrRefuse(() => journal.write({ entries, slots }));
    deps.onChange();
    return written;
  }

  return {
    payment: closePayment,
    lines: closeLines,
    mayCloseDisbursement: (id, endpoint, sent, done) => mayClose(id, endpoint, sent, done ? null : deps.absenceMs()),
  };
}

/** Its open lines are those that windows show: what an earlier one had is settled by now, or is one of its lines too (PF-17, PF-26). */
export function isLatestClose(number: number, journal: Pick<Journal, 'nextCloseNumber'>): boolean {
  return number === journal.nextCloseNumber() - 1;
}

type Refunds = Pick<Journal, 'refundsOf'>;

const refundsOf = ({ receiptNumber }: AttemptRecord, journal: Refunds): readonly DisbursementRecord[] =>
  receiptNumber === null ? [] : journal.refundsOf(receiptNumber);

/** A refund of it has been tried, and none is in doubt. */
function wasTried(record: AttemptRecord, journal: Refunds): boolean {
  const refunds = refundsOf(record, journal);
  return refunds.length > 0 && !refunds.some(({ state }) => isUnresolved(state));
}

/**
 * Some of its money has gone back to the customer, or may have. Nobody can say then that it was not paid: the counter-receipt of
 * the whole (PF-33) would take out of the books what a return receipt has taken out already.
 */
function wentBack(record: AttemptRecord, journal: Refunds): boolean {
  return refundsOf(record, journal).some(({ state }) => state.kind === 'done' || isUnresolved(state));
}

/**
 * What of a done close a supervisor can close: nobody has closed it yet, and no payment of it has ended without money since.
 *
 * @param limit so many at most
 */
export function closableLines(
  close: Close,
  journal: Pick<Journal, 'attempt' | 'refundsOf' | 'slot'>,
  limit = Infinity,
): readonly OpenLine[] {
  const closed = journal.slot('closed-lines') ?? {};
  const lines: OpenLine[] = [];
  for (const thing of handedOn(close)) {
    if (lines.length >= limit) break;
    if (!isLine(thing) || thing.id in closed) continue;
    const record = thing.kind === 'seqrOnly' ? null : journal.attempt(thing.id);
    if (record?.state.kind === 'reversed') continue;
    lines.push({ ...thing, notPaid: canBeNotPaid(record, journal) ? { stateNumber: record.stateNumber } : null });
  }
  return lines;
}

/** What is to go back to its customer is an item of its own. */
function canBeNotPaid(record: AttemptRecord | null, journal: Refunds): record is AttemptRecord {
  if (record === null || owesBack(record.state) || wentBack(record, journal)) return false;
  return closableAs(record.state).includes('notPaid');
}

/** A line of a comparison, or a receipt that none covers; what is unknown is closed by its own way. */
function isLine({ kind }: OpenThing): boolean {
  return kind === 'tillOnly' || kind === 'seqrOnly' || kind === 'differs' || kind === 'notCompared';
}
