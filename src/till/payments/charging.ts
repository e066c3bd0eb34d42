import type { IntentResult } from '../../contract/ipc.ts';
import { money, ONE } from '../../money/index.ts';
import { isOpen, swipedToken } from '../../payment/index.ts';
import type { AttemptFacts, Reservation } from '../../payment/index.ts';
import type { AcknowledgmentMode } from '../../protocol/index.ts';
import type { Journal } from '../../records/index.ts';
import { changeSale, restOf, saleFigures } from '../../sale/index.ts';
import type { Sale } from '../../sale/index.ts';
import type { Problem, ProblemCode } from '../../text/index.ts';
import { translator } from '../../text/index.ts';
import { newId } from '../ids.ts';
import { OK, refuse, refused } from '../results.ts';
import type { Counter } from '../sales/counter.ts';
import { callFacts } from '../service/call-facts.ts';
import type { CallFactsDeps } from '../service/call-facts.ts';
import type { Desk } from './desk.ts';
import { isPartGone } from './rest-open.ts';
import { unpaidBy } from './unpaid-rows.ts';
import { wished } from './wished.ts';

export interface ChargingDeps extends CallFactsDeps {
  readonly counter: Counter;
  readonly journal: Pick<Journal, 'refundsOf'>;
  readonly desk: Pick<Desk, 'charge' | 'sendAgain' | 'inPlay'>;
  /** Why no money can begin to move now (PF-24); null: it can. */
  readonly moneyRefusal: () => ProblemCode | null;
  /** SEQR accepts this terminal; after a refusal this asks it anew (PF-21). */
  readonly registrationHolds: () => Promise<boolean>;
}

/** What an attempt has only where there is something to say. */
function optional(reservation: Reservation | undefined, attempts: readonly string[] = []): Pick<AttemptFacts, 'reservation' | 'unpaidBy'> {
  return { ...(reservation ? { reservation } : {}), ...(attempts.length > 0 ? { unpaidBy: attempts } : {}) };
}

/** What the wizard's payment is for. */
function testSale({ settings, randomBytes }: Pick<ChargingDeps, 'settings' | 'randomBytes'>): Sale | null {
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
  const nothing = { id: newId(randomBytes), currency, rows: [] };
  const made = changeSale(nothing, { kind: 'addRow', row, merge: false }, { vatRates });
  return made.ok ? made.sale : null;
}

/** How a sale becomes an attempt: everything that is fixed at that moment, and every reason not to begin. */
export interface Charging {
  /** To be asked before a sale is charged: whether SEQR can be reached and accepts this terminal. */
  ready(): Promise<IntentResult>;
  /** The open sale, if it is still the one the window was showing (PF-26). */
  charge(revision: number): IntentResult;
  /** The same, but the money is reserved and taken later (PF-29). */
  openTab(revision: number, reservation: Reservation): IntentResult;
  /** The wizard's real payment of 1.00. */
  chargeTest(): IntentResult;
  sendAgain(intent: { readonly attemptId: string; readonly stateNumber: number }): IntentResult;
}

/** In minor units (till-features E7). */
const TEST_MINOR = 100;

/** The owner's choice in SEQR's words (protocol §5). */
const ACKNOWLEDGMENT: Readonly<Record<'never' | 'withCard' | 'always', AcknowledgmentMode>> = {
  never: 'NO_ACKNOWLEDGMENT',
  withCard: 'OPTIONAL_ACKNOWLEDGMENT',
  always: 'REQUIRE_ACKNOWLEDGMENT',
};

type Options = Pick<AttemptFacts, 'test' | 'replaces' | 'reservation' | 'unpaidBy'>;

export function createCharging(deps: ChargingDeps): Charging {
  const { settings, counter, desk } = deps;

  /** The core computes the amount from the rows; nobody else's figure is trusted (PF-09). */
  function factsOf(sale: Sale, options: Options): AttemptFacts | Problem {
    const { done, seqrId, loyalty } = settings.profile.get();
    // Until the set-up is done the shop's name may be missing, or its owner; only the wizard's own payment is made.
    if (!done && !options.test) return { code: 'sale.set-up-first' };
    if (seqrId === null) return { code: 'payment.no-terminal' };
    if (sale.rows.length === 0) return { code: 'sale.empty' };
    const figures = saleFigures(sale);
    if (figures.total.minor <= 0) return { code: 'sale.total-not-positive' };
    const common = callFacts(deps, 'payment.no-terminal');
    if ('code' in common) return common;
    return {
      ...common,
      seqrId,
      amount: figures.total,
      sale,
      figures,
      acknowledgmentMode: options.test ? 'NO_ACKNOWLEDGMENT' : ACKNOWLEDGMENT[loyalty.acknowledgment],
      tokens: sale.member ? [swipedToken(sale.member)] : [],
      ...options,
    };
  }

  function begin(sale: Sale, options: Options): IntentResult {
    // Asked where the money begins to move: much may have begun while SEQR was asked about the terminal (PF-24).
    const wait = deps.moneyRefusal();
    if (wait !== null) return refuse(wait);
    if (desk.inPlay().some((record) => record.facts.sale.id === sale.id && isOpen(record.state))) return refuse('payment.open');
    const facts = factsOf(sale, options);
    if ('code' in facts) return refused(facts);
    switch (desk.charge(facts)) {
      case 'started':
        return OK;
      case 'open':
        return refuse('payment.open');
      case 'tab-open':
        return refuse('payment.reserved-open');
      case 'write-failed':
        return refuse('payment.disk-full');
    }
  }

  function chargeOpenSale(revision: number, reservation: Reservation | undefined): IntentResult {
    const open = counter.open();
    if (open.revision !== revision) return refuse('stale');
    const hasRest = open.sale.rows.some((row) => row.restOf !== undefined);
    if (hasRest && isPartGone(open.sale, deps.journal)) return refuse('sale.part-gone');
    const begun = begin(open.sale, { test: false, replaces: null, ...optional(reservation, open.unpaidBy) });
    if (begun.ok) counter.charged();
    return begun;
  }

  return {
    async ready() {
      await deps.services.opened(settings.profile.get().endpoint);
      return (await deps.registrationHolds()) ? OK : refuse('payment.registration');
    },
    charge: (revision) => chargeOpenSale(revision, undefined),
    openTab(revision, reservation) {
      // Whoever releases a tab lets go of what was rung up for it, and a part of this is paid (PF-08).
      if (restOf(counter.open().sale).length > 0) return refuse('sale.part-paid');
      return chargeOpenSale(revision, reservation);
    },
    chargeTest() {
      const sale = testSale(deps);
      return sale === null ? refuse('setup.not-finished') : begin(sale, { test: true, replaces: null });
    },
    sendAgain({ attemptId, stateNumber }) {
      const wait = deps.moneyRefusal();
      if (wait !== null) return refuse(wait);
      const before = desk.inPlay().find((record) => record.facts.id === attemptId);
      if (!before) return refuse('stale');
      const { test, reservation } = before.facts;
      const facts = factsOf(before.facts.sale, { test, replaces: attemptId, ...optional(reservation, unpaidBy(before.facts)) });
      return 'code' in facts ? refused(facts) : wished(desk.sendAgain(attemptId, stateNumber, () => facts));
    },
  };
}
