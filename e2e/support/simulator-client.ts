/** The simulator's JSON interface as a test uses it: the customer's phone, faults, the clock, and what SEQR has on record. */

export interface AmountView {
  readonly currency: string;
  readonly value: string;
}
/** 0 pending, 1 used, 90 blocked, 99 invalid. */
export interface CustomerToken {
  readonly id?: string;
  readonly value?: string;
  readonly description?: string;
  readonly status: number;
}
export interface InvoiceView {
  readonly invoiceReference: string;
  readonly terminalId: string;
  readonly status: string;
  readonly version: number;
  readonly totalAmount: AmountView;
  /** What is held on the customer's account, and until when; null unless RESERVED. */
  readonly reserved: { readonly amount: AmountView; readonly until: string } | null;
  readonly customerTokens: readonly CustomerToken[];
  readonly paidAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly reversedAt: string | null;
  readonly ersReference: string | null;
}
export interface ScanView {
  readonly invoiceReference: string;
  readonly title: string;
  readonly totalAmount: AmountView;
  readonly status: string;
  readonly rows: readonly { readonly itemDescription?: string; readonly itemTotalAmount?: AmountView }[];
}
export interface LedgerView {
  readonly kind: string;
  readonly ersReference: string;
  /** The payment a refund gives back. */
  readonly paymentReference: string | null;
  readonly invoiceReference: string | null;
  readonly customerId: string;
  readonly terminalId: string;
  readonly amount: AmountView;
}
/** A loyalty card on a phone; `id` is its type, as the token's. */
export interface CardView {
  readonly id: string;
  readonly value: string;
  readonly description: string;
}
export interface CustomerSettings {
  readonly allowsRefunds: boolean;
  readonly allowsReservations: boolean;
  readonly sharesUserId: boolean;
}
export interface CustomerView extends CustomerSettings {
  readonly id: string;
  readonly name: string;
  readonly balance: AmountView;
  /** What of the balance nobody has reserved. */
  readonly available: AmountView;
  /** Where creditUser pays to. */
  readonly userId: string;
  readonly cards: readonly CardView[];
}
/** What a person can set about the simulated service; `src/simulator/world/switches.ts` says what each means. */
export interface SwitchesView {
  readonly resellersWithoutRefunds: readonly string[];
  readonly reportShape: 'published' | 'swapped';
  readonly refundsInReports: boolean;
  /** What a new invoice does to a reserved one of the same terminal. */
  readonly reservedInvoices: 'keep' | 'cancel';
  /** How an answer that says PAID differs from what was asked for. */
  readonly paidBends: readonly string[];
  /** How long after they were carried out things are booked in reports. */
  readonly bookedLate: Readonly<Record<string, { readonly ms: number; readonly periods: number }>>;
}
export interface ReceiptView {
  readonly ersReference: string;
  readonly terminalId: string;
  readonly receiptDocument: { readonly mimeType: string; readonly receiptData: string };
}
export interface TerminalView {
  readonly terminalId: string;
  readonly resellerId: string;
  readonly externalTerminalId: string;
  readonly name: string;
  readonly seqrId: string | null;
}
export interface MessageView {
  /** 1, 2, 3 … in the order in which they ended. */
  readonly number: number;
  /** When it ended, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly operation: string | null;
  readonly request: string;
  readonly response: string | null;
}

export interface SimulatorClient {
  /** By the default customer when left out. */
  readonly scan: (code: string, customerId?: string) => Promise<ScanView>;
  /** `bankMs`: how long the bank takes; meanwhile a cancel is answered 51. */
  readonly pay: (invoiceReference: string, bankMs?: number) => Promise<string>;
  readonly decline: (invoiceReference: string) => Promise<string>;
  readonly cancel: (invoiceReference: string) => Promise<string>;
  /** Puts a card on the phone, first, in the place of one of the same type; the first is what a scan brings. */
  readonly addCard: (card: CardView, customerId?: string) => Promise<void>;
  /** Cards are named by their type. */
  readonly chooseCard: (cardId: string, customerId?: string) => Promise<void>;
  readonly removeCard: (cardId: string, customerId?: string) => Promise<void>;
  /** @returns the invoice the customer has paid with one scan of the code. */
  readonly scanAndPay: (code: string, customerId?: string) => Promise<string>;
  readonly invoices: () => Promise<readonly InvoiceView[]>;
  readonly invoice: (invoiceReference: string) => Promise<InvoiceView>;
  readonly customers: () => Promise<readonly CustomerView[]>;
  /** Lets SEQR answer 97 to the refunds of a reseller, or 99 to those of a customer. */
  readonly setSwitches: (switches: Partial<SwitchesView>) => Promise<void>;
  readonly allowRefundsTo: (customerId: string, allowsRefunds: boolean) => Promise<void>;
  /** What the bank allows, and whether a scan tells the till the customer's user id. */
  readonly setCustomer: (customerId: string, settings: Partial<CustomerSettings>) => Promise<void>;
  readonly ledger: () => Promise<readonly LedgerView[]>;
  readonly receipts: () => Promise<readonly ReceiptView[]>;
  readonly terminals: () => Promise<readonly TerminalView[]>;
  /** What was sent and answered lately. */
  readonly messages: () => Promise<readonly MessageView[]>;
  readonly fault: (operation: string, kind: string, count?: number) => Promise<void>;
  /** The faults that have not been met yet. */
  readonly faults: () => Promise<readonly { readonly operation: string; readonly kind: string; readonly count: number }[]>;
  readonly noFaults: () => Promise<void>;
  readonly advance: (advanceMs: number) => Promise<void>;
}

