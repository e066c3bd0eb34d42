import type { Snapshot } from '../contract/snapshot.ts';
import { emptySale, saleFigures } from '../sale/index.ts';
import type { Health } from './health.ts';
import type { TillDeps } from './ports.ts';
import type { Products } from './products.ts';
import type { Session } from './session.ts';
import type { Business, Profile, Settings } from './settings.ts';
import type { Setup } from './setup.ts';

export interface SnapshotDeps {
  readonly deps: TillDeps;
  readonly settings: () => Settings;
  readonly profile: () => Profile;
  readonly business: () => Business;
  readonly session: () => Session | null;
  readonly setup: Setup;
  readonly products: Products;
  readonly health: Health;
  readonly notices: () => Snapshot['notices'];
}

/** Makes the windows' picture of the till; each one has a higher number than the last. */
export function createSnapshots(parts: SnapshotDeps): { readonly next: () => Snapshot } {
  let seq = 0;

  return {
    next() {
      seq += 1;
      const { preferences, mode } = parts.settings();
      const { cashiers, cashierNumber, terminal } = parts.profile();
      const { name, currency, vatRates, defaultVatRate } = parts.business();
      const session = parts.session();
      const last = session?.journal.lastReceipt()?.receipt ?? null;
      const contact = session?.desk.lastGood() ?? null;
      return {
        seq,
        appVersion: parts.deps.appVersion,
        mode,
        preferences,
        shop: { name, currency, vatRates, defaultVatRate },
        register: terminal?.name ?? '',
        cashiers,
        cashier: cashiers.find((cashier) => cashier.number === cashierNumber) ?? cashiers[0] ?? null,
        setup: parts.setup.view(),
        sale: session?.sales.view() ?? noSale(currency),
        payment: session?.desk.payment() ?? null,
        tray: session?.desk.tray() ?? [],
        lastReceipt: last && { number: last.number, total: last.total, issuedAt: last.issuedAt },
        printJobs: session?.prints.view() ?? [],
        receiptsToSubmit: session?.submitter.owed() ?? 0,
        seqrContact: { ageMs: contact?.ageMs ?? null, tookMs: contact?.tookMs ?? null },
        health: parts.health.view(),
        notices: parts.notices(),
        catalogueRevision: parts.products.revision(),
      };
    },
  };
}

/** Before set-up there is nothing to sell into. */
function noSale(currency: Business['currency']): Snapshot['sale'] {
  const sale = emptySale('none', currency);
  return { sale, revision: 0, figures: saleFigures(sale), selectedRowId: null, canUndo: false, locked: true };
}
