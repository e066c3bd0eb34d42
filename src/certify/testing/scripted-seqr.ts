import type { Operation } from '../../protocol/index.ts';
import { answerXml, http } from '../../seqr/testing/messages.ts';
import { startRawServer } from '../../seqr/testing/raw-server.ts';
import type { RawHandler, RawServer } from '../../seqr/testing/raw-server.ts';

/** The nth call (from 1) of an operation, and what stands inside its `return` instead of the right answer. */
export interface Lie {
  readonly operation: Operation;
  readonly nth: number;
  /** `hang-up`: the connection is reset instead. */
  readonly returned: string;
}

export interface ScriptedSeqr {
  readonly server: RawServer;
  /** How it answers, for a test that wants to come in between. */
  readonly handler: RawHandler;
  /** The operations asked for, in order. */
  operations(): readonly string[];
  /** The customer pays the invoice that is open. */
  pay(): void;
}

const OK = '<resultCode>0</resultCode>';
const PERIOD = '2026112309000000000000001';
/** Of the payment of an invoice, and of its refund. */
export const ersReferenceOf = (reference: string): string => `20261123080000000000000${reference.slice(1).padStart(2, '0')}`;
const REFUND = '2026112308300000000000009';
export const status = (text: string, version = 0): string => `${OK}<status>${text}</status><version>${version}</version>`;
export const paidStatus = (reference: string, amount = '1.10'): string =>
  `<ersReference>${ersReferenceOf(reference)}</ersReference>${OK}<status>PAID</status><receipt><invoiceReference>${reference}</invoiceReference>` +
  `<invoice><totalAmount><currency>SEK</currency><value>${amount}</value></totalAmount></invoice></receipt><version>1</version>`;

/** A row of a report, as ersReference and amount. */
export type ReportRow = readonly [ersReference: string, amount: string];

/** A report 007, in rows or, with a root of sums, as one sum. */
export function reportXml(rows: readonly ReportRow[], shape: 'details' | 'summary' = 'details'): string {
  const detail = rows.map(
    ([reference, amount]) =>
      `<Row><TerminalId>t1</TerminalId><CashierId>1</CashierId><SalesAmount>${amount}</SalesAmount><ErsReference>${reference}</ErsReference></Row>`,
  );
  const content =
    shape === 'details'
      ? `<TransactionDetails><Meta><TerminalId>t1</TerminalId></Meta>${detail.join('')}</TransactionDetails>`
      : `<TerminalTransactionSummary><Meta><TerminalId>t1</TerminalId></Meta><Row><TerminalId>t1</TerminalId><SalesCount>${rows.length}</SalesCount><SalesTotal>1.10000</SalesTotal></Row></TerminalTransactionSummary>`;
  return `${OK}<report><mimeType>text/html</mimeType><content>${Buffer.from(content).toString('base64')}</content></report>`;
}
export const REFUND_ROW: ReportRow = [REFUND, '-1.10000'];

/** A SEQR that does the sheet by heart, except for one lie. */
export async function startScriptedSeqr(lie?: Lie): Promise<ScriptedSeqr> {
  const server = await startRawServer();
  const operations: string[] = [];
  const invoices = new Map<string, 'ISSUED' | 'PAID' | 'CANCELED'>();
  let latest = '';

  const truth = (operation: Operation, body: string): string => {
    const reference = /<invoiceReference>(\w+)</.exec(body)?.[1] ?? '';
    switch (operation) {
      case 'registerTerminal':
        return `${OK}<terminalId>t1</terminalId>`;
      case 'sendInvoice':
        latest = `R${invoices.size + 1}`;
        invoices.set(latest, 'ISSUED');
        return `${OK}<invoiceReference>${latest}</invoiceReference>`;
      case 'getPaymentStatus': {
        const state = invoices.get(reference) ?? 'FAILED';
        return state === 'PAID' ? paidStatus(reference) : status(state);
      }
      case 'cancelInvoice':
        invoices.set(reference, 'CANCELED');
        return OK;
      case 'refundPayment':
        return `<ersReference>${REFUND}</ersReference>${OK}`;
      case 'markTransactionPeriod':
        return `${OK}<transactionPeriodId>${PERIOD}</transactionPeriodId>`;
      case 'executeReport': {
        if (operations.filter((asked) => asked === 'executeReport').length === 1) return '<resultCode>2</resultCode>';
        const paid = [...invoices]
          .filter(([, state]) => state === 'PAID')
          .map(([paidReference]) => [ersReferenceOf(paidReference), '1.10000'] as const);
        return reportXml(operations.includes('refundPayment') ? [...paid, REFUND_ROW] : paid);
      }
      default:
        return OK;
    }
  };
  const handler: RawHandler = ({ body }, socket) => {
    const operation = /<ns\d:(\w+) /.exec(body)?.[1] as Operation;
    operations.push(operation);
    const nth = operations.filter((other) => other === operation).length;
    const isLie = lie?.operation === operation && lie.nth === nth;
    const returned = truth(operation, body);
    if (isLie && lie.returned === 'hang-up') {
      socket.resetAndDestroy();
      return undefined;
    }
    return http(answerXml(operation, isLie ? lie.returned : returned));
  };
  server.handle(handler);
  return {
    server,
    handler,
    operations: () => operations,
    pay: () => void invoices.set(latest, 'PAID'),
  };
}
