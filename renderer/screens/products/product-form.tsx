import { useState } from 'react';
import type { Product } from '../../../src/catalogue/index.ts';
import { vatPercentText } from '../../../src/money/index.ts';
import { useScanHandler } from '../../input/scan-handlers.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, DecimalField, ProblemBanner, Select, TextField } from '../../ui/index.ts';
import { completeDraft, draftOf, UNITS } from './product-draft.ts';
import type { Draft } from './product-draft.ts';

export interface ProductFormProps {
  /** Null: a new one. */
  readonly product: Product | null;
  readonly onSaved: () => void;
}

/** A scan anywhere on this form goes to its EAN. */
export function ProductForm({ product, onSaved }: ProductFormProps) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const { defaultVatRate } = useSnapshot((snapshot) => snapshot.shop);
  const [draft, setDraft] = useState<Draft>(() => draftOf(product, defaultVatRate));
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
  };
  useScanHandler((code) => {
    change({ ean: code.slice(0, 14) });
  });
  const save = async () => {
    const complete = completeDraft(draft);
    setTried(true);
    if (complete === null) return;
    const result = await send({ kind: 'product.save', product: complete });
    if (result.ok) onSaved();
  };
  const retire = async (productId: string, retired: boolean) => {
    const result = await send({ kind: 'product.retire', productId, retired });
    if (result.ok) onSaved();
  };
  return (
    <div className="product-form">
      <h3>{product === null ? t('sale.product.add') : t('sale.product.edit', { name: product.name })}</h3>
      <ProductFields draft={draft} tried={tried} onChange={change} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="product-form__actions">
        {product === null ? (
          <span />
        ) : (
          <RetireButton product={product} pending={pending} onRetire={(retired) => void retire(product.id, retired)} />
        )}
        <Button
          kind="primary"
          pending={pending}
          onPress={() => {
            void save();
          }}
        >
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}

interface ProductFieldsProps {
  readonly draft: Draft;
  /** Somebody has tried to save it: what is missing is said. */
  readonly tried: boolean;
  readonly onChange: (patch: Partial<Draft>) => void;
}

function ProductFields({ draft, tried, onChange }: ProductFieldsProps) {
  const { t } = useTranslate();
  const { currency, vatRates } = useSnapshot((snapshot) => snapshot.shop);
  const rates = [...new Set([...vatRates, draft.vatRate])];
  return (
    <>
      <TextField
        autoFocus
        label={t('sale.product.name')}
        value={draft.name}
        maxLength={80}
        problem={tried && draft.name.trim() === '' ? t('sale.product.nameMissing') : null}
        onChange={(name) => {
          onChange({ name });
        }}
      />
      <div className="field-pair">
        <DecimalField
          label={`${t('sale.product.price')}, ${currency}`}
          value={draft.priceMinor}
          decimals={2}
          problem={tried && draft.priceMinor === null ? t('sale.product.priceMissing') : null}
          onChange={(priceMinor) => {
            onChange({ priceMinor });
          }}
        />
        <Select
          label={t('sale.product.vat')}
          value={String(draft.vatRate)}
          options={rates.map((rate) => ({ value: String(rate), label: `${vatPercentText(rate)} %` }))}
          onChange={(rate) => {
            onChange({ vatRate: Number(rate) });
          }}
        />
        <Select
          label={t('sale.product.unit')}
          value={draft.unit}
          options={UNITS.map((unit) => ({ value: unit, label: t(`sale.unitName.${unit}`) }))}
          onChange={(unit) => {
            onChange({ unit });
          }}
        />
        <TextField
          label={t('sale.product.category')}
          value={draft.category}
          maxLength={40}
          onChange={(category) => {
            onChange({ category });
          }}
        />
        <TextField
          label={t('sale.product.ean')}
          hint={t('sale.product.eanHint')}
          inputMode="numeric"
          value={draft.ean}
          maxLength={14}
          onChange={(ean) => {
            onChange({ ean });
          }}
        />
        <TextField
          label={t('sale.product.sku')}
          value={draft.sku}
          maxLength={40}
          onChange={(sku) => {
            onChange({ sku });
          }}
        />
      </div>
    </>
  );
}

interface RetireButtonProps {
  readonly product: Product;
  readonly pending: boolean;
  readonly onRetire: (retired: boolean) => void;
}

/** Takes a product out of what is sold, or back in. */
function RetireButton({ product, pending, onRetire }: RetireButtonProps) {
  const { t } = useTranslate();
  return (
    <Button
      kind={product.retired ? 'plain' : 'danger'}
      pending={pending}
      onPress={() => {
        onRetire(!product.retired);
      }}
    >
      {t(product.retired ? 'sale.product.offer' : 'sale.product.retire')}
    </Button>
  );
}
