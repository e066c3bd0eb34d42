import type { Clock } from '../../clock/clock.ts';
import { fromDecimal, toDecimal } from '../../money/index.ts';
import type { Currency, Money } from '../../money/index.ts';
import { DEADLINE_MS } from '../../protocol/index.ts';
import type { Answer, CallContext, CustomerToken, Invoice, Operation, PaymentStatus, SeqrService } from '../../protocol/index.ts';
import type { CustomerToken as CustomerTokenOnWire, RequestOf, ReturnOf, World } from '../../simulator/testing/index.ts';

/** How one call is spoiled; the world itself never lies. */
export type Spoil =
  | { readonly kind: 'notSent' }
  | { readonly kind: 'lostBefore' } // never reaches SEQR
  | { readonly kind: 'lostAfter' } // processed, the answer is lost
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
  const isUp = (): boolean => up;

  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));

  async function call<N extends Operation, Value>(
    operation: N,
    request: RequestOf<N>,
    value: (returned: ReturnOf<N>) => Value,
  ): Promise<Answer<Value>> {
    const startedMs = clock.monotonicMs();
    const spoil = queues.get(operation)?.shift();
    const deadlineMs = DEADLINE_MS[operation];
    const took = (): number => clock.monotonicMs() - startedMs;
    const silence = async (): Promise<Answer<Value>> => {
      await wait(deadlineMs - took());
      return { kind: 'noAnswer', reason: 'timeout', detail: 'spoiled', tookMs: deadlineMs };
    };
    if (spoil?.kind === 'notSent') {
      await wait(1);
      return { kind: 'notSent', reason: 'connection', detail: 'spoiled', tookMs: took() };
    }
    await wait(LATENCY_MS / 2);
    if (!isUp() || spoil?.kind === 'lostBefore') return silence();
    if (spoil?.kind === 'code')
      return {
        kind: 'answered',
        resultCode: spoil.code,
        resultDescription: '',
        ersReference: null,
        value: value({ resultCode: spoil.code } as ReturnOf<N>),
        serverDateMs: null,
        tookMs: took(),
      };
    const returned = world.call(operation, request);
    if (spoil?.kind === 'lostAfter') return silence();
    await wait(spoil?.kind === 'late' ? Math.min(spoil.ms, deadlineMs) : LATENCY_MS / 2);
    if (!isUp() || took() >= deadlineMs) return silence();
    return {
      kind: 'answered',
      resultCode: returned.resultCode,
      resultDescription: returned.resultDescription ?? '',
      ersReference: returned.ersReference ?? null,
      value: value(returned),
      serverDateMs: null,
      tookMs: took(),
    };
  }

  const wire = (context: CallContext): RequestOf<'cancelInvoice'>['context'] => ({
    clientReference: context.clientReference,
    clientRequestTimeout: 0,
    initiatorPrincipalId: { id: context.credentials.id, type: context.credentials.type },
    password: context.credentials.password,
  });

  const service: SeqrService = {
    sendInvoice(context, invoice, tokens = []) {
      told.sends += 1;
      return call('sendInvoice', { context: wire(context), invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) }, (r) => ({
        invoiceReference: r.invoiceReference ?? null,
        invoiceQRCode: r.invoiceQRCode ?? null,
      }));
    },
    async getPaymentStatus(context, invoiceReference, invoiceVersion) {
      told.polls.set(invoiceReference, [...(told.polls.get(invoiceReference) ?? []), clock.monotonicMs()]);
      const unnamed = queues.get('getPaymentStatus')?.[0]?.kind === 'unnamed';
      const given = await call('getPaymentStatus', { context: wire(context), invoiceReference, invoiceVersion }, (r) =>
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
      told.cancels.set(invoiceReference, [...(told.cancels.get(invoiceReference) ?? []), clock.monotonicMs()]);
      return call('cancelInvoice', { context: wire(context), invoiceReference }, () => ({}));
    },
    submitPaymentReceipt: (context, ersReference, receiptDocument) =>
      call('submitPaymentReceipt', { context: wire(context), ersReference, receiptDocument }, () => ({})),
    updateInvoice(context, invoiceReference, invoice, tokens = []) {
      told.updates += 1;
      return call(
        'updateInvoice',
        { context: wire(context), invoiceReference, invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) },
        () => ({}),
      );
    },
    commitReservation: (context, invoiceReference, amount) =>
      call(
        'commitReservation',
        { context: wire(context), invoiceReference, amount: amount === null ? undefined : wireAmount(amount) },
        () => ({}),
      ),
    refundPayment: () => Promise.reject(new Error('not in this model')),
    creditUser: () => Promise.reject(new Error('not in this model')),
    markTransactionPeriod: () => Promise.reject(new Error('not in this model')),
    executeReport: () => Promise.reject(new Error('not in this model')),
    registerTerminal: () => Promise.reject(new Error('not in this model')),
    unregisterTerminal: () => Promise.reject(new Error('not in this model')),
    assignSeqrId: () => Promise.reject(new Error('not in this model')),
    benchmarkingNop: () => call('benchmarkingNop', {}, () => ({})),
  };

  return {
    service,
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

function wireAmount(money: Money): { readonly currency: string; readonly value: string } {
  return { currency: money.currency, value: toDecimal(money) };
}

function wireToken({ id, value, description, status }: CustomerToken): CustomerTokenOnWire {
  return { id, value, description, status };
}

function wireInvoice(invoice: Invoice): RequestOf<'sendInvoice'>['invoice'] {
  const { totalAmount, invoiceRows, ...rest } = invoice;
  return {
    ...rest,
    totalAmount: wireAmount(totalAmount),
    invoiceRows: {
      invoiceRow: invoiceRows.map((row) => ({ itemDescription: row.itemDescription, itemTotalAmount: wireAmount(row.itemTotalAmount) })),
    },
  };
}

/** Without the members that the wire leaves out. */
function tokenFrom({ id, value, description, status }: CustomerTokenOnWire): CustomerToken {
  return {
    status,
    ...(id === undefined ? {} : { id }),
    ...(value === undefined ? {} : { value }),
    ...(description === undefined ? {} : { description }),
  };
}

function paymentStatus(returned: ReturnOf<'getPaymentStatus'>): PaymentStatus {
  const { receipt } = returned;
  const total = receipt?.invoice?.totalAmount;
  return {
    status: returned.status ?? null,
    version: returned.version,
    customerTokens: (returned.customerTokens?.token ?? []).map(tokenFrom),
    receipt: receipt
      ? {
          ...(receipt.invoiceReference === undefined ? {} : { invoiceReference: receipt.invoiceReference }),
          ...(receipt.paymentReference === undefined ? {} : { paymentReference: receipt.paymentReference }),
          ...(total ? { totalAmount: fromDecimal(total.value ?? '', (total.currency ?? 'SEK') as Currency) ?? 'unreadable' } : {}),
        }
      : null,
  };
}
