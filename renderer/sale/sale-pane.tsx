import { Ellipsis, ReceiptText, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { formatAmount, negate, vatPercentText } from '../../src/contract/index.ts';
import { useSnapshot } from '../state/snapshot-store.ts';
import { useTranslate } from '../state/use-translate.ts';
import { Amount, Banner, Button, classNames, EmptyState, Menu } from '../ui/index.ts';
import { charge, undo } from './sale-intents.ts';
import type { OpenDialog } from './sale-dialogs.tsx';
import { SaleRow } from './sale-row.tsx';
import { useSaleMenu } from './use-sale-menu.ts';
import './sale-pane.css';

/** From here the total is too long for the largest type. Minor units. */
const LONG_AMOUNT = 1_000_000;

/** Right: what is being sold. A key in the search changes nothing here. */
export const SalePane = memo(function SalePane({ open }: { readonly open: OpenDialog }) {
  const { t, language } = useTranslate();
  const { sale, figures, selectedRowId, canUndo, locked } = useSnapshot((snapshot) => snapshot.sale);
  const menu = useSaleMenu(open);
  const empty = sale.rows.length === 0;
  return (
    <section className="sale-pane" aria-label={t('sale.title')}>
      <header className="sale-pane__head">
        <h2 className="sale-pane__title">{t('sale.title')}</h2>
        <Button kind="quiet" icon={Undo2} label={t('sale.undo')} disabled={!canUndo || locked} onPress={undo}>
          {null}
        </Button>
        <Menu label={t('sale.more')} entries={menu}>
          <Button kind="quiet" icon={Ellipsis} label={t('sale.more')}>
            {null}
          </Button>
        </Menu>
      </header>
      {locked && <Banner tone="caution">{t('sale.locked')}</Banner>}
      <div className="sale-pane__rows">
        {empty ? (
          <EmptyState icon={ReceiptText}>{t('sale.empty')}</EmptyState>
        ) : (
          <ol aria-label={t('sale.rows')}>
            {sale.rows.map((row, index) => {
              const own = figures.rows[index];
              if (own === undefined) return null;
              return <SaleRow key={row.id} row={row} figures={own} selected={row.id === selectedRowId} locked={locked} open={open} />;
            })}
          </ol>
        )}
      </div>
      <footer className="sale-pane__foot">
        {sale.note !== undefined && <p className="figure-line figure-line--note">{sale.note}</p>}
        {figures.saleDiscount.minor > 0 && (
          <p className="figure-line">
            <span>{t('sale.saleDiscount')}</span>
            <span>{formatAmount(negate(figures.saleDiscount), language)}</span>
          </p>
        )}
        {figures.vat.map((group) => (
          <p key={group.rate} className="figure-line" data-testid="vat-line">
            <span>{t('sale.vat', { rate: vatPercentText(group.rate) })}</span>
            <span>{formatAmount(group.vat, language)}</span>
          </p>
        ))}
        <p className="sale-pane__total">
          <span className="sale-pane__total-word">{t('sale.total')}</span>
          <Amount
            of={figures.total}
            testId="total"
            className={classNames('sale-pane__amount', figures.total.minor >= LONG_AMOUNT && 'sale-pane__amount--long')}
          />
        </p>
        <Button kind="primary" size="large" wide disabled={empty || locked} onPress={charge} testId="charge">
          {empty ? t('sale.chargeNothing') : t('sale.charge', { amount: formatAmount(figures.total, language) })}
        </Button>
      </footer>
    </section>
  );
});
