import type { Clock } from '../clock/clock.ts';
import type { IncomingCall } from './wire/envelope.ts';
import type { OperationName, RequestOf, ReturnOf } from './wire/operations.ts';
import { addCard, chooseCard, removeCard } from './world/cards.ts';
import { Core } from './world/core.ts';
import { publishedCustomers } from './world/customers.ts';
import { fireDue } from './world/due.ts';
import { createContradictions, createSettings, createTime } from './world/interventions.ts';
import { createViews, viewOf } from './world/looks.ts';
import { HANDLERS } from './world/operations/table.ts';
import type { PhoneAnswer } from './world/phone-answer.ts';
import * as phone from './world/phone.ts';
import { publishedResellers, publishedTerminals } from './world/published.ts';
import type { Customer } from './world/records.ts';
import { anyResult } from './world/result-codes.ts';
import { stateFrom, takeSnapshot } from './world/snapshot.ts';
import type { WorldSnapshot } from './world/snapshot.ts';
import { copyState, emptyState } from './world/state.ts';
import type { WorldState } from './world/state.ts';
import type { Switches } from './world/switches.ts';
import { startWithin } from './world/time-limits.ts';
import type { CustomerView } from './world/views.ts';
import type { World, WorldOptions } from './world/world.ts';

const REVERSAL_MS = 20_000;
const INVOICE_LIFETIME_MS = 600_000;
const REPORT_READY_MS = 3_000;

/** A world as `options` want it; the published principals, or the state it goes on from. */
export function createWorld(options: WorldOptions): World {
  const { clock, seed = 1, currency = 'SEK', snapshot } = options;
  const time = startTime(clock, snapshot);
  const { reservedInvoices } = options;
  const chosen: Partial<Switches> = { ...options.switches, ...(reservedInvoices === undefined ? {} : { reservedInvoices }) };
  /** What the simulator was started with holds over a state it goes on from, and again after a reset. */
  const withChosen = (state: WorldState): WorldState => ({ ...state, switches: { ...state.switches, ...chosen } });
  const core = new Core(
    {
      ack: options.ack ?? 'any',
      currency,
      resellers: publishedResellers(currency),
      reversalMs: REVERSAL_MS,
      reportReadyMs: options.reportReadyMs ?? REPORT_READY_MS,
      invoiceLifetimeMs: options.invoiceLifetimeMs ?? INVOICE_LIFETIME_MS,
    },
    withChosen(snapshot ? stateFrom(snapshot) : freshState(seed, time())),
    time,
    (itself, late) => void handle(itself, late),
  );
  const call = <N extends OperationName>(operation: N, request: RequestOf<N>): ReturnOf<N> => {
    fireDue(core);
    return answerTo(core, operation, request);
  };

  const viewed = (answer: PhoneAnswer<Customer>): PhoneAnswer<CustomerView> =>
    answer.ok ? { ok: true, value: viewOf(core, answer.value) } : answer;

  return {
    call,
    rehearse(operation, request) {
      fireDue(core);
      const [kept, revision] = [core.state, core.revision];
      core.state = copyState(kept);
      try {
        return call(operation, request);
      } finally {
        core.state = kept;
        core.revision = revision;
      }
    },
    callLate(operation, request, afterMs) {
      fireDue(core);
      // The union of all operations keeps each beside its request; TypeScript cannot correlate the two here.
      core.addLateCall({ atMs: core.nowMs() + afterMs, call: { operation, request } as IncomingCall });
      fireDue(core);
    },
    phone: {
      scan: (code, customerId) => phone.scan(core, code, customerId),
      pay: (reference, payOptions = {}) => phone.pay(core, reference, payOptions),
      decline: (reference) => phone.decline(core, reference),
      cancel: (reference) => phone.cancel(core, reference),
      account: (customerId) => phone.account(core, customerId),
      state: (reference) => phone.phoneState(core, reference),
      addCard: (card, customerId) => viewed(addCard(core, card, customerId)),
      chooseCard: (cardId, customerId) => viewed(chooseCard(core, cardId, customerId)),
      removeCard: (cardId, customerId) => viewed(removeCard(core, cardId, customerId)),
    },
    ...createViews(core),
    ...createSettings(core),
    ...createTime(core),
    reset() {
      const { advancedMs } = core.state;
      core.state = { ...withChosen(freshState(seed, core.nowMs())), advancedMs };
      core.revision += 1;
    },
    revision: () => core.revision,
    snapshot() {
      fireDue(core);
      return takeSnapshot(core.state, core.nowMs());
    },
    ...createContradictions(core),
  };
}

/** What an operation answers: its handler, or for as long as the switch `refused` says so a code, with nothing done. */
function answerTo<N extends OperationName>(core: Core, operation: N, request: RequestOf<N>): ReturnOf<N> {
  const code = core.state.switches.refused[operation];
  if (code === undefined) return handle(core, { operation, request });
  // The members that every answer has; `version` is a primitive of the service (protocol §2).
  return { ...anyResult(code), ...(operation === 'getPaymentStatus' ? { version: 0 } : {}) } as ReturnOf<N>;
}

function handle<N extends OperationName>(core: Core, call: { readonly operation: N; readonly request: RequestOf<N> }): ReturnOf<N> {
  return HANDLERS[call.operation](core, call.request);
}

function freshState(seed: number, nowMs: number): WorldState {
  const terminals = publishedTerminals(nowMs);
  return {
    ...emptyState(seed),
    customers: new Map(publishedCustomers().map((c) => [c.id, c])),
    terminals: new Map(terminals.map((t) => [t.terminalId, t])),
  };
}

/**
 * One time for everything: the wall clock as it was at the start, carried on by the monotonic clock, so that setting the
 * computer's clock changes no deadline. Across a restart the wall clock carries it, the 20 s of an unacknowledged payment
 * too; a wall clock that went back meanwhile counts as standing still.
 */
function startTime(clock: Clock, snapshot: WorldSnapshot | undefined): () => number {
  const startMs = startWithin(Math.max(clock.wallMs(), (snapshot?.takenAtMs ?? 0) - (snapshot?.advancedMs ?? 0)));
  const originMs = startMs - clock.monotonicMs();
  return () => Math.floor(originMs + clock.monotonicMs());
}
