import type { Clock } from '../../clock/clock.ts';
import { isGamingToken, isPaid, isPolled, needsWord, nextPollMs, silenceMs, TIMING } from '../../payment/index.ts';
import type { Terms, Watch } from '../../payment/index.ts';
import { classify } from '../../protocol/index.ts';
import type { Answer, CustomerToken, PaymentStatus } from '../../protocol/index.ts';
import { answerSummary } from '../service/answers.ts';
import type { Holding } from './holding.ts';
import type { Line } from './line.ts';
import type { Writer } from './writer.ts';

export interface ReadingDeps {
  readonly clock: Clock;
  readonly line: Line;
  readonly writer: Writer;
  /** The terms with the customer's cards answered by the shop's rules (protocol §5). */
  readonly withCards: (terms: Terms, offered: readonly CustomerToken[]) => Terms;
  /** Something may have become due, and something may look different. */
  readonly changed: () => void;
}

/** getPaymentStatus, and what follows from its answer. A read makes a payment stand (PF-08). */
export interface Reading {
  poll(holding: Holding): void;
  /** The player's account that the latest customer's phone has shown, for a pay-out (protocol §2, creditUser). */
  lastUserId(): string | null;
}

export function createReading({ clock, line, writer, withCards, changed }: ReadingDeps): Reading {
  let lastUserId: string | null = null;

  function onStatus(holding: Holding, answer: Answer<PaymentStatus>, startedMs: number): void {
    const endedMs = clock.monotonicMs();
    const meaning = answer.kind === 'answered' ? classify('getPaymentStatus', answer.resultCode) : 'noInformation';
    const good = meaning === 'ok' || meaning === 'cancelled' || meaning === 'expired';
    // The silence before this answer counts, however the answer reads.
    if (isPolled(holding.record.state, holding.watch) && silenceMs(holding.watch, endedMs) >= TIMING.contactLostMs)
      writer.apply(holding, { kind: 'contactLost' });
    if (good) line.heard(holding, answer.tookMs);
    holding.watch = watchAfter(holding, answer, { startedMs, endedMs, good });
    const wasPaid = isPaid(holding.record.state);
    writer.apply(holding, { kind: 'statusAnswered', answer }, answerSummary(answer));
    if (meaning === 'ok' && answer.kind === 'answered') {
      lastUserId = answer.value.customerTokens.find(isGamingToken)?.value ?? lastUserId;
      sayWord(holding, answer.value.customerTokens);
    }
    // PAID is confirmed by one more read at once (PF-08).
    if (!wasPaid && isPaid(holding.record.state)) holding.watch = { ...holding.watch, nextPollMs: endedMs };
    changed();
  }

  /**
   * SEQR waits for the till's word about the customer's cards: it is given at once. Where SEQR refuses it, it is said
   * once more without the cards, so that the customer can pay; after that a person has to decide.
   */
  function sayWord(holding: Holding, offered: readonly CustomerToken[]): void {
    const { state } = holding.record;
    const { wordsRefused } = holding.watch;
    if (state.kind !== 'live' || wordsRefused > 1 || !needsWord(state, offered)) return;
    writer.apply(holding, { kind: 'update', terms: wordsRefused === 0 ? withCards(state.terms, offered) : state.terms });
  }

  return {
    poll(holding) {
      const { state, facts } = holding.record;
      if (state.kind !== 'live' && state.kind !== 'reserved' && state.kind !== 'paid') return;
      const startedMs = clock.monotonicMs();
      holding.watch = { ...holding.watch, pollInFlight: true };
      line.ask(
        facts,
        (service, context) => service.getPaymentStatus(context, state.invoiceReference, state.version),
        (answer) => onStatus(holding, answer, startedMs),
      );
    },
    lastUserId: () => lastUserId,
  };
}

/** How it is watched on after a read that began and ended then, and was or was not good. */
function watchAfter(
  { watch: before, record: { state } }: Holding,
  answer: Answer<PaymentStatus>,
  { startedMs, endedMs, good }: { readonly startedMs: number; readonly endedMs: number; readonly good: boolean },
): Watch {
  const watch: Watch = {
    ...before,
    pollInFlight: false,
    lastGoodMs: good ? endedMs : before.lastGoodMs,
    failuresInARow: good ? 0 : before.failuresInARow + 1,
    lastCode: !good && answer.kind === 'answered' ? answer.resultCode : null,
  };
  const unhurried = state.kind === 'reserved' && state.phase === 'lapsed';
  return {
    ...watch,
    checkWanted: watch.checkWanted && !good,
    nextPollMs: nextPollMs(watch, { startedMs, endedMs, good, unhurried }),
  };
}
