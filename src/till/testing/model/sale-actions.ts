import type { Intent } from '../../../contract/intents.ts';
import { isSelling, NOTHING, when } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';

const price = (number: number): number => 1_000 + ((number * 731) % 8_999);
/** Of rows that cost the same: an amount alone tells nobody which sale it is. */
const COMMON_PRICE = 1_000;

const canBeChanged = ({ sale: { locked, sale } }: Seen['snapshot']): boolean => !locked && sale.rows.length > 0;

/** Some products of the catalogue, retired ones too. */
async function products({ snapshot, till }: Seen): Promise<Offers> {
  if (snapshot.sale.locked || !isSelling(snapshot)) return NOTHING;
  const { products: all } = await till.call('catalogue');
  return all.slice(0, 4).map(({ id }): Intent => ({ kind: 'sale.addProduct', productId: id }));
}

/** What is done to what is rung up. None of it takes a row away, or the whole amount. */
const changes = {
  setQuantity: ({ snapshot }) =>
    canBeChanged(snapshot)
      ? snapshot.sale.sale.rows.map(({ id, quantityMilli }): Intent => ({
          kind: 'sale.setQuantity',
          rowId: id,
          quantityMilli: quantityMilli === 1_000 ? 3_000 : 1_000,
        }))
      : NOTHING,
  rowDiscount: ({ snapshot }) =>
    canBeChanged(snapshot)
      ? snapshot.sale.sale.rows.map(({ id, discount }, index): Intent => ({
          kind: 'sale.setRowDiscount',
          rowId: id,
          discount: discount !== undefined ? null : index % 2 === 0 ? { kind: 'percent', hundredths: 333 } : { kind: 'amount', minor: 77 },
        }))
      : NOTHING,
  saleDiscount: ({ snapshot }) =>
    canBeChanged(snapshot)
      ? [{ kind: 'percent', hundredths: 1_250 } as const, { kind: 'amount', minor: 101 } as const, null].map((discount): Intent => ({
          kind: 'sale.setSaleDiscount',
          discount,
        }))
      : NOTHING,
  note: ({ snapshot, fresh }) => when(canBeChanged(snapshot), { kind: 'sale.setNote', note: `table ${fresh()}` }),
  removeMember: ({ snapshot: { sale: shown } }) => when(!shown.locked && shown.sale.member !== undefined, { kind: 'sale.removeMember' }),
  select: ({ snapshot: { sale: shown } }) => shown.sale.rows.map(({ id }): Intent => ({ kind: 'sale.select', rowId: id })),
} satisfies Record<string, Action>;

export const saleActions = {
  ringUp: ({ snapshot, fresh }) => {
    if (snapshot.sale.locked || !isSelling(snapshot)) return NOTHING;
    const number = fresh();
    const vatRate = snapshot.shop.vatRates[number % snapshot.shop.vatRates.length] ?? 2_500;
    return [price(number), COMMON_PRICE].map((minor): Intent => ({ kind: 'sale.addFree', name: `R${number}`, minor, vatRate }));
  },
  addAmount: ({ snapshot, fresh }) => when(!snapshot.sale.locked && isSelling(snapshot), { kind: 'sale.addAmount', minor: price(fresh()) }),
  addProduct: products,
  ...changes,
  removeRow: ({ snapshot: { sale: shown } }) =>
    shown.locked ? NOTHING : shown.sale.rows.map((row): Intent => ({ kind: 'sale.removeRow', rowId: row.id })),
  undo: ({ snapshot: { sale: shown } }) => when(shown.canUndo, { kind: 'sale.undo' }),
  void: ({ snapshot: { sale: shown } }) =>
    when(!shown.locked && shown.sale.rows.length > 0, { kind: 'sale.void', revision: shown.revision }),
  scanCard: ({ snapshot }) => when(!snapshot.sale.locked && isSelling(snapshot), { kind: 'sale.scan', code: '97521234' }),
  charge: ({ snapshot }) =>
    when(isSelling(snapshot) && snapshot.sale.sale.rows.length > 0, { kind: 'sale.charge', revision: snapshot.sale.revision }),
} satisfies Record<string, Action>;
