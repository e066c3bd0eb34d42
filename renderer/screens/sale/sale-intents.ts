import type { Product } from '../../../src/catalogue/index.ts';
import type { PaymentView } from '../../../src/contract/index.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { currentSnapshot } from '../../store/snapshot-store.ts';
import { tick } from '../../ui/sounds.ts';
import { pressEntryKey, takeQuantity, useEntry } from './entry-store.ts';
import { entryMinor, entryPercentHundredths } from './keypad-entry.ts';

type Named = Pick<PaymentView, 'attemptId' | 'stateNumber'>;

/** What the keys, the tiles and the scanner do to the sale; each is one intent. */

export function addProduct(product: Product): void {
  void sendIntent({ kind: 'sale.addProduct', productId: product.id, ...takeQuantity() });
}

export function scanProduct(code: string): void {
  tick();
  void sendIntent({ kind: 'sale.scan', code, ...takeQuantity() });
}

/** False if there is no amount on the line. */
export function ringUpEntry(): boolean {
  const { entry } = useEntry.getState();
  if (entry.text === '') return false;
  const minor = entryMinor(entry);
  if (minor !== null) void sendIntent({ kind: 'sale.addAmount', minor, ...takeQuantity() });
  return true;
}

/** The figure on the line as percent off the selected row; false if there is no figure. */
export function entryPercentOff(): boolean {
  const { selectedRowId } = currentSnapshot().sale;
  const hundredths = entryPercentHundredths(useEntry.getState().entry);
  if (hundredths === null || selectedRowId === null) return false;
  pressEntryKey('clear');
  void sendIntent({ kind: 'sale.setRowDiscount', rowId: selectedRowId, discount: { kind: 'percent', hundredths } });
  return true;
}

/** Money moves forward: what that means depends on what lies on the counter. */
export function charge(): boolean {
  const { sale, payment, tabs } = currentSnapshot();
  if (sale.locked || sale.sale.rows.length === 0) return false;
  const { revision } = sale;
  const tab = tabs.find(({ editing }) => editing);
  if (payment?.changing === true) void sendIntent({ kind: 'payment.update', ...named(payment), revision });
  else if (tab !== undefined) void sendIntent({ kind: 'tab.capture', ...named(tab), revision });
  else void sendIntent({ kind: 'sale.charge', revision });
  return true;
}

/** Back to the code, with the sale as SEQR has it. False if nobody is changing it. */
export function leaveUnchanged(): boolean {
  const { payment } = currentSnapshot();
  if (payment?.changing !== true) return false;
  void sendIntent({ kind: 'payment.leaveUnchanged', ...named(payment) });
  return true;
}

function named({ attemptId, stateNumber }: Named): Named {
  return { attemptId, stateNumber };
}

export function undo(): boolean {
  if (!currentSnapshot().sale.canUndo) return false;
  void sendIntent({ kind: 'sale.undo' });
  return true;
}

export function removeSelected(): boolean {
  const { selectedRowId } = currentSnapshot().sale;
  if (selectedRowId === null) return false;
  void sendIntent({ kind: 'sale.removeRow', rowId: selectedRowId });
  return true;
}

/** Chooses the row above (-1) or below (1) the selected one. */
export function selectNeighbour(step: -1 | 1): boolean {
  const { sale, selectedRowId } = currentSnapshot().sale;
  const at = sale.rows.findIndex((row) => row.id === selectedRowId);
  const next = sale.rows[at < 0 ? sale.rows.length - 1 : at + step];
  if (next !== undefined) void sendIntent({ kind: 'sale.select', rowId: next.id });
  return sale.rows.length > 0;
}
