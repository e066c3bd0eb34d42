import { Package, SearchX } from 'lucide-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useScanHandler } from '../../input/index.ts';
import { useCatalogue } from '../../store/catalogue-store.ts';
import { currentSnapshot, useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Chips, EmptyState } from '../../ui/index.ts';
import { Keypad } from './keypad.tsx';
import { LastReceipt } from './last-receipt.tsx';
import { ProductGrid } from './product-grid.tsx';
import { SaleDialogs } from './sale-dialogs.tsx';
import type { SaleDialog } from './sale-dialogs.tsx';
import { addProduct, entryPercentOff, scanProduct } from './sale-intents.ts';
import { SalePane } from './sale-pane.tsx';
import { SearchBox } from './search-box.tsx';
import { useSaleAnnouncer } from './use-sale-announcer.ts';
import { useSaleKeys } from './use-sale-keys.ts';
import './sale-screen.css';

/** No category is called this. */
const ALL = '*';
/** More than anybody scrolls through; a better word finds it sooner. */
const MAX_FOUND = 300;

/** Made once: it takes nothing from the screen around it. */
const LAST_RECEIPT = <LastReceipt />;

/** Left: what can be sold. Right: what is being sold. */
export function SaleScreen() {
  const { t } = useTranslate();
  const { offered, categories, index, revision } = useCatalogue();
  const locked = useSnapshot((snapshot) => snapshot.sale.locked);
  const changing = useSnapshot((snapshot) => snapshot.payment !== null);
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState(ALL);
  const [dialog, setDialog] = useState<SaleDialog | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useSaleAnnouncer();

  const searching = query.trim() !== '';
  const found = useMemo(() => {
    if (searching) return index.search(query, MAX_FOUND);
    return category === ALL ? offered : offered.filter((product) => product.category === category);
  }, [searching, index, query, category, offered]);
  // The same from key to key, so that what a search does not change is not drawn again.
  const openPercent = useCallback(() => {
    if (entryPercentOff()) return;
    const { selectedRowId, locked } = currentSnapshot().sale;
    if (selectedRowId !== null && !locked) setDialog({ kind: 'rowDiscount', rowId: selectedRowId });
  }, []);
  const chooseCategory = useCallback((chosen: string) => {
    setQuery('');
    setCategory(chosen);
  }, []);
  useScanHandler(scanProduct);
  useSaleKeys({
    query,
    onQuery: setQuery,
    focusSearch: () => input.current?.focus(),
    openDialog: setDialog,
    openPercent,
  });

  return (
    <main className="sale-screen">
      <h1 className="sr-only">{t('common.place.sale')}</h1>
      <div className="sale-screen__offer">
        <SearchBox
          input={input}
          query={query}
          onChange={setQuery}
          onEnter={() => {
            const first = searching ? found[0] : undefined;
            if (first === undefined) return;
            addProduct(first);
            setQuery('');
            input.current?.blur();
          }}
        />
        <div
          className="sale-screen__chips"
          onWheel={(event) => {
            event.currentTarget.scrollLeft += event.deltaY;
          }}
        >
          <Categories categories={categories} chosen={searching ? ALL : category} onChoose={chooseCategory} />
        </div>
        {found.length === 0 && revision !== null ? (
          <Nothing
            query={query.trim()}
            onProducts={() => {
              setDialog({ kind: 'products' });
            }}
          />
        ) : (
          <ProductGrid products={found} shown={`${category} ${query}`} disabled={locked} onChoose={addProduct} />
        )}
        <Keypad disabled={locked} onPercent={openPercent}>
          {changing ? null : LAST_RECEIPT}
        </Keypad>
      </div>
      <SalePane open={setDialog} />
      <SaleDialogs
        dialog={dialog}
        onClose={() => {
          setDialog(null);
        }}
      />
    </main>
  );
}

interface CategoriesProps {
  readonly categories: readonly string[];
  readonly chosen: string;
  readonly onChoose: (category: string) => void;
}

const Categories = memo(function Categories({ categories, chosen, onChoose }: CategoriesProps) {
  const { t } = useTranslate();
  const options = [{ value: ALL, label: t('sale.all') }, ...categories.map((each) => ({ value: each, label: each }))];
  return <Chips label={t('sale.categories')} value={chosen} onChange={onChoose} options={options} />;
});

function Nothing({ query, onProducts }: { readonly query: string; readonly onProducts: () => void }) {
  const { t } = useTranslate();
  return (
    <div className="product-grid">
      {query === '' ? (
        <EmptyState icon={Package} action={<Button onPress={onProducts}>{t('sale.menu.products')}</Button>}>
          {t('sale.noProducts')}
        </EmptyState>
      ) : (
        <EmptyState icon={SearchX}>{t('sale.noneFound', { query })}</EmptyState>
      )}
    </div>
  );
}
