import type { RefundView, RefundWishView } from '../../../src/contract/index.ts';

/** What is being chosen on the refund screen, before it is sent. */
export interface RefundDraft {
  readonly kind: RefundWishView['kind'];
  /** Thousandths of each row's unit, by its place on the receipt. */
  readonly quantities: Readonly<Record<number, number>>;
  /** Minor units; null: none typed. */
  readonly minor: number | null;
}

export const EMPTY_DRAFT: RefundDraft = { kind: 'whole', quantities: {}, minor: null };

/** The draft as the core takes it; null: nothing is chosen yet. */
export function wishOf({ kind, quantities, minor }: RefundDraft): RefundWishView | null {
  switch (kind) {
    case 'whole':
      return { kind: 'whole' };
    case 'rows': {
      const rows = Object.entries(quantities).flatMap(([index, quantityMilli]) =>
        quantityMilli > 0 ? [{ index: Number(index), quantityMilli }] : [],
      );
      return rows.length === 0 ? null : { kind: 'rows', rows };
    }
    case 'amount':
      return minor === null || minor <= 0 ? null : { kind: 'amount', minor };
  }
}

/** Nothing of it has gone back, or may have. */
export function isUntouched(view: RefundView): boolean {
  return view.refundable.minor === view.paid.minor;
}
