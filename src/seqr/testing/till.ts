import { fileURLToPath } from 'node:url';
import { createSystemClock } from '../../clock/system-clock.ts';
import { money } from '../../money/index.ts';
import type { CallContext, Invoice, SeqrConnection } from '../../protocol/index.ts';
import { createSeqrConnector } from '../index.ts';
import type { SeqrConnectorOptions } from '../index.ts';

export const WSDL_PATH = fileURLToPath(new URL('../../../assets/seqr-cashregister.wsdl', import.meta.url));

/** A connection as the till opens it, with what the test wants different. */
export function connectTill(url: string, options: Partial<SeqrConnectorOptions> = {}): SeqrConnection {
  return createSeqrConnector({ wsdlPath: WSDL_PATH, clock: createSystemClock(), ...options }).connect(url, 'Kassa 0.1.0');
}

export const PASSWORD = 'pw-7f3a&<secret>"1';

export const TERMINAL: CallContext = {
  credentials: { type: 'TERMINALID', id: '87e791f9e24148a6892c52aa85bb0331', password: PASSWORD },
  clientReference: 'K7Q2',
};
export const RESELLER: CallContext = {
  credentials: { type: 'RESELLERUSER', id: 'public_test_shop', userId: '9900', password: PASSWORD },
  clientReference: 'wizard-1',
};

export const INVOICE: Invoice = {
  paymentMode: 'IMMEDIATE_DEBIT',
  acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
  issueDate: '2026-11-23T09:00:00+01:00',
  title: 'Kassa',
  clientInvoiceId: 'A-1',
  invoiceRows: [
    {
      itemDescription: 'Bananas',
      itemEAN: '7310865004703',
      itemQuantity: '0.45',
      itemTaxRate: '12',
      itemTotalAmount: money(1010, 'SEK'),
      itemUnit: 'kg',
      itemUnitPrice: money(2244, 'SEK'),
    },
    { itemDescription: 'Discount', itemQuantity: '1', itemTotalAmount: money(-10, 'SEK') },
  ],
  totalAmount: money(1000, 'SEK'),
  cashierId: '7',
  footer: 'Welcome back',
};
