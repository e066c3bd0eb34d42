import type { DisbursementView } from '../../contract/disbursement-view.ts';
import type { UnresolvedItem } from '../../contract/payment-view.ts';
import type { Settling } from '../../day/index.ts';
import { isUnresolved, maySendAgain, othersAnswered } from '../../disbursement/index.ts';
import type { DisbursementFacts, RefundFacts, Sending, Verdict } from '../../disbursement/index.ts';
import { TIMING } from '../../payment/index.ts';
import { answerSummary } from '../../protocol/index.ts';
import type { Answer, Credentials, Invoice, SeqrService } from '../../protocol/index.ts';
import type { Entry, Journal, DisbursementRecord } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';
import type { WishResult } from '../payments/wished.ts';
import { CANNOT_ASK } from '../service/answers.ts';
import { createDisbursementHoldings } from './disbursement-holdings.ts';
import type { DisbursementHolding, DisbursementHoldings, DisbursementHoldingsDeps } from './disbursement-holdings.ts';
import { disbursementItem, disbursementView } from './disbursement-view.ts';

export interface DisbursementDeskDeps extends DisbursementHoldingsDeps {
  readonly journal: Journal;
  /** Who to ask, and as whom; null when the terminal's password cannot be read. */
  readonly serviceFor: (facts: DisbursementFacts) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly invoiceFor: (facts: RefundFacts) => Invoice;
  /** SEQR's own time at this endpoint, ms since 1970; null: not known. */
  readonly seqrNowMs: (endpoint: string) => number | null;
  /** When it can be settled without SEQR's letter. */
  readonly settling: (record: DisbursementRecord) => Settling;
}

/** Sends money out of the shop, once, and keeps what nobody knows until it is resolved (PF-14). */
export interface DisbursementDesk {
  /** What an earlier run left half-done is unknown from here on; it is never sent again (PF-15). */
  start(): void;
  /** Writes it down and sends it. One at a time. */
  send(facts: DisbursementFacts): 'started' | 'open' | 'write-failed';
  /** A supervisor sends a refund once more, the same record (PF-14). `stale`: it is not one that SEQR can carry out only once. */
  sendAgain(id: string, stateNumber: number): ReturnType<DisbursementDesk['send']> | 'stale';
  /** By the report, or by SEQR's written answer with its reference. `stale`: it is not unknown, or no longer. */
  resolve(id: string, verdict: Verdict, by: 'report' | 'supervisor', why?: Why): WishResult;
  /** The outcome on the screen has been read. */
  dismiss(id: string, stateNumber: number): WishResult;
  /** Sending or unknown; oldest first. */
  unresolved(): readonly DisbursementRecord[];
  /** One is on its way this very moment, or its record is still owed to the disk. */
  isBusy(): boolean;
  /** Rises with every change (PF-26). */
  revision(): number;
  current(): DisbursementView | null;
  unresolvedItems(): readonly UnresolvedItem[];
  stop(): void;
}

/** Why a supervisor says so: the reference of SEQR's letter, null if there was none; a reason in their own words. */
export interface Why {
  readonly reference: string | null;
  readonly reason: string;
}
const NO_WORD: Why = { reference: null, reason: '' };

/** When the screen says that SEQR is slow (PF-25). */
const SLOW_MS = TIMING.sendSlowMs;

