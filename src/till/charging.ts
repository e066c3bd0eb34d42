import type { IntentResult } from '../contract/ipc.ts';
import type { Problem } from '../contract/setup-view.ts';
import { money, ONE } from '../money/index.ts';
import { isOpen } from '../payment/index.ts';
import type { AttemptFacts } from '../payment/index.ts';
import { changeSale, emptySale, saleFigures } from '../sale/index.ts';
import type { Sale } from '../sale/index.ts';
import { translator } from '../text/index.ts';
import { clientReference, newCorrelationId, newId } from './ids.ts';
import type { RandomBytes } from './ids.ts';
import { OK, refuse, refused } from './results.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import { wished } from './wished.ts';

export interface ChargingDeps {
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly session: () => Session | null;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
}

/** How a sale becomes an attempt: everything that is fixed at that moment, and every reason not to begin. */
export interface Charging {
  /** The open sale, if it is still the one the window was showing (PF-26). */
  charge(revision: number): IntentResult;
  /** The wizard's real payment of 1.00. */
  chargeTest(): IntentResult;
  sendAgain(intent: { readonly attemptId: string; readonly stateNumber: number }): IntentResult;
}

/** In minor units (till-features E7). */
const TEST_MINOR = 100;

export function createCharging(deps: ChargingDeps): Charging {
  const { settings, services, randomBytes } = deps;

  /** The core computes the amount from the rows; nobody else's figure is trusted (PF-09). */
  function factsOf(sale: Sale, options: { readonly test: boolean; readonly replaces: string | null }): AttemptFacts | Problem {
    const { terminal, endpoint, seqrId, cashiers, cashierNumber } = settings.profile.get();
    if (terminal?.terminalId == null || endpoint === null || seqrId === null) return { code: 'payment.no-terminal' };
    if (services.credentials(terminal.terminalId) === null) return { code: 'secrets.unreadable' };
    if (sale.rows.length === 0) return { code: 'sale.empty' };
    const figures = saleFigures(sale);
    if (figures.total.minor <= 0) return { code: 'sale.total-not-positive' };
    const id = newId(randomBytes);
    const correlationId = newCorrelationId(randomBytes);
    return {
      id,
      correlationId,
      clientReference: clientReference(settings.preferences().clientReferenceTemplate, correlationId),
      clientInvoiceId: id,
      endpoint,
      terminalId: terminal.terminalId,
      seqrId,
      register: terminal.name,
      cashier: cashiers.find((known) => known.number === cashierNumber) ?? cashiers[0] ?? { number: '1', name: '' },
      amount: figures.total,
      sale,
      figures,
      startedAt: deps.nowIso(),
      ...options,
    };
  }

  function begin(session: Session, sale: Sale, test: boolean): IntentResult {
    if (session.desk.inPlay().some((record) => record.facts.sale.id === sale.id && isOpen(record.state))) return refuse('payment.open');
    const facts = factsOf(sale, { test, replaces: null });
    if ('code' in facts) return refused(facts);
    switch (session.desk.charge(facts)) {
      case 'started':
        return OK;
      case 'open':
        return refuse('payment.open');
      case 'write-failed':
        return refuse('payment.disk-full');
    }
  }

  return {
    charge(revision) {
      const session = deps.session();
      const view = session?.sales.view();
      if (!session || view?.revision !== revision) return refuse('stale');
      const begun = begin(session, view.sale, false);
      if (begun.ok) session.sales.charged();
      return begun;
    },
    chargeTest() {
      const session = deps.session();
      const { currency, vatRates } = settings.business();
      const row = {
        id: newId(randomBytes),
        kind: 'free',
        name: translator(settings.preferences().receiptLanguage)('core.testRow'),
        unitPrice: money(TEST_MINOR, currency),
        quantityMilli: ONE,
        unit: 'EA',
        vatRate: vatRates.at(-1) ?? 0,
      } as const;
      const made = changeSale(emptySale(newId(randomBytes), currency), { kind: 'addRow', row, merge: false }, { vatRates });
      return session && made.ok ? begin(session, made.sale, true) : refuse('setup.not-finished');
    },
    sendAgain({ attemptId, stateNumber }) {
      const session = deps.session();
      const before = session?.desk.inPlay().find((record) => record.facts.id === attemptId);
      if (!session || !before) return refuse('stale');
      const facts = factsOf(before.facts.sale, { test: before.facts.test, replaces: attemptId });
      return 'code' in facts ? refused(facts) : wished(session.desk.sendAgain(attemptId, stateNumber, () => facts));
    },
  };
}
