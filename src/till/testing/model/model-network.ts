import { money } from '../../../money/index.ts';
import { DEADLINE_MS } from '../../../protocol/index.ts';
import type { Answer, Operation, PaymentStatus, SeqrConnection } from '../../../protocol/index.ts';
import { readPaymentStatus } from '../../../seqr/payment-status.ts';
import { readAnswer } from '../../../seqr/read-answer.ts';
import { writeAnswer } from '../../../simulator/testing/index.ts';
import type { RequestOf, ReturnOf, World } from '../../../simulator/testing/index.ts';
import { answered, paymentStatus, wireAmount, wireContext, wireInvoice, wireToken } from '../wire.ts';
import type { Fault, FaultPlan } from './faults.ts';
import type { ModelClock } from './model-clock.ts';

/** One call as the model saw it. */
export interface SeenCall {
  readonly operation: Operation;
  /** The invoice that it is about, or for a refund the payment; null: about none. */
  readonly about: string | null;
  readonly clientInvoiceId: string | null;
  readonly amountMinor: number | null;
  /** Monotonic ms. */
  readonly startedMs: number;
  readonly fault: Fault | null;
  /** Which process of the till made it, counted from 1. */
  readonly process: number;
  /** What SEQR answered when it carried it out; null: it never did, or has not yet. */
  carriedOut: { readonly resultCode: number; readonly ersReference: string | null; readonly invoiceReference: string | null } | null;
  /** The network was down: it never arrived. */
  isLost: boolean;
}

/** Who hears of what goes over the network. */
export interface NetworkWatch {
  started(call: SeenCall): void;
  /** Told when the till has got its answer: never for a process that has died meanwhile. */
  heard(call: SeenCall, answer: Answer<unknown>): void;
}

export interface NetworkDeps {
  readonly clock: ModelClock;
  /** Asked anew at each call: SEQR may have been restored to an older state. */
  readonly world: () => World;
  readonly faults: FaultPlan;
  readonly isUp: () => boolean;
  /** While it is down no connection comes about, so that nothing leaves. */
  readonly refuses: () => boolean;
  /** The process that makes the calls, and whether it has died. */
  readonly process: number;
  readonly isDead: () => boolean;
  readonly watch: NetworkWatch;
}

const LATENCY_MS = 40;

interface Made<N extends Operation, Value> {
  readonly operation: N;
  readonly about?: string | null;
  readonly clientInvoiceId?: string;
  readonly amountMinor?: number;
  readonly request: RequestOf<N>;
  readonly value: (returned: ReturnOf<N>) => Value;
}

/** The simulator's own logic behind the till's interface, over a network that a model spoils. No socket, no real time. */
export function createModelNetwork(deps: NetworkDeps): SeqrConnection {
  const call = <N extends Operation, Value>(made: Made<N, Value>): Promise<Answer<Value>> => makeCall(deps, made);
  return {
    sendInvoice: (context, invoice, tokens = []) =>
      call({
        operation: 'sendInvoice',
        clientInvoiceId: invoice.clientInvoiceId,
        amountMinor: invoice.totalAmount.minor,
        request: { context: wireContext(context), invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) },
        value: (r) => ({ invoiceReference: r.invoiceReference ?? null, invoiceQRCode: r.invoiceQRCode ?? null }),
      }),
    updateInvoice: (context, invoiceReference, invoice, tokens = []) =>
      call({
        operation: 'updateInvoice',
        about: invoiceReference,
        amountMinor: invoice.totalAmount.minor,
        request: { context: wireContext(context), invoiceReference, invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) },
        value: () => ({}),
      }),
    getPaymentStatus: (context, invoiceReference, invoiceVersion) =>
      call({
        operation: 'getPaymentStatus',
        about: invoiceReference,
        request: { context: wireContext(context), invoiceReference, invoiceVersion },
        value: paymentStatus,
      }),
    cancelInvoice: (context, invoiceReference) =>
      call({
        operation: 'cancelInvoice',
        about: invoiceReference,
        request: { context: wireContext(context), invoiceReference },
        value: () => ({}),
      }),
    commitReservation: (context, invoiceReference, amount) =>
      call({
        operation: 'commitReservation',
        about: invoiceReference,
        ...(amount === null ? {} : { amountMinor: amount.minor }),
        request: { context: wireContext(context), invoiceReference, amount: amount === null ? undefined : wireAmount(amount) },
        value: () => ({}),
      }),
    ...outgoing(call),
    ...ofTerminals(call),
    ...ofPeriods(call),
    benchmarkingNop: () => call({ operation: 'benchmarkingNop', request: {}, value: () => ({}) }),
    close: () => undefined,
  };
}

type Call = <N extends Operation, Value>(made: Made<N, Value>) => Promise<Answer<Value>>;

