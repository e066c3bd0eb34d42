import type { ResellerView } from '../../world/overview.ts';
import type { Booked, Switches } from '../../world/switches.ts';
import { byId } from '../shared/by-id.ts';
import { drawAnswerSwitches } from './answer-switches.ts';
import { choice, number, optionsOf } from './fields.ts';
import { drawList } from './list.ts';
import { make, makeCheck } from './make.ts';
import { act, onOverview } from './overview.ts';
import { texts } from './words.ts';

/** A shop, and the shops that may not refund. */
type ShopRow = ResellerView & { readonly without: readonly string[] };

let drawn = '';

/** What bends the rules: for a shop, for the reports, for reservations, for single answers. */
export function startSwitches(): void {
  onOverview(({ resellers, switches }) => {
    const items = resellers.map((each) => ({ ...each, without: switches.resellersWithoutRefunds }));
    drawList('shops', { items, keyOf: ({ id }) => id, draw: shop, emptyWord: '' });
    if (JSON.stringify(switches) === drawn) return;
    drawn = JSON.stringify(switches);
    drawSwitches(switches);
    drawAnswerSwitches(switches, set);
  });
}

const set = (changes: Partial<Switches>): void => act('POST', 'api/switches', changes);

function shop({ id, name, blocked, without }: ShopRow): HTMLElement {
  const setRefund = (may: boolean): void => {
    const others = without.filter((each) => each !== id);
    set({ resellersWithoutRefunds: may ? others : [...others, id] });
  };
  const setBlocked = (on: boolean): void => act('POST', 'api/block', { id, blocked: on });
  return make(
    'li',
    'row customer',
    make('b', 'name', name, make('span', 'by', id)),
    makeCheck(texts.mayRefund, !without.includes(id), setRefund),
    makeCheck(texts.blockedShop, blocked, setBlocked),
  );
}

function drawSwitches(switches: Switches): void {
  byId('report-switches').replaceChildren(
    choice(texts.reportShape, switches.reportShape, optionsOf(texts.reportShapes), (reportShape) => set({ reportShape })),
    choice(texts.unreadInReports, switches.unreadInReports, optionsOf(texts.unreadRules), (unreadInReports) => set({ unreadInReports })),
    makeCheck(texts.refundsInReports, switches.refundsInReports, (refundsInReports) => set({ refundsInReports })),
  );
  byId('booking-switches').replaceChildren(...optionsOf(texts.bookedKinds).flatMap(([kind, word]) => delays(switches, kind, word)));
  byId('reservation-switches').replaceChildren(
    choice(texts.reservedInvoices, switches.reservedInvoices, optionsOf(texts.reservedRules), (reservedInvoices) =>
      set({ reservedInvoices }),
    ),
    number(texts.reservedInPassing, switches.reservedInPassingMs, (reservedInPassingMs) => set({ reservedInPassingMs })),
  );
}

/** How late one kind is booked: in milliseconds, and in periods. */
function delays({ bookedLate }: Switches, kind: Booked, word: string): readonly HTMLElement[] {
  const delay = bookedLate[kind] ?? { ms: 0, periods: 0 };
  const change = (changes: Partial<typeof delay>): void => set({ bookedLate: { ...bookedLate, [kind]: { ...delay, ...changes } } });
  return [
    number(texts.bookedLateMs.replace('{what}', word), delay.ms, (ms) => change({ ms })),
    number(texts.bookedLatePeriods.replace('{what}', word), delay.periods, (periods) => change({ periods })),
  ];
}
