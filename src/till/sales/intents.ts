import type { SessionIntents, TillIntents } from '../rule.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Products } from './products.ts';
import type { SaleDesk } from './sale-desk.ts';

export interface SaleParts {
  readonly sales: SaleDesk;
}

export interface ProductParts {
  readonly products: Products;
  readonly settings: Pick<SettingsKeeper, 'business'>;
}

const SALE = { right: 'anyone', movesMoney: false, without: 'payment.no-terminal' } as const;
const PRODUCT = { right: 'anyone', movesMoney: false } as const;

export const saleIntents = {
  'sale.scan': { ...SALE, apply: ({ sales }, intent) => sales.scan(intent) },
  'sale.addProduct': { ...SALE, apply: ({ sales }, intent) => sales.addProduct(intent) },
  'sale.addAmount': { ...SALE, apply: ({ sales }, intent) => sales.addAmount(intent) },
  'sale.addFree': { ...SALE, apply: ({ sales }, intent) => sales.addFree(intent) },
  'sale.setQuantity': {
    ...SALE,
    apply: ({ sales }, { rowId, quantityMilli }) => sales.change({ kind: 'setQuantity', rowId, quantityMilli }),
  },
  'sale.setRowDiscount': { ...SALE, apply: ({ sales }, intent) => sales.discountRow(intent) },
  'sale.setSaleDiscount': { ...SALE, apply: ({ sales }, intent) => sales.discountSale(intent) },
  'sale.setNote': { ...SALE, apply: ({ sales }, { note }) => sales.change({ kind: 'setNote', note }) },
  'sale.removeMember': { ...SALE, apply: ({ sales }) => sales.change({ kind: 'setMember', member: null }) },
  'sale.removeRow': { ...SALE, apply: ({ sales }, { rowId }) => sales.change({ kind: 'removeRow', rowId }) },
  'sale.select': { ...SALE, apply: ({ sales }, { rowId }) => sales.select(rowId) },
  'sale.undo': { ...SALE, apply: ({ sales }) => sales.undo() },
  'sale.void': { ...SALE, apply: ({ sales }, { revision }) => sales.void(revision) },
} satisfies SessionIntents<SaleParts>;

export const productIntents = {
  'product.save': { ...PRODUCT, apply: ({ products, settings }, { product }) => products.save(product, settings.business()) },
  'product.retire': { ...PRODUCT, apply: ({ products }, { productId, retired }) => products.retire(productId, retired) },
} satisfies TillIntents<ProductParts>;
