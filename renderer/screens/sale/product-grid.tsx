import { memo, useEffect, useState } from 'react';
import type { Product } from '../../../src/catalogue/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { gridWindow } from './grid-window.ts';
import { useSize } from './use-size.ts';
import './product-grid.css';

export interface ProductGridProps {
  readonly products: readonly Product[];
  readonly onChoose: (product: Product) => void;
  /** The grid goes back to its top when this changes. */
  readonly shown: string;
  readonly disabled: boolean;
}

/** Tiles for what can be sold; only those in sight exist. */
export function ProductGrid({ products, onChoose, shown, disabled }: ProductGridProps) {
  const { t } = useTranslate();
  const [frame, size] = useSize<HTMLDivElement>();
  const [scrollTop, setScrollTop] = useState(0);
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 });
  }, [frame, shown]);
  const { columns, height, from, to, offset } = gridWindow(products.length, size.width, size.height, scrollTop);
  return (
    <div
      ref={frame}
      className="product-grid"
      role="group"
      aria-label={t('sale.products')}
      tabIndex={-1}
      onScroll={(event) => {
        setScrollTop(event.currentTarget.scrollTop);
      }}
    >
      <div className="product-grid__all" style={{ height }}>
        <div
          className="product-grid__window"
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, transform: `translateY(${offset}px)` }}
        >
          {products.slice(from, to).map((product) => (
            <Tile key={product.id} product={product} onChoose={onChoose} disabled={disabled} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface TileProps {
  readonly product: Product;
  readonly onChoose: (product: Product) => void;
  readonly disabled: boolean;
}

const Tile = memo(function Tile({ product, onChoose, disabled }: TileProps) {
  const { t, language } = useTranslate();
  const per = product.unit === 'EA' ? '' : ` / ${t(`sale.unit.${product.unit}`)}`;
  return (
    <button
      type="button"
      className="tile"
      data-testid="tile"
      disabled={disabled}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={() => {
        onChoose(product);
      }}
    >
      <span className="tile__name">{product.name}</span>
      <span className="tile__price">{formatAmount(product.price, language) + per}</span>
    </button>
  );
});
