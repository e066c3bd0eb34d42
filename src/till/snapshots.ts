import type { SaleView, Snapshot } from '../contract/snapshot.ts';
import { saleFigures } from '../sale/index.ts';
import type { Notices } from './notices.ts';
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
  readonly notices: Notices;
}

/** Makes the windows' picture of the till; each one has a higher number than the last. */
export function createSnapshots(parts: SnapshotDeps): { readonly next: () => Snapshot } {
  let seq = 0;

  return {
    next() {
      seq += 1;
      const { preferences, mode } = parts.settings.get();
      const profile = parts.settings.profile.get();
      const { cashiers, terminal, loyalty, tabs: tabRules, closeScope: scope, absenceHours, resellerSecret } = profile;
      const { name, currency, vatRates, defaultVatRate } = parts.settings.business();
      const session = parts.session();
      const { day, contact, ...drawn } = session === null ? nothingOpen(currency) : viewOf(session);
      const heard = latest(contact, parts.health.lastGood());
      return {
        ...drawn,
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
        day: { ...day, scope, absenceHours, passwordKept: resellerSecret !== null },
        seqrContact: { ageMs: heard?.ageMs ?? null, tookMs: heard?.tookMs ?? null },
        health: parts.health.view(),
        notices: parts.notices.view(),
        catalogueRevision: parts.products.revision(),
      };
    },
  };
}

interface Contact {
  readonly ageMs: number;
  readonly tookMs: number;
}

type OfSession = Pick<
  Snapshot,
  'sale' | 'payment' | 'lastUserId' | 'tabs' | 'unresolved' | 'disbursement' | 'lastReceipt' | 'printJobs' | 'receiptsToSubmit'
> & {
  readonly day: Omit<Snapshot['day'], 'scope' | 'absenceHours' | 'passwordKept'>;
  readonly contact: Contact | null;
};

/** What lies in a journal and works on it. */
function viewOf({ journal, sales, desk, disbursement, prints, submitter, day }: Session): OfSession {
  const sale = sales.view();
  const last = journal.lastReceipt()?.receipt ?? null;
  return {
    sale,
    payment: desk.payment(),
    lastUserId: desk.lastUserId(),
    tabs: desk.tabs(sale.sale.id),
    unresolved: [...desk.unresolvedItems(), ...disbursement.unresolvedItems()],
    disbursement: { revision: disbursement.revision(), current: disbursement.current() },
    lastReceipt: last && { number: last.number, total: last.total, issuedAt: last.issuedAt },
    day: day.view(),
    printJobs: prints.view(),
    receiptsToSubmit: submitter.owed(),
    contact: desk.lastGood(),
  };
}

/** Before set-up: no journal is open. */
function nothingOpen(currency: Business['currency']): OfSession {
  return {
    sale: noSale(currency),
    payment: null,
    lastUserId: null,
    tabs: [],
    unresolved: [],
    disbursement: { revision: 0, current: null },
    lastReceipt: null,
    day: { close: null, whyNot: { code: 'day.not-set-up' }, lastNumber: 0, lines: [], revision: 0, report: null },
    printJobs: [],
    receiptsToSubmit: 0,
    contact: null,
  };
}

/** There is nothing to sell into. */
function noSale(currency: Business['currency']): SaleView {
  const sale = { id: 'none', currency, rows: [] };
  return { sale, revision: 0, figures: saleFigures(sale), selectedRowId: null, canUndo: false, locked: true };
}

function latest(a: Contact | null, b: Contact | null): Contact | null {
  if (a === null || b === null) return a ?? b;
  return a.ageMs <= b.ageMs ? a : b;
}
