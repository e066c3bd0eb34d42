import type { OverviewAnswer } from '../http/overview-api.ts';
import type { AmountView } from '../world/views.ts';
import type { OperatorTexts } from './texts.ts';

/** What the parts of the page share: words, small DOM tools, and the one loop that asks what there is to know. */
export interface Kit {
  readonly texts: OperatorTexts;
  readonly byId: (id: string) => HTMLElement;
  readonly make: (tag: string, className: string, ...inside: readonly (string | Node)[]) => HTMLElement;
  readonly button: (word: string, className: string, act: () => void) => HTMLElement;
  readonly check: (word: string, on: boolean, change: (on: boolean) => void) => HTMLElement;
  readonly amount: (of: AmountView) => string;
  /** `14:32:05` */
  readonly time: (iso: string) => string;
  /** Practice time now, running on between two looks; ms since 1970 UTC. */
  readonly nowMs: () => number;
  /** Draws the items of a list, newest state of each; what has not changed is left as it is, with its focus. */
  readonly list: <T>(
    id: string,
    items: readonly T[],
    keyOf: (item: T) => string,
    draw: (item: T) => HTMLElement,
    emptyWord: string,
  ) => void;
  readonly onOverview: (draw: (overview: OverviewAnswer) => void) => void;
  readonly get: (path: string) => Promise<unknown>;
  /** Does something and looks at once. */
  readonly act: (method: 'POST' | 'DELETE', path: string, body?: object) => void;
  readonly start: () => void;
}

/**
 * The first program of the page; it makes the kit that the others are called with. All of them run in a browser: their source
 * texts are sent, so they use nothing from outside themselves but their argument.
 */
export function createKit(allTexts: { readonly en: OperatorTexts; readonly sv: OperatorTexts }): Kit {
  const LOOK_MS = 1000;
  const language = (new URLSearchParams(location.search).get('lang') ?? navigator.language).toLowerCase().startsWith('sv') ? 'sv' : 'en';
  const texts = allTexts[language];
  const clock = new Intl.DateTimeFormat('sv', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const listeners: ((overview: OverviewAnswer) => void)[] = [];
  /** What each drawn list item was drawn from. */
  const drawnFrom = new WeakMap<Element, string>();
  let lastMessage = 0;
  let offsetMs = 0;

  function byId(id: string): HTMLElement {
    const found = document.getElementById(id);
    if (!found) throw new Error(`The page has no ${id}.`);
    return found;
  }

  function make(tag: string, className: string, ...inside: readonly (string | Node)[]): HTMLElement {
    const element = document.createElement(tag);
    if (className !== '') element.className = className;
    element.append(...inside);
    return element;
  }

  function button(word: string, className: string, run: () => void): HTMLElement {
    const element = make('button', className, word) as HTMLButtonElement;
    element.type = 'button';
    element.addEventListener('click', run);
    return element;
  }

  function check(word: string, on: boolean, change: (on: boolean) => void): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = on;
    box.addEventListener('change', () => change(box.checked));
    return make('label', 'check', box, make('span', '', word));
  }

  /** Digits grouped and the language's decimal mark, without ever making a number of them. */
  function amount({ value, currency }: AmountView): string {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
    return `${value.startsWith('-') ? '\u2212' : ''}${grouped}${language === 'sv' ? ',' : '.'}${fraction}\u00a0${currency}`;
  }

  function list<T>(id: string, items: readonly T[], keyOf: (item: T) => string, draw: (item: T) => HTMLElement, emptyWord: string): void {
    const container = byId(id);
    const known = new Map([...container.children].map((child) => [(child as HTMLElement).dataset['key'], child]));
    const rows = items.map((item) => {
      const [key, from] = [keyOf(item), JSON.stringify(item)];
      const old = known.get(key);
      if (old && drawnFrom.get(old) === from) return old;
      const row = draw(item);
      row.dataset['key'] = key;
      drawnFrom.set(row, from);
      if (old?.contains(document.activeElement)) queueMicrotask(() => row.querySelector<HTMLElement>('button, input, a')?.focus());
      return row;
    });
    const wanted = new Set<Element>(rows);
    for (const child of [...container.children]) if (!wanted.has(child)) child.remove();
    for (const [index, row] of rows.entries()) {
      if (container.children[index] !== row) container.insertBefore(row, container.children[index] ?? null);
    }
    byId(`${id}-empty`).textContent = items.length === 0 ? emptyWord : '';
  }

  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(path, method === 'GET' ? {} : { method, headers, body: JSON.stringify(body ?? {}) });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const told = typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : '';
    throw new TypeError(told, { cause: 'told' });
  }

  /** The service's own sentence when it gave one. */
  function showProblem(error: unknown): void {
    byId('problem').textContent = error instanceof TypeError && error.cause === 'told' ? error.message : texts.noContact;
  }

  async function look(): Promise<void> {
    try {
      const overview = (await ask('GET', `api/overview?after=${lastMessage}`)) as OverviewAnswer;
      lastMessage = overview.lastMessage;
      offsetMs = Date.parse(overview.now) - performance.now();
      if (byId('problem').textContent === texts.noContact) byId('problem').textContent = '';
      for (const draw of listeners) draw(overview);
    } catch (error) {
      showProblem(error);
    }
  }

  async function lookForEver(): Promise<void> {
    for (;;) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async function run(method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
    try {
      await ask(method, path, body);
      byId('problem').textContent = '';
    } catch (error) {
      showProblem(error);
    }
    await look();
  }

  document.documentElement.lang = language;
  document.title = texts.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const word = texts[element.dataset['text'] as keyof OperatorTexts];
    if (typeof word === 'string') element.textContent = word;
  }
  return {
    texts,
    byId,
    make,
    button,
    check,
    amount,
    time: (iso) => clock.format(new Date(iso)),
    nowMs: () => performance.now() + offsetMs,
    list,
    onOverview: (draw) => void listeners.push(draw),
    get: (path) => ask('GET', path),
    act: (method, path, body) => void run(method, path, body),
    start: () => void lookForEver(),
  };
}
