import { Minus, Plus } from 'lucide-react';
import type { RefundRowView } from '../../../src/contract/index.ts';
import { formatAmount, formatQuantity, ONE } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Button, classNames, DecimalField } from '../../ui/index.ts';

export interface RefundRowsProps {
  readonly rows: readonly RefundRowView[];
  readonly quantities: Readonly<Record<number, number>>;
  /** Null: the rows are only shown. */
  readonly onChange: ((quantities: Readonly<Record<number, number>>) => void) | null;
}

/** The sale's rows with what is left of each, and how much of it goes back. */
export function RefundRows({ rows, quantities, onChange }: RefundRowsProps) {
  const { t } = useTranslate();
  return (
    <ul className={classNames('refund-rows', onChange === null && 'refund-rows--shown')} aria-label={t('disbursement.refund.rows')}>
      {rows.map((row) => (
        <RefundRow
          key={row.index}
          row={row}
          quantityMilli={quantities[row.index] ?? 0}
          onChange={onChange === null ? null : (quantityMilli) => onChange({ ...quantities, [row.index]: quantityMilli })}
        />
      ))}
    </ul>
  );
}

interface RefundRowProps {
  readonly row: RefundRowView;
  readonly quantityMilli: number;
  readonly onChange: ((quantityMilli: number) => void) | null;
}

function RefundRow({ row, quantityMilli, onChange }: RefundRowProps) {
  const { t, language } = useTranslate();
  const unit = row.unit === 'EA' ? '' : ` ${t(`sale.unit.${row.unit}`)}`;
  const gone = row.leftMilli <= 0;
  const left = t('disbursement.refund.rowLeft', {
    left: `${formatQuantity(row.leftMilli, language)}${unit}`,
    sold: `${formatQuantity(row.soldMilli, language)}${unit}`,
  });
  return (
    <li
      className={classNames('refund-row', gone && 'refund-row--gone', quantityMilli > 0 && 'refund-row--chosen')}
      data-testid="refund-row"
    >
      <span className="refund-row__name">{row.name}</span>
      <span className="refund-row__amount">{formatAmount(row.leftAmount, language)}</span>
      <span className="refund-row__left">{gone ? t('disbursement.refund.rowGone') : left}</span>
      {onChange !== null && !gone && <Quantity row={row} quantityMilli={quantityMilli} onChange={onChange} />}
    </li>
  );
}

interface QuantityProps {
  readonly row: RefundRowView;
  readonly quantityMilli: number;
  readonly onChange: (quantityMilli: number) => void;
}

/** Pieces are counted up and down, a weight is typed; all of either is one press. */
function Quantity({ row, quantityMilli, onChange }: QuantityProps) {
  const { t, language } = useTranslate();
  const { name, unit, leftMilli } = row;
  const whole = (
    <Button
      kind="quiet"
      label={t('disbursement.refund.wholeRow', { name })}
      className="refund-row__all"
      disabled={quantityMilli === leftMilli}
      onPress={() => {
        onChange(leftMilli);
      }}
    >
      {t('disbursement.refund.all')}
    </Button>
  );
  if (unit !== 'EA') {
    return (
      <span className="refund-row__quantity">
        <DecimalField
          key={quantityMilli === leftMilli ? 'all' : 'part'}
          placeholder={t(`sale.unit.${unit}`)}
          label={t('disbursement.refund.quantityOf', { name, unit: t(`sale.unit.${unit}`) })}
          value={quantityMilli === 0 ? null : quantityMilli}
          decimals={3}
          onChange={(typed) => {
            onChange(Math.max(0, typed ?? 0));
          }}
        />
        {whole}
      </span>
    );
  }
  return (
    <span className="refund-row__quantity">
      <Button
        icon={Minus}
        label={t('disbursement.refund.fewer', { name })}
        disabled={quantityMilli <= 0}
        onPress={() => {
          onChange(Math.max(0, quantityMilli - ONE));
        }}
      >
        {null}
      </Button>
      <output className="refund-row__count">{formatQuantity(quantityMilli, language)}</output>
      <Button
        icon={Plus}
        label={t('disbursement.refund.more', { name })}
        disabled={quantityMilli >= leftMilli}
        onPress={() => {
          onChange(Math.min(leftMilli, quantityMilli + ONE));
        }}
      >
        {null}
      </Button>
      {whole}
    </span>
  );
}
