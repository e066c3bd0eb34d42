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
export const status = (text: string, version = 0): string => `${OK}<status>${text}</status><version>${version}</version>`;
export const paidStatus = (reference: string, amount = '1.10'): string =>
  `<ersReference>2026112308000000000000001</ersReference>${OK}<status>PAID</status><receipt><invoiceReference>${reference}</invoiceReference>` +
  `<invoice><totalAmount><currency>SEK</currency><value>${amount}</value></totalAmount></invoice></receipt><version>1</version>`;

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
