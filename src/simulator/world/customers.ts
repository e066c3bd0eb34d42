import type { Core } from './core.ts';
import type { Invoice } from './invoice.ts';

/** What can be set about a customer. The first two are the bank's rules. */
export interface CustomerSettings {
  /** False: a refund is answered 99. */
  readonly allowsRefunds: boolean;
  /** False: a payment that must be reserved fails, and one that is to be reserved if possible is paid at once (protocol §6). */
  readonly allowsReservations: boolean;
  /** Whether a scan tells the till the customer's `userId`, as a token beside any card (protocol §2: creditUser). */
  readonly sharesUserId: boolean;
}

/** A customer with the phone that pays. The records are never changed in place; `core.putCustomer` takes the next one. */
export interface Customer extends CustomerSettings {
  readonly id: string;
  readonly name: string;
  /** The phone's id: what a paid invoice's receipt names as its payer. */
  readonly payerTerminalId: string;
  /** What the account holds, minor units of the service's one currency. Never below zero. */
  readonly balanceMinor: number;
  /** The value of this customer's token of type I_GAMING_INTEGRATION, to which creditUser pays (protocol §2). */
  readonly userId: string;
  /** Cards on the phone, one of each type; a scan brings the first (protocol §5). */
  readonly cards: readonly CustomerCard[];
}

/** A loyalty card as a token carries it, without the token's status. `id` is the type, as configured in SEQR. */
export interface CustomerCard {
  readonly id: string;
  readonly value: string;
  readonly description: string;
}

/** Who scans when nobody says who: so rich that practice does not run out of money. */
export const DEFAULT_CUSTOMER_ID = 'astrid';

/** One of them has a card that practice honours (`practiceLoyalty` in src/till); the others can be given one on the phone. */
export function publishedCustomers(): readonly Customer[] {
  return [
    customer(DEFAULT_CUSTOMER_ID, 'Astrid Lind', 'a57f1d00', 100_000_000),
    customer('bo', 'Bo Ek', 'b0e40000', 25_000, { allowsReservations: false }),
    customer('chandra', 'Chandra Rao', 'c4a9d7a0', 500_000, { allowsRefunds: false }),
    customer('dilara', 'Dilara Öz', 'd11a7a00', 2_000_000, { cards: [{ id: 'KASSA_CLUB', value: '97520042', description: 'Kassa Club' }] }),
  ];
}

export const DEFAULT_SETTINGS: CustomerSettings = { allowsRefunds: true, allowsReservations: true, sharesUserId: false };

type Given = Partial<CustomerSettings & Pick<Customer, 'cards'>>;

function customer(id: string, name: string, payerTerminalId: string, balanceMinor: number, given: Given = {}): Customer {
  return { id, name, payerTerminalId, balanceMinor, userId: `igaming${payerTerminalId}`, ...DEFAULT_SETTINGS, cards: [], ...given };
}

export function defaultCustomer(core: Core): Customer {
  return core.customer(DEFAULT_CUSTOMER_ID);
}

/** The owner of a phone. A phone from a state file older than the customers is the default one's. */
export function customerOfPhone(core: Core, payerTerminalId: string): Customer {
  const owner = [...core.state.customers.values()].find((c) => c.payerTerminalId === payerTerminalId);
  return owner ?? defaultCustomer(core);
}

/** Whoever has scanned an invoice, or paid it; undefined before a scan, and once it ended unpaid. */
export function payerOf(core: Core, { stage }: Invoice): Customer | undefined {
  if ('payerTerminalId' in stage) return customerOfPhone(core, stage.payerTerminalId);
  return 'payment' in stage ? customerOfPhone(core, stage.payment.payerTerminalId) : undefined;
}

export function customerOfUser(core: Core, userId: string): Customer | undefined {
  return [...core.state.customers.values()].find((c) => c.userId === userId);
}
