import type { Operation } from '../protocol/index.ts';
import { OPERATIONS, REPORT_IDS } from '../protocol/index.ts';
import { envelope, OPERATIONS as DESCRIPTIONS } from '../simulator/testing/index.ts';
import type { ClientContext, RequestOf, Simulator, Single, WireAmount, WireInvoice } from '../simulator/testing/index.ts';
import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { postXml } from './post-xml.ts';
import type { Reply } from './post-xml.ts';

/*
 * A day at random: tills, customers and time do what they like, in any order, and use whatever ids they have been told.
 * It knows no rule of the simulator, so what the simulator learns to answer is met here without a change.
 */

export interface Exchange {
  readonly operation: Operation;
  readonly request: string;
  readonly reply: Reply;
}

/** Everything an answer may tell that a later request can use. */
const IDS = ['invoiceReference', 'ersReference', 'terminalId', 'transactionPeriodId'] as const;
type Known = Record<(typeof IDS)[number], string[]>;

const PASSWORD = '12345678';
const SEQR_IDS = ['4610', '4611'] as const;
const AMOUNTS = ['149.00', '10.10', '0.01', '5', '0', '-1.00', '1.001', '99999999.99', 'x'] as const;
const URLS = ['https://shop.example/paid', 'not an address'] as const;

/** Writes a request from values, in schema order, by the simulator's own description of the message. */
export function requestXml<N extends Operation>(operation: N, request: RequestOf<N>): string {
  return envelope(operation, (DESCRIPTIONS[operation].request as Single<RequestOf<N>>).write(request));
}

