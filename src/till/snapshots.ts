import type { Snapshot } from '../contract/snapshot.ts';
import { emptySale, saleFigures } from '../sale/index.ts';
import type { Day } from './end-of-day/day.ts';
import type { Products } from './sales/products.ts';
import type { Session } from './session.ts';
import type { Health } from './set-up/health.ts';
import type { Setup } from './set-up/set-up.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import { presentCashier } from './settings/settings.ts';
import type { Business } from './settings/settings.ts';

export interface SnapshotDeps {
  readonly appVersion: string;
  readonly settings: SettingsKeeper;
  readonly session: () => Session | null;
  readonly setup: Setup;
  readonly products: Products;
  readonly health: Health;
  readonly day: Day;
  readonly notices: () => Snapshot['notices'];
}

/** Makes the windows' picture of the till; each one has a higher number than the last. */
export function createSnapshots(parts: SnapshotDeps): { readonly next: () => Snapshot } {
  let seq = 0;

  return {
    next() {
      seq += 1;
      const { preferences, mode } = parts.settings.get();
      const profile = parts.settings.profile.get();
      const { cashiers, terminal, loyalty, tabs: tabRules } = profile;
      const { name, currency, vatRates, defaultVatRate } = parts.settings.business();
      const session = parts.session();
      const last = session?.journal.lastReceipt()?.receipt ?? null;
      const contact = latest(session?.desk.lastGood() ?? null, parts.health.lastGood());
      return {
        seq,
        appVersion: parts.appVersion,
        mode,
        preferences,
        shop: { name, currency, vatRates, defaultVatRate },
        loyalty,
        tabRules,
        register: terminal?.name ?? '',
        cashiers,
        cashier: presentCashier(profile),
        setup: parts.setup.view(),
        sale: session?.sales.view() ?? noSale(currency),
        payment: session?.desk.payment() ?? null,
        lastUserId: session?.desk.lastUserId() ?? null,
        tabs: session?.desk.tabs(session.sales.view().sale.id) ?? [],
        tray: session ? [...session.desk.tray(), ...session.outgoing.tray()] : [],
        outgoing: { revision: session?.outgoing.revision() ?? 0, current: session?.outgoing.current() ?? null },
        lastReceipt: last && { number: last.number, total: last.total, issuedAt: last.issuedAt },
        day: parts.day.view(),
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

interface Contact {
  readonly ageMs: number;
  readonly tookMs: number;
}

function latest(a: Contact | null, b: Contact | null): Contact | null {
  if (a === null || b === null) return a ?? b;
  return a.ageMs <= b.ageMs ? a : b;
}
