import type { PaymentScreen } from '../../../contract/payment-view.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { isOpen, referenceOf } from '../../../payment/index.ts';
import type { AttemptState } from '../../../payment/index.ts';
import { rowsIn } from './books.ts';
import type { Books, KnownAttempt, KnownBook } from './books.ts';
import { createHeardRules } from './heard-rules.ts';
import type { Machine } from './machine.ts';
import type { Reads } from './reads.ts';
import type { Fail } from './rules.ts';

export interface WindowRulesDeps {
  readonly machine: () => Machine;
  readonly books: Books;
  readonly reads: Reads;
  readonly fail: Fail;
  /** SEQR has had this payment's invoice. */
  readonly wasCarriedOut: (attemptId: string) => boolean;
}

/** What must hold of everything that a window is shown. */
export interface WindowRules {
  /** At every moment. */
  shown(snapshot: Snapshot): void;
  /** After a move. */
  check(snapshot: Snapshot): void;
}

/** After the last good answer nothing but "unknown" is said from here on, and a little for the start of a process. */
const SILENCE_MS = 20_000 + 2_500;
const GAP_MS = 6_000;
/** The same of what was set aside while SEQR refused the terminal by a code that asking may lock (PF-03). */
const LOCKED_GAP_MS = 60_000 + GAP_MS;
/** SEQR is asked once more for so long before a PAID counts as not confirmed (PF-08). */
const UNCONFIRMED_MS = 30_000;

const LOCKING: ReadonlySet<number> = new Set([20, 21]);

/** Which status has to have been told before a screen says so. */
const TOLD: Readonly<Partial<Record<PaymentScreen['kind'], readonly [rule: 'paid-shown' | 'not-paid-shown', status: string]>>> = {
  paid: ['paid-shown', 'PAID'],
  cancelled: ['not-paid-shown', 'CANCELED'],
  failed: ['not-paid-shown', 'FAILED'],
  expired: ['not-paid-shown', 'EXPIRED'],
};

