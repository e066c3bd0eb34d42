import { giveBackOf, isPaid, isPart, referenceOf } from '../../../payment/index.ts';
import { attemptOf } from './books.ts';
import type { KnownBook } from './books.ts';
import type { Machine, Mode } from './machine.ts';
import type { Ending, Schedule } from './moves.ts';
import { OTHER_TERMINAL } from './other-till.ts';
import { toNextSale } from './person.ts';
import { terminalContexts } from './terminal-contexts.ts';
import { toEmptyList } from './to-empty-list.ts';
import type { Walk } from './walk.ts';

/** The most presses from any state to the next sale, and for each item of the list; and how many days that takes (PF-30). */
const PRESSES_TO_A_SALE = 12;
/** Where the settings are lost: the whole wizard, and then what lies on the counter (docs/payment-rules.md, PF-30). */
const PRESSES_WITH_SET_UP = 13;
/** By then SEQR has returned what it returns. */
const REVERSED_MS = 25_000;
/** The deadline of the call, and a little. */
const UNREGISTERED_MS = 16_000;
const PATIENCE = { pressesAnItem: 6, days: 30 } as const;

/** What follows the last move: the world becomes quiet, somebody goes on selling, puts everything in order, and both books are held together. */
export async function end(walk: Walk, { ending, seed }: Pick<Schedule, 'ending' | 'seed'>): Promise<void> {
  const { machine, oracle } = walk;
  await comeToRest(walk, ending, seed % 2 === 0);
  // Without SEQR nobody can set a till up, nor register a terminal anew whose password the keychain has lost.
  const hasTerminal = machine.snapshot()?.setup.done === true && machine.keychain.state() !== 'lost';
  // A set-up that has its terminal's id and loses the terminal then is not that near to a sale (docs/payment-rules.md, PF-30).
  const hasOnlyId = machine.snapshot()?.setup.done !== true && machine.snapshot()?.setup.seqrId != null;
  const canSell = ending === 'peace' || (ending === 'gone' ? hasTerminal : !hasOnlyId);
  const sold = canSell
    ? await toNextSale(walk, machine.snapshot()?.setup.done === true ? PRESSES_TO_A_SALE : PRESSES_WITH_SET_UP)
    : ({ ok: true } as const);
  if (!sold.ok) oracle.fail('next-sale', `${ending}: ${sold.why}`);
  oracle.check();
  if (oracle.violation() !== null) return;
  await machine.clock.advance(3_000);
  // Nor is there an owner who could close anything, but for one who knows the PIN or has the code on paper.
  if (ending === 'gone' && machine.snapshot()?.setup.done !== true && !hasOwner(walk)) return;
  const emptied = await toEmptyList(walk, PATIENCE);
  if (!emptied.ok) oracle.fail('empty-list', `${ending}: ${emptied.why}`);
  oracle.check();
  if (oracle.violation() !== null || ending !== 'peace') return;
  // What nobody has asked about SEQR returns by itself.
  await machine.clock.advance(REVERSED_MS);
  for (const mode of ['practice', 'live'] as const) {
    if (!oracle.isRestored(mode) && !isLeftBehind(machine, mode)) compare(walk, mode);
    checkAlarms(walk, mode);
  }
}

function hasOwner({ machine, owner }: Walk): boolean {
  const known = machine.snapshot()?.setup.owner;
  return known?.pinSet === true || (known?.codeKept === true && owner.code() !== null);
}

/** The till is at work in the other book: practice was left, or with the settings it lost what it was at. */
function isLeftBehind(machine: Machine, mode: Mode): boolean {
  const [, ...later] = machine.lives.all();
  return machine.snapshot()?.mode !== mode && (mode === 'practice' || later.some(({ lostSettings }) => lostSettings));
}

/** @param kind gone: nothing is answered, or nothing can even be sent. Lost: SEQR blocks the terminal, or knows it no more. */
async function comeToRest({ machine, downMs }: Walk, ending: Ending, kind: boolean): Promise<void> {
  machine.faults.clear();
  for (const writes of [machine.journal, machine.settingsWrites]) writes.heal();
  machine.printer = 'good';
  if (machine.keychain.state() !== 'lost') machine.keychain.set('good');
  machine.outages.set(ending !== 'gone', kind);
  for (const mode of ['practice', 'live'] as const)
    for (const { terminalId } of machine.world(mode).terminals()) machine.world(mode).setBlocked(terminalId, ending === 'lost' && kind);
  if (ending === 'lost' && !kind) forgetTerminals(machine);
  if (!machine.isRunning()) {
    await machine.clock.advance(downMs);
    await machine.start();
  }
  await machine.clock.advance(1_000);
  // What was unregistered just before is gone only when SEQR has answered, or nobody has.
  if (machine.snapshot()?.setup.busy?.what === 'unregister') await machine.clock.advance(UNREGISTERED_MS);
}

/** SEQR knows none of the till's terminals any more: somebody has unregistered them elsewhere. */
function forgetTerminals(machine: Machine): void {
  for (const mode of ['practice', 'live'] as const)
    for (const { context } of terminalContexts(machine, mode)) machine.world(mode).call('unregisterTerminal', { context });
}

