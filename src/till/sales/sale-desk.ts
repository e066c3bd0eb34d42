import { parseScan } from '../../catalogue/index.ts';
import type { Product } from '../../catalogue/index.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { SaleView } from '../../contract/snapshot.ts';
import { money, ONE } from '../../money/index.ts';
import type { Currency, QuantityMilli, VatRate } from '../../money/index.ts';
import type { Journal } from '../../records/index.ts';
import { changeSale, emptySale, saleFigures } from '../../sale/index.ts';
import type { Discount, Member, Sale, SaleChange, SaleRow } from '../../sale/index.ts';
import { writeOrRefuse } from '../durable.ts';
import { refuse } from '../results.ts';

export interface SaleDeskDeps {
  readonly journal: Journal;
  readonly newId: () => string;
  readonly rules: () => { readonly currency: Currency; readonly vatRates: readonly VatRate[]; readonly defaultVatRate: VatRate };
  readonly product: (id: string) => Product | null;
  readonly productByEan: (ean: string) => Product | null;
  readonly productBySku: (sku: string) => Product | null;
  /** A payment for this sale is open: nothing may change it (PF-16). */
  readonly isLocked: (saleId: string) => boolean;
  /** The membership card that a scan is; `blocked` if it gets nothing. */
  readonly cardFromScan: (code: string) => Member | 'blocked' | null;
  readonly words: { readonly amountRow: () => string };
}

/** The open sale as it lies in the journal: it survives a crash. */
interface StoredSale {
  readonly sale: Sale;
  readonly revision: number;
  readonly selectedRowId: string | null;
}

/** Where the open sale is kept in the journal. */
export const OPEN_SALE = 'open-sale';
/** So many steps can be undone; each keeps a whole sale in memory. */
const MAX_UNDO = 50;

export type SaleIntent = IntentOf<
  | 'sale.scan'
  | 'sale.addProduct'
  | 'sale.addAmount'
  | 'sale.addFree'
  | 'sale.setQuantity'
  | 'sale.setRowDiscount'
  | 'sale.setSaleDiscount'
  | 'sale.setNote'
  | 'sale.removeMember'
  | 'sale.removeRow'
  | 'sale.select'
  | 'sale.undo'
  | 'sale.void'
>;

export interface SaleDesk {
  view(): SaleView;
  apply(intent: SaleIntent): IntentResult;
  /** What makes an empty sale take this one's place; for the transaction that ends this one. */
  replacedBy(sale: Sale | null): Readonly<Record<string, unknown>>;
  /** Takes over what that transaction has written. */
  reload(): void;
  /** A charge has begun: whoever names the revision before it was too late (PF-26). */
  charged(): void;
}

