import { formatAmount, formatQuantity, ONE } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, classNames } from '../../ui/index.ts';

/** Rows as they come, the newest at the bottom; older ones leave at the top. */
export function CustomerSale() {
  const { t, language } = useTranslate();
  const { sale, figures } = useSnapshot((snapshot) => snapshot.sale);
  return (
    <div className="customer-sale">
      <ol className="customer-sale__rows">
        {sale.rows.map((row, index) => {
          const total = figures.rows[index]?.total;
          const quantity = formatQuantity(row.quantityMilli, language);
          const many = row.unit === 'EA' ? `${quantity} × ` : `${quantity} ${t(`sale.unit.${row.unit}`)} `;
          return (
            <li key={row.id} className={classNames('customer-sale__row', index === sale.rows.length - 1 && 'customer-sale__row--newest')}>
              <span>{`${row.quantityMilli === ONE && row.unit === 'EA' ? '' : many}${row.name}`}</span>
              <span>{total === undefined ? '' : formatAmount(total, language)}</span>
            </li>
          );
        })}
      </ol>
      <p className="customer-sale__total">
        <span>{t('sale.customer.total')}</span>
        <Amount of={figures.total} className="customer-sale__amount" testId="amount" />
      </p>
    </div>
  );
}
