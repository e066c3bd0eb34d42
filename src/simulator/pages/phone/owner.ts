import { send } from './news.ts';

const query = (): URLSearchParams => new URLSearchParams(location.search);

/** Whose phone it is, by `?customer=ID`; undefined: the default customer's. */
export function customerId(): string | undefined {
  return query().get('customer') ?? undefined;
}

/** Hands the phone to somebody else. */
export function handTo(id: string): void {
  const next = query();
  next.set('customer', id);
  history.replaceState(null, '', `?${next.toString()}`);
  send('owner', null);
}
