import type { AccountView, MovementView } from '../world/account.ts';
import type { AccountTexts } from './account-texts.ts';

/**
 * The account at the foot of the phone, a program of its own beside the phone's. Like that one it is sent as its source text
 * and uses nothing from outside but its argument. `?customer=ID` says whose phone it is.
 */
export function accountScript(allTexts: { readonly en: AccountTexts; readonly sv: AccountTexts }): void {
  const POLL_MS = 1000;
  const query = new URLSearchParams(location.search);
  const language = (query.get('lang') ?? navigator.language).toLowerCase().startsWith('sv') ? 'sv' : 'en';
  const texts = allTexts[language];
  const time = new Intl.DateTimeFormat(language === 'sv' ? 'sv' : 'en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  let drawn = '';

  function byId(id: string): HTMLElement {
    const found = document.getElementById(id);
    if (!found) throw new Error(`The page has no ${id}.`);
    return found;
  }

  async function look(): Promise<void> {
    try {
      const response = await fetch('api/phone/account', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ customerId: query.get('customer') ?? undefined }),
      });
      if (response.ok) draw(await response.text());
    } catch {
      // The phone above says that there is no contact; the balance stays as it was last known.
    }
  }

  function draw(answer: string): void {
    if (answer === drawn) return;
    drawn = answer;
    const account = JSON.parse(answer) as AccountView;
    byId('account-name').textContent = account.name;
    byId('account-balance').textContent = money(account.balance.value, account.balance.currency);
    const { value, currency } = account.reserved;
    const reserved = byId('reserved');
    reserved.hidden = !/[1-9]/.test(value);
    reserved.textContent = texts.reserved.replace('{amount}', money(value, currency));
    byId('movements').replaceChildren(...account.movements.map(row));
    byId('no-movements').hidden = account.movements.length > 0;
  }

  function row(movement: MovementView): HTMLElement {
    const { value, currency } = movement.amount;
    const what = document.createElement('span');
    what.textContent = texts.kinds[movement.kind];
    const sum = document.createElement('b');
    sum.textContent = (value.startsWith('-') ? '' : '+') + money(value, currency);
    const where = document.createElement('small');
    where.textContent = `${movement.shop} · ${time.format(new Date(movement.at))} · …${movement.ersReference.slice(-6)}`;
    where.title = movement.ersReference;
    const item = document.createElement('li');
    item.className = value.startsWith('-') ? 'out' : 'in';
    item.append(what, sum, where);
    return item;
  }

  /** Digits grouped and the language's decimal mark, without ever making a number of them. */
  function money(value: string, currency: string): string {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
    return `${value.startsWith('-') ? '\u2212' : ''}${grouped}${language === 'sv' ? ',' : '.'}${fraction} ${currency}`;
  }

  async function lookForEver(): Promise<void> {
    for (;;) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  byId('account-label').textContent = texts.balance;
  byId('movements').setAttribute('aria-label', texts.movements);
  byId('no-movements').textContent = texts.none;
  void lookForEver();
}
