import { Package, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Product } from '../../../src/catalogue/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { useCatalogue } from '../../store/catalogue-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog, EmptyState, TextField } from '../../ui/index.ts';
import { ProductForm } from './product-form.tsx';
import './products-dialog.css';

/** Shown at a time; a better word finds the rest. */
const MAX_LISTED = 200;

type Chosen = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'product'; readonly id: string };

/** Products added, changed and retired by hand. */
export function ProductsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslate();
  return (
    <Dialog wide title={t('sale.product.title')} onClose={onClose}>
      <Products />
    </Dialog>
  );
}

export function Products() {
  const { t } = useTranslate();
  const products = useCatalogue((state) => state.products);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  const word = query.trim().toLowerCase();
  const listed = products.filter((product) => `${product.name} ${product.ean ?? ''} ${product.sku ?? ''}`.toLowerCase().includes(word));
  const product = chosen.kind === 'product' ? products.find(({ id }) => id === chosen.id) : undefined;
  return (
    <div className="products">
      <div className="products__side">
        <TextField label={t('sale.product.search')} value={query} onChange={setQuery} maxLength={80} />
        <ul className="products__list" aria-label={t('sale.product.title')}>
          {listed.slice(0, MAX_LISTED).map((each) => (
            <li key={each.id}>
              <ProductLine
                product={each}
                current={each.id === product?.id}
                onChoose={() => {
                  setChosen({ kind: 'product', id: each.id });
                }}
              />
            </li>
          ))}
        </ul>
        <Button
          icon={Plus}
          onPress={() => {
            setChosen({ kind: 'new' });
          }}
        >
          {t('sale.product.add')}
        </Button>
      </div>
      <div className="products__form">
        {product === undefined && chosen.kind !== 'new' ? (
          <EmptyState icon={Package}>{t('sale.product.choose')}</EmptyState>
        ) : (
          <ProductForm
            key={product?.id ?? 'new'}
            product={product ?? null}
            onSaved={() => {
              setChosen({ kind: 'none' });
            }}
          />
        )}
      </div>
    </div>
  );
}

function ProductLine({
  product,
  current,
  onChoose,
}: {
  readonly product: Product;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const { t, language } = useTranslate();
  return (
    <button type="button" className="products__item" aria-current={current} onClick={onChoose}>
      <span>{product.name}</span>
      <span className="soft small">{product.retired ? t('sale.product.retired') : formatAmount(product.price, language)}</span>
    </button>
  );
}
