import type { AccountView } from '../../world/account.ts';
import type { CustomerCard } from '../../world/records.ts';
import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { CARDS_TEXTS } from './cards-texts.ts';
import type { CardsTexts } from './cards-texts.ts';
import { listen, send } from './news.ts';
import { customerId } from './owner.ts';
import { post } from './service.ts';

const texts = CARDS_TEXTS[language];
const field = (id: string): HTMLInputElement => byId(id) as HTMLInputElement;
let drawn = '';

/** The cards at the foot of the phone: which there are, which is shown at a scan, one more, one less. */
export function startCards(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-cards-text]')) {
    element.textContent = texts[element.dataset['cardsText'] as keyof CardsTexts];
  }
  byId('card-list').setAttribute('aria-label', texts.choose);
  byId('card-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void add();
  });
  field('share').addEventListener('change', () => void change('share', { sharesUserId: field('share').checked }));
  listen('account', draw);
}

async function change(path: string, body: object): Promise<boolean> {
  const answer = await post(path, { ...body, customerId: customerId() });
  send('accountChanged', null);
  return answer?.status === 200;
}

function draw({ cards, userId, sharesUserId }: AccountView): void {
  field('share').checked = sharesUserId;
  byId('share-text').textContent = texts.share.replace('{userId}', userId);
  const [shown] = cards;
  byId('card-shown').textContent = shown ? nameOf(shown) : texts.none;
  const next = JSON.stringify(cards);
  if (next === drawn) return;
  drawn = next;
  byId('card-list').replaceChildren(...cards.map((card, index) => row(card, index === 0)));
}

function nameOf({ description, id }: CustomerCard): string {
  return description === '' ? id : description;
}

function row(card: CustomerCard, isShown: boolean): HTMLElement {
  const radio = document.createElement('input');
  Object.assign(radio, { type: 'radio', name: 'card', checked: isShown });
  radio.addEventListener('change', () => void change('cards/choose', { id: card.id }));
  const number = document.createElement('small');
  number.textContent = card.value;
  const name = document.createElement('span');
  name.append(nameOf(card), number);
  const label = document.createElement('label');
  label.append(radio, name);
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = '×';
  remove.setAttribute('aria-label', texts.remove.replace('{card}', `${nameOf(card)} ${card.value}`));
  remove.addEventListener('click', () => void change('cards/remove', { id: card.id }));
  const item = document.createElement('li');
  item.dataset['testid'] = 'card';
  item.append(label, remove);
  return item;
}

async function add(): Promise<void> {
  const description = field('card-name').value.trim();
  const [id, value] = [field('card-type').value.trim(), field('card-number').value.trim()];
  const isAdded = await change('cards/add', { id, value, ...(description === '' ? {} : { description }) });
  byId('card-problem').textContent = isAdded ? '' : texts.refused;
}
