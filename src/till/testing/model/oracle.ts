import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import { checkBook, checkInvoices, letGoOfWhatIsGone } from './book-rules.ts';
import { createBooks } from './books.ts';
import type { Books, OnStep } from './books.ts';
import { createCallRules, stepRule } from './call-rules.ts';
import type { Machine, MachineWatch, Mode } from './machine.ts';
import type { SeenCall } from './model-network.ts';
import { createReads } from './reads.ts';
import { createReversalRule } from './reversal-rule.ts';
import type { Fail, Rule, Violation } from './rules.ts';
import { createWindowRules } from './window-rules.ts';
import { DeadProcessError } from './writes.ts';

/** Sees everything that happens, and says which rule does not hold. */
export interface Oracle {
  readonly watch: MachineWatch;
  readonly books: Books;
  /** The first rule that did not hold; null: all hold so far. */
  violation(): Violation | null;
  readonly fail: Fail;
  /** This is being pressed now. */
  pressing(intent: Intent): void;
  /** Looks at everything, after a move. */
  check(): void;
  /** SEQR was restored to an older state: its book and ours are no longer one. */
  restored(mode: Mode): void;
  isRestored(mode: Mode): boolean;
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

export function createOracle({ machine, onStep, without }: OracleDeps): Oracle {
  let found: Violation | null = null;
  let takesOff = false;
  const results: { readonly intent: Intent; readonly result: IntentResult }[] = [];
  const calls: SeenCall[] = [];
  const restored = new Set<Mode>();
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
  const deps = { machine, books, reads, fail };
  const checkCall = createCallRules(() => books, fail);
  const checkReversals = createReversalRule(deps);
  const windows = createWindowRules(deps);

  const watch: MachineWatch = {
    started(call) {
      calls.push(call);
      if (call.operation === 'getPaymentStatus') reads.started(call);
      checkCall(call);
    },
    heard(call, answer) {
      if (call.operation === 'getPaymentStatus') reads.heard(call, answer);
    },
    committed: (db) => books.committed(db),
    shown: (snapshot) => windows.shown(snapshot),
    answered: (intent, result) => void results.push({ intent, result }),
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
    restored: (mode) => void restored.add(mode),
    isRestored: (mode) => restored.has(mode),
    pressing(intent) {
      takesOff = intent.kind === 'sale.removeRow' || intent.kind === 'sale.undo';
    },
    check() {
      for (const mode of ['practice', 'live'] as const) {
        if (takesOff) letGoOfWhatIsGone(books[mode]);
        checkBook(books[mode], fail);
        if (!restored.has(mode)) checkInvoices(machine(), mode, books, fail);
      }
      takesOff = false;
      checkReversals();
      const snapshot = machine().snapshot();
      if (snapshot !== null) windows.check(snapshot);
    },
  };
}
