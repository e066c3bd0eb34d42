import { BadgePercent, ClipboardList, Keyboard, NotebookPen, Package, PencilLine, Trash2, Undo2 } from 'lucide-react';
import { comboText, shortcutsWith } from '../../input/index.ts';
import type { ShortcutAction } from '../../input/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { mayOpenTab } from '../tabs/may-open-tab.ts';
import type { OpenDialog } from './sale-dialogs.tsx';

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
  const none = sale.rows.length === 0 || locked;
  // What SEQR holds already is not voided: it is changed, cancelled or released.
  const voidEntry: MenuEntry = {
    id: 'void',
    label: t('sale.menu.void'),
    icon: Trash2,
    danger: true,
    disabled: none || changing,
    onChoose: () => {
      open({ kind: 'void' });
    },
  };
  const releaseEntry: MenuEntry = {
    id: 'release',
    label: t('tab.action.release'),
    icon: Undo2,
    danger: true,
    disabled: tab?.actions.cancel !== true,
    onChoose: () => {
      open({ kind: 'release' });
    },
  };
  return [
    {
      id: 'free',
      label: t('sale.menu.free'),
      icon: PencilLine,
      ...keys('freeRow'),
      disabled: locked,
      onChoose: () => {
        open({ kind: 'free' });
      },
    },
    {
      id: 'discount',
      label: t('sale.menu.discount'),
      icon: BadgePercent,
      ...keys('saleDiscount'),
      disabled: none,
      onChoose: () => {
        open({ kind: 'saleDiscount' });
      },
    },
    {
      id: 'note',
      label: t('sale.menu.note'),
      icon: NotebookPen,
      ...keys('note'),
      disabled: locked,
      onChoose: () => {
        open({ kind: 'note' });
      },
    },
    {
      id: 'tab',
      label: t('tab.menu'),
      icon: ClipboardList,
      ...keys('openTab'),
      disabled: !opensTab,
      onChoose: () => {
        open({ kind: 'openTab' });
      },
    },
    {
      id: 'products',
      label: t('sale.menu.products'),
      icon: Package,
      onChoose: () => {
        open({ kind: 'products' });
      },
    },
    {
      id: 'keys',
      label: t('sale.menu.keys'),
      icon: Keyboard,
      ...keys('help'),
      onChoose: () => {
        open({ kind: 'keys' });
      },
    },
    tab === undefined ? voidEntry : releaseEntry,
  ];
}