export function simulatorClient(url: string): SimulatorClient {
  async function ask<Body>(method: string, path: string, body?: object): Promise<Body> {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Body;
  }
  const tell = async (method: string, path: string, body?: object): Promise<void> => {
    await ask(method, path, body);
  };
  const move = async (what: string, body: object): Promise<string> =>
    (await ask<{ status: string }>('POST', `/api/phone/${what}`, body)).status;
  const scan = (code: string, customerId?: string): Promise<ScanView> => ask('POST', '/api/phone/scan', { code, customerId });
  const pay = (invoiceReference: string, bankMs = 0): Promise<string> => move('pay', { invoiceReference, bankMs });
  const invoices = (): Promise<readonly InvoiceView[]> => ask('GET', '/api/invoices');
  return {
    scan,
    pay,
    decline: (invoiceReference) => move('decline', { invoiceReference }),
    cancel: (invoiceReference) => move('cancel', { invoiceReference }),
    addCard: (card, customerId) => tell('POST', '/api/phone/cards/add', { ...card, customerId }),
    chooseCard: (id, customerId) => tell('POST', '/api/phone/cards/choose', { id, customerId }),
    removeCard: (id, customerId) => tell('POST', '/api/phone/cards/remove', { id, customerId }),
    async scanAndPay(code, customerId) {
      const { invoiceReference } = await scan(code, customerId);
      await pay(invoiceReference);
      return invoiceReference;
    },
    invoices,
    async invoice(invoiceReference) {
      const found = (await invoices()).find((each) => each.invoiceReference === invoiceReference);
      if (found === undefined) throw new Error(`the simulator has no invoice ${invoiceReference}`);
      return found;
    },
    customers: () => ask('GET', '/api/customers'),
    setSwitches: (switches) => tell('POST', '/api/switches', switches),
    setCustomer: (id, settings) => tell('POST', '/api/customers', { id, ...settings }),
    allowRefundsTo: (id, allowsRefunds) => tell('POST', '/api/customers', { id, allowsRefunds }),
    ledger: () => ask('GET', '/api/ledger'),
    receipts: () => ask('GET', '/api/receipts'),
    terminals: () => ask('GET', '/api/terminals'),
    messages: () => ask('GET', '/api/messages'),
    fault: (operation, kind, count = 1) => tell('POST', '/api/faults', { operation, kind, count }),
    faults: () => ask('GET', '/api/faults'),
    noFaults: () => tell('DELETE', '/api/faults'),
    advance: (advanceMs) => tell('POST', '/api/clock', { advanceMs }),
  };
}
