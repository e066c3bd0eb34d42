import type { Clock } from '../../clock/clock.ts';
import { isInDoubt, repeatAfterMs } from '../../payment/index.ts';
import type { AttemptFacts, Terms } from '../../payment/index.ts';
import { answerSummary } from '../../protocol/index.ts';
import type { Answer, CallContext, Invoice, Nothing, SeqrService } from '../../protocol/index.ts';
import type { Holding } from './holding.ts';
import type { Line } from './line.ts';
import type { Writer } from './writer.ts';

export interface ChangingDeps {
  readonly clock: Clock;
  readonly line: Line;
  readonly writer: Writer;
  readonly invoiceFor: (facts: AttemptFacts, terms: Terms) => Invoice;
  /** Something may have become due, and something may look different. */
  readonly changed: () => void;
  readonly log: (what: string, data: object) => void;
}

/** updateInvoice and commitReservation: what SEQR holds for an attempt is changed, or taken. That it is wished is on disk already. */
export interface Changing {
  /** Tells SEQR what the invoice shall ask for now. */
  update(holding: Holding): void;
  /** Takes what is reserved. */
  commit(holding: Holding): void;
}

export function createChanging({ clock, line, writer, invoiceFor, changed, log }: ChangingDeps): Changing {
  /** What every change of an invoice has in common: one at a time, and a step at its end. */
  function change(
    holding: Holding,
    operation: 'updateInvoice' | 'commitReservation',
    question: (service: SeqrService, context: CallContext) => Promise<Answer<Nothing>>,
    then: (answer: Answer<Nothing>) => void,
  ): void {
    const { facts } = holding.record;
    holding.watch = { ...holding.watch, changeInFlight: true };
    line.ask(facts, question, (answer) => {
      const { watch } = holding;
      const nextPollMs = Math.min(watch.nextPollMs, clock.monotonicMs());
      holding.watch = { ...watch, changeInFlight: false, callsEnded: watch.callsEnded + 1, nextPollMs };
      log(operation, { attempt: facts.correlationId, ...answerSummary(answer) });
      then(answer);
      changed();
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
        (service, context) => service.updateInvoice(context, invoiceReference, invoiceFor(facts, asked), asked.tokens),
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
        (answer) => {
          const nowMs = clock.monotonicMs();
          const wasInDoubt = isInDoubt(holding.record.state);
          writer.apply(holding, { kind: 'commitAnswered', answer }, answerSummary(answer));
          if (!wasInDoubt && isInDoubt(holding.record.state)) holding.watch = { ...holding.watch, unsettledFromMs: nowMs };
          holding.watch = { ...holding.watch, nextCommitMs: nowMs + repeatAfterMs(holding.watch, nowMs) };
        },
      );
    },
  };
}
