import { isoWithZone } from '../../clock/iso-time.ts';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import type { VirtualClock } from '../../clock/virtual-clock.ts';
import { openJournal } from '../../journal/index.ts';
import { cardTerms, termsOf } from '../../payment/index.ts';
import type { AttemptFacts, LoyaltyRules } from '../../payment/index.ts';
import { exampleSale } from '../../payment/testing/example.ts';
import { buildReceipt } from '../../receipt/index.ts';
import type { AttemptRecord, Entry, Journal } from '../../records/index.ts';
import { invoiceRows, saleFigures } from '../../sale/index.ts';
import type { Sale } from '../../sale/index.ts';
import { createWorld } from '../../simulator/testing/index.ts';
import type { World } from '../../simulator/testing/index.ts';
import { createDesk } from '../payments/desk.ts';
import type { Desk } from '../payments/desk.ts';
import { createWorldService } from './world-service.ts';
import type { WorldService } from './world-service.ts';

export const SEQR_ID = '004610027501';
/** What the harness's shop thinks of cards. */
const RULES: LoyaltyRules = {
  memberships: [{ tokenId: 'KASSA_CLUB', name: 'Club', discountHundredths: 1_000, cardPrefix: '9752' }],
  blockedCards: ['9752666'],
};
const TERMINAL = { type: 'TERMINALID', id: 'public_test_shop_terminal', password: '12345678' } as const;

/** A desk with a real journal, the simulator's own logic on the other side, and clock, network and disk in the test's hand. */
export interface DeskHarness {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly net: WorldService;
  readonly journal: Journal;
  /** What the journal has taken, oldest first. */
  readonly entries: readonly Entry[];
  desk(): Desk;
  /** Facts of a new attempt for a sale. */
  facts(sale: Sale, replaces?: string | null): AttemptFacts;
  newSale(minor?: number): Sale;
  charge(sale: Sale): ReturnType<Desk['charge']>;
  /** The process dies here and a new one starts `afterMs` later, on the same disk. */
  crash(afterMs: number): Promise<void>;
  /** The next writes fail as on a full disk. */
  failWrites(count: number): void;
  /** How far SEQR's clock is ahead of the till's; null: the till has not heard SEQR's time. */
  seqrAheadMs: number | null;
  /** Called when a receipt is to be made; what it throws is a fault in making it. */
  onReceipt: (() => void) | null;
  /** Called after everything that a window would be shown. */
  onShow: (() => void) | null;
  /** What the rest of the till was told of, oldest first. */
  readonly outcomes: AttemptRecord[];
  close(): void;
}

