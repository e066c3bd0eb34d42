import type { Answer, Operation, SeqrConnection } from '../../../protocol/index.ts';
import type { RequestOf, ReturnOf, World } from '../../../simulator/testing/index.ts';
import { answered, paymentStatus, wireAmount, wireContext, wireInvoice, wireToken } from '../wire.ts';
import type { Hands } from './hands.ts';

export interface HeldServiceDeps {
  readonly world: World;
  readonly hands: Hands;
  /** SEQR works on what it has got before the call is held, or only when it is let go. */
  readonly works: () => 'beforeItIsHeld' | 'whenItIsLetGo';
  /** Told of a call when it leaves the till and when the till has its answer. */
  readonly onCall: (operation: Operation, when: 'left' | 'answered') => void;
}

type Call = <N extends Operation, Value>(
  operation: N,
  request: RequestOf<N>,
  value: (returned: ReturnOf<N>) => Value,
) => Promise<Answer<Value>>;

/** The simulator's own logic behind the till's interface: no socket, no time; each call waits in a test's hands. */
export function createHeldService({ world, hands, works, onCall }: HeldServiceDeps): SeqrConnection {
  const call: Call = async (operation, request, value) => {
    onCall(operation, 'left');
    const before = works() === 'beforeItIsHeld' ? world.call(operation, request) : null;
    await hands.pass(operation);
    const returned = before ?? world.call(operation, request);
    onCall(operation, 'answered');
    return answered(returned, value, 1);
  };
  const nothing = (): Readonly<Record<string, never>> => ({});

  return {
    sendInvoice: (context, invoice, tokens = []) =>
      call('sendInvoice', { context: wireContext(context), invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) }, (r) => ({
        invoiceReference: r.invoiceReference ?? null,
        invoiceQRCode: r.invoiceQRCode ?? null,
      })),
    updateInvoice(context, invoiceReference, invoice, tokens = []) {
      const request = { context: wireContext(context), invoiceReference, invoice: wireInvoice(invoice), tokens: tokens.map(wireToken) };
      return call('updateInvoice', request, nothing);
    },
    getPaymentStatus: (context, invoiceReference, invoiceVersion) =>
      call('getPaymentStatus', { context: wireContext(context), invoiceReference, invoiceVersion }, paymentStatus),
    cancelInvoice: (context, invoiceReference) => call('cancelInvoice', { context: wireContext(context), invoiceReference }, nothing),
    commitReservation(context, invoiceReference, amount) {
      const request = { context: wireContext(context), invoiceReference, amount: amount === null ? undefined : wireAmount(amount) };
      return call('commitReservation', request, nothing);
    },
    submitPaymentReceipt: (context, ersReference, receiptDocument) =>
      call('submitPaymentReceipt', { context: wireContext(context), ersReference, receiptDocument }, nothing),
    refundPayment: (context, ersReference, invoice) =>
      call('refundPayment', { context: wireContext(context), ersReference, invoice: wireInvoice(invoice) }, nothing),
    creditUser(context, credit) {
      const creditUserRequest = { ...credit, amount: wireAmount(credit.amount) };
      return call('creditUser', { context: wireContext(context), creditUserRequest }, (r) => ({ correlationId: r.correlationId ?? null }));
    },
    ...ofTerminals(call),
    ...ofPeriods(call),
    benchmarkingNop: () => call('benchmarkingNop', {}, nothing),
    close: () => undefined,
  };
}

function ofTerminals(call: Call): Pick<SeqrConnection, 'registerTerminal' | 'unregisterTerminal' | 'assignSeqrId'> {
  return {
    registerTerminal: (context, terminal) =>
      call('registerTerminal', { context: wireContext(context), ...terminal }, (r) => ({ terminalId: r.terminalId ?? null })),
    unregisterTerminal: (context) => call('unregisterTerminal', { context: wireContext(context) }, () => ({})),
    assignSeqrId: (context, seqrId) => call('assignSeqrId', { context: wireContext(context), seqrId }, () => ({})),
  };
}

function ofPeriods(call: Call): Pick<SeqrConnection, 'markTransactionPeriod' | 'executeReport'> {
  const parameters = (entry: readonly { readonly key: string; readonly value: string }[]) => ({ parameter: { entry: [...entry] } });
  const ofTerminal = (terminalId: string | null) => (terminalId === null ? [] : [{ key: 'TERMINALID', value: terminalId }]);
  return {
    markTransactionPeriod(context, terminalId) {
      const request = { context: wireContext(context), parameters: parameters(ofTerminal(terminalId)) };
      return call('markTransactionPeriod', request, (r) => ({ transactionPeriodId: r.transactionPeriodId ?? null }));
    },
    executeReport(context, { reportId, transactionPeriodId, terminalId, language }) {
      const entry = [{ key: 'transactionPeriodId', value: transactionPeriodId }, ...ofTerminal(terminalId)];
      const request = { context: wireContext(context), reportId, language: language ?? undefined, parameters: parameters(entry) };
      return call('executeReport', request, ({ report }) => ({
        report:
          report === undefined ? null : { title: report.title ?? null, mimeType: report.mimeType ?? null, content: report.content ?? '' },
      }));
    },
  };
}