class Walker {
  readonly #dice: Dice;
  readonly #known: Known = {
    invoiceReference: ['20151029186719114'],
    ersReference: ['2015102910184861801032678'],
    terminalId: ['public_test_shop_terminal'],
    transactionPeriodId: ['1'],
  };

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  learn(answer: string): void {
    for (const id of IDS) {
      const value = new RegExp(`<${id}>([^<]+)</${id}>`).exec(answer)?.[1];
      const known = this.#known[id];
      if (value !== undefined && !known.includes(value)) known.push(value);
    }
  }

  /** Mostly the latest: that is where something happens. */
  id(name: keyof Known): string {
    const known = this.#known[name];
    return this.#dice.chance(0.7) ? (known.at(-1) ?? '') : this.#dice.pick(known);
  }

  /** Mostly the same one, so that it has a past; a terminal that is to be removed is another, or nobody's. */
  #terminal(operation: Operation): string {
    const dice = this.#dice;
    const [first = '', ...others] = this.#known.terminalId;
    if (operation === 'unregisterTerminal') return others.length > 0 && dice.chance(0.5) ? dice.pick(others) : 'nobody';
    return dice.chance(0.85) ? first : this.id('terminalId');
  }

  #context(operation: Operation, type: 'TERMINALID' | 'RESELLERUSER'): ClientContext {
    const dice = this.#dice;
    const isReseller = type === 'RESELLERUSER';
    return {
      channel: 'ClientWS',
      clientId: 'Walk',
      clientReference: '1',
      clientRequestTimeout: 0,
      initiatorPrincipalId: {
        id: dice.chance(0.03) ? 'nobody' : isReseller ? 'public_test_shop' : this.#terminal(operation),
        type: dice.chance(0.02) ? 'OTHER' : type,
        ...(isReseller ? { userId: '9900' } : {}),
      },
      password: dice.chance(0.03) ? 'wrong' : isReseller ? '1234' : PASSWORD,
    };
  }

  #amount(): WireAmount {
    const value = this.#dice.chance(0.85) ? '10.10' : this.#dice.pick(AMOUNTS);
    return { currency: this.#dice.chance(0.03) ? 'EUR' : 'SEK', value };
  }

  #invoice(): WireInvoice {
    const dice = this.#dice;
    return {
      paymentMode: dice.pick([
        'IMMEDIATE_DEBIT',
        'IMMEDIATE_DEBIT',
        'IMMEDIATE_DEBIT',
        'RESERVATION_DESIRED',
        'RESERVATION_REQUIRED',
        'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
      ]),
      acknowledgmentMode: dice.pick(['NO_ACKNOWLEDGMENT', 'NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT']),
      issueDate: '2026-11-23T09:00:00+01:00',
      title: 'Kiosk & <Café>',
      clientInvoiceId: 'A-1',
      invoiceRows: { invoiceRow: [{ itemDescription: 'Bulle', itemQuantity: '1', itemTotalAmount: { currency: 'SEK', value: '10.10' } }] },
      totalAmount: this.#amount(),
      cashierId: 'Anna',
      footer: 'Tack',
      ...(dice.chance(0.1) ? { notificationUrl: dice.pick(URLS) } : {}),
      ...(dice.chance(0.3) ? { commitReservationTimeout: 60 } : {}),
    };
  }

  #tokens(): Pick<RequestOf<'sendInvoice'>, 'tokens'> {
    const dice = this.#dice;
    if (dice.chance(0.7)) return {};
    return { tokens: [{ id: 'CLUB', value: '0012', status: dice.pick([0, 1, 90, 99]) }] };
  }

  #parameters(...keys: readonly ('transactionPeriodId' | 'TERMINALID')[]): Pick<RequestOf<'executeReport'>, 'parameters'> {
    const entry = keys.map((key) => ({ key, value: this.id(key === 'TERMINALID' ? 'terminalId' : key) }));
    return entry.length === 0 ? {} : { parameters: { parameter: { entry } } };
  }

  request(operation: Operation): string {
    const dice = this.#dice;
    const context = this.#context(operation, 'TERMINALID');
    const reseller = this.#context(operation, 'RESELLERUSER');
    const invoiceReference = this.id('invoiceReference');
    const ersReference = this.id('ersReference');
    const requests: { readonly [N in Operation]: () => RequestOf<N> } = {
      sendInvoice: () => ({ context, invoice: this.#invoice(), ...this.#tokens() }),
      updateInvoice: () => ({ context, invoiceReference, invoice: this.#invoice(), ...this.#tokens() }),
      getPaymentStatus: () => ({ context, invoiceReference, invoiceVersion: dice.below(3) }),
      cancelInvoice: () => ({ context, invoiceReference }),
      commitReservation: () => ({ context, invoiceReference, ...(dice.chance(0.5) ? { amount: this.#amount() } : {}) }),
      submitPaymentReceipt: () => ({
        context,
        ersReference,
        receiptDocument: { mimeType: 'Base64', receiptData: 'SGVq', receiptType: 'PAYMENT_RECEIPT' },
      }),
      refundPayment: () => ({ context, ersReference, invoice: this.#invoice() }),
      registerTerminal: () => ({
        context: reseller,
        externalTerminalId: 'Till',
        password: dice.chance(0.9) ? PASSWORD : '1',
        name: 'Till',
      }),
      unregisterTerminal: () => ({ context }),
      assignSeqrId: () => ({ context, seqrId: dice.chance(0.9) ? dice.pick(SEQR_IDS) : '!' }),
      markTransactionPeriod: () => ({ context: reseller, ...this.#parameters(...(dice.chance(0.5) ? (['TERMINALID'] as const) : [])) }),
      executeReport: () => ({
        context: reseller,
        reportId: dice.chance(0.95) ? dice.pick(REPORT_IDS) : 'Other.xml',
        language: 'en',
        ...this.#parameters('transactionPeriodId', ...(dice.chance(0.6) ? (['TERMINALID'] as const) : [])),
      }),
      creditUser: () => ({
        context,
        creditUserRequest: {
          userId: dice.pick(['igaminga57f1d00', 'nobody']),
          amount: this.#amount(),
          description: dice.pick(['Prize', 'a b']),
          correlationId: 'c',
        },
      }),
      benchmarkingNop: () => ({}),
    };
    return requestXml(operation, requests[operation]());
  }
}

/** What is not a request: customers with their phones, and time. */
function happen(simulator: Simulator, dice: Dice, reference: string): void {
  const { world } = simulator;
  const { phone } = world;
  dice.pick([
    () => phone.scan(`R${reference}`),
    () => phone.scan(`R${reference}`),
    () => phone.scan(dice.pick(SEQR_IDS)),
    () => phone.pay(reference),
    () => phone.pay(reference),
    () => phone.pay(reference, { bankMs: 3_000 }),
    () => phone.decline(reference),
    () => phone.cancel(reference),
    () => world.advance(dice.pick([500, 4_000, 4_000, 21_000, 700_000])),
    () => world.setBlocked('public_test_shop_terminal', dice.chance(0.1)),
  ])();
}

/** Plays `steps` of a day against the simulator, over its socket. The same seed plays the same day. */
export async function walk(simulator: Simulator, seed: number, steps: number): Promise<readonly Exchange[]> {
  const dice = createDice(seed);
  const walker = new Walker(dice);
  const exchanges: Exchange[] = [];
  for (let step = 0; step < steps; step += 1) {
    if (dice.chance(0.4)) happen(simulator, dice, walker.id('invoiceReference'));
    const operation = dice.chance(0.35)
      ? dice.pick(['sendInvoice', 'getPaymentStatus', 'getPaymentStatus'] as const)
      : dice.pick(OPERATIONS);
    const request = walker.request(operation);
    const reply = await postXml(simulator.soapUrl, request);
    walker.learn(reply.body);
    exchanges.push({ operation, request, reply });
  }
  return exchanges;
}