export function createDeskHarness(options: { readonly ack?: 'any' | 'version'; readonly seed?: number } = {}): DeskHarness {
  const clock = createVirtualClock();
  const world = createWorld({ clock, seed: options.seed ?? 1, ack: options.ack ?? 'any' });
  world.call('assignSeqrId', {
    context: { clientRequestTimeout: 0, initiatorPrincipalId: { id: TERMINAL.id, type: 'TERMINALID' }, password: TERMINAL.password },
    seqrId: SEQR_ID,
  });
  const net = createWorldService(world, clock);
  const nowIso = (): string => isoWithZone(clock.wallMs());
  let writesToFail = 0;
  const book = openJournal({
    file: ':memory:',
    nowIso,
    beforeWrite() {
      if (writesToFail === 0) return;
      writesToFail -= 1;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
  });
  const entries: Entry[] = [];
  const journal: Journal = {
    ...book,
    write(batch) {
      book.write(batch);
      entries.push(...batch.entries);
    },
  };
  let counter = 0;
  const opening: Opening = {
    clock,
    journal,
    nowIso,
    net,
    onChange: () => harness.onShow?.(),
    seqrNowMs: () => (harness.seqrAheadMs === null ? null : clock.wallMs() + harness.seqrAheadMs),
    onReceipt: () => harness.onReceipt?.(),
    onOutcome: (record) => harness.outcomes.push(record),
  };
  let desk = openDesk(opening);

  const harness: DeskHarness = {
    clock,
    world,
    net,
    journal,
    entries,
    desk: () => desk,
    facts(sale, replaces = null) {
      counter += 1;
      return factsOf(counter, sale, replaces, nowIso());
    },
    newSale(minor = 14_900) {
      counter += 1;
      return exampleSale(`S${counter}`, minor);
    },
    charge: (sale) => desk.charge(harness.facts(sale)),
    async crash(afterMs) {
      desk.stop();
      await clock.advance(afterMs);
      desk = openDesk(opening);
      desk.start();
    },
    failWrites(count) {
      writesToFail = count;
    },
    seqrAheadMs: null,
    onReceipt: null,
    onShow: null,
    outcomes: [],
    close() {
      desk.stop();
      journal.close();
    },
  };
  return harness;
}

function factsOf(number: number, sale: Sale, replaces: string | null, startedAt: string): AttemptFacts {
  const figures = saleFigures(sale);
  return {
    id: `A${number}`,
    correlationId: `K${number}`,
    clientReference: `K${number}`,
    clientInvoiceId: `A${number}`,
    endpoint: 'simulator',
    terminalId: TERMINAL.id,
    seqrId: SEQR_ID,
    register: 'Till 1',
    cashier: { number: '1', name: 'Anna' },
    amount: figures.total,
    sale,
    figures,
    startedAt,
    test: false,
    replaces,
    acknowledgmentMode: 'OPTIONAL_ACKNOWLEDGMENT',
  };
}

interface Opening {
  readonly clock: VirtualClock;
  readonly journal: Journal;
  readonly nowIso: () => string;
  readonly net: WorldService;
  readonly onChange: () => void;
  readonly seqrNowMs: () => number | null;
  readonly onReceipt: () => void;
  readonly onOutcome: (record: AttemptRecord) => void;
}

/** A desk that this process has opened. */
function openDesk({ clock, journal, nowIso, net, onChange, seqrNowMs, onReceipt, onOutcome }: Opening): Desk {
  return createDesk({
    clock,
    journal,
    nowIso,
    serviceFor: () => ({ service: net.service, credentials: TERMINAL }),
    invoiceFor: (facts, terms) => ({
      paymentMode: facts.reservation?.mode ?? 'IMMEDIATE_DEBIT',
      acknowledgmentMode: facts.acknowledgmentMode ?? 'NO_ACKNOWLEDGMENT',
      issueDate: facts.startedAt,
      title: 'Shop',
      clientInvoiceId: facts.clientInvoiceId,
      invoiceRows: invoiceRows(terms.sale),
      totalAmount: terms.amount,
      cashierId: facts.cashier.number,
      footer: '',
      ...(facts.reservation ? { commitReservationTimeout: facts.reservation.timeoutS } : {}),
    }),
    withCards: (terms, offered) => cardTerms(terms, offered, RULES),
    salesWithTab: () => false,
    isChanging: () => false,
    complete(record, number) {
      onReceipt();
      return {
        receipt: { receipt: receiptOf(record, number, nowIso()), attemptId: record.facts.id, originalPrinted: false, copyPrinted: false },
        jobs: [],
        slots: undefined,
        alarms: [],
        others: [],
      };
    },
    forGivingBack: () => {
      throw new RangeError('nothing is given back here');
    },
    partTerms: () => {
      throw new RangeError('no part is taken here');
    },
    elsewhere: () => null,
    withReference({ receiptNumber, state }) {
      const stored = receiptNumber === null ? null : journal.receipt(receiptNumber);
      if (!stored || !('payment' in state)) return null;
      const { ersReference } = state.payment;
      return {
        ...stored,
        receipt: { ...stored.receipt, tenders: stored.receipt.tenders.map((tender) => ({ ...tender, ersReference })) },
      };
    },
    afterParking: () => undefined,
    reversal: () => null,
    unpaidRows: () => null,
    askIfPrinted: () => false,
    qrSource: () => 'terminal',
    seqrNowMs,
    isLost: () => false,
    waitsForKeychain: () => false,
    settling: () => ({ supervisor: { closes: 1, atMs: null }, absence: { closes: 4, atMs: null } }),
    onChange,
    onOutcome,
    log: () => undefined,
  });
}

function receiptOf(record: AttemptRecord, number: number, issuedAt: string) {
  const { facts, state } = record;
  if (state.kind !== 'paid' && state.kind !== 'completed') throw new Error(`a receipt for ${state.kind}`);
  const { sale, figures, amount } = termsOf(facts, state);
  return buildReceipt({
    sale,
    figures,
    number,
    issuedAt,
    business: { name: 'Shop', organisationNumber: '556000-0000', address: [] },
    register: facts.register,
    cashier: facts.cashier,
    tenders: [{ kind: 'seqr', amount, ersReference: state.payment.ersReference, invoiceReference: state.invoiceReference }],
    correlationId: facts.correlationId,
    practice: false,
    completedAfterRestart: state.payment.afterRestart,
    language: 'en',
  });
}
