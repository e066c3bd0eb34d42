import { Ellipsis, ReceiptText, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Banner, Button, EmptyState, Menu } from '../../ui/index.ts';
import type { OpenDialog } from './sale-dialogs.tsx';
import { SaleFoot } from './sale-foot.tsx';
import { undo } from './sale-intents.ts';
import { SaleRow } from './sale-row.tsx';
import { TabStrip } from './tab-strip.tsx';
import { useSaleMenu } from './use-sale-menu.ts';
import './sale-pane.css';

/** Right: what is being sold. A key in the search changes nothing here. */
export const SalePane = memo(function SalePane({ open }: { readonly open: OpenDialog }) {
  const { t } = useTranslate();
  const { sale, figures, selectedRowId, canUndo, locked } = useSnapshot((snapshot) => snapshot.sale);
  const tab = useSnapshot((snapshot) => snapshot.tabs.find(({ editing }) => editing));
  const menu = useSaleMenu(open);
  const empty = sale.rows.length === 0;
  return (
    <section className="sale-pane" aria-label={t('sale.title')}>
      <header className="sale-pane__head">
        <h2 className="sale-pane__title">{tab === undefined ? t('sale.title') : t('tab.of', { name: tab.name })}</h2>
        <Button kind="quiet" icon={Undo2} label={t('sale.undo')} disabled={!canUndo || locked} onPress={undo}>
          {null}
        </Button>
        <Menu label={t('sale.more')} entries={menu}>
          <Button kind="quiet" icon={Ellipsis} label={t('sale.more')}>
            {null}
          </Button>
        </Menu>
      </header>
      {tab !== undefined && <TabStrip tab={tab} />}
      {locked && tab === undefined && <Banner tone="caution">{t('sale.locked')}</Banner>}
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
      <SaleFoot />
    </section>
  );
});
