import { useState } from 'react';
import type { SaleRow } from '../../../src/sale/index.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, DecimalField, Dialog, ProblemBanner } from '../../ui/index.ts';

/** Sets how much of a row is sold, in its unit; with decimals where the unit has them (till-features A9). */
export function QuantityDialog({ row, onClose }: { readonly row: SaleRow; readonly onClose: () => void }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [quantityMilli, setQuantity] = useState<number | null>(row.quantityMilli);
  const submit = async () => {
    if (quantityMilli === null) return;
    const result = await send({ kind: 'sale.setQuantity', rowId: row.id, quantityMilli });
    if (result.ok) onClose();
  };
  return (
    <Dialog
      title={t('sale.quantity.title', { name: row.name })}
      onClose={onClose}
      onSubmit={() => {
        void submit();
      }}
      actions={
        <Button kind="primary" type="submit" disabled={quantityMilli === null} pending={pending}>
          {t('sale.quantity.set')}
        </Button>
      }
    >
      <DecimalField
        autoFocus
        large
        label={t('sale.quantity.label', { unit: t(`sale.unit.${row.unit}`) })}
        value={quantityMilli}
        decimals={3}
        onChange={setQuantity}
      />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
