import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { Close, DetailRow } from '../../day/index.ts';
import { equals, ONE } from '../../money/index.ts';
import type { Money } from '../../money/index.ts';
import { isOpen, termsOf, termsOfSale } from '../../payment/index.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import type { AttemptRecord, Entry, Journal } from '../../records/index.ts';
import { translator } from '../../text/index.ts';
import type { Problem } from '../../text/index.ts';
import { writeOrRefuse } from '../durable.ts';
import type { Desk } from '../payments/desk.ts';
import { hasReference } from '../payments/record.ts';
import { refuse, refused } from '../results.ts';
import { callFacts } from '../service/call-facts.ts';
import type { CallFactsDeps } from '../service/call-facts.ts';
import { closesBackTo } from './closes-back.ts';
import { closableLines, isLatestClose } from './supervising.ts';

export interface TakingUpDeps extends CallFactsDeps {
  readonly journal: Journal;
  readonly desk: Pick<Desk, 'inPlay' | 'takeOver'>;
  readonly onChange: () => void;
}

/**
 * A payment that only SEQR's report knows is taken into the book as one that sold nothing, so that it goes back to its customer
 * by the same way as any other, once (PF-06, PF-14, PF-17).
 */
export interface TakingUp {
  row(intent: IntentOf<'day.takeUpRow'>): IntentResult;
}

/** A row, and the close whose report lists it. */
interface FoundRow {
  readonly row: DetailRow & { readonly ersReference: string };
  readonly close: Close;
}

export function createTakingUp(deps: TakingUpDeps): TakingUp {
  const { journal, desk, settings, nowIso } = deps;

  function found({ number, id }: IntentOf<'day.takeUpRow'>): FoundRow | Problem {
    const shown = isLatestClose(number, journal) ? journal.closeNumbered(number) : null;
    const lines = shown === null ? [] : closableLines(shown, journal);
    const line = lines.find((each) => each.id === id && each.kind === 'seqrOnly');
    const close = line === undefined ? undefined : closeOfRow(id, journal);
    const row = close === undefined ? undefined : rowsOf(close)[Number(id.slice(id.lastIndexOf('.') + 1))];
    if (line === undefined || close === undefined || row === undefined) return { code: 'stale' };
    const { ersReference } = row;
    if (row.amount.minor <= 0) return { code: 'day.row-no-payment' };
    if (ersReference === null) return { code: 'day.row-no-reference' };
    // A report of the whole shop may list another till's payment without saying whose it is.
    if (close.facts.scope === 'shop' && row.terminalId !== close.facts.terminalId) return { code: 'day.row-of-another' };
    const isReturned = lines.some((each) => each.ersReference === ersReference && each.amount.minor < 0);
    if (isReturned || hasReference(ersReference, journal, journal.attemptsNaming(ersReference))) return { code: 'day.row-known' };
    if (desk.inPlay().some((record) => couldOwn(record, close, row.amount))) return { code: 'day.row-may-be' };
    return { row: { ...row, ersReference }, close };
  }

  function factsOf({ close, row }: FoundRow): AttemptFacts | Problem {
    const { seqrId, endpoint } = settings.profile.get();
    const { terminalId, register } = close.facts;
    if (close.facts.endpoint !== endpoint) return { code: 'refund.other-endpoint' };
    const common = callFacts(deps, 'refund.no-terminal');
    if ('code' in common) return common;
    const { currency } = row.amount;
    const name = translator(settings.preferences().receiptLanguage)('core.unexplainedRow');
    const vatRate = settings.business().defaultVatRate;
    const rows = [{ id: `${common.id}.0`, kind: 'amount', name, unitPrice: row.amount, quantityMilli: ONE, unit: 'EA', vatRate }] as const;
    const { sale, figures, amount } = termsOfSale({ id: common.id, currency, rows });
    return { ...common, terminalId, register, seqrId: seqrId ?? '', amount, sale, figures, test: false, replaces: null };
  }

  return {
    row(intent) {
      const reason = cleanText(intent.reason);
      if (reason === '') return refuse('unresolved.reason-missing');
      const one = found(intent);
      if ('code' in one) return refused(one);
      const facts = factsOf(one);
      if ('code' in facts) return refused(facts);
      const record = takenUp(facts, one.row.ersReference, nowIso());
      const entries: readonly Entry[] = [
        { kind: 'close.lineClosed', subject: intent.id, body: { close: intent.number, reason, takenUpAs: facts.id } },
        { kind: 'attempt.completed', subject: facts.id, body: { by: 'takenUp', facts, state: record.state } },
      ];
      const closed = { ...journal.slot('closed-lines'), [intent.id]: { at: nowIso(), reason, letter: null } };
      const written = writeOrRefuse(() => journal.write({ entries, attempts: [record], slots: { 'closed-lines': closed } }));
      if (written.ok) desk.takeOver([record]);
      deps.onChange();
      return written;
    },
  };
}

/** Rows are called by their close and their place there. */
function closeOfRow(id: string, journal: Pick<Journal, 'latestCloses'>): Close | undefined {
  const isIts = ({ facts }: Close): boolean => id.startsWith(`${facts.id}.`);
  return closesBackTo((limit) => journal.latestCloses(limit), isIts).find(isIts);
}

function rowsOf({ state }: Close): readonly DetailRow[] {
  const comparison = state.kind === 'done' ? state.result?.comparison : undefined;
  return comparison?.kind === 'details' ? comparison.seqrOnly : [];
}

/** Nobody knows what became of it, and it may be this very payment (PF-17). */
function couldOwn({ facts, state, listed }: AttemptRecord, close: Close, amount: Money): boolean {
  const isUnknown = (isOpen(state) && !('payment' in state && state.payment.ersReference !== null)) || (state.kind === 'orphan' && listed);
  if (!isUnknown || facts.endpoint !== close.facts.endpoint) return false;
  const more = state.kind === 'live' || state.kind === 'reserved' ? [state.asked, ...state.doubts] : [];
  const draft = state.kind === 'reserved' ? [state.draft] : [];
  const amounts = [facts.amount, ...[termsOf(facts, state), ...more, ...draft].flatMap((terms) => terms?.amount ?? [])];
  return amounts.some((each) => equals(each, amount));
}

function takenUp(facts: AttemptFacts, ersReference: string, at: string): AttemptRecord {
  const payment = { ersReference, afterRestart: false, wonAgainstCancel: false, byReport: true, giveBack: { why: 'unexplained' } } as const;
  return {
    facts,
    // A report names no invoice.
    state: { kind: 'completed', invoiceReference: '', payment },
    stateNumber: 1,
    stages: { sent: null, waiting: null, confirming: null, paid: at },
    changedAt: at,
    receiptNumber: null,
    onScreen: false,
    alarms: [],
    listed: false,
  };
}
