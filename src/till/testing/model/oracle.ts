import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import { checkBook, checkInvoices, letGoOfWhatIsGone } from './book-rules.ts';
import { createBooks, rowsOnCounter } from './books.ts';
import type { Books, OnStep } from './books.ts';
import { createCallRules, stepRule } from './call-rules.ts';
import { createEarlyRule } from './early-rule.ts';
import type { Machine, MachineWatch, Mode } from './machine.ts';
import type { SeenCall } from './model-network.ts';
import { createOwnAmounts } from './own-amounts.ts';
import { createReads } from './reads.ts';
import { createReversalRule } from './reversal-rule.ts';
import type { Fail, Rule, Violation } from './rules.ts';
import { createSeqrActs } from './seqr-acts.ts';
import type { SeqrActs } from './seqr-acts.ts';
import { createToldReferences } from './told-references.ts';
import { createWindowRules } from './window-rules.ts';
import { DeadProcessError } from './writes.ts';

/** Sees everything that happens, and says which rule does not hold. */
export interface Oracle extends SeqrActs {
  readonly watch: MachineWatch;
  readonly books: Books;
  /** The first rule that did not hold; null: all hold so far. */
  violation(): Violation | null;
  readonly fail: Fail;
  /** This is being pressed now. */
  pressing(intent: Intent): void;
  /** Looks at everything, after a move. */
  check(): void;
  /** What was pressed, and what became of it. */
  readonly results: readonly { readonly intent: Intent; readonly result: IntentResult }[];
  readonly calls: readonly SeenCall[];
}

export interface OracleDeps {
  readonly machine: () => Machine;
  readonly onStep: OnStep;
  /** Rules that are not looked at. */
  readonly without: ReadonlySet<Rule>;
}

/** With these a person takes rows off the counter, or lets go of what was rung up since. */
const TAKES_OFF: ReadonlySet<Intent['kind']> = new Set(['sale.removeRow', 'sale.undo', 'payment.leaveUnchanged']);

/** Somebody has said what became of this payment (PF-30). */
function closes({ intent, result }: Oracle['results'][number], id: string): boolean {
  return intent.kind === 'payment.close' && intent.attemptId === id && result.ok;
}

export function createOracle({ machine, onStep, without }: OracleDeps): Oracle {
  let found: Violation | null = null;
  /** What was on each counter when a button was pressed that takes rows off; null: another was. */
  let takenOffFrom: Readonly<Record<Mode, ReadonlySet<string>>> | null = null;
  const results: { readonly intent: Intent; readonly result: IntentResult }[] = [];
  const calls: SeenCall[] = [];
  const acts = createSeqrActs();
  const nowMs = (): number => machine().clock.monotonicMs();
  const fail: Fail = (rule, what) => {
    if (!without.has(rule)) found ??= { rule, what };
  };
  const charted = stepRule(fail);
  const books = createBooks(nowMs, (step) => {
    onStep(step);
    charted(step);
  });
  const reads = createReads(nowMs);
  const ownAmounts = createOwnAmounts(books, fail);
  const deps = { machine, books, reads, fail };
  const checkCall = createCallRules(() => books, fail);
  const isClosed = (id: string): boolean => results.some((each) => closes(each, id));
  const isExcepted = (reference: string, id: string): boolean => acts.isTakenBack(reference) || isClosed(id);
  const checkReversals = createReversalRule({ ...deps, isExcepted });
  const windows = createWindowRules({
    ...deps,
    wasCarriedOut: (id) =>
      calls.some((call) => call.operation === 'sendInvoice' && call.clientInvoiceId === id && call.carriedOut !== null),
  });
  const references = createToldReferences(deps);
  const checkEarly = createEarlyRule(deps);

  const watch: MachineWatch = {
    started(call) {
      calls.push(call);
      if (call.operation === 'getPaymentStatus') reads.started(call);
      ownAmounts.started(call);
      checkCall(call);
    },
    heard(call, answer) {
      if (call.operation === 'getPaymentStatus') reads.heard(call, answer);
      ownAmounts.heard(call, answer);
      references.heard(call, answer);
    },
    committed: (db) => books.committed(db),
    shown: (snapshot) => windows.shown(snapshot),
    answered(intent, result) {
      results.push({ intent, result });
      checkEarly(intent, result);
      if (!result.ok && result.problem.code === 'internal') fail('threw', `${intent.kind} met an error of the till's own`);
    },
    threw(error, where) {
      if (error instanceof DeadProcessError) return;
      const isStart = where === 'start' || where === 'createTill';
      fail(isStart ? 'not-started' : 'threw', `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  };

  return {
    watch,
    books,
    violation: () => found,
    fail,
    results,
    calls,
    ...acts,
    pressing(intent) {
      takenOffFrom = TAKES_OFF.has(intent.kind) ? { practice: rowsOnCounter(books.practice), live: rowsOnCounter(books.live) } : null;
    },
    check() {
      for (const mode of ['practice', 'live'] as const) {
        if (takenOffFrom !== null) letGoOfWhatIsGone(books[mode], takenOffFrom[mode]);
        checkBook(books[mode], fail);
        if (!acts.isRestored(mode)) checkInvoices(machine(), mode, { books, acts, isClosed, fail });
      }
      takenOffFrom = null;
      checkReversals();
      references.check();
      ownAmounts.check();
      const snapshot = machine().snapshot();
      if (snapshot !== null) windows.check(snapshot);
    },
  };
}
