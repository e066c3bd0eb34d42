import type { Core } from './core.ts';
import type { Invoice } from './invoice.ts';
import type { Customer, CustomerSettings } from './records.ts';

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
