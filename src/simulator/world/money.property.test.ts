import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHarness, invoiceOf, resellerContext, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import type { ClientContext } from '../wire/schema.ts';
import { formatMinor, parseMinor } from './money.ts';

/** Two terminals and two customers, whose acts come in any order; numbers choose among what is there. */
type Act =
  | {
      readonly kind: 'send';
      readonly till: number;
      readonly amountMinor: number;
      readonly mode: (typeof MODES)[number];
      readonly ack: (typeof ACKS)[number];
    }
  | { readonly kind: 'update' | 'commit' | 'refund'; readonly till: number; readonly which: number; readonly amountMinor: number }
  | { readonly kind: 'cancel' | 'read'; readonly till: number; readonly which: number }
  | {
      readonly kind: 'scan' | 'pay' | 'buy' | 'decline' | 'leave';
      readonly customer: (typeof CUSTOMERS)[number];
      readonly which: number;
      readonly bankMs: number;
    }
  | { readonly kind: 'wait'; readonly ms: number };

const MODES = ['IMMEDIATE_DEBIT', 'RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'] as const;
const ACKS = ['NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT'] as const;
const CUSTOMERS = ['bo', 'chandra'] as const;

const till = fc.constantFrom(0, 0, 1);
/** Mostly one of the latest. */
const which = fc.constantFrom(0, 0, 0, 1, 2, 3);
const amountMinor = fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 1, max: 9_000 }) }, fc.integer({ min: -1, max: 600_000 }));
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      till,
      amountMinor,
      mode: fc.constantFrom(...MODES),
      ack: fc.constantFrom(ACKS[0], ...ACKS, ACKS[0]),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('update' as const, 'commit' as const, 'refund' as const), till, which, amountMinor }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'read' as const, 'read' as const), till, which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom<('scan' | 'pay' | 'buy' | 'decline' | 'leave')[]>(
        'scan',
        'scan',
        'pay',
        'pay',
        'buy',
        'buy',
        'buy',
        'decline',
        'leave',
      ),
      customer: fc.constantFrom(...CUSTOMERS),
      which,
      bankMs: fc.constantFrom(0, 0, 3_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 3_000, 3_000, 19_999, 20_000, 700_000) }),
  },
);

interface Model {
  readonly harness: Harness;
  readonly tills: readonly ClientContext[];
  /** In the order of issue. */
  readonly references: string[];
}

function model(): Model {
  const harness = createHarness();
  const second = harness.world.call('registerTerminal', { context: resellerContext(), externalTerminalId: 'x', password: 'secret' });
  harness.world.setCustomer('bo', { allowsReservations: true });
  harness.world.phone.addCard({ id: 'CLUB', value: '1', description: '' }, 'bo');
  return { harness, tills: [terminalContext(), terminalContext(second.terminalId, 'secret')], references: [] };
}

function play({ harness: { world }, tills, references }: Model, each: Act): void {
  const reference = 'which' in each ? (references.at(-1 - each.which) ?? '') : '';
  const context = 'till' in each ? tills[each.till] : undefined;
  switch (each.kind) {
    case 'send': {
      const invoice = invoiceOf(formatMinor(each.amountMinor), {
        paymentMode: each.mode,
        acknowledgmentMode: each.ack,
        commitReservationTimeout: 600,
      });
      const { invoiceReference } = world.call('sendInvoice', { context, invoice });
      if (invoiceReference !== undefined) references.push(invoiceReference);
      return;
    }
    case 'update':
      world.call('updateInvoice', { context, invoiceReference: reference, invoice: invoiceOf(formatMinor(each.amountMinor)) });
      return;
    case 'commit':
      world.call('commitReservation', { context, invoiceReference: reference, amount: sek(formatMinor(each.amountMinor)) });
      return;
    case 'refund': {
      const ersReference = world.invoices().find((i) => i.invoiceReference === reference)?.ersReference ?? '';
      world.call('refundPayment', { context, ersReference, invoice: invoiceOf(formatMinor(each.amountMinor)) });
      return;
    }
    case 'cancel':
      world.call('cancelInvoice', { context, invoiceReference: reference });
      return;
    case 'read':
      world.call('getPaymentStatus', { context, invoiceReference: reference, invoiceVersion: 0 });
      return;
    case 'scan':
      world.phone.scan(reference, each.customer);
      return;
    case 'pay':
      world.phone.pay(reference, { bankMs: each.bankMs });
      return;
    case 'buy':
      world.phone.scan(reference, each.customer);
      world.phone.pay(reference, { bankMs: each.bankMs });
      return;
    case 'decline':
      world.phone.decline(reference);
      return;
    case 'leave':
      world.phone.cancel(reference);
      return;
    case 'wait':
      world.advance(each.ms);
  }
}

const minor = ({ value }: { readonly value: string }): number => parseMinor(value) ?? NaN;

/** What must hold whatever happened. */
function check({ harness: { world } }: Model, startMinor: number, versions: Map<string, number>): void {
  const customers = world.customers();
  const invoices = world.invoices();
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
  // What left the accounts is with the shop, to the hundredth.
  expect(startMinor - sum(customers.map((c) => minor(c.balance)))).toBe(world.keptMinor());
  // The shop has what PAID invoices say, less what was refunded; a reservation is nobody's payment.
  const refunds = sum(
    world
      .ledger()
      .filter((e) => e.kind === 'refund')
      .map((e) => minor(e.amount)),
  );
  expect(world.keptMinor()).toBe(sum(invoices.filter((i) => i.status === 'PAID').map((i) => minor(i.totalAmount))) - refunds);
  // What is held is what the reserved invoices say, and no account is overdrawn, held money included.
  const held = sum(customers.map((c) => minor(c.balance) - minor(c.available)));
  expect(held).toBe(sum(invoices.map((i) => (i.reserved ? minor(i.reserved.amount) : 0))));
  for (const customer of customers) expect(minor(customer.available)).toBeGreaterThanOrEqual(0);
  for (const { invoiceReference, version } of invoices) {
    expect(version).toBeGreaterThanOrEqual(versions.get(invoiceReference) ?? 0);
    versions.set(invoiceReference, version);
  }
}

describe('money and versions', () => {
  it('are never lost, doubled or turned back, whatever tills, phones and time do', () => {
    let paid = 0;
    let reserved = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 10, maxLength: 60, size: 'max' }), (acts) => {
        const here = model();
        const startMinor = here.harness.world.customers().reduce((sum, c) => sum + minor(c.balance), 0);
        const versions = new Map<string, number>();
        for (const each of acts) {
          play(here, each);
          check(here, startMinor, versions);
        }
        paid += here.harness.world.ledger().filter((e) => e.kind === 'debit').length;
        reserved += here.harness.world.invoices().filter((i) => i.reserved).length;
      }),
      { numRuns: 300 },
    );
    // The sequences get somewhere.
    expect(Math.min(paid, reserved)).toBeGreaterThan(20);
  });
});
