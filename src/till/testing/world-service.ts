import type { Clock } from '../../clock/clock.ts';
import { DEADLINE_MS } from '../../protocol/index.ts';
import type { Answer, Operation, SeqrService } from '../../protocol/index.ts';
import type { RequestOf, ReturnOf, World } from '../../simulator/testing/index.ts';
import { answered, paymentStatus, wireAmount, wireContext, wireInvoice, wireToken } from './wire.ts';

/** How one call is spoiled; the world itself never lies. */
export type Spoil =
  | { readonly kind: 'notSent' }
  | { readonly kind: 'lostBefore' } // never reaches SEQR
  | { readonly kind: 'lostAfter' } // processed, the answer is lost
  | { readonly kind: 'cutAfter' } // processed, and the connection is cut at once
  | { readonly kind: 'processedLate'; readonly ms: number; readonly code: number | null } // answered with a code or not at all, processed so long after it was sent
  | { readonly kind: 'says'; readonly status: string; readonly version?: number } // getPaymentStatus: the world is not asked
  | { readonly kind: 'late'; readonly ms: number } // processed at once, answered late
  | { readonly kind: 'code'; readonly code: number } // not processed, answered with a code
  | { readonly kind: 'unnamed' }; // getPaymentStatus: processed, and answered without SEQR's reference of the payment

/** What the till was really told, for the invariants. */
export interface Told {
  /** Statuses in delivered answers, by invoiceReference, with how often each came. */
  readonly statuses: Map<string, Map<string, number>>;
  /** Start times of polls, by invoiceReference (monotonic ms). */
  readonly polls: Map<string, number[]>;
  /** Start times of cancels, by invoiceReference (monotonic ms). */
  readonly cancels: Map<string, number[]>;
  /** sendInvoice calls that were begun. */
  sends: number;
  /** updateInvoice calls that were begun. */
  updates: number;
}

export interface WorldService {
  readonly service: SeqrService;
  readonly told: Told;
  /** The next calls of an operation go this way. */
  spoil(operation: Operation, spoil: Spoil, count: number): void;
  /** While down, nothing reaches SEQR. */
  setNetwork(up: boolean): void;
}

const LATENCY_MS = 40;

/** The simulator's own logic behind the till's interface, with a network that a test can spoil. No socket, no real time. */
export function createWorldService(world: World, clock: Clock): WorldService {
  const told: Told = { statuses: new Map(), polls: new Map(), cancels: new Map(), sends: 0, updates: 0 };
  const queues = new Map<Operation, Spoil[]>();
  let up = true;
  const network: Network = { next: (operation) => queues.get(operation)?.shift(), isUp: () => up };
  const call = createCall(world, clock, network);
  const isUnnamed = (): boolean => queues.get('getPaymentStatus')?.[0]?.kind === 'unnamed';

  return {
    service: createService(call, told, { nowMs: () => clock.monotonicMs(), isUnnamed }),
    told,
    spoil(operation, spoil, count) {
      queues.set(operation, [...(queues.get(operation) ?? []), ...Array.from({ length: count }, () => spoil)]);
    },
    setNetwork(nowUp) {
      up = nowUp;
      if (nowUp) queues.clear();
    },
  };
}

interface Network {
  /** How the next call of this operation is spoiled, if it is; asked once a call. */
  next(operation: Operation): Spoil | undefined;
  isUp(): boolean;
}

type Call = <N extends Operation, Value>(
  operation: N,
  request: RequestOf<N>,
  value: (returned: ReturnOf<N>) => Value,
) => Promise<Answer<Value>>;

