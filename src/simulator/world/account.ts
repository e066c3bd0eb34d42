import type { Core } from './core.ts';
import { keptMinor } from './ledger.ts';
import { amountOf } from './money.ts';
import type { Customer, CustomerCard, LedgerEntry } from './records.ts';
import { heldMinor } from './reservation.ts';
import { isoTime } from './views.ts';
import type { AmountView } from './views.ts';

/** What a customer's phone tells of the account behind it. */
export interface AccountView {
  readonly customerId: string;
  readonly name: string;
  readonly balance: AmountView;
  /** Of the balance, what tills have reserved and not taken yet. */
  readonly reserved: AmountView;
  readonly cards: readonly CustomerCard[];
  readonly userId: string;
  readonly sharesUserId: boolean;
  /** The latest first. */
  readonly movements: readonly MovementView[];
}

export interface MovementView {
  readonly kind: LedgerEntry['kind'];
  readonly at: string;
  /** Whose till it was. */
  readonly shop: string;
  /** As it changes the balance: negative for what was paid. */
  readonly amount: AmountView;
  readonly ersReference: string;
}

/** A phone shows the latest; the ledger has them all. */
const MAX_MOVEMENTS = 50;

export function accountView(core: Core, customer: Customer): AccountView {
  const { ledger } = core.state;
  const movements: MovementView[] = [];
  for (let index = ledger.length - 1; index >= 0 && movements.length < MAX_MOVEMENTS; index -= 1) {
    const entry = ledger[index];
    if (entry?.customerId === customer.id) movements.push(movementView(core, entry));
  }
  return {
    customerId: customer.id,
    name: customer.name,
    balance: amountOf(core.rules.currency, customer.balanceMinor),
    reserved: amountOf(core.rules.currency, heldMinor(core, customer)),
    cards: customer.cards,
    userId: customer.userId,
    sharesUserId: customer.sharesUserId,
    movements,
  };
}

function movementView(core: Core, entry: LedgerEntry): MovementView {
  return {
    kind: entry.kind,
    at: isoTime(entry.atMs),
    shop: shopOf(core, entry),
    amount: amountOf(entry.currency, -keptMinor(entry)),
    ersReference: entry.ersReference,
  };
}

/** The name the customer saw on the bill, as far as it is still known. */
function shopOf(core: Core, { invoiceReference, terminalId, resellerId }: LedgerEntry): string {
  const onBill = core.state.invoices.get(invoiceReference ?? '')?.terminalName;
  return onBill ?? core.state.terminals.get(terminalId)?.name ?? core.rules.resellers.find((r) => r.id === resellerId)?.name ?? '';
}
