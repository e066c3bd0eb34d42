import { parseScan } from '../../catalogue/index.ts';
import type { Product } from '../../catalogue/index.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { SaleView } from '../../contract/snapshot.ts';
import { money, ONE } from '../../money/index.ts';
import type { Currency, QuantityMilli, VatRate } from '../../money/index.ts';
import { changeSale, saleFigures } from '../../sale/index.ts';
import type { Discount, Member, Sale, SaleChange, SaleRow } from '../../sale/index.ts';
import { OK, refuse } from '../results.ts';
import type { Counter, WithTheSale } from './counter.ts';

export interface SaleDeskDeps {
  readonly counter: Counter;
  readonly newId: () => string;
  readonly rules: () => { readonly currency: Currency; readonly vatRates: readonly VatRate[]; readonly defaultVatRate: VatRate };
  readonly product: (id: string) => Product | null;
  readonly productByEan: (ean: string) => Product | null;
  readonly productBySku: (sku: string) => Product | null;
  /** A payment for this sale is open: nothing may change it (PF-16). */
  readonly isLocked: (saleId: string) => boolean;
  /** The membership card that a scan is; `blocked` if it gets nothing. */
  readonly cardFromScan: (code: string) => Member | 'blocked' | null;
  /** What a part of it was paid with, when the sale is voided: its money is the customer's again (PF-06). */
  readonly partsOf: (sale: Sale) => WithTheSale;
  /** They have come to disk. */
  readonly onParts: (attempts: WithTheSale['attempts']) => void;
  readonly words: { readonly amountRow: () => string };
}

/** The cashier's hands on the open sale. Everything but `select` is refused while a payment for it is open. */
export interface SaleDesk {
  view(): SaleView;
  /** Every scan ends in a row or in words, never in silence and never in a quantity (till-features A4). */
  scan(typed: Omit<IntentOf<'sale.scan'>, 'kind'>): IntentResult;
  addProduct(typed: Omit<IntentOf<'sale.addProduct'>, 'kind'>): IntentResult;
  addAmount(typed: Omit<IntentOf<'sale.addAmount'>, 'kind'>): IntentResult;
  addFree(typed: Omit<IntentOf<'sale.addFree'>, 'kind'>): IntentResult;
  /** Changes rows, discounts, the note or the member. */
  change(change: SaleChange): IntentResult;
  discountRow(typed: Omit<IntentOf<'sale.setRowDiscount'>, 'kind'>): IntentResult;
  discountSale(typed: Omit<IntentOf<'sale.setSaleDiscount'>, 'kind'>): IntentResult;
  undo(): IntentResult;
  /** Nothing is sold: an empty sale takes its place, and the journal has a line about it. */
  void(revision: number): IntentResult;
  select(rowId: string): IntentResult;
}

export function createSaleDesk(deps: SaleDeskDeps): SaleDesk {
  const { counter } = deps;
  const scans = createScanning(deps, change);

  function unlessLocked<Args extends readonly unknown[]>(act: (...args: Args) => IntentResult): (...args: Args) => IntentResult {
    return (...args) => (deps.isLocked(counter.open().sale.id) ? refuse('sale.locked') : act(...args));
  }

  function change(saleChange: SaleChange): IntentResult {
    const { sale } = counter.open();
    const result = changeSale(sale, saleChange, deps.rules());
    if (!result.ok) return refuse(`sale.${result.problem}`);
    return result.sale === sale ? OK : counter.change(result.sale, result.touchedRowId ?? null);
  }

  function discountFrom(input: IntentOf<'sale.setSaleDiscount'>['discount']): Discount | null {
    if (input === null) return null;
    return input.kind === 'percent' ? input : { kind: 'amount', amount: money(input.minor, counter.open().sale.currency) };
  }

  return {
    view() {
      const { sale, revision, selectedRowId } = counter.open();
      const locked = deps.isLocked(sale.id);
      return { sale, revision, figures: saleFigures(sale), selectedRowId, canUndo: counter.canUndo() && !locked, locked };
    },
    scan: unlessLocked(({ code, quantityMilli }) => scans.scan(code, quantityMilli)),
    addProduct: unlessLocked(({ productId, quantityMilli }) => scans.addProduct(deps.product(productId), quantityMilli)),
    addAmount: unlessLocked(({ minor, quantityMilli }) => {
      const { currency, defaultVatRate: vatRate } = deps.rules();
      const row = { kind: 'amount', name: deps.words.amountRow(), unitPrice: money(minor, currency), vatRate, unit: 'EA' } as const;
      return scans.addRow(row, quantityMilli);
    }),
    addFree: unlessLocked(({ name, minor, vatRate, quantityMilli }) => {
      const row = { kind: 'free', name, unitPrice: money(minor, deps.rules().currency), vatRate, unit: 'EA' } as const;
      return scans.addRow(row, quantityMilli);
    }),
    change: unlessLocked(change),
    discountRow: unlessLocked(({ rowId, discount }) => change({ kind: 'setRowDiscount', rowId, discount: discountFrom(discount) })),
    discountSale: unlessLocked(({ discount }) => change({ kind: 'setSaleDiscount', discount: discountFrom(discount) })),
    undo: unlessLocked(() => counter.undo()),
    void: unlessLocked((revision) => {
      const { sale, revision: now } = counter.open();
      if (revision !== now) return refuse('stale');
      if (sale.rows.length === 0) return OK;
      const parts = deps.partsOf(sale);
      const voided = counter.clear('sale.voided', { sale, total: saleFigures(sale).total }, parts);
      if (voided.ok && parts.attempts.length > 0) deps.onParts(parts.attempts);
      return voided;
    }),
    select(rowId) {
      counter.select(rowId);
      return OK;
    },
  };
}

type ScanningDeps = Pick<SaleDeskDeps, 'newId' | 'productByEan' | 'productBySku' | 'cardFromScan'>;

/** How products, amounts and scans become rows. */
function createScanning(deps: ScanningDeps, change: (change: SaleChange) => IntentResult) {
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

  return { addRow, addProduct, scan };
}