/** One call through the network, in the clock's time. */
function createCall(world: World, clock: Clock, network: Network): Call {
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));

  return async (operation, request, value) => {
    const startedMs = clock.monotonicMs();
    const spoil = network.next(operation);
    const deadlineMs = DEADLINE_MS[operation];
    const took = (): number => clock.monotonicMs() - startedMs;
    const silence = async (): Promise<Answer<never>> => {
      await wait(deadlineMs - took());
      return { kind: 'noAnswer', reason: 'timeout', detail: 'spoiled', tookMs: deadlineMs };
    };
    if (spoil?.kind === 'notSent') {
      await wait(1);
      return { kind: 'notSent', reason: 'connection', detail: 'spoiled', tookMs: took() };
    }
    await wait(LATENCY_MS / 2);
    if (!network.isUp() || spoil?.kind === 'lostBefore') return silence();
    if (spoil?.kind === 'code') return answered({ resultCode: spoil.code } as ReturnOf<typeof operation>, value, took());
    if (spoil?.kind === 'says') {
      const { status, version = 0 } = spoil;
      return answered({ resultCode: 0, status, version } as unknown as ReturnOf<typeof operation>, value, took());
    }
    if (spoil?.kind === 'processedLate') {
      clock.after(spoil.ms - took(), () => void world.call(operation, request));
      return spoil.code === null ? silence() : answered({ resultCode: spoil.code } as ReturnOf<typeof operation>, value, took());
    }
    const returned = world.call(operation, request);
    if (spoil?.kind === 'lostAfter') return silence();
    if (spoil?.kind === 'cutAfter') return { kind: 'noAnswer', reason: 'connection', detail: 'spoiled', tookMs: took() };
    await wait(spoil?.kind === 'late' ? Math.min(spoil.ms, deadlineMs) : LATENCY_MS / 2);
    return !network.isUp() || took() >= deadlineMs ? silence() : answered(returned, value, took());
  };
}

/** The operations of a payment, and what the till was told by them. */
function createService(
  call: Call,
  told: Told,
  { nowMs, isUnnamed }: { readonly nowMs: () => number; readonly isUnnamed: () => boolean },
): SeqrService {
  const notHere = (): Promise<never> => Promise.reject(new Error('not in this model'));
  const note = (times: Map<string, number[]>, of: string): unknown => times.set(of, [...(times.get(of) ?? []), nowMs()]);
  return {
    sendInvoice(context, invoice, tokens = []) {
      told.sends += 1;
      return call('sendInvoice', { context: wireContext(context), invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) }, (r) => ({
        invoiceReference: r.invoiceReference ?? null,
        invoiceQRCode: r.invoiceQRCode ?? null,
      }));
    },
    async getPaymentStatus(context, invoiceReference, invoiceVersion) {
      note(told.polls, invoiceReference);
      const unnamed = isUnnamed();
      const given = await call('getPaymentStatus', { context: wireContext(context), invoiceReference, invoiceVersion }, (r) =>
        paymentStatus(unnamed && r.receipt ? { ...r, receipt: { ...r.receipt, paymentReference: undefined } } : r),
      );
      const answer = unnamed && given.kind === 'answered' ? { ...given, ersReference: null } : given;
      if (answer.kind === 'answered' && answer.resultCode === 0 && answer.value.status !== null) {
        const known = told.statuses.get(invoiceReference) ?? new Map<string, number>();
        told.statuses.set(invoiceReference, known.set(answer.value.status, (known.get(answer.value.status) ?? 0) + 1));
      }
      return answer;
    },
    cancelInvoice(context, invoiceReference) {
      note(told.cancels, invoiceReference);
      return call('cancelInvoice', { context: wireContext(context), invoiceReference }, () => ({}));
    },
    submitPaymentReceipt: (context, ersReference, receiptDocument) =>
      call('submitPaymentReceipt', { context: wireContext(context), ersReference, receiptDocument }, () => ({})),
    updateInvoice(context, invoiceReference, invoice, tokens = []) {
      told.updates += 1;
      const request = { context: wireContext(context), invoiceReference, invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) };
      return call('updateInvoice', request, () => ({}));
    },
    commitReservation(context, invoiceReference, amount) {
      const request = { context: wireContext(context), invoiceReference, amount: amount === null ? undefined : wireAmount(amount) };
      return call('commitReservation', request, () => ({}));
    },
    refundPayment: notHere,
    creditUser: notHere,
    markTransactionPeriod: notHere,
    executeReport: notHere,
    registerTerminal: notHere,
    unregisterTerminal: notHere,
    assignSeqrId: notHere,
    benchmarkingNop: () => call('benchmarkingNop', {}, () => ({})),
  };
}
