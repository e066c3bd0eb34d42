import type { Clock } from '../../clock/clock.ts';
import { parseFault } from '../wire/faults.ts';
import type { FaultPlan } from '../wire/faults.ts';
import { parseMinor } from '../world/money.ts';
import type { InvoiceView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { Dice } from './dice.ts';
import type { Scenario, ScenarioCustomer, ScenarioFault, ScenarioStep } from './scenario.ts';

/** What has come of a scenario so far. */
export interface ScenarioView {
  readonly name: string;
  readonly about: string;
  /** Invoices to which a customer came, or walked away from. */
  readonly customers: Readonly<Record<string, number>>;
  /** Calls that were to be spoiled. */
  readonly faults: number;
}

export interface ScenarioDeps {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly clock: Clock;
  /** Called after something was done: there may be something to save. */
  readonly afterAct: () => void;
}

/** How often the player looks. Everything it does is due at a time of the world, so putting that clock forward hastens it. */
const LOOK_MS = 100;

/** A customer on the way to pay one invoice. */
interface Visit {
  readonly reference: string;
  readonly who: ScenarioCustomer;
  readonly phone: string;
  readonly left: readonly ScenarioStep[];
  readonly dueAtMs: number;
}

/** Plays a scenario on a world: the customers who come to its invoices, and the faults. */
export class ScenarioPlayer {
  readonly #scenario: Scenario;
  readonly #deps: ScenarioDeps;
  readonly #dice: Dice;
  readonly #startMs: number;
  /** The invoices that have had their draw, while they wait. */
  #seen = new Set<string>();
  #visits: readonly Visit[] = [];
  #faults: readonly { readonly fault: ScenarioFault; readonly dueAtMs: number }[];
  readonly #counts = new Map<string, number>();
  #faultCount = 0;
  #withdrawTimer: () => void = () => undefined;

  constructor(scenario: Scenario, deps: ScenarioDeps) {
    this.#scenario = scenario;
    this.#deps = deps;
    this.#dice = new Dice(scenario.seed);
    this.#startMs = deps.world.nowMs();
    this.#faults = scenario.faults.map((fault) => ({ fault, dueAtMs: this.#startMs + this.#dice.ms(fault.fromS) }));
    this.#lookLater();
  }

  stop(): void {
    this.#withdrawTimer();
  }

  view(): ScenarioView {
    const { name, about } = this.#scenario;
    return { name, about, customers: Object.fromEntries(this.#counts), faults: this.#faultCount };
  }

  #lookLater(): void {
    this.#withdrawTimer = this.#deps.clock.after(LOOK_MS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    this.#bringFaults();
    const waiting = this.#deps.world.waiting();
    const unseen = waiting.filter((invoice) => !this.#seen.has(invoice.invoiceReference));
    this.#seen = new Set(waiting.map((invoice) => invoice.invoiceReference));
    this.#visits = [...this.#visits, ...unseen.flatMap((invoice) => this.#visitTo(invoice))].flatMap((visit) => this.#goOn(visit));
  }

  /** Draws who comes to an invoice; nobody, if nobody would come to this amount. */
  #visitTo({ invoiceReference, totalAmount }: InvoiceView): readonly Visit[] {
    const minor = parseMinor(totalAmount.value) ?? 0;
    const those = this.#scenario.customers.filter((each) => comesTo(each, minor));
    if (those.length === 0) return [];
    const who = this.#dice.oneByWeight(those, (each) => each.weight);
    this.#counts.set(who.name, (this.#counts.get(who.name) ?? 0) + 1);
    const phone = this.#dice.oneOf(who.phones ?? this.#deps.world.customers().map((each) => each.id));
    return this.#withNext({ reference: invoiceReference, who, phone, left: who.steps });
  }

  /** The visit with its next step due, counted from now; none when there is no next step. */
  #withNext(visit: Omit<Visit, 'dueAtMs'>): readonly Visit[] {
    const [next] = visit.left;
    return next ? [{ ...visit, dueAtMs: this.#deps.world.nowMs() + this.#dice.ms(next.afterS) }] : [];
  }

  /** Takes the steps that are due. A step that the world refuses ends the visit, but for one that waits for the till. */
  #goOn(visit: Visit): readonly Visit[] {
    const [step, ...left] = visit.left;
    if (!step) return [];
    if (visit.dueAtMs > this.#deps.world.nowMs() || this.#waitsForTill(visit, step)) return [visit];
    const done = this.#take(step, visit);
    this.#deps.afterAct();
    return done ? this.#withNext({ ...visit, left }).flatMap((next) => this.#goOn(next)) : [];
  }

  #waitsForTill({ reference }: Visit, step: ScenarioStep): boolean {
    if (step.do === 'scan' || step.do === 'cancel') return false;
    const state = this.#deps.world.phone.state(reference);
    return state.ok && state.value.stage === 'held';
  }

  #take(step: ScenarioStep, { reference, who, phone }: Visit): boolean {
    const { world } = this.#deps;
    switch (step.do) {
      case 'scan':
        if (who.card) world.phone.addCard(who.card, phone);
        return world.phone.scan(reference, phone).ok;
      case 'pay':
        return world.phone.pay(reference, { bankMs: this.#dice.ms(step.bankS) }).ok;
      case 'decline':
        return world.phone.decline(reference).ok;
      case 'cancel':
        return world.phone.cancel(reference).ok;
    }
  }

  #bringFaults(): void {
    const nowMs = this.#deps.world.nowMs();
    this.#faults = this.#faults.flatMap((planned) => {
      const { fault, dueAtMs } = planned;
      if (fault.untilS !== undefined && dueAtMs > this.#startMs + fault.untilS * 1000) return [];
      if (dueAtMs > nowMs) return [planned];
      this.#bring(fault);
      // Those missed while the clock was put forward are not made up for.
      return fault.everyS === undefined ? [] : [{ fault, dueAtMs: nowMs + this.#dice.ms(fault.everyS) }];
    });
  }

  #bring({ operation, kinds, count }: ScenarioFault): void {
    const parsed = parseFault(operation, this.#dice.oneOf(kinds));
    const times = this.#dice.whole(count);
    if (parsed && this.#deps.faults.add(parsed, times)) this.#faultCount += times;
  }
}

function comesTo({ minAmount, maxAmount }: ScenarioCustomer, minor: number): boolean {
  return minor >= (parseMinor(minAmount ?? '0') ?? 0) && minor <= (maxAmount === undefined ? Infinity : (parseMinor(maxAmount) ?? 0));
}