/** Both books, to the öre. */
function compare({ machine, oracle }: Walk, mode: Mode): void {
  const book = oracle.books[mode];
  const ledger = machine
    .world(mode)
    .ledger()
    .filter(({ terminalId }) => terminalId !== OTHER_TERMINAL);
  const reversed = new Set(ledger.filter(({ kind }) => kind === 'reversal').map(({ ersReference }) => ersReference));
  const minorOf = (value: string): number => Math.round(Number(value) * 100);
  const paid = new Map(
    [...book.attempts.values()].flatMap(({ record }) =>
      isPaid(record.state) && 'payment' in record.state ? [[record.state.payment.ersReference, record] as const] : [],
    ),
  );
  for (const { kind, ersReference, amount, invoiceReference } of ledger) {
    if (kind !== 'debit' || reversed.has(ersReference)) continue;
    const known = paid.get(ersReference);
    if (known === undefined) {
      if (isClosedByWord(oracle, invoiceReference) || oracle.wasReadElsewhere(invoiceReference)) continue;
      oracle.fail('books', `SEQR keeps ${amount.value} of ${invoiceReference ?? ''} (${ersReference}), of which the till knows nothing`);
      continue;
    }
    paid.delete(ersReference);
    // What SEQR's answer named instead is all that the till can know of it (PF-08).
    if (giveBackOf(known.state)?.taken !== undefined || isPart(known.state)) continue;
    // Nobody has told it which of two amounts was taken, and it says so (PF-08).
    if (known.alarms.some(({ kind }) => kind === 'amountUnknown')) continue;
    const receipt = [...book.receipts.values()].find(({ attemptId }) => attemptId === known.facts.id);
    if (receipt !== undefined && receipt.receipt.total.minor !== minorOf(amount.value))
      oracle.fail('amount', `receipt ${receipt.receipt.number} says ${receipt.receipt.total.minor}, SEQR took ${amount.value}`);
  }
  // By SEQR's own word of which invoice it was: what a letter says was paid names none.
  const invoices = new Map(ledger.map((row) => [row.ersReference, row.invoiceReference]));
  for (const [reference, { facts, state }] of paid)
    // What SEQR takes back by itself nobody reads: the day's report lacks it.
    if (!oracle.isTakenBack((reference === null ? null : invoices.get(reference)) ?? referenceOf(state)))
      oracle.fail('books', `the till has ${facts.id} as paid (${reference ?? '-'}), SEQR does not`);
  compareOutgoing(walkOf(ledger), book, oracle);
}

/** No report could tell of it any more, and a supervisor has said that it is not paid (PF-30): it is in the book that way. */
function isClosedByWord({ books, results }: Walk['oracle'], invoiceReference: string | null): boolean {
  const id = invoiceReference === null ? undefined : attemptOf(books, invoiceReference)?.record.facts.id;
  return results.some(({ intent, result }) => intent.kind === 'payment.close' && intent.attemptId === id && !intent.paid && result.ok);
}

type Ledger = ReturnType<ReturnType<Walk['machine']['world']>['ledger']>;
const walkOf = (ledger: Ledger): Ledger => ledger.filter(({ kind }) => kind === 'refund' || kind === 'credit');

/** What left SEQR and what the till says that it sent: of each amount equally often. */
function compareOutgoing(ledger: Ledger, book: KnownBook, oracle: Walk['oracle']): void {
  const balance = new Map<string, number>();
  const add = (key: string, by: number): void => void balance.set(key, (balance.get(key) ?? 0) + by);
  for (const { kind, amount, paymentReference } of ledger)
    add(`${kind} ${paymentReference ?? ''} ${Math.round(Number(amount.value) * 100)}`, 1);
  for (const { facts, state } of book.disbursements.values())
    if (state.kind === 'done' && !isDoneByLie(oracle, facts.id))
      add(`${facts.kind} ${facts.kind === 'refund' ? facts.ersReference : ''} ${facts.amount.minor}`, -1);
  for (const [what, by] of balance)
    if (by !== 0) oracle.fail('books', `${what}: SEQR has ${by > 0 ? `${by} more` : `${-by} less`} than the till`);
}

/**
 * A refund that was sent again, and SEQR's answer was an invented 98: by it the first sending was done (PF-14), and none was. The
 * real SEQR says 98 by its own book only.
 */
function isDoneByLie({ calls }: Walk['oracle'], id: string): boolean {
  const own = calls.filter(({ operation, clientInvoiceId }) => operation === 'refundPayment' && clientInvoiceId === id);
  const [, ...again] = own;
  const isInvented = again.some(({ fault }) => fault?.kind === 'refused' && fault.code === 98);
  return isInvented && !own.some(({ carriedOut }) => carriedOut?.resultCode === 0);
}

/** Wherever PAID was taken back somebody has been told so. */
function checkAlarms({ machine, oracle }: Walk, mode: Mode): void {
  const ends = new Set(['CANCELED', 'FAILED', 'EXPIRED']);
  const ended = new Set(
    machine
      .world(mode)
      .invoices()
      .filter(({ status }) => ends.has(status))
      .map(({ invoiceReference }) => invoiceReference),
  );
  for (const { record, wasPaid } of oracle.books[mode].attempts.values()) {
    const reference = referenceOf(record.state);
    if (!wasPaid || reference === null || !ended.has(reference)) continue;
    if (oracle.isTakenBack(reference) && record.state.kind === 'completed') continue;
    if (!record.alarms.some(({ kind }) => kind === 'reversedAfterPaid'))
      oracle.fail('alarm-missing', `${record.facts.id} was paid, SEQR has taken it back, and it is ${record.state.kind} without an alarm`);
  }
}
