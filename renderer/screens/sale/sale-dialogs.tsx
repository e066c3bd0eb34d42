import { useSnapshot } from '../../store/snapshot-store.ts';
import { later } from '../../ui/index.ts';
import { OpenTabDialog } from '../tabs/open-tab-dialog.tsx';
import { ReleaseDialog } from '../tabs/release-dialog.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { FreeRowDialog } from './free-row-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

/** Its form is large and seldom opened. */
const products = later(async () => (await import('../products/products-dialog.tsx')).ProductsDialog, null);

/** The one dialog that may be open over the sale. */
export type SaleDialog =
  | { readonly kind: 'free' | 'saleDiscount' | 'note' | 'void' | 'products' | 'keys' | 'openTab' | 'release' }
  | { readonly kind: 'rowDiscount' | 'quantity'; readonly rowId: string };

export type OpenDialog = (dialog: SaleDialog) => void;

export interface SaleDialogsProps {
  readonly dialog: SaleDialog | null;
  readonly onClose: () => void;
}

export function SaleDialogs({ dialog, onClose }: SaleDialogsProps) {
  const { sale, figures } = useSnapshot((snapshot) => snapshot.sale);
  const tab = useSnapshot((snapshot) => snapshot.tabs.find(({ editing }) => editing));
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'free':
      return <FreeRowDialog onClose={onClose} />;
    case 'note':
      return <NoteDialog note={sale.note ?? ''} onClose={onClose} />;
    case 'void':
      return <VoidDialog onClose={onClose} />;
    case 'products':
      return <products.Part onClose={onClose} />;
    case 'openTab':
      return <OpenTabDialog onClose={onClose} />;
    case 'release':
      return tab === undefined ? null : <ReleaseDialog tab={tab} onClose={onClose} />;
    case 'keys':
      return <KeysDialog onClose={onClose} />;
    case 'saleDiscount':
      return <DiscountDialog target={{ kind: 'sale' }} given={sale.discount ?? null} from={figures.subtotal} onClose={onClose} />;
    case 'rowDiscount':
    case 'quantity': {
      const row = sale.rows.find(({ id }) => id === dialog.rowId);
      const own = figures.rows.find(({ rowId }) => rowId === dialog.rowId);
      if (row === undefined || own === undefined) return null;
      if (dialog.kind === 'quantity') return <QuantityDialog row={row} onClose={onClose} />;
      return <DiscountDialog target={{ kind: 'row', row }} given={row.discount ?? null} from={own.gross} onClose={onClose} />;
    }
  }
}
