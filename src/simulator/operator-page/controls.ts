import type { PendingFault } from '../http/faults.ts';
import type { ResellerView } from '../world/overview.ts';
import type { Switches } from '../world/switches.ts';
import type { Kit } from './kit.ts';

/** What bends the rules: the clock, faults, switches; and the tabs they lie in. */
export function controlsPart(kit: Kit, operations: readonly string[]): void {
  const { texts, make, byId } = kit;
  const TABS = ['messages', 'money', 'faults', 'switches'] as const;
  const STEPS = [
    ['20 s', 20_000],
    ['1 min', 60_000],
    ['10 min', 600_000],
  ] as const;
  const operation = byId('fault-operation') as HTMLSelectElement;
  const kind = byId('fault-kind') as HTMLSelectElement;
  const value = byId('fault-value') as HTMLInputElement;
  const moment = byId('fault-moment') as HTMLSelectElement;
  const count = byId('fault-count') as HTMLInputElement;

  function choose(tab: string): void {
    document.body.dataset['tab'] = tab;
    for (const button of byId('tabs').children) {
      button.setAttribute('aria-pressed', String((button as HTMLElement).dataset['tab'] === tab));
    }
  }

  function fill(select: HTMLSelectElement, options: readonly (readonly [value: string, word: string])[]): void {
    select.replaceChildren(
      ...options.map(([of, word]) => {
        const option = make('option', '', word) as HTMLOptionElement;
        option.value = of;
        return option;
      }),
    );
  }

  /** Kinds that want a number, with a usual one. */
  function usualValue(): string | undefined {
    return { delay: '5000', drip: '50', result: '90' }[kind.value];
  }

  function kindChosen(): void {
    const usual = usualValue();
    byId('fault-value-field').hidden = usual === undefined;
    byId('fault-value-label').textContent = kind.value === 'result' ? texts.code : texts.milliseconds;
    value.value = usual ?? '';
    fill(moment, [
      ['before', momentWord(kind.value, 'before')],
      ['after', texts.after],
    ]);
  }

  /** A delay and a drip process at their end what they do not process first. */
  function momentWord(name: string, of: string): string {
    if (of === 'after') return texts.after;
    return name === 'delay' || name === 'drip' ? texts.atEnd : texts.before;
  }

  function inject(): void {
    const number = usualValue() === undefined ? '' : `:${value.value.trim()}`;
    const body = { operation: operation.value, kind: `${kind.value}${number}:${moment.value}`, count: Number(count.value) };
    kit.act('POST', 'api/faults', body);
  }

  function pending(fault: PendingFault): HTMLElement {
    const [name = '', ...rest] = fault.kind.split(':');
    const words = [texts.faultKinds[name] ?? name, ...rest.slice(0, -1)].join(' ');
    const when = momentWord(name, rest.at(-1) ?? '');
    const about = `${fault.operation === '*' ? texts.any : fault.operation} · ${texts.moment} ${when}`;
    return make('li', 'row customer', make('b', 'name', words, make('span', 'sum', `${fault.count} ×`)), make('small', '', about));
  }

  function shop(row: ResellerView & { readonly without: readonly string[] }): HTMLElement {
    const { id, blocked, without } = row;
    const setRefund = (may: boolean): void => {
      const others = without.filter((each) => each !== id);
      kit.act('POST', 'api/switches', { resellersWithoutRefunds: may ? others : [...others, id] });
    };
    const setBlocked = (on: boolean): void => kit.act('POST', 'api/block', { id, blocked: on });
    return make(
      'li',
      'row customer',
      make('b', 'name', row.name, make('span', 'by', id)),
      kit.check(texts.mayRefund, !without.includes(id), setRefund),
      kit.check(texts.blockedShop, blocked, setBlocked),
    );
  }

  function choice(
    word: string,
    chosen: string,
    options: readonly (readonly [string, string])[],
    change: (to: string) => void,
  ): HTMLElement {
    const select = make('select', '') as HTMLSelectElement;
    fill(select, options);
    select.value = chosen;
    select.addEventListener('change', () => change(select.value));
    return make('label', '', make('span', '', word), select);
  }

  let drawnSwitches = '';
  function drawSwitches(switches: Switches): void {
    if (JSON.stringify(switches) === drawnSwitches) return;
    drawnSwitches = JSON.stringify(switches);
    const set = (changes: object): void => kit.act('POST', 'api/switches', changes);
    const shapes = [
      ['published', texts.published],
      ['swapped', texts.swapped],
    ] as const;
    const rules = [
      ['keep', texts.keep],
      ['cancel', texts.cancel],
    ] as const;
    byId('report-switches').replaceChildren(
      choice(texts.reportShape, switches.reportShape, shapes, (reportShape) => set({ reportShape })),
      kit.check(texts.refundsInReports, switches.refundsInReports, (refundsInReports) => set({ refundsInReports })),
    );
    byId('reservation-switches').replaceChildren(
      choice(texts.reservedInvoices, switches.reservedInvoices, rules, (reservedInvoices) => set({ reservedInvoices })),
    );
  }

  byId('tabs').append(
    ...TABS.map((tab) => {
      const button = kit.button(texts[tab], 'tab', () => choose(tab));
      button.dataset['tab'] = tab;
      return button;
    }),
  );
  choose('messages');
  byId('time-group').setAttribute('aria-label', texts.clock);
  byId('forward').append(
    ...STEPS.map(([word, advanceMs]) => kit.button(`+${word}`, 'small', () => kit.act('POST', 'api/clock', { advanceMs }))),
  );
  for (const [index, button] of [...byId('forward').children].entries()) {
    button.setAttribute('aria-label', texts.forward.replace('{time}', STEPS[index]?.[0] ?? ''));
  }
  byId('reset').addEventListener('click', () => {
    if (confirm(texts.resetSure)) kit.act('POST', 'api/reset');
  });
  fill(operation, [['*', texts.any], ...operations.map((name) => [name, name] as const)]);
  fill(kind, Object.entries(texts.faultKinds));
  kind.addEventListener('change', kindChosen);
  kindChosen();
  byId('fault-form').addEventListener('submit', (event) => {
    event.preventDefault();
    inject();
  });
  byId('clear').addEventListener('click', () => kit.act('DELETE', 'api/faults'));
  kit.onOverview(({ faults, resellers, switches }) => {
    const numbered = faults.map((fault, index) => ({ ...fault, index }));
    kit.list('pending', numbered, ({ index }) => String(index), pending, texts.noPending);
    byId('clear').hidden = faults.length === 0;
    const shops = resellers.map((each) => ({ ...each, without: switches.resellersWithoutRefunds }));
    kit.list('shops', shops, ({ id }) => id, shop, '');
    drawSwitches(switches);
  });
  setInterval(() => {
    byId('now').textContent = kit.time(new Date(kit.nowMs()).toISOString());
  }, 200);
}
