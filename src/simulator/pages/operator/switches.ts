import type { ResellerView } from '../../world/overview.ts';
import type { Switches } from '../../world/switches.ts';
import { byId } from '../shared/by-id.ts';
import { drawList } from './list.ts';
import { make, makeCheck, makeOption } from './make.ts';
import { act, onOverview } from './overview.ts';
import { texts } from './words.ts';

/** A shop, and the shops that may not refund. */
type ShopRow = ResellerView & { readonly without: readonly string[] };

const REPORT_SHAPES = [
  ['published', texts.published],
  ['swapped', texts.swapped],
] as const;
const RESERVED_RULES = [
  ['keep', texts.keep],
  ['cancel', texts.cancel],
] as const;
let drawn = '';

/** What bends the rules: for a shop, for the reports, for reservations. */
export function startSwitches(): void {
  onOverview(({ resellers, switches }) => {
    const items = resellers.map((each) => ({ ...each, without: switches.resellersWithoutRefunds }));
    drawList('shops', { items, keyOf: ({ id }) => id, draw: shop, emptyWord: '' });
    drawSwitches(switches);
  });
}

const set = (changes: object): void => act('POST', 'api/switches', changes);

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
  if (JSON.stringify(switches) === drawn) return;
  drawn = JSON.stringify(switches);
  byId('report-switches').replaceChildren(
    choice(texts.reportShape, switches.reportShape, REPORT_SHAPES, (reportShape) => set({ reportShape })),
    makeCheck(texts.refundsInReports, switches.refundsInReports, (refundsInReports) => set({ refundsInReports })),
  );
  byId('reservation-switches').replaceChildren(
    choice(texts.reservedInvoices, switches.reservedInvoices, RESERVED_RULES, (reservedInvoices) => set({ reservedInvoices })),
  );
}

function choice(
  word: string,
  chosen: string,
  options: readonly (readonly [value: string, word: string])[],
  change: (to: string) => void,
): HTMLElement {
  const select = make('select', '', ...options.map(([value, name]) => makeOption(value, name))) as HTMLSelectElement;
  select.value = chosen;
  select.addEventListener('change', () => change(select.value));
  return make('label', '', make('span', '', word), select);
}
