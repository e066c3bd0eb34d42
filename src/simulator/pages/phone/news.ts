import type { AccountView } from '../../world/account.ts';
import type { PhoneStateView } from '../../world/views.ts';

/** What one part of the page knows and another wants to know. */
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

const news = new EventTarget();

/** Tells the other parts; those that listen are called with it before this returns. */
export function send<Name extends keyof PageNews>(name: Name, detail: PageNews[Name]): void {
  news.dispatchEvent(new CustomEvent(name, { detail }));
}

export function listen<Name extends keyof PageNews>(name: Name, hear: (news: PageNews[Name]) => void): void {
  news.addEventListener(name, (event) => hear((event as CustomEvent<never>).detail));
}
