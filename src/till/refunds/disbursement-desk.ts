import type { DisbursementView } from '../../contract/disbursement-view.ts';
import type { UnresolvedItem } from '../../contract/payment-view.ts';
import { isUnresolved } from '../../disbursement/index.ts';
import type { DisbursementFacts, RefundFacts, Verdict } from '../../disbursement/index.ts';
import { TIMING } from '../../payment/index.ts';
import type { Answer, Credentials, Invoice, SeqrService } from '../../protocol/index.ts';
import type { Entry, Journal, DisbursementRecord } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';
import type { WishResult } from '../payments/wished.ts';
import { answerSummary, CANNOT_ASK } from '../service/answers.ts';
import { createDisbursementHoldings } from './disbursement-holdings.ts';
import type { DisbursementHolding, DisbursementHoldingsDeps } from './disbursement-holdings.ts';
import { disbursementItem, disbursementView } from './disbursement-view.ts';

export interface DisbursementDeskDeps extends DisbursementHoldingsDeps {
  readonly journal: Journal;
  /** Who to ask, and as whom; null when the terminal's password cannot be read. */
  readonly serviceFor: (facts: DisbursementFacts) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly invoiceFor: (facts: RefundFacts) => Invoice;
  /** SEQR's own time at this endpoint, ms since 1970; null: not known. */
  readonly seqrNowMs: (endpoint: string) => number | null;
}

/** Sends money out of the shop, once, and keeps what nobody knows until it is resolved (PF-14). */
export interface DisbursementDesk {
  /** What an earlier run left half-done is unknown from here on; it is never sent again (PF-15). */
  start(): void;
  /** Writes it down and sends it. One at a time. */
  send(facts: DisbursementFacts): 'started' | 'open' | 'write-failed';
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

  /** The one call. Whatever comes of it, it is not made again. */
  function sendOnce(holding: DisbursementHolding): void {
    withdrawSlow();
    withdrawSlow = clock.after(SLOW_MS, deps.onChange);
    void ask(holding.record.facts, deps).then((answer) => {
      if (!stopped) holdings.happened(holding, { kind: 'answered', answer }, answerSummary(answer));
    });
  }

  return {
    start() {
      for (const record of journal.unresolvedDisbursements())
        holdings.happened(holdings.hold(record), { kind: 'restarted' }, { by: 'restart' });
    },
    send(facts) {
      if (holdings.all().some(isUnderWay)) return 'open';
      const record: DisbursementRecord = {
        facts,
        state: { kind: 'sending' },
        stateNumber: 1,
        changedAt: facts.startedAt,
        receiptNumber: null,
        sendings: [{ afterEntry: journal.entryCount(), seqrMs: deps.seqrNowMs(facts.endpoint) }],
      };
      const entries: readonly Entry[] = [{ kind: `${facts.kind}.sending`, subject: facts.id, body: facts }];
      const refusal = refusedByDisk(() => journal.write({ begins: true, entries, disbursements: [record] }));
      if (refusal !== null) {
        deps.log('money not sent: refused by the disk', { reason: refusal });
        return 'write-failed';
      }
      holdings.show(facts.id);
      sendOnce(holdings.hold(record));
      holdings.changed();
      return 'started';
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
    unresolvedItems: () => holdings.all().flatMap(({ shown }) => (shown.state.kind === 'unknown' ? [disbursementItem(shown)] : [])),
    stop() {
      stopped = true;
      holdings.stop();
      withdrawSlow();
    },
  };
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