function outgoing(call: Call): Pick<SeqrConnection, 'submitPaymentReceipt' | 'refundPayment' | 'creditUser'> {
  return {
    submitPaymentReceipt: (context, ersReference, receiptDocument) =>
      call({
        operation: 'submitPaymentReceipt',
        about: ersReference,
        request: { context: wireContext(context), ersReference, receiptDocument },
        value: () => ({}),
      }),
    refundPayment: (context, ersReference, invoice) =>
      call({
        operation: 'refundPayment',
        about: ersReference,
        clientInvoiceId: invoice.clientInvoiceId,
        amountMinor: invoice.totalAmount.minor,
        request: { context: wireContext(context), ersReference, invoice: wireInvoice(invoice) },
        value: () => ({}),
      }),
    creditUser: (context, credit) =>
      call({
        operation: 'creditUser',
        clientInvoiceId: credit.correlationId ?? context.clientReference,
        amountMinor: credit.amount.minor,
        request: { context: wireContext(context), creditUserRequest: { ...credit, amount: wireAmount(credit.amount) } },
        value: (r) => ({ correlationId: r.correlationId ?? null }),
      }),
  };
}

function ofTerminals(call: Call): Pick<SeqrConnection, 'registerTerminal' | 'unregisterTerminal' | 'assignSeqrId'> {
  return {
    registerTerminal: (context, terminal) =>
      call({
        operation: 'registerTerminal',
        request: { context: wireContext(context), ...terminal },
        value: (r) => ({ terminalId: r.terminalId ?? null }),
      }),
    unregisterTerminal: (context) =>
      call({ operation: 'unregisterTerminal', request: { context: wireContext(context) }, value: () => ({}) }),
    assignSeqrId: (context, seqrId) =>
      call({ operation: 'assignSeqrId', request: { context: wireContext(context), seqrId }, value: () => ({}) }),
  };
}

function ofPeriods(call: Call): Pick<SeqrConnection, 'markTransactionPeriod' | 'executeReport'> {
  return {
    markTransactionPeriod: (context, terminalId) =>
      call({
        operation: 'markTransactionPeriod',
        request: {
          context: wireContext(context),
          ...(terminalId === null ? {} : { parameters: { parameter: { entry: [{ key: 'TERMINALID', value: terminalId }] } } }),
        },
        value: (r) => ({ transactionPeriodId: r.transactionPeriodId ?? null }),
      }),
    executeReport: (context, { reportId, transactionPeriodId, terminalId, language }) =>
      call({
        operation: 'executeReport',
        request: {
          context: wireContext(context),
          reportId,
          language: language ?? undefined,
          parameters: {
            parameter: {
              entry: [
                { key: 'transactionPeriodId', value: transactionPeriodId },
                ...(terminalId === null ? [] : [{ key: 'TERMINALID', value: terminalId }]),
              ],
            },
          },
        },
        value: (r) => ({
          report:
            r.report === undefined
              ? null
              : { title: r.report.title ?? null, mimeType: r.report.mimeType ?? null, content: r.report.content ?? '' },
        }),
      }),
  };
}

/** One call through the network, in the model's time. What SEQR does with it happens whether the till lives or not. */
function makeCall<N extends Operation, Value>(deps: NetworkDeps, made: Made<N, Value>): Promise<Answer<Value>> {
  const { clock } = deps;
  const { process } = deps;
  // A dead process says nothing: what its code still does in this moment never leaves the machine.
  if (deps.isDead()) return new Promise(() => undefined);
  const fault = deps.faults.take(made.operation);
  const seen: SeenCall = {
    operation: made.operation,
    about: made.about ?? null,
    clientInvoiceId: made.clientInvoiceId ?? null,
    amountMinor: made.amountMinor ?? null,
    startedMs: clock.monotonicMs(),
    fault,
    process,
    carriedOut: null,
    isLost: false,
  };
  deps.watch.started(seen);
  return new Promise((resolve) => {
    void travelled(deps, made, seen).then((answer) => {
      if (deps.isDead()) return;
      deps.watch.heard(seen, answer);
      resolve(answer);
    });
  });
}