export function createSaleDesk(deps: SaleDeskDeps): SaleDesk {
  let open = load();
  let undo: readonly StoredSale[] = [];

  function fresh(revision: number): StoredSale {
    return { sale: emptySale(deps.newId(), deps.rules().currency), revision, selectedRowId: null };
  }

  function load(): StoredSale {
    const stored = deps.journal.kept(OPEN_SALE) as StoredSale | undefined;
    return stored ?? fresh(1);
  }

  /** Durable before it shows, like everything else. */
  function store(next: StoredSale, entry?: { readonly kind: string; readonly body: unknown }): IntentResult {
    const stored = writeOrRefuse(() =>
      deps.journal.write({
        entries: entry ? [{ kind: entry.kind, subject: open.sale.id, body: entry.body }] : [],
        kept: { [OPEN_SALE]: next },
      }),
    );
    if (stored.ok) open = next;
    return stored;
  }

  function change(saleChange: SaleChange): IntentResult {
    const result = changeSale(open.sale, saleChange, deps.rules());
    if (!result.ok) return refuse(`sale.${result.problem}`);
    if (result.sale === open.sale) return { ok: true };
    const before = open;
    const stored = store({
      sale: result.sale,
      revision: open.revision + 1,
      selectedRowId: result.touchedRowId ?? stillThere(result.sale, open.selectedRowId),
    });
    if (stored.ok) undo = [...undo, before].slice(-MAX_UNDO);
    return stored;
  }

  /** The selected row, or the newest when it has gone. */
  function stillThere(sale: Sale, rowId: string | null): string | null {
    return sale.rows.find((row) => row.id === rowId)?.id ?? sale.rows.at(-1)?.id ?? null;
  }

  function addRow(row: Omit<SaleRow, 'id' | 'quantityMilli'>, quantityMilli: QuantityMilli | undefined): IntentResult {
    return change({
      kind: 'addRow',
      row: { ...row, id: deps.newId(), quantityMilli: quantityMilli ?? ONE },
      merge: row.kind === 'product',
    });
  }

  function addProduct(product: Product | null, quantityMilli: QuantityMilli | undefined): IntentResult {
    if (product === null) return refuse('product.not-found');
    if (product.retired) return refuse('scan.retired', { code: product.ean ?? product.name });
    const { id, name, price, vatRate, unit, ean, sku } = product;
    return addRow(
      {
        kind: 'product',
        productId: id,
        name,
        unitPrice: price,
        vatRate,
        unit,
        ...(ean === undefined ? {} : { ean }),
        ...(sku === undefined ? {} : { sku }),
      },
      quantityMilli,
    );
  }

  /** Every scan ends in a row or in words, never in silence and never in a quantity (till-features A4). */
  function scan(code: string, quantityMilli: QuantityMilli | undefined): IntentResult {
    const card = deps.cardFromScan(code.trim());
    if (card === 'blocked') return refuse('scan.card-blocked', { code: code.trim() });
    if (card !== null) return change({ kind: 'setMember', member: card });
    const read = parseScan(code);
    switch (read.kind) {
      case 'ean':
      case 'in-store': {
        const product = deps.productByEan(read.ean);
        return product ? addProduct(product, quantityMilli) : refuse('scan.unknown', { code: read.ean });
      }
      case 'seqr':
        return refuse('scan.seqr', { code: read.code });
      case 'other': {
        const product = deps.productBySku(read.text);
        if (product) return addProduct(product, quantityMilli);
        return refuse(read.misread ? 'scan.check-digit' : read.text.length < 6 ? 'scan.short' : 'scan.unknown', { code: read.text });
      }
    }
  }

  function stepBack(): IntentResult {
    const before = undo.at(-1);
    if (!before) return { ok: true };
    const stored = store({ ...before, revision: open.revision + 1 });
    if (stored.ok) undo = undo.slice(0, -1);
    return stored;
  }

  function voidSale(revision: number): IntentResult {
    if (revision !== open.revision) return refuse('stale');
    if (open.sale.rows.length === 0) return { ok: true };
    const before = open;
    const stored = store(fresh(open.revision + 1), {
      kind: 'sale.voided',
      body: { sale: before.sale, total: saleFigures(before.sale).total },
    });
    if (stored.ok) undo = [];
    return stored;
  }

  function discountFrom(input: IntentOf<'sale.setSaleDiscount'>['discount']): Discount | null {
    if (input === null) return null;
    return input.kind === 'percent' ? input : { kind: 'amount', amount: money(input.minor, open.sale.currency) };
  }

  return {
    view() {
      const { sale, revision, selectedRowId } = open;
      const locked = deps.isLocked(sale.id);
      return { sale, revision, figures: saleFigures(sale), selectedRowId, canUndo: undo.length > 0 && !locked, locked };
    },
    apply(intent) {
      if (intent.kind !== 'sale.select' && deps.isLocked(open.sale.id)) return refuse('sale.locked');
      const { currency, defaultVatRate } = deps.rules();
      switch (intent.kind) {
        case 'sale.scan':
          return scan(intent.code, intent.quantityMilli);
        case 'sale.addProduct':
          return addProduct(deps.product(intent.productId), intent.quantityMilli);
        case 'sale.addAmount':
          return addRow(
            { kind: 'amount', name: deps.words.amountRow(), unitPrice: money(intent.minor, currency), vatRate: defaultVatRate, unit: 'EA' },
            intent.quantityMilli,
          );
        case 'sale.addFree':
          return addRow(
            { kind: 'free', name: intent.name, unitPrice: money(intent.minor, currency), vatRate: intent.vatRate, unit: 'EA' },
            intent.quantityMilli,
          );
        case 'sale.setQuantity':
          return change({ kind: 'setQuantity', rowId: intent.rowId, quantityMilli: intent.quantityMilli });
        case 'sale.setRowDiscount':
          return change({ kind: 'setRowDiscount', rowId: intent.rowId, discount: discountFrom(intent.discount) });
        case 'sale.setSaleDiscount':
          return change({ kind: 'setSaleDiscount', discount: discountFrom(intent.discount) });
        case 'sale.setNote':
          return change({ kind: 'setNote', note: intent.note });
        case 'sale.removeMember':
          return change({ kind: 'setMember', member: null });
        case 'sale.removeRow':
          return change({ kind: 'removeRow', rowId: intent.rowId });
        case 'sale.select':
          // Only which row is lit; not worth a write.
          open = { ...open, selectedRowId: stillThere(open.sale, intent.rowId) };
          return { ok: true };
        case 'sale.undo':
          return stepBack();
        case 'sale.void':
          return voidSale(intent.revision);
      }
    },
    replacedBy(sale) {
      const next = fresh(open.revision + 1);
      return { [OPEN_SALE]: sale === null ? next : { ...next, sale, selectedRowId: stillThere(sale, null) } };
    },
    charged() {
      open = { ...open, revision: open.revision + 1 };
    },
    reload() {
      open = load();
      undo = [];
    },
  };
}
