import { Minus, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatAmount, formatQuantity, negate, ONE } from '../../../src/money/index.ts';
import type { RowFigures, SaleRow as Row } from '../../../src/sale/index.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, classNames } from '../../ui/index.ts';
import { discountText } from './discount-text.ts';
import type { OpenDialog } from './sale-dialogs.tsx';
import './sale-row.css';

export interface SaleRowProps {
  readonly row: Row;
  readonly figures: RowFigures;
  readonly selected: boolean;
  readonly locked: boolean;
  readonly open: OpenDialog;
}

/** A row of the sale; the selected one has its tools at hand and stays in view. */
export function SaleRow({ row, figures, selected, locked, open }: SaleRowProps) {
  const { t, language } = useTranslate();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [selected, row.quantityMilli]);
  const quantity = formatQuantity(row.quantityMilli, language);
  const unit = t(`sale.unit.${row.unit}`);
  const many = row.quantityMilli !== ONE || row.unit !== 'EA';
  return (
    <li ref={item} className={classNames('sale-row', selected && 'sale-row--selected')} data-testid="sale-row">
      <button
        type="button"
        className="sale-row__line"
        aria-current={selected}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={() => {
          void sendIntent({ kind: 'sale.select', rowId: row.id });
        }}
      >
        <span className="sale-row__name">{row.unit === 'EA' && many ? `${quantity} × ${row.name}` : row.name}</span>
        <span className="sale-row__figure">{formatAmount(figures.gross, language)}</span>
        {many && (
          <span className="sale-row__detail sale-row__detail--whole">
            {`${row.unit === 'EA' ? '' : `${quantity} ${unit} × `}${formatAmount(row.unitPrice, language)} / ${unit}`}
          </span>
        )}
        {row.discount !== undefined && (
          <>
            <span className="sale-row__detail">{`${t('sale.row.discount')} ${discountText(row.discount, language)}`}</span>
            <span className="sale-row__detail sale-row__figure">{formatAmount(negate(figures.discount), language)}</span>
          </>
        )}
      </button>
      {selected && !locked && row.restOf === undefined && <RowTools row={row} open={open} />}
    </li>
  );
}

function RowTools({ row, open }: { readonly row: Row; readonly open: OpenDialog }) {
  const { t, language } = useTranslate();
  const set = (quantityMilli: number) => {
    void sendIntent({ kind: 'sale.setQuantity', rowId: row.id, quantityMilli });
  };
  const quantity = formatQuantity(row.quantityMilli, language);
  return (
    <div className="row-tools">
      <Button
        icon={Minus}
        label={t('sale.row.less')}
        disabled={row.quantityMilli <= ONE}
        onPress={() => {
          set(row.quantityMilli - ONE);
        }}
      >
        {null}
      </Button>
      <Button
        className="row-tools__quantity"
        label={t('sale.row.quantity', { quantity })}
        onPress={() => {
          open({ kind: 'quantity', rowId: row.id });
        }}
      >
        {quantity}
      </Button>
      <Button
        icon={Plus}
        label={t('sale.row.more')}
        onPress={() => {
          set(row.quantityMilli + ONE);
        }}
      >
        {null}
      </Button>
      <Button
        className="row-tools__discount"
        onPress={() => {
          open({ kind: 'rowDiscount', rowId: row.id });
        }}
      >
        {t('sale.row.discount')}
      </Button>
      <Button
        icon={Trash2}
        label={t('sale.row.remove', { name: row.name })}
        onPress={() => {
          void sendIntent({ kind: 'sale.removeRow', rowId: row.id });
        }}
      >
        {null}
      </Button>
    </div>
  );
}
