/** What is looked at when a killed till is started again. */
import type { Snapshot } from '../../../src/contract/index.ts';
import { isAtRest, isOpen, referenceOf } from '../../../src/payment/index.ts';
import { faultOf } from './answers.ts';
import { audit, firstReadLimitMs } from './audit.ts';
import { readBook } from './books.ts';
import type { Book } from './books.ts';
import { payAt } from './customer.ts';
import type { Hands } from './hands.ts';
import type { KillPlan, KillResult } from './plan.ts';
import { TillDied } from './running-till.ts';
import { complaint } from './shop.ts';
import type { Shop } from './shop.ts';
import { closeOrRegister, tidy } from './tidy.ts';

/** One in so many that died at any moment dies again so soon after its start. */
const DIES_AGAIN = 4;
const AGAIN_MS = 500;
/** SEQR's 20 s, and a little. */
const REVERSED_S = 22;

type Looked = Omit<KillResult, 'halted'>;

/** How long the till stays away by SEQR's clock: within its 20 s, and beyond. */
const AWAY_MS = [0, 500, 4_000, 11_000, 15_000, 25_000];

/** The customer may pay while the till is away; it is started again, left alone for a moment, taken over, and closes its day. */
export async function afterDeath(hands: Hands, { answers, kill }: KillPlan): Promise<Looked> {
  const { shop, dice } = hands;
  await shop.seqr.noFaults();
  const found = readBook(shop.folder());
  const [open] = found.attempts.filter(({ state }) => isOpen(state));
  if (open !== undefined && dice.below(2) === 0) await payAt(hands, `HTTP://SEQR.SE/Q${open.facts.seqrId}`);
  await shop.pass(dice.oneOf(AWAY_MS));
  const fault = faultOf(answers, dice);
  const isSpoiled = fault !== null && dice.below(2) === 0;
  if (isSpoiled) await hands.spoil('getPaymentStatus', fault);
  const before = (await shop.exchanges()).at(-1)?.number ?? 0;

  if (kill.kind === 'moment' && dice.below(DIES_AGAIN) === 0) await dieAgain(shop, dice.below(AGAIN_MS));
  await shop.start();
  const seen = [await hands.look()];
  await hands.pass(1_000);
  seen.push(await hands.look());
  const problems = [...unshown(found, readBook(shop.folder()), seen), ...(await byItself(shop, before))];
  const firstReadMs = isSpoiled ? null : await firstRead(shop, found, before);
  const life = shop.lives().at(-1);
  if (life !== undefined && firstReadMs !== null && firstReadMs > firstReadLimitMs(life))
    problems.push(`the first question came after ${firstReadMs} ms`);

  await tidy(hands);
  await closeOrRegister(hands);
  await tidy(hands);
  await settled(shop);
  const seqr = { ledger: await shop.seqr.ledger(), invoices: await shop.seqr.invoices(), exchanges: await shop.exchanges() };
  problems.push(...audit(readBook(shop.folder()), seqr, shop.lives(), hands.rung), ...complaint(shop));
  return { died: true, startMs: startMsOf(shop), firstReadMs, problems };
}

/** Started, and killed before anybody has pressed anything. */
async function dieAgain(shop: Shop, afterMs: number): Promise<void> {
  const started = shop.start().catch((error: unknown) => {
    if (!(error instanceof TillDied)) throw error;
  });
  await Promise.race([started, new Promise((resolve) => setTimeout(resolve, afterMs))]);
  await shop.till().kill();
  await started;
  await shop.died();
}

/** Whatever SEQR gives back by itself, because nobody has asked about it, it has given back. */
async function settled(shop: Shop): Promise<void> {
  const isOpenAtSeqr = async (): Promise<boolean> =>
    (await shop.seqr.invoices()).some(({ status, acknowledgedAt }) => status === 'PAID' && acknowledgedAt === null);
  for (let waitedS = 0; waitedS < REVERSED_S && (await isOpenAtSeqr()); waitedS += 1) await shop.passAtSeqr(1_000);
}

/** Everything is there still, and the next start ends in the new form. */
export async function afterMigration(shop: Shop): Promise<Looked> {
  const found = readBook(shop.folder());
  await shop.start();
  await shop.pass(5_000);
  const book = readBook(shop.folder());
  const problems = [...book.problems];
  if (book.entries.get('journal.migrated') !== 1) problems.push('the journal was not brought forward once');
  if (book.receipts.length !== found.receipts.length)
    problems.push(`${found.receipts.length} receipts have become ${book.receipts.length}`);
  return { died: true, startMs: startMsOf(shop), firstReadMs: null, problems };
}

/** What was open when the till died, and still is, is on the screen or in a list (PF-15, PF-16). */
function unshown(found: Book, now: Book, seen: readonly Snapshot[]): readonly string[] {
  const shown = new Set(
    seen.flatMap(({ payment, tabs, unresolved, disbursement }) => [
      payment?.attemptId,
      disbursement.current?.id,
      ...[...tabs, ...unresolved].map(({ attemptId }) => attemptId),
    ]),
  );
  const unfinished = ({ attempts, disbursements }: Book) => [
    ...attempts.filter(({ state, onScreen }) => isOpen(state) && (onScreen || state.kind === 'reserved')),
    ...disbursements.filter(({ state }) => state.kind === 'sending' || state.kind === 'unknown'),
  ];
  const still = new Set(unfinished(now).map(({ facts }) => facts.id));
  return unfinished(found)
    .filter(({ facts }) => still.has(facts.id) && !shown.has(facts.id))
    .map(({ facts, state }) => `${facts.correlationId}, found ${state.kind}, is nowhere to be seen after the restart`);
}

const NEVER_BY_ITSELF = new Set(['sendInvoice', 'refundPayment', 'creditUser', 'registerTerminal']);

/** Nobody has pressed anything since the start. What the dead till had sent may have ended only since then. */
async function byItself(shop: Shop, before: number): Promise<readonly string[]> {
  const startedMs = shop.lives().at(-1)?.readyMs ?? 0;
  return (await shop.exchanges())
    .filter(({ number, atMs, operation }) => number > before && atMs > startedMs && NEVER_BY_ITSELF.has(operation ?? ''))
    .map(({ operation }) => `the restarted till sent ${operation ?? ''} by itself`);
}

async function firstRead(shop: Shop, { attempts }: Book, before: number): Promise<number | null> {
  const watched = attempts.filter(({ state }) => isOpen(state) && !isAtRest(state));
  const references = new Set(watched.flatMap(({ state }) => referenceOf(state) ?? []));
  if (references.size === 0) return null;
  const read = (await shop.exchanges()).find(
    ({ number, operation, invoiceReference }) =>
      number > before && operation === 'getPaymentStatus' && references.has(invoiceReference ?? ''),
  );
  return read === undefined ? Infinity : Math.round(read.atMs - (shop.lives().at(-1)?.readyMs ?? 0));
}

function startMsOf(shop: Shop): number | null {
  const last = shop.lives().at(-1);
  return last === undefined ? null : Math.round(last.readyMs - last.fromMs);
}
