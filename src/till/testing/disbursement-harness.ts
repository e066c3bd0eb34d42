import { createVirtualClock } from '../../clock/virtual-clock.ts';
import type { VirtualClock } from '../../clock/virtual-clock.ts';
import { buildReturn, refundable, refundInvoice, refundPlan } from '../../disbursement/index.ts';
import { exampleRefund } from '../../disbursement/testing/example-refund.ts';
import { openJournal } from '../../journal/index.ts';
import { money } from '../../money/index.ts';
import type { Answer, Nothing, SeqrService } from '../../protocol/index.ts';
import { exampleReceipt } from '../../receipt/testing/example.ts';
import type { Journal, DisbursementRecord } from '../../records/index.ts';
import { createDisbursementDesk } from '../refunds/disbursement-desk.ts';
import type { DisbursementDesk } from '../refunds/disbursement-desk.ts';

export type RefundAnswer = Answer<Nothing>;

/** A disbursement desk with a real journal; clock, network and disk are in the test's hand. */
export interface DisbursementHarness {
  readonly clock: VirtualClock;
  readonly journal: Journal;
  /** The sale whose money goes back: receipt 1. */
  readonly original: ReturnType<typeof exampleReceipt>;
  desk(): DisbursementDesk;
  /** Sends part of what is left of receipt 1; `nothing-left` if there is nothing. */
  refund(minor: number): ReturnType<DisbursementDesk['send']> | 'nothing-left';
  /** Every refundPayment that was called, by the refund's id. */
  readonly calls: string[];
  /** What the oldest call that is under way is answered; false if there is none. */
  answer(answer: RefundAnswer): Promise<boolean>;
  /** Called when a return receipt is to be made; what it throws is a fault in making it. */
  onReceipt: (() => void) | null;
  /** The process dies here and a new one starts on the same disk, which refuses the next `failing` writes. */
  crash(failing?: number): Promise<void>;
  failWrites(count: number): void;
  readonly outcomes: DisbursementRecord[];
  close(): void;
}

export const said = (resultCode: number, ersReference: string | null = '2026112410000012301032679'): RefundAnswer => ({
  kind: 'answered',
  resultCode,
  resultDescription: '',
  ersReference,
  value: {},
  serverDateMs: null,
  tookMs: 40,
});
export const SILENCE: RefundAnswer = { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 15_000 };
export const NOT_SENT: RefundAnswer = { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 };

export function createDisbursementHarness(): DisbursementHarness {
  const clock = createVirtualClock();
  const nowIso = (): string => new Date(clock.wallMs()).toISOString();
  const original = exampleReceipt({ number: 1 });
  let writesToFail = 0;
  let waiting: readonly ((answer: RefundAnswer) => void)[] = [];
  let counter = 0;
  const journal = openJournal({
    file: ':memory:',
    nowIso,
    beforeWrite() {
      if (writesToFail === 0) return;
      writesToFail -= 1;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
  });
  journal.write({ entries: [], receipts: [{ receipt: original, attemptId: 'A1', originalPrinted: true, copyPrinted: false }] });
  const service: Pick<SeqrService, 'refundPayment'> = {
    refundPayment(_context, _reference, invoice) {
      harness.calls.push(invoice.clientInvoiceId);
      return new Promise((resolve) => (waiting = [...waiting, resolve]));
    },
  };
  const opening: Opening = {
    clock,
    journal,
    nowIso,
    original,
    service,
    onReceipt: () => harness.onReceipt?.(),
    onOutcome: (record) => harness.outcomes.push(record),
  };
  let desk = openDesk(opening);

  const harness: DisbursementHarness = {
    clock,
    journal,
    original,
    desk: () => desk,
    refund(minor) {
      const left = refundable(original, journal.refundsOf(1));
      const planned = refundPlan(original, left, { kind: 'amount', amount: money(Math.min(minor, left.amount.minor), 'SEK') });
      if (!planned.ok) return 'nothing-left';
      counter += 1;
      const { facts } = exampleRefund(original, planned.plan);
      return desk.send({ ...facts, id: `R${counter}`, clientInvoiceId: `R${counter}`, startedAt: nowIso() });
    },
    calls: [],
    async answer(answer) {
      const [oldest, ...rest] = waiting;
      waiting = rest;
      oldest?.(answer);
      await clock.advance(0);
      return oldest !== undefined;
    },
    async crash(failing = 0) {
      desk.stop();
      // What the dead process was waiting for reaches nobody.
      waiting = [];
      writesToFail = failing;
      desk = openDesk(opening);
      desk.start();
      await clock.advance(0);
    },
    failWrites(count) {
      writesToFail = count;
    },
    onReceipt: null,
    outcomes: [],
    close() {
      desk.stop();
      journal.close();
    },
  };
  return harness;
}

interface Opening {
  readonly clock: VirtualClock;
  readonly journal: Journal;
  readonly nowIso: () => string;
  readonly original: ReturnType<typeof exampleReceipt>;
  readonly service: Pick<SeqrService, 'refundPayment'>;
  readonly onReceipt: () => void;
  readonly onOutcome: (record: DisbursementRecord) => void;
}

/** A desk that this process has opened. */
function openDesk({ clock, journal, nowIso, original, service, onReceipt, onOutcome }: Opening): DisbursementDesk {
  return createDisbursementDesk({
    clock,
    journal,
    nowIso,
    // Nothing but refundPayment is asked of it here.
    serviceFor: () => ({ service: service as SeqrService, credentials: { type: 'TERMINALID', id: 't', password: 'p' } }),
    invoiceFor: (facts) => refundInvoice(facts, { title: 'Shop', footer: '', language: 'en' }),
    complete({ facts, state }, number) {
      onReceipt();
      if (facts.kind !== 'refund' || state.kind !== 'done') throw new RangeError('no return receipt');
      const receipt = buildReturn({
        facts,
        number,
        issuedAt: nowIso(),
        business: original.business,
        ersReference: state.ersReference,
        practice: false,
        language: 'en',
      });
      return { receipt: { receipt, attemptId: facts.id, originalPrinted: false, copyPrinted: false }, jobs: [], settles: null };
    },
    onSettled: () => undefined,
    seqrNowMs: () => null,
    onOutcome,
    onChange: () => undefined,
    settling: () => ({ supervisor: { closes: 1, atMs: null }, absence: { closes: 4, atMs: null } }),
    log: () => undefined,
  });
}
