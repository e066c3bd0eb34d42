import { useState } from 'react';
import { vatPercentText } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, DecimalField, Dialog, ProblemBanner, RadioGroup, TextField } from '../../ui/index.ts';

/** A3: a text with its own price and VAT rate. */
export function FreeRowDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const { currency, vatRates, defaultVatRate } = useSnapshot((snapshot) => snapshot.shop);
  const [name, setName] = useState('');
  const [minor, setMinor] = useState<number | null>(null);
  const [quantityMilli, setQuantity] = useState<number | null>(1000);
  const [rate, setRate] = useState(String(defaultVatRate));
  const valid = name.trim() !== '' && minor !== null && quantityMilli !== null;
  const submit = async () => {
    if (!valid) return;
    const result = await send({ kind: 'sale.addFree', name, minor, vatRate: Number(rate), quantityMilli });
    if (result.ok) onClose();
  };
  return (
    <Dialog
      title={t('sale.free.title')}
      onClose={onClose}
      onSubmit={() => {
        void submit();
      }}
      actions={
        <Button kind="primary" type="submit" disabled={!valid} pending={pending}>
          {t('sale.free.add')}
        </Button>
      }
    >
      <TextField autoFocus label={t('sale.free.name')} value={name} onChange={setName} maxLength={80} />
      <div className="field-pair">
        <DecimalField label={`${t('sale.free.price')}, ${currency}`} value={minor} decimals={2} onChange={setMinor} />
        <DecimalField label={t('sale.free.quantity')} value={quantityMilli} decimals={3} onChange={setQuantity} />
      </div>
      <RadioGroup
        row
        label={t('sale.free.vat')}
        value={rate}
        onChange={setRate}
        options={vatRates.map((each) => ({ value: String(each), label: `${vatPercentText(each)} %` }))}
      />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
