import { useKeys } from '../../input/index.ts';
import { goTo } from '../../store/places.ts';
import { currentSnapshot } from '../../store/snapshot-store.ts';
import { mayOpenTab } from '../tabs/may-open-tab.ts';
import { pressEntryKey, useEntry } from './entry-store.ts';
import type { EntryKey } from './keypad-entry.ts';
import type { OpenDialog, SaleDialog } from './sale-dialogs.tsx';
import { charge, leaveUnchanged, removeSelected, ringUpEntry, selectNeighbour, undo } from './sale-intents.ts';

export interface SaleKeys {
  /** What the search box holds. */
  readonly query: string;
  readonly onQuery: (change: (before: string) => string) => void;
  readonly focusSearch: () => void;
  readonly openDialog: OpenDialog;
  /** A percentage off what was typed, or off the selected row. */
  readonly openPercent: () => void;
}

/** What the keys do while a sale is on the screen. */
export function useSaleKeys({ query, onQuery, focusSearch, openDialog, openPercent }: SaleKeys): void {
  const open = (dialog: SaleDialog) => () => {
    openDialog(dialog);
    return true;
  };
  useKeys({
    actions: {
      search: () => {
        focusSearch();
        return true;
      },
      help: open({ kind: 'keys' }),
      freeRow: open({ kind: 'free' }),
      note: open({ kind: 'note' }),
      saleDiscount: open({ kind: 'saleDiscount' }),
      discount: () => {
        openPercent();
        return true;
      },
      charge,
      chargePlus: () => ringUpEntry() || charge(),
      ringUp: ringUpEntry,
      times: () => {
        pressEntryKey('times');
        return true;
      },
      journal: () => {
        // While a payment is open there is nowhere to go.
        if (currentSnapshot().payment === null) goTo({ kind: 'journal', receipt: null });
        return true;
      },
      openTab: () => mayOpenTab(currentSnapshot()) && open({ kind: 'openTab' })(),
      rowUp: () => selectNeighbour(-1),
      rowDown: () => selectNeighbour(1),
      removeRow: removeSelected,
      undo,
      back: () => {
        const { text, quantityMilli } = useEntry.getState().entry;
        if (text !== '' || quantityMilli !== null) pressEntryKey('clear');
        else if (query !== '') onQuery(() => '');
        else leaveUnchanged();
        return true;
      },
    },
    typed: (character) => {
      if (/^[\d]$/.test(character)) pressEntryKey(character as EntryKey);
      else if (character === '.' || character === ',') pressEntryKey('.');
      else if (character === '\b') pressEntryKey('backspace');
      else if (character === '%') openPercent();
      else if (/[\p{L}]/u.test(character) || query.trim() !== '') {
        onQuery((before) => before + character);
        focusSearch();
      }
    },
  });
}
