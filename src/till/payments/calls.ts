import type { Clock } from '../../clock/clock.ts';
import { isGamingToken, isPaid, isPolled, needsWord, nextPollMs, silenceMs, startWatch, termsOf, TIMING } from '../../payment/index.ts';
import type { AttemptFacts, Terms, Watch } from '../../payment/index.ts';
import { classify } from '../../protocol/index.ts';
import type {
  Answer,
  CallContext,
  Credentials,
  CustomerToken,
  Invoice,
  Nothing,
  PaymentStatus,
  SeqrService,
} from '../../protocol/index.ts';
import { answerSummary, CANNOT_ASK } from '../service/answers.ts';
import type { Holding, Writer } from './writer.ts';

export interface AskingDeps {
  readonly clock: Clock;
  /** Who to ask, and as whom; null when the terminal's password cannot be read. */
  readonly serviceFor: (facts: AttemptFacts) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly invoiceFor: (facts: AttemptFacts, terms: Terms) => Invoice;
  /** The terms with the customer's cards answered by the shop's rules (protocol §5). */
  readonly withCards: (terms: Terms, offered: readonly CustomerToken[]) => Terms;
  readonly writer: Writer;
  readonly stopped: () => boolean;
  /** Something may have become due, and something may look different. */
  readonly changed: () => void;
  readonly log: (what: string, data: object) => void;
}

/** The questions a desk puts to SEQR. Each ends in a step of the machine; none is ever repeated from here. */
export interface Asking {
  send(holding: Holding): void;
  /** Tells SEQR what the invoice shall ask for now; it is on disk already. */
  update(holding: Holding): void;
  /** Takes what is reserved; that it is wished is on disk already. */
  commit(holding: Holding): void;
  poll(holding: Holding): void;
  cancel(holding: Holding): void;
  /** Resolves when everything that is being asked now has been answered, or has failed. */
  answered(): Promise<void>;
  /** The player's account that the latest customer's phone has shown, for a pay-out (protocol §2, creditUser). */
  lastUserId(): string | null;
  /** The last good word from SEQR about any attempt. */
  lastGood(): { readonly atMs: number; readonly tookMs: number } | null;
}

