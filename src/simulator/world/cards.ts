import type { Core } from './core.ts';
import { DEFAULT_CUSTOMER_ID } from './customers.ts';
import { noSuchCustomer, refusal } from './phone-answer.ts';
import type { PhoneAnswer } from './phone-answer.ts';
import type { Customer, CustomerCard } from './records.ts';

/** Decided here; nobody pages through more. */
const MAX_CARDS = 20;
const MAX_CARD_TEXT = 80;

/** Puts a card on the phone, first, in the place of one of the same type. */
export function addCard(core: Core, card: CustomerCard, customerId?: string): PhoneAnswer<Customer> {
  return change(core, customerId, (cards) => {
    const others = cards.filter((each) => each.id !== card.id);
    const isTooLong = [card.id, card.value, card.description].some((text) => text.length > MAX_CARD_TEXT);
    if (isTooLong) return refusal('badCard', `A card's texts have at most ${MAX_CARD_TEXT} characters.`);
    if (others.length >= MAX_CARDS) return refusal('badCard', `A phone holds at most ${MAX_CARDS} cards.`);
    return { ok: true, value: [card, ...others] };
  });
}

/** The card that the next scan brings. @param cardId its type */
export function chooseCard(core: Core, cardId: string, customerId?: string): PhoneAnswer<Customer> {
  return change(core, customerId, (cards) => {
    const chosen = cards.find((each) => each.id === cardId);
    if (!chosen) return noSuchCard();
    return { ok: true, value: [chosen, ...cards.filter((each) => each !== chosen)] };
  });
}

/** @param cardId its type */
export function removeCard(core: Core, cardId: string, customerId?: string): PhoneAnswer<Customer> {
  return change(core, customerId, (cards) => {
    const left = cards.filter((each) => each.id !== cardId);
    return left.length === cards.length ? noSuchCard() : { ok: true, value: left };
  });
}

type Cards = readonly CustomerCard[];

function change(core: Core, customerId: string = DEFAULT_CUSTOMER_ID, next: (cards: Cards) => PhoneAnswer<Cards>): PhoneAnswer<Customer> {
  const customer = core.state.customers.get(customerId);
  if (!customer) return noSuchCustomer();
  const cards = next(customer.cards);
  if (!cards.ok) return cards;
  const changed = { ...customer, cards: cards.value };
  core.putCustomer(changed);
  return { ok: true, value: changed };
}

function noSuchCard(): PhoneAnswer<never> {
  return refusal('unknownCard', 'There is no such card on this phone.');
}
