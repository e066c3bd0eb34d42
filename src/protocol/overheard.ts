import type { Answer, SeqrConnection } from './service.ts';

/** The same connection; `heard` is told of SEQR's time with each answer that bears one, before whoever asked. */
export function overheard(connection: SeqrConnection, heard: (serverDateMs: number) => void): SeqrConnection {
  async function hear<Value>(asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
    const answer = await asked;
    if (answer.kind === 'answered' && answer.serverDateMs !== null) heard(answer.serverDateMs);
    return answer;
  }

  return {
    sendInvoice: (...asked) => hear(connection.sendInvoice(...asked)),
    updateInvoice: (...asked) => hear(connection.updateInvoice(...asked)),
    getPaymentStatus: (...asked) => hear(connection.getPaymentStatus(...asked)),
    cancelInvoice: (...asked) => hear(connection.cancelInvoice(...asked)),
    commitReservation: (...asked) => hear(connection.commitReservation(...asked)),
    submitPaymentReceipt: (...asked) => hear(connection.submitPaymentReceipt(...asked)),
    refundPayment: (...asked) => hear(connection.refundPayment(...asked)),
    creditUser: (...asked) => hear(connection.creditUser(...asked)),
    registerTerminal: (...asked) => hear(connection.registerTerminal(...asked)),
    unregisterTerminal: (...asked) => hear(connection.unregisterTerminal(...asked)),
    assignSeqrId: (...asked) => hear(connection.assignSeqrId(...asked)),
    markTransactionPeriod: (...asked) => hear(connection.markTransactionPeriod(...asked)),
    executeReport: (...asked) => hear(connection.executeReport(...asked)),
    benchmarkingNop: () => hear(connection.benchmarkingNop()),
    close: () => connection.close(),
  };
}