export function createAsking(deps: AskingDeps): Asking {
  const { clock, writer } = deps;
  const underWay = new Set<Promise<unknown>>();
  let lastUserId: string | null = null;
  let lastGood: { readonly atMs: number; readonly tookMs: number } | null = null;

  function ask<Value>(
    facts: AttemptFacts,
    question: (service: SeqrService, context: CallContext) => Promise<Answer<Value>>,
    then: (answer: Answer<Value>) => void,
  ): void {
    const door = deps.serviceFor(facts);
    const answer = door
      ? question(door.service, { credentials: door.credentials, clientReference: facts.clientReference })
      : Promise.resolve(CANNOT_ASK);
    const ended = answer.then((given) => {
      underWay.delete(ended);
      if (!deps.stopped()) then(given);
    });
    underWay.add(ended);
  }

  function heard(holding: Holding, tookMs: number): void {
    lastGood = { atMs: clock.monotonicMs(), tookMs };
    holding.lastGoodWallMs = clock.wallMs();
  }

  /** An invoice that nobody wants any more is cancelled once, and never asked about: a read would keep its money. */
  function cancelLateInvoice({ record: { state, facts } }: Holding): void {
    if (state.kind !== 'orphan' || state.lateReference === null) return;
    const reference = state.lateReference;
    ask(
      facts,
      (service, context) => service.cancelInvoice(context, reference),
      (answer) => deps.log('late invoice cancelled', { attempt: facts.correlationId, ...answerSummary(answer) }),
    );
  }

  function onStatus(holding: Holding, answer: Answer<PaymentStatus>, startedMs: number): void {
    const endedMs = clock.monotonicMs();
    const meaning = answer.kind === 'answered' ? classify('getPaymentStatus', answer.resultCode) : 'noInformation';
    const good = meaning === 'ok' || meaning === 'cancelled' || meaning === 'expired';
    // The silence before this answer counts, however the answer reads.
    if (isPolled(holding.record.state, holding.watch) && silenceMs(holding.watch, endedMs) >= TIMING.contactLostMs)
      writer.apply(holding, { kind: 'contactLost' });
    if (good) heard(holding, answer.tookMs);
    const watch: Watch = {
      ...holding.watch,
      pollInFlight: false,
      lastGoodMs: good ? endedMs : holding.watch.lastGoodMs,
      failuresInARow: good ? 0 : holding.watch.failuresInARow + 1,
      lastCode: !good && answer.kind === 'answered' ? answer.resultCode : null,
    };
    const unhurried = holding.record.state.kind === 'reserved' && holding.record.state.phase === 'lapsed';
    holding.watch = {
      ...watch,
      checkWanted: watch.checkWanted && !good,
      nextPollMs: nextPollMs(watch, { startedMs, endedMs, good, unhurried }),
    };
    const wasPaid = isPaid(holding.record.state);
    writer.apply(holding, { kind: 'statusAnswered', answer }, answerSummary(answer));
    if (meaning === 'ok' && answer.kind === 'answered') {
      lastUserId = answer.value.customerTokens.find(isGamingToken)?.value ?? lastUserId;
      sayWord(holding, answer.value.customerTokens);
    }
    // PAID is confirmed by one more read at once (PF-08).
    if (!wasPaid && isPaid(holding.record.state)) holding.watch = { ...holding.watch, nextPollMs: endedMs };
    deps.changed();
  }

  /**
   * When the customer's phone has shown cards, SEQR holds the payment until the till has acknowledged them with an
   * `updateInvoice` (protocol §5). That is sent at once, with the cards that the shop honours. If SEQR refuses it, a second
   * one goes without any card, so that the customer can pay; if that is refused too, a person has to decide.
   */
  function sayWord(holding: Holding, offered: readonly CustomerToken[]): void {
    const { state } = holding.record;
    const { wordsRefused } = holding.watch;
    if (state.kind !== 'live' || wordsRefused > 1 || !needsWord(state, offered)) return;
    writer.apply(holding, { kind: 'update', terms: wordsRefused === 0 ? deps.withCards(state.terms, offered) : state.terms });
  }

  /** What every change of an invoice has in common: one at a time, and a step at its end. */
  function change(
    holding: Holding,
    operation: 'updateInvoice' | 'commitReservation',
    question: (service: SeqrService, context: CallContext) => Promise<Answer<Nothing>>,
    then: (answer: Answer<Nothing>) => void,
  ): void {
    const { facts } = holding.record;
    holding.watch = { ...holding.watch, changeInFlight: true };
    ask(facts, question, (answer) => {
      holding.watch = { ...holding.watch, changeInFlight: false, nextPollMs: Math.min(holding.watch.nextPollMs, clock.monotonicMs()) };
      deps.log(operation, { attempt: facts.correlationId, ...answerSummary(answer) });
      then(answer);
      deps.changed();
    });
  }

  return {
    update(holding) {
      const { state, facts } = holding.record;
      if ((state.kind !== 'live' && state.kind !== 'reserved') || state.asked === null) return;
      const { asked, invoiceReference } = state;
      change(
        holding,
        'updateInvoice',
        (service, context) => service.updateInvoice(context, invoiceReference, deps.invoiceFor(facts, asked), asked.tokens),
        (answer) => {
          writer.apply(holding, { kind: 'updateAnswered', answer }, answerSummary(answer));
          const now = holding.record.state;
          const refused = now.kind === 'live' && now.lastUpdate?.kind === 'refused';
          holding.watch = { ...holding.watch, wordsRefused: refused ? holding.watch.wordsRefused + 1 : 0 };
        },
      );
    },
    commit(holding) {
      const { state } = holding.record;
      if (state.kind !== 'reserved') return;
      const { invoiceReference, terms } = state;
      change(
        holding,
        'commitReservation',
        (service, context) => service.commitReservation(context, invoiceReference, terms.amount),
        (answer) => writer.apply(holding, { kind: 'commitAnswered', answer }, answerSummary(answer)),
      );
    },
    send(holding) {
      const { facts, state } = holding.record;
      const terms = termsOf(facts, state);
      ask(
        facts,
        (service, context) => service.sendInvoice(context, deps.invoiceFor(facts, terms), terms.tokens),
        (answer) => {
          const wasOrphan = holding.record.state.kind === 'orphan';
          if (answer.kind === 'answered' && answer.value.invoiceReference !== null) {
            heard(holding, answer.tookMs);
            holding.watch = startWatch(clock.monotonicMs(), { restarted: holding.watch.restarted, heardNow: true });
          }
          writer.apply(holding, { kind: 'sendAnswered', answer }, answerSummary(answer));
          if (wasOrphan) cancelLateInvoice(holding);
          deps.changed();
        },
      );
    },
    poll(holding) {
      const { state, facts } = holding.record;
      if (state.kind !== 'live' && state.kind !== 'reserved' && state.kind !== 'paid') return;
      const startedMs = clock.monotonicMs();
      holding.watch = { ...holding.watch, pollInFlight: true };
      ask(
        facts,
        (service, context) => service.getPaymentStatus(context, state.invoiceReference, state.version),
        (answer) => onStatus(holding, answer, startedMs),
      );
    },
    cancel(holding) {
      const { state, facts } = holding.record;
      if (state.kind !== 'live' && state.kind !== 'reserved') return;
      holding.watch = { ...holding.watch, cancelInFlight: true };
      ask(
        facts,
        (service, context) => service.cancelInvoice(context, state.invoiceReference),
        (answer) => {
          const meaning = answer.kind === 'answered' ? classify('cancelInvoice', answer.resultCode) : 'noInformation';
          const nextCancelMs = clock.monotonicMs() + TIMING.cancelAgainMs;
          holding.watch = { ...holding.watch, cancelInFlight: false, nextCancelMs, customerConfirming: meaning === 'inProgress' };
          deps.log('cancelInvoice', { attempt: facts.correlationId, ...answerSummary(answer) });
          deps.changed();
        },
      );
    },
    async answered() {
      await Promise.all(underWay);
    },
    lastUserId: () => lastUserId,
    lastGood: () => lastGood,
  };
}
