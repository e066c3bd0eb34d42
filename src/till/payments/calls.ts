import type { Clock } from '../../clock/clock.ts';
import { repeatAfterMs, startWatch, termsOf, TIMING } from '../../payment/index.ts';
import { answerSummary, classify } from '../../protocol/index.ts';
import { createChanging } from './changing.ts';
import type { Changing, ChangingDeps } from './changing.ts';
import type { Holding } from './holding.ts';
import { createLine } from './line.ts';
import type { Line, LineDeps } from './line.ts';
import { createReading } from './reading.ts';
import type { Reading, ReadingDeps } from './reading.ts';
import type { Writer } from './writer.ts';

export interface AskingDeps extends LineDeps, Omit<ReadingDeps, 'line'>, Omit<ChangingDeps, 'line'> {
  readonly clock: Clock;
  readonly writer: Writer;
  readonly changed: () => void;
}

/** The questions a desk puts to SEQR. Each ends in a step of the machine; none is ever repeated from here. */
export interface Asking extends Reading, Changing, Pick<Line, 'answered' | 'lastGood'> {
  send(holding: Holding): void;
  cancel(holding: Holding): void;
}

export function createAsking(deps: AskingDeps): Asking {
  const { clock, writer } = deps;
  const line = createLine(deps);

  /** An invoice that nobody wants any more is cancelled once, and never asked about: a read would keep its money. */
  function cancelLateInvoice({ record: { state, facts } }: Holding): void {
    if (state.kind !== 'orphan' || state.lateReference === null) return;
    const reference = state.lateReference;
    line.ask(
      facts,
      (service, context) => service.cancelInvoice(context, reference),
      (answer) => deps.log('late invoice cancelled', { attempt: facts.correlationId, ...answerSummary(answer) }),
    );
  }

  return {
    ...createReading({ ...deps, line }),
    ...createChanging({ ...deps, line }),
    answered: () => line.answered(),
    lastGood: () => line.lastGood(),
    send(holding) {
      const { facts, state } = holding.record;
      const terms = termsOf(facts, state);
      line.ask(
        facts,
        (service, context) => service.sendInvoice(context, deps.invoiceFor(facts, terms), terms.tokens),
        (answer) => {
          const wasOrphan = holding.record.state.kind === 'orphan';
          if (answer.kind === 'answered' && answer.value.invoiceReference !== null) {
            line.heard(holding, answer.tookMs);
            holding.watch = startWatch(clock.monotonicMs(), { restarted: holding.watch.restarted, heardNow: true });
          }
          writer.apply(holding, { kind: 'sendAnswered', answer }, answerSummary(answer));
          if (wasOrphan) cancelLateInvoice(holding);
          deps.changed();
        },
      );
    },
    cancel(holding) {
      const { state, facts } = holding.record;
      if (state.kind !== 'live' && state.kind !== 'reserved') return;
      const { cancelLeft } = holding.watch;
      holding.watch = { ...holding.watch, cancelInFlight: true, cancelLeft: true };
      line.ask(
        facts,
        (service, context) => service.cancelInvoice(context, state.invoiceReference),
        (answer) => {
          const meaning = answer.kind === 'answered' ? classify('cancelInvoice', answer.resultCode) : 'noInformation';
          const nowMs = clock.monotonicMs();
          const againMs = holding.record.state.kind === 'reserved' ? repeatAfterMs(holding.watch, nowMs) : TIMING.cancelAgainMs;
          holding.watch = {
            ...holding.watch,
            cancelInFlight: false,
            cancelLeft: cancelLeft || answer.kind !== 'notSent',
            callsEnded: holding.watch.callsEnded + 1,
            nextCancelMs: nowMs + againMs,
            customerConfirming: meaning === 'inProgress',
          };
          deps.log('cancelInvoice', { attempt: facts.correlationId, ...answerSummary(answer) });
          deps.changed();
        },
      );
    },
  };
}
