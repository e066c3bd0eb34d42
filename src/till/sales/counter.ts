import type { IntentResult } from '../../contract/ipc.ts';
import type { Currency } from '../../money/index.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import type { AttemptRecord, Entry, EntryKind, Journal, SlotChanges, OpenSale } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import { writeOrRefuse } from '../durable.ts';
import { OK } from '../results.ts';

export interface CounterDeps {
  readonly journal: Pick<Journal, 'slot' | 'write'>;
  readonly newId: () => string;
  readonly currency: () => Currency;
}

/** So many steps can be undone. */
const MAX_UNDO = 50;

/** What is written with a sale that is voided. */
export interface WithTheSale {
  readonly attempts: readonly AttemptRecord[];
  readonly entries: readonly Entry[];
}

/**
 * What lies on the counter: the open sale. Cashier, payments and tabs all put sales there and take them away; it is durable
 * before it shows. Whether the sale may be changed is not known here.
 */
export interface Counter {
  open(): OpenSale;
  /** The rows of this attempt lie here: as the sale it was begun for, or as one that it has not paid for. */
  holds(attempt: Pick<AttemptFacts, 'id' | 'sale'>): boolean;
  canUndo(): boolean;
  /** The same sale, changed; can be undone. */
  change(sale: Sale, selectedRowId: string | null): IntentResult;
  undo(): IntentResult;
  /**
   * An empty sale from here on; nothing can be undone.
   * @param also attempts that become something else with it
   */
  clear(kind: EntryKind, body: object, also?: WithTheSale): IntentResult;
  /** Another row is lit; not worth a write. */
  select(rowId: string): void;
  /** Puts a sale on the counter, or an empty one, with a line of this kind in the journal. */
  put(sale: Sale | null, kind: EntryKind, subject: string): IntentResult;
  /** What does the same within a transaction that writes more; after that, {@link takeOver}. */
  replacedBy(sale: Sale | null, unpaidBy?: readonly string[]): SlotChanges;
  /** What lies there stays, as a sale that these attempts have not paid for. Within a transaction, as {@link replacedBy}. */
  unpaidBy(attemptIds: readonly string[]): SlotChanges;
  /** Takes over what such a transaction has written, if it has. */
  takeOver(): void;
  /** A charge has begun: whoever names the revision before it was too late (PF-26). */
  charged(): void;
  /** The attempt whose sale the cashier is changing while its customer is waited for; not on disk. */
  changing(): string | null;
  setChanging(attemptId: string | null): void;
}

export function createCounter({ journal, newId, currency }: CounterDeps): Counter {
  const stored = (): OpenSale | undefined => journal.slot('open-sale');
  let open = stored() ?? fresh(1);
  let undoable: readonly OpenSale[] = [];
  let changing: string | null = null;

  function fresh(revision: number): OpenSale {
    return { sale: { id: newId(), currency: currency(), rows: [] }, revision, selectedRowId: null };
  }

  /** @param leaves what can be undone after it */
  function write(
    next: OpenSale,
    entries: readonly Entry[],
    leaves: readonly OpenSale[],
    attempts: readonly AttemptRecord[] = [],
  ): IntentResult {
    const written = writeOrRefuse(() => journal.write({ entries, attempts, slots: { 'open-sale': next } }));
    if (written.ok) {
      open = next;
      undoable = leaves;
    }
    return written;
  }

  function inPlaceOf(sale: Sale | null, unpaidBy: readonly string[] = []): OpenSale {
    const next = fresh(open.revision + 1);
    if (sale === null) return next;
    return { ...next, sale, selectedRowId: rowOf(sale, null), ...(unpaidBy.length > 0 ? { unpaidBy } : {}) };
  }

  /** The same sale as another: whoever has not paid for it has still not. */
  function stillUnpaid(): Pick<OpenSale, 'unpaidBy'> {
    return open.unpaidBy === undefined ? {} : { unpaidBy: open.unpaidBy };
  }

  return {
    open: () => open,
    holds: ({ id, sale }) => open.sale.id === sale.id || open.unpaidBy?.includes(id) === true,
    canUndo: () => undoable.length > 0,
    change(sale, selectedRowId) {
      const next = { sale, revision: open.revision + 1, selectedRowId: selectedRowId ?? rowOf(sale, open.selectedRowId), ...stillUnpaid() };
      return write(next, [], [...undoable, open].slice(-MAX_UNDO));
    },
    undo() {
      const before = undoable.at(-1);
      return before ? write({ ...before, revision: open.revision + 1, ...stillUnpaid() }, [], undoable.slice(0, -1)) : OK;
    },
    clear: (kind, body, { attempts, entries } = { attempts: [], entries: [] }) =>
      write(fresh(open.revision + 1), [{ kind, subject: open.sale.id, body }, ...entries], [], attempts),
    select(rowId) {
      open = { ...open, selectedRowId: rowOf(open.sale, rowId) };
    },
    put: (sale, kind, subject) => write(inPlaceOf(sale), [{ kind, subject, body: {} }], []),
    replacedBy: (sale, unpaidBy) => ({ 'open-sale': inPlaceOf(sale, unpaidBy) }),
    unpaidBy: (unpaidBy) => ({ 'open-sale': { ...open, revision: open.revision + 1, unpaidBy } }),
    takeOver() {
      const now = stored();
      if (now === undefined || now.revision <= open.revision) return;
      // The cashier goes on with the same sale, and can still undo what was done to it.
      if (now.sale.id !== open.sale.id) undoable = [];
      open = now;
    },
    charged() {
      open = { ...open, revision: open.revision + 1 };
    },
    changing: () => changing,
    setChanging(attemptId) {
      changing = attemptId;
    },
  };
}

/** The selected row, or the newest when it has gone. */
function rowOf(sale: Sale, rowId: string | null): string | null {
  return sale.rows.find((row) => row.id === rowId)?.id ?? sale.rows.at(-1)?.id ?? null;
}
