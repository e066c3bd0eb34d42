import type { Snapshot } from '../../../src/contract/index.ts';

/** Whether the sale on the counter can become a tab now; why not is said by the core, and beside Charge. */
export function mayOpenTab({ sale, payment, tabs, tabRules }: Snapshot): boolean {
  if (payment !== null || sale.locked || sale.sale.rows.length === 0) return false;
  return !tabs.some(({ editing }) => editing) && (tabs.length === 0 || tabRules.salesWithTab);
}
