import { useState } from 'react';
import type { Intent, IntentOf } from '../../../src/contract/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import type { Money } from '../../../src/money/index.ts';
import type { Discount, SaleRow } from '../../../src/sale/index.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, DecimalField, Dialog, ProblemBanner, RadioGroup } from '../../ui/index.ts';
import './discount-dialog.css';

export interface DiscountDialogProps {
  readonly target: { readonly kind: 'sale' } | { readonly kind: 'row'; readonly row: SaleRow };
  readonly given: Discount | null;
  /** What it is taken off. */
  readonly from: Money;
  readonly onClose: () => void;
}

type Given = IntentOf<'sale.setSaleDiscount'>['discount'];
const QUICK_PERCENTS = [5, 10, 15, 20, 25, 30, 50, 100] as const;

function intentFor(target: DiscountDialogProps['target'], discount: Given): Intent {
  return target.kind === 'sale'
    ? { kind: 'sale.setSaleDiscount', discount }
    : { kind: 'sale.setRowDiscount', rowId: target.row.id, discount };
}

/** A7: quick percents at one touch, any percent or amount typed. */
export function DiscountDialog({ target, given, from, onClose }: DiscountDialogProps) {
  const { t, language } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [kind, setKind] = useState<Discount['kind']>(given?.kind ?? 'percent');
  const [figure, setFigure] = useState<number | null>(
    given === null ? null : given.kind === 'percent' ? given.hundredths : given.amount.minor,
  );
  const give = async (discount: Given) => {
    const result = await send(intentFor(target, discount));
    if (result.ok) onClose();
  };
  const valid = figure !== null && figure > 0;
  const submit = () => {
    if (valid) void give(kind === 'percent' ? { kind, hundredths: figure } : { kind, minor: figure });
  };
  return (
    <Dialog
      title={target.kind === 'sale' ? t('sale.discount.saleTitle') : t('sale.discount.rowTitle', { name: target.row.name })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          {given !== null && (
            <Button
              pending={pending}
              onPress={() => {
                void give(null);
              }}
            >
              {t('sale.discount.takeBack')}
            </Button>
          )}
          <Button kind="primary" type="submit" disabled={!valid} pending={pending}>
            {t('sale.discount.give')}
          </Button>
        </>
      }
    >
      <p className="soft">{formatMoney(from, language)}</p>
      <div className="quick-percents" role="group" aria-label={t('sale.discount.quickLabel')}>
        {QUICK_PERCENTS.map((percent) => (
          <Button
            key={percent}
            onPress={() => {
              void give({ kind: 'percent', hundredths: percent * 100 });
            }}
          >
            {t('sale.discount.quick', { percent })}
          </Button>
        ))}
      </div>
      <RadioGroup
        row
        label={t('sale.row.discount')}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
        }}
        options={[
          { value: 'percent', label: t('sale.discount.percent') },
          { value: 'amount', label: t('sale.discount.amount') },
        ]}
      />
      <DecimalField
        autoFocus
        large
        label={kind === 'percent' ? t('sale.discount.percent') : `${t('sale.discount.amount')}, ${from.currency}`}
        value={figure}
        decimals={2}
        onChange={setFigure}
      />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