export function createDisbursementDesk(deps: DisbursementDeskDeps): DisbursementDesk {
  const { clock, journal } = deps;
  const holdings = createDisbursementHoldings(deps);
  let stopped = false;
  let withdrawSlow: () => void = () => undefined;

  /** One call. Whatever comes of it, it is not made again by itself. */
  function sent(holding: DisbursementHolding): 'started' {
    holdings.show(holding.record.facts.id);
    withdrawSlow();
    withdrawSlow = clock.after(SLOW_MS, deps.onChange);
    void ask(holding.record.facts, deps).then((answer) => {
      if (stopped) return;
      const event = { kind: 'answered', answer, othersAnswered: wereOthersAnswered(holding.record, journal) } as const;
      holdings.happened(holding, event, answerSummary(answer));
    });
    holdings.changed();
    return 'started';
  }

  return {
    start: () => takeUp(journal, holdings),
    send(facts) {
      if (holdings.all().some(isUnderWay)) return 'open';
      const record: DisbursementRecord = {
        facts,
        state: { kind: 'sending' },
        stateNumber: 1,
        changedAt: facts.startedAt,
        receiptNumber: null,
        sendings: [sendingNow(facts, deps)],
      };
      const entries: readonly Entry[] = [{ kind: `${facts.kind}.sending`, subject: facts.id, body: facts }];
      const refusal = refusedByDisk(() => journal.write({ begins: true, entries, disbursements: [record] }));
      if (refusal !== null) {
        deps.log('money not sent: refused by the disk', { reason: refusal });
        return 'write-failed';
      }
      return sent(holdings.hold(record));
    },
    sendAgain(id, stateNumber) {
      const holding = holdings.find(id);
      if (holding?.record.stateNumber !== stateNumber || !canSendAgain(holding.record, journal)) return 'stale';
      if (holdings.all().some(isUnderWay)) return 'open';
      const { sendings = [ANY_TIME] } = holding.record;
      const next = { sendings: [...sendings, sendingNow(holding.record.facts, deps)] };
      if (holdings.resolve(holding, { kind: 'sentAgain' }, { by: 'supervisor' }, next) !== 'done') return 'write-failed';
      return sent(holding);
    },
    resolve(id, verdict, by, why = NO_WORD) {
      const holding = holdings.find(id);
      const event = { kind: 'resolved', verdict, by, reference: why.reference } as const;
      return holding ? holdings.resolve(holding, event, { by, ...why }) : 'stale';
    },
    dismiss(id, stateNumber) {
      const holding = holdings.onScreen();
      if (holding?.record.facts.id !== id || holding.shown.stateNumber !== stateNumber || isUnderWay(holding)) return 'stale';
      holdings.show(null);
      holdings.changed();
      return 'done';
    },
    unresolved: () => holdings.all().flatMap(({ record }) => (isUnresolved(record.state) ? [record] : [])),
    isBusy: () => holdings.all().some(isUnderWay),
    revision: () => holdings.revision(),
    current() {
      const holding = holdings.onScreen();
      return holding ? disbursementView(holding, clock.monotonicMs() - holding.startedMs >= SLOW_MS) : null;
    },
    unresolvedItems: () => holdings.all().flatMap((holding) => itemOf(holding, holding === holdings.onScreen(), deps) ?? []),
    stop() {
      stopped = true;
      holdings.stop();
      withdrawSlow();
    },
  };
}

/** What nobody knows is listed even while the disk refuses to take that, unlike an outcome (PF-02): it may be the cashier's to hear. */
function itemOf(
  { record, shown, unwritten }: DisbursementHolding,
  isOnScreen: boolean,
  { journal, settling }: Pick<DisbursementDeskDeps, 'journal' | 'settling'>,
): UnresolvedItem | null {
  if (shown.state.kind === 'unknown')
    return disbursementItem(shown, unwritten.length === 0 && canSendAgain(shown, journal), settling(shown));
  return record.state.kind === 'unknown' && !isOnScreen ? disbursementItem(record, false, settling(record)) : null;
}

/** What an earlier run has left. What this run has sent before it came to this waits for its own answer. */
function takeUp(journal: Pick<Journal, 'unresolvedDisbursements'>, holdings: DisbursementHoldings): void {
  for (const record of journal.unresolvedDisbursements())
    if (holdings.find(record.facts.id) === undefined) holdings.happened(holdings.hold(record), { kind: 'restarted' }, { by: 'restart' });
}

/** Nobody wrote down when it was sent first: any row may be its own. */
const ANY_TIME = { afterEntry: 0, seqrMs: null } as const;

function sendingNow({ endpoint }: DisbursementFacts, { journal, seqrNowMs }: Pick<DisbursementDeskDeps, 'journal' | 'seqrNowMs'>): Sending {
  return { afterEntry: journal.entryCount(), seqrMs: seqrNowMs(endpoint) };
}

function wereOthersAnswered({ facts }: DisbursementRecord, journal: Pick<Journal, 'refundsOf'>): boolean {
  return facts.kind === 'refund' && othersAnswered(facts.id, journal.refundsOf(facts.receiptNumber));
}

function canSendAgain({ facts }: DisbursementRecord, journal: Pick<Journal, 'receipt' | 'refundsOf'>): boolean {
  if (facts.kind !== 'refund') return false;
  const receipt = journal.receipt(facts.receiptNumber)?.receipt;
  return receipt !== undefined && maySendAgain(facts.id, receipt.total, journal.refundsOf(facts.receiptNumber));
}

const isUnderWay = ({ record, unwritten }: DisbursementHolding): boolean => record.state.kind === 'sending' || unwritten.length > 0;

function ask(
  facts: DisbursementFacts,
  { serviceFor, invoiceFor }: Pick<DisbursementDeskDeps, 'serviceFor' | 'invoiceFor'>,
): Promise<Answer<unknown>> {
  const door = serviceFor(facts);
  if (!door) return Promise.resolve(CANNOT_ASK);
  const context = { credentials: door.credentials, clientReference: facts.clientReference };
  if (facts.kind === 'refund') return door.service.refundPayment(context, facts.ersReference, invoiceFor(facts));
  const { userId, amount, description, correlationId } = facts;
  return door.service.creditUser(context, { userId, amount, correlationId, ...(description === '' ? {} : { description }) });
}
