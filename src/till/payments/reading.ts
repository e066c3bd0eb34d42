import type { Clock } from '../../clock/clock.ts';
import {
  afterRead,
  isGamingToken,
  isGoodAnswer,
  isOutdated,
  isPaid,
  isPolled,
  needsWord,
  silenceMs,
  TIMING,
  wasRestored,
} from '../../payment/index.ts';
import type { AttemptFacts, Terms } from '../../payment/index.ts';
import { answerSummary, classify } from '../../protocol/index.ts';
import type { Answer, CustomerToken, PaymentStatus } from '../../protocol/index.ts';
import type { Holding } from './holding.ts';
import type { Line } from './line.ts';
import type { Writer } from './writer.ts';

export interface ReadingDeps {
  readonly clock: Clock;
  readonly line: Line;
  readonly writer: Writer;
  /** Nobody can ask about this payment: its terminal's password is lost. */
  readonly isLost: (facts: AttemptFacts) => boolean;
  /** The terms with the customer's cards answered by the shop's rules (protocol §5). */
  readonly withCards: (terms: Terms, offered: readonly CustomerToken[]) => Terms;
  /** Something may have become due, and something may look different. */
  readonly changed: () => void;
  readonly log: (what: string, data: object) => void;
}

/** How things stood when a read began. */
interface Began {
  readonly ms: number;
  /** Nothing that changes, takes or releases what SEQR holds was on its way. */
  readonly calm: boolean;
  readonly callsEnded: number;
}

/** getPaymentStatus, and what follows from its answer. A read makes a payment stand (PF-08). */
export interface Reading {
  poll(holding: Holding): void;
  /** The player's account that the latest customer's phone has shown, for a pay-out (protocol §2, creditUser). */
  lastUserId(): string | null;
}

export function createReading({ clock, line, writer, isLost, withCards, changed, log }: ReadingDeps): Reading {
  let lastUserId: string | null = null;

  function onStatus(holding: Holding, answer: Answer<PaymentStatus>, began: Began): void {
    const endedMs = clock.monotonicMs();
    const { state } = holding.record;
    const outdated = isOutdated(state, answer);
    // The silence before this answer counts, however the answer reads.
    if (isPolled(holding.record.state, holding.watch) && silenceMs(holding.watch, endedMs) >= TIMING.contactLostMs)
      writer.apply(holding, { kind: 'contactLost' });
    if (isGoodAnswer(state, answer)) line.heard(holding, answer.tookMs);
    holding.watch = afterRead(holding.watch, state, answer, { startedMs: began.ms, endedMs });
    // Where nothing can leave, it is only looked now and then whether something can.
    if (isLost(holding.record.facts)) holding.watch = { ...holding.watch, nextPollMs: began.ms + TIMING.pollRareMs };
    const restored = outdated && wasRestored(holding.watch, endedMs);
    if (outdated) logOutdated(holding, answer, restored);
    const { callsEnded, changeInFlight, cancelInFlight } = holding.watch;
    const afterCalls = began.calm && callsEnded === began.callsEnded && !changeInFlight && !cancelInFlight;
    const wasPaid = isPaid(state);
    const note = { ...answerSummary(answer), ...(restored ? { restored } : {}) };
    writer.apply(holding, { kind: 'statusAnswered', answer, afterCalls, ...(restored ? { restored } : {}) }, note);
    if (answer.kind === 'answered' && classify('getPaymentStatus', answer.resultCode) === 'ok') {
      lastUserId = answer.value.customerTokens.find((token) => isGamingToken(token))?.value ?? lastUserId;
      sayWord(holding, answer.value.customerTokens);
    }
    // PAID is confirmed by one more read at once (PF-08).
    if (!wasPaid && isPaid(holding.record.state)) holding.watch = { ...holding.watch, nextPollMs: endedMs, unsettledFromMs: endedMs };
    changed();
  }

  /** PF-06: what is dropped is logged. */
  function logOutdated({ record: { facts } }: Holding, answer: Answer<PaymentStatus>, restored: boolean): void {
    const told = answer.kind === 'answered' ? { version: answer.value.version, status: answer.value.status } : {};
    log(restored ? 'SEQR was restored to an older state' : 'an older answer was dropped', { attempt: facts.correlationId, ...told });
  }

  /**
   * SEQR waits for the till's word about the customer's cards: it is given at once. Where SEQR refuses it, it is said
   * once more without the cards, so that the customer can pay; after that a person has to decide.
   */
  function sayWord(holding: Holding, offered: readonly CustomerToken[]): void {
    const { state } = holding.record;
    const { wordsRefused } = holding.watch;
    if (state.kind !== 'live' || wordsRefused > 1) return;
    const nobodyAsks = offered.length === 0 && state.status === 'ISSUED';
    if (nobodyAsks || !needsWord(state, offered)) return;
    writer.apply(holding, { kind: 'update', terms: wordsRefused === 0 ? withCards(state.terms, offered) : state.terms });
  }

  return {
    poll(holding) {
      const { state, facts } = holding.record;
      if (state.kind !== 'live' && state.kind !== 'reserved' && state.kind !== 'paid') return;
      const { callsEnded, changeInFlight, cancelInFlight } = holding.watch;
      const began = { ms: clock.monotonicMs(), callsEnded, calm: !changeInFlight && !cancelInFlight };
      holding.watch = { ...holding.watch, pollInFlight: true };
      line.ask(
        facts,
        (service, context) => service.getPaymentStatus(context, state.invoiceReference, state.version),
        (answer) => onStatus(holding, answer, began),
      );
    },
    lastUserId: () => lastUserId,
  };
}
