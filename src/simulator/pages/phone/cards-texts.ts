/** The words of the cards at the foot of the customer's phone. */
export interface CardsTexts {
  readonly cards: string;
  readonly none: string;
  readonly hint: string;
  readonly choose: string;
  readonly remove: string;
  readonly name: string;
  readonly number: string;
  readonly type: string;
  readonly add: string;
  readonly share: string;
  readonly refused: string;
}

export const CARDS_TEXTS: { readonly en: CardsTexts; readonly sv: CardsTexts } = {
  en: {
    cards: 'Cards',
    none: 'none',
    hint: 'The chosen card goes to the shop when you scan.',
    choose: 'Card to show',
    remove: 'Remove {card}',
    name: 'Name',
    number: 'Number',
    type: 'Type in SEQR',
    add: 'Add card',
    share: 'Tell shops my user id {userId}',
    refused: 'The card could not be added. Its texts have at most 80 characters.',
  },
  sv: {
    cards: 'Kort',
    none: 'inga',
    hint: 'Det valda kortet går till butiken när du skannar.',
    choose: 'Kort att visa',
    remove: 'Ta bort {card}',
    name: 'Namn',
    number: 'Nummer',
    type: 'Typ i SEQR',
    add: 'Lägg till kort',
    share: 'Berätta mitt användar-id {userId} för butiker',
    refused: 'Kortet kunde inte läggas till. Texterna får ha högst 80 tecken.',
  },
};