async function travelled<N extends Operation, Value>(
  deps: NetworkDeps,
  { operation, request, value }: Made<N, Value>,
  seen: SeenCall,
): Promise<Answer<Value>> {
  const { clock } = deps;
  const { fault } = seen;
  const startedMs = clock.monotonicMs();
  const took = (): number => clock.monotonicMs() - startedMs;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  const deadlineMs = DEADLINE_MS[operation];
  const cut = (): Answer<never> => ({ kind: 'noAnswer', reason: 'connection', detail: 'cut', tookMs: took() });
  const silence = async (): Promise<Answer<never>> => {
    await wait(deadlineMs - took());
    return { kind: 'noAnswer', reason: 'timeout', detail: 'silence', tookMs: deadlineMs };
  };
  const carriedOut = (): ReturnOf<N> => {
    const returned = deps.world().call(operation, request);
    const invoiceReference = operation === 'sendInvoice' ? (returned as ReturnOf<'sendInvoice'>).invoiceReference : undefined;
    seen.carriedOut = {
      resultCode: returned.resultCode,
      ersReference: returned.ersReference ?? null,
      invoiceReference: invoiceReference ?? null,
    };
    return returned;
  };
  const withCode = (code: number): Answer<Value> => withDate(answered({ resultCode: code } as ReturnOf<N>, value, took()));
  const withDate = (answer: Answer<Value>): Answer<Value> =>
    answer.kind === 'answered' ? { ...answer, serverDateMs: Math.floor(deps.world().nowMs() / 1_000) * 1_000 } : answer;

  if (fault?.kind === 'notSent' || (!deps.isUp() && deps.refuses())) {
    await wait(fault?.kind === 'notSent' ? (fault.ms ?? 1) : 1);
    return { kind: 'notSent', reason: 'connection', detail: 'not sent', tookMs: took() };
  }
  await wait(LATENCY_MS / 2);
  if (!deps.isUp()) {
    seen.isLost = true;
    return silence();
  }
  switch (fault?.kind) {
    case 'lostBefore':
      return fault.cut ? cut() : silence();
    case 'refused':
      await wait(fault.ms ?? LATENCY_MS / 2);
      return withCode(fault.code);
    case 'late': {
      void clock.after(fault.ms, carriedOut);
      return fault.cut ? cut() : silence();
    }
    case 'carriedOut':
      if (fault.afterMs === 0) carriedOut();
      else void clock.after(fault.afterMs, carriedOut);
      await wait(LATENCY_MS / 2);
      return withCode(fault.code);
    case 'underWay': {
      const isTooLate = took() + fault.ms >= deadlineMs;
      if (isTooLate) {
        void clock.after(fault.ms, carriedOut);
        return silence();
      }
      await wait(fault.ms);
      break;
    }
    default:
      break;
  }
  const returned = carriedOut();
  if (fault?.kind === 'lostAfter') return fault.cut ? cut() : silence();
  await wait(fault?.kind === 'slow' ? Math.min(fault.ms, deadlineMs) : LATENCY_MS / 2);
  if (!deps.isUp() || took() >= deadlineMs) return silence();
  if (fault?.kind === 'lie' && fault.lie === 'http500' && operation === 'getPaymentStatus')
    return { ...(underHttp500(returned as ReturnOf<'getPaymentStatus'>) as Answer<Value>), tookMs: took() };
  const answer = withDate(answered(returned, value, took()));
  return fault?.kind === 'lie' && operation === 'getPaymentStatus'
    ? (told(answer as Answer<PaymentStatus>, fault.lie) as Answer<Value>)
    : answer;
}

/** The right message with the wrong status, read by the till's own reader. */
function underHttp500(returned: ReturnOf<'getPaymentStatus'>): Answer<PaymentStatus> {
  const answer = { kind: 'answer', statusCode: 500, text: writeAnswer('getPaymentStatus', returned), serverDateMs: null } as const;
  const read = readAnswer(
    { operation: 'getPaymentStatus', read: (element, resultCode) => readPaymentStatus(element, resultCode, 0) },
    answer,
    (text) => text,
  );
  return { ...read, tookMs: 0 };
}

/** The answer as a SEQR would give it that does not keep to its own word. */
function told(answer: Answer<PaymentStatus>, lie: Extract<Fault, { kind: 'lie' }>['lie']): Answer<PaymentStatus> {
  if (answer.kind !== 'answered' || answer.value.status === null) return answer;
  const { value } = answer;
  const { receipt } = value;
  switch (lie) {
    case 'unnamed': {
      const unnamed = Object.fromEntries(Object.entries(receipt ?? {}).filter(([name]) => name !== 'paymentReference'));
      return { ...answer, ersReference: null, value: { ...value, receipt: receipt === null ? null : unnamed } };
    }
    case 'otherAmount':
      return receipt === null ? answer : { ...answer, value: { ...value, receipt: { ...receipt, totalAmount: money(100, 'SEK') } } };
    case 'otherInvoice':
      return receipt === null ? answer : { ...answer, value: { ...value, receipt: { ...receipt, invoiceReference: '999' } } };
    case 'oddStatus':
      return { ...answer, ersReference: null, value: { ...value, status: 'PARTIALLY_PAID', receipt: null } };
    case 'stale':
      return {
        ...answer,
        ersReference: null,
        value: { ...value, status: 'ISSUED', version: Math.max(0, value.version - 1), receipt: null },
      };
    case 'http500':
      // It is not the answer that is wrong.
      return answer;
  }
}
