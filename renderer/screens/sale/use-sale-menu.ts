import { BadgePercent, ClipboardList, Keyboard, NotebookPen, Package, PencilLine, Trash2, Undo2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { comboText, shortcutsWith } from '../../input/index.ts';
import type { ShortcutAction } from '../../input/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { mayOpenTab } from '../tabs/may-open-tab.ts';
import type { OpenDialog, SaleDialog } from './sale-dialogs.tsx';

/** Dialogs about the whole sale: they need no row. */
type OfSale = Exclude<SaleDialog, { readonly rowId: string }>['kind'];

/** What is done seldom with a sale. */
export function useSaleMenu(open: OpenDialog): readonly MenuEntry[] {
  const { t } = useTranslate();
  const changes = useSnapshot((snapshot) => snapshot.preferences.shortcuts);
  const { sale, locked } = useSnapshot((snapshot) => snapshot.sale);
  const opensTab = useSnapshot(mayOpenTab);
  const changing = useSnapshot(({ payment }) => payment !== null);
  const tab = useSnapshot(({ tabs }) => tabs.find(({ editing }) => editing));
  const shortcuts = shortcutsWith(changes);
  const keys = (action: ShortcutAction) => ({
    keys: comboText(shortcuts.find((shortcut) => shortcut.action === action)?.combo ?? ''),
  });
  const entry = (id: string, icon: LucideIcon, label: string, dialog: OfSale, more: Partial<MenuEntry>): MenuEntry => ({
    id,
    label,
    icon,
    ...more,
    onChoose: () => {
      open({ kind: dialog });
    },
  });
  const none = sale.rows.length === 0 || locked;
  return [
    entry('free', PencilLine, t('sale.menu.free'), 'free', { ...keys('freeRow'), disabled: locked }),
    entry('discount', BadgePercent, t('sale.menu.discount'), 'saleDiscount', { ...keys('saleDiscount'), disabled: none }),
    entry('note', NotebookPen, t('sale.menu.note'), 'note', { ...keys('note'), disabled: locked }),
    entry('tab', ClipboardList, t('tab.menu'), 'openTab', { ...keys('openTab'), disabled: !opensTab }),
    entry('products', Package, t('sale.menu.products'), 'products', {}),
    entry('keys', Keyboard, t('sale.menu.keys'), 'keys', keys('help')),
    // What SEQR holds already is not voided: it is changed, cancelled or released.
    tab === undefined
      ? entry('void', Trash2, t('sale.menu.void'), 'void', { danger: true, disabled: none || changing })
      : entry('release', Undo2, t('tab.action.release'), 'release', { danger: true, disabled: !tab.actions.cancel }),
  ];
}
