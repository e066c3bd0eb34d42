import { useEffect, useRef } from 'react';
import { formatMoney, formatQuantity } from '../../../src/money/index.ts';
import { announce } from '../../store/messages.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';

/** Says to screen readers what a scan, a tile or a key has just changed. */
export function useSaleAnnouncer(): void {
  const { t, language } = useTranslate();
  const { sale, figures, selectedRowId, revision } = useSnapshot((snapshot) => snapshot.sale);
  const said = useRef(revision);
  useEffect(() => {
    if (said.current === revision) return;
    said.current = revision;
    const row = sale.rows.find(({ id }) => id === selectedRowId);
    if (row === undefined) return;
    const quantity = `${formatQuantity(row.quantityMilli, language)} ${t(`sale.unit.${row.unit}`)}`;
    announce(t('sale.added', { name: row.name, quantity, total: formatMoney(figures.total, language) }));
  }, [t, language, sale, figures, selectedRowId, revision]);
}
