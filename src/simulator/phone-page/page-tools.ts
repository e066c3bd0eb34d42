import type { AccountView } from '../world/account.ts';
import type { PhoneStateView } from '../world/views.ts';

/** What the programs of the phone page share. */
export interface PageTools {
  readonly language: 'en' | 'sv';
  /** @throws when the page has no such element */
  readonly byId: (id: string) => HTMLElement;
  /** Asks the service as the phone; undefined when it does not answer. */
  readonly post: (path: string, body?: object) => Promise<PageAnswer | undefined>;
  /** `1149.99` as the language writes it, never made a number: `1,149.99`, `1 149,99`. */
  readonly decimals: (value: string) => string;
  /** With the currency behind. */
  readonly money: (amount: { readonly value: string; readonly currency: string }) => string;
  /** Whose phone it is, by `?customer=ID`; undefined: the default customer's. */
  readonly customerId: () => string | undefined;
  /** Hands the phone to somebody else. */
  readonly handTo: (customerId: string) => void;
  /** Tells the other programs of the page; those that listen are called with the news. */
  readonly send: <Name extends keyof PageNews>(name: Name, news: PageNews[Name]) => void;
  readonly listen: <Name extends keyof PageNews>(name: Name, hear: (news: PageNews[Name]) => void) => void;
}

export interface PageAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What one program of the page knows and another wants to know. */
export interface PageNews {
  /** The account of the phone's owner, as it was read last. */
  readonly account: AccountView;
  /** The invoice that the phone follows; null when there is none. */
  readonly invoice: PhoneStateView | null;
  /** The account is not what it was: a card more, a card less. */
  readonly accountChanged: null;
  /** The phone has another owner. */
  readonly owner: null;
}

/**
 * The tools, made in the browser. Like every program of the page it is sent as its own source text, so it uses nothing from
 * outside itself.
 */
export function pageTools(): PageTools {
  const query = (): URLSearchParams => new URLSearchParams(location.search);
  const language = (query().get('lang') ?? navigator.language).toLowerCase().startsWith('sv') ? 'sv' : 'en';
  const news = new EventTarget();

  function decimals(value: string): string {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
    const sign = value.startsWith('-') ? '\u2212' : '';
    return `${sign}${grouped}${language === 'sv' ? ',' : '.'}${fraction.padEnd(2, '0')}`;
  }

  const send: PageTools['send'] = (name, detail) => void news.dispatchEvent(new CustomEvent(name, { detail }));

  return {
    language,
    byId(id) {
      const found = document.getElementById(id);
      if (!found) throw new Error(`The page has no ${id}.`);
      return found;
    },
    async post(path, body = {}) {
      try {
        const response = await fetch(`api/phone/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return { status: response.status, body: await response.json() };
      } catch {
        return undefined;
      }
    },
    decimals,
    money: ({ value, currency }) => `${decimals(value)} ${currency}`,
    customerId: () => query().get('customer') ?? undefined,
    handTo(customerId) {
      const next = query();
      next.set('customer', customerId);
      history.replaceState(null, '', `?${next.toString()}`);
      send('owner', null);
    },
    send,
    listen(name, hear) {
      news.addEventListener(name, (event) => hear((event as CustomEvent<never>).detail));
    },
  };
}