export function createWindowRules({ machine, books, reads, fail, wasCarriedOut }: WindowRulesDeps): WindowRules {
  const nowMs = (): number => machine().clock.monotonicMs();
  const bookOf = ({ mode }: Snapshot): KnownBook => (mode === 'practice' ? books.practice : books.live);
  const startedMs = (): number => machine().lives.all().at(-1)?.fromMs ?? 0;
  const checkHeard = createHeardRules({ machine, reads, fail });

  /** Invariants 1 and 2. */
  function shown(snapshot: Snapshot): void {
    const { payment } = snapshot;
    const known = payment === null ? undefined : bookOf(snapshot).attempts.get(payment.attemptId);
    // What was in the book before the schedule began was told before.
    if (payment === null || known === undefined || known.changedMs === 0) return;
    const { state, facts } = known.record;
    const { screen } = payment;
    const [rule, status] = TOLD[screen.kind] ?? [];
    const isUnwritten = screen.kind === 'paid' && !screen.recorded;
    if (screen.kind === 'paid' && screen.recorded && !('payment' in state))
      fail('paid-shown', `${facts.id} is shown as paid, and is ${state.kind} on disk`);
    if (screen.kind === 'notSent' && wasCarriedOut(facts.id)) fail('not-paid-shown', `${facts.id} is shown as not sent, and SEQR has it`);
    if (rule !== undefined && status !== undefined && !isUnwritten && !isByReport(state) && !reads.told(referenceOf(state), status))
      fail(rule, `${facts.id} is shown as ${screen.kind}, and nobody has said so`);
    if (screen.kind === 'waiting' || screen.kind === 'confirming') checkSilence(known, screen.kind);
  }

  function checkSilence({ record, referenceOnDiskMs }: KnownAttempt, screen: string): void {
    const reference = referenceOf(record.state);
    if (reference === null) return;
    const sinceMs = Math.max(reads.of(reference).lastGoodMs ?? 0, referenceOnDiskMs ?? 0, startedMs());
    if (nowMs() - sinceMs > SILENCE_MS) fail('unknown-shown', `${record.facts.id} is shown as ${screen} after ${nowMs() - sinceMs} ms`);
  }

  /** Invariant 5, of what is on disk as asked about. */
  function checkGaps(snapshot: Snapshot): void {
    const life = machine().lives.all().at(-1);
    if (life?.passwordsFromMs == null) return;
    for (const { record, referenceOnDiskMs, changedMs } of bookOf(snapshot).attempts.values()) {
      const { state, facts } = record;
      const reference = referenceOf(state);
      if (!isPolled(state) || reference === null || facts.terminalId !== snapshot.setup.terminal.terminalId) continue;
      if (isSettledUnwritten(record, reference, reads, life.fromMs)) continue;
      const lastMs = Math.max(life.passwordsFromMs, referenceOnDiskMs ?? nowMs(), changedMs, reads.of(reference).startsMs.at(-1) ?? 0);
      const isRare = state.kind === 'live' && state.setAside && LOCKING.has(reads.of(reference).lastCode ?? 0);
      if (nowMs() - lastMs > (isRare ? LOCKED_GAP_MS : GAP_MS))
        fail('poll-gap', `${facts.id} (${state.kind}) was not asked about for ${nowMs() - lastMs} ms`);
    }
  }

  /** Invariant 6: what is open on disk is to be seen. */
  function checkForgotten(snapshot: Snapshot): void {
    const { payment, tabs, unresolved, disbursement } = snapshot;
    const seen = new Set([payment?.attemptId, disbursement.current?.id, ...[...tabs, ...unresolved].map(({ attemptId }) => attemptId)]);
    const book = bookOf(snapshot);
    const startedMs = machine().lives.all().at(-1)?.fromMs ?? 0;
    for (const [id, { record, changedMs }] of book.attempts) {
      // Its 25 s count from zero after a restart.
      const isFresh = record.state.kind === 'paid' && nowMs() - Math.max(changedMs, startedMs) < UNCONFIRMED_MS;
      if (isOpen(record.state) && !seen.has(id) && !isFresh)
        fail('forgotten', `${id} is ${record.state.kind}, and nothing on the screen says so`);
    }
    for (const [id, { state, facts }] of book.disbursements)
      if ((state.kind === 'unknown' || state.kind === 'sending') && !seen.has(id))
        fail('forgotten', `the ${facts.kind} ${id} is ${state.kind}, and nothing on the screen says so`);
  }

  /** What lies on the counter on disk is what the window shows of it. */
  function checkCounter(snapshot: Snapshot): void {
    if (snapshot.mode === 'unset') return;
    const onScreen = rowsIn(JSON.stringify(snapshot.sale.sale));
    for (const name of rowsIn(bookOf(snapshot).slots.get('open-sale') ?? ''))
      if (!onScreen.has(name)) fail('counter', `${name} lies on the counter on disk, and the screen does not show it`);
  }

  return {
    shown,
    check(snapshot) {
      shown(snapshot);
      checkGaps(snapshot);
      checkHeard(bookOf(snapshot));
      if (!machine().isUp()) return;
      checkForgotten(snapshot);
      checkCounter(snapshot);
    },
  };
}

function isByReport(state: AttemptState): boolean {
  return 'payment' in state && state.payment.byReport === true;
}

function isPolled(state: AttemptState): boolean {
  if (state.kind === 'reserved') return state.phase !== 'held' && state.phase !== 'lapsed';
  return state.kind === 'live' || state.kind === 'paid';
}

/** What SEQR has told since then, after which nobody asks any more, may not have come to disk yet. */
function isSettledUnwritten({ state, facts }: KnownAttempt['record'], reference: string, reads: Reads, fromMs: number): boolean {
  if (reads.told(reference, 'CANCELED', 'FAILED', 'EXPIRED')) return true;
  // A tab at rest.
  if (facts.reservation !== undefined && state.kind === 'live' && reads.toldSince(reference, 'RESERVED', fromMs)) return true;
  // PAID, read and read again (PF-08).
  const toConfirm = state.kind === 'paid' ? 1 : 2;
  return reads.of(reference).paidMs.filter((ms) => ms >= fromMs).length >= toConfirm;
}
